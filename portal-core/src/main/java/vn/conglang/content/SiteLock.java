package vn.conglang.content;

import vn.conglang.kernel.CurrentSite;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets those who give out names in the site at work (addresses, categories) take turns,
 * on all nodes, until their transaction ends.
 */
@Component
class SiteLock {

	private static final int NAMES = 7203003;

	private final JdbcClient jdbc;

	SiteLock(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void take() {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(:names, :site)")
			.param("names", NAMES)
			.param("site", Math.toIntExact(CurrentSite.require().value()))
			.query((row) -> {
			});
	}

}
