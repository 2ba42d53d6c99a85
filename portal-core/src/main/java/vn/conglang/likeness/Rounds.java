package vn.conglang.likeness;

import java.util.List;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Qualifier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One round of comparing: first the sketches of all sites in which something has changed,
 * then what is new among them. One node or command at a time; whatever is broken off is
 * gone on with the next time.
 */
@Component
class Rounds {

	/** Names the advisory lock. */
	private static final int LOCK = 33;

	private final JdbcClient overseer;

	private final TransactionTemplate reading;

	private final Sketches sketches;

	private final Comparing comparing;

	Rounds(@Qualifier("overseerDataSource") DataSource overseer, Sketches sketches, Comparing comparing) {
		this.overseer = JdbcClient.create(overseer);
		JdbcTransactionManager manager = new JdbcTransactionManager(overseer);
		// else the first connection of the application would stay until the end, with its
		// site
		manager.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
		this.reading = new TransactionTemplate(manager);
		this.reading.setReadOnly(true);
		this.sketches = sketches;
		this.comparing = comparing;
	}

	/**
	 * Does a round, unless another node does.
	 * @return whether it did
	 */
	boolean look() {
		return Boolean.TRUE.equals(this.reading.execute((status) -> {
			boolean free = this.overseer.sql("SELECT pg_try_advisory_xact_lock(:lock, 0)")
				.param("lock", LOCK)
				.query(Boolean.class)
				.single();
			if (free) {
				List<Sketches.Outdated> outdated = this.sketches.outdated();
				outdated.forEach((site) -> this.sketches.renew(site, Rounds::nothing));
				this.comparing.all(Rounds::nothing);
			}
			return free;
		}));
	}

	/** Makes all anew, or goes on with that, as soon as nobody else is at it. */
	void again(Progress progress) {
		this.reading.executeWithoutResult((status) -> {
			this.overseer.sql("SELECT pg_advisory_xact_lock(:lock, 0)").param("lock", LOCK).query((row) -> {
			});
			this.sketches.beginAgain();
			List<Sketches.Outdated> outdated = this.sketches.outdated();
			LongConsumer sketched = progress.begin("texts", this.sketches.entries(outdated));
			outdated.parallelStream().forEach((site) -> this.sketches.renew(site, sketched));
			this.comparing.all(progress.begin("compared", this.comparing.open()));
			this.sketches.endAgain();
		});
	}

	private static void nothing(long done) {
	}

	/** Told how far it has come. */
	@FunctionalInterface
	interface Progress {

		/**
		 * Another part begins.
		 * @return is told how many more are done, by any thread
		 */
		LongConsumer begin(String part, long expected);

	}

}
