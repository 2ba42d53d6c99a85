package vn.conglang.identity;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing of passwords. Counted in the database, so that all nodes count
 * together: few tries for one account from one address, more for an address or an account
 * as a whole (so that a stranger cannot easily lock somebody out).
 */
@Component
class LoginThrottle {

	static final int TRIES_PER_ACCOUNT_AND_ADDRESS = 5;

	private static final int TRIES_PER_ADDRESS = 50;

	private static final int TRIES_PER_ACCOUNT = 50;

	private final JdbcClient jdbc;

	LoginThrottle(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Transactional(readOnly = true)
	public boolean blocks(String username, String address) {
		return count(both(username, address)) >= TRIES_PER_ACCOUNT_AND_ADDRESS
				|| count("address " + address) >= TRIES_PER_ADDRESS
				|| count("account " + username) >= TRIES_PER_ACCOUNT;
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void failed(String username, String address) {
		for (String origin : List.of(both(username, address), "address " + address, "account " + username)) {
			this.jdbc.sql("INSERT INTO login_failure (origin) VALUES (:origin)").param("origin", origin).update();
		}
		this.jdbc.sql("DELETE FROM login_failure WHERE at < now() - interval '1 day'").update();
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void succeeded(String username, String address) {
		this.jdbc.sql("DELETE FROM login_failure WHERE origin IN (:both, :account)")
			.param("both", both(username, address))
			.param("account", "account " + username)
			.update();
	}

	private int count(String origin) {
		return this.jdbc.sql("""
				SELECT count(*) FROM login_failure
				WHERE origin = :origin AND at > now() - interval '15 minutes'""")
			.param("origin", origin)
			.query(Integer.class)
			.single();
	}

	private static String both(String username, String address) {
		return "account " + username + " from " + address;
	}

}
