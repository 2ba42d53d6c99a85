package vn.conglang.links;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.links.LinkCheck.Answer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks addresses outside that are due, each once for all sites. A host is claimed in the
 * database before it is asked: so no two nodes ask the same one, and whatever is broken
 * off is done again some minutes later.
 */
@Component
class ExternalLinks {

	/** A claim of somebody who does not come back ends by itself. */
	private static final Duration CLAIM = Duration.ofMinutes(5);

	private final JdbcClient jdbc;

	private final JdbcClient overseer;

	private final TransactionTemplate transaction;

	private final LinkCheck check;

	private final LinkSettings settings;

	private final Clock clock;

	ExternalLinks(JdbcClient jdbc, @Qualifier("overseerJdbc") JdbcClient overseer, TransactionTemplate transaction,
			LinkCheck check, LinkSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.overseer = overseer;
		this.transaction = transaction;
		this.check = check;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Asks one address that is due.
	 * @return whether there was one
	 */
	boolean askNext() throws InterruptedException {
		Optional<Due> due = Optional.ofNullable(this.transaction.execute((status) -> claim().orElse(null)));
		if (due.isEmpty()) {
			return false;
		}
		Due target = due.get();
		if (isLinkedTo(target.id())) {
			note(target, this.check.ask(target.address()));
		}
		else {
			this.jdbc.sql("DELETE FROM link_target WHERE id = :id").param("id", target.id()).update();
		}
		this.jdbc.sql("""
				UPDATE link_host SET next_at = :next,
					due = coalesce((SELECT min(t.due) FROM link_target t WHERE t.host = :host), 'infinity')
				WHERE host = :host""")
			.param("next", time(this.clock.instant().plus(this.settings.hostPause())))
			.param("host", target.host())
			.update();
		return true;
	}

	private Optional<Due> claim() {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				SELECT host FROM link_host WHERE due <= :now AND next_at <= :now
				ORDER BY due LIMIT 1 FOR UPDATE SKIP LOCKED""")
			.param("now", time(now))
			.query(String.class)
			.optional()
			.flatMap((host) -> {
				this.jdbc.sql("UPDATE link_host SET next_at = :until WHERE host = :host")
					.param("until", time(now.plus(CLAIM)))
					.param("host", host)
					.update();
				return this.jdbc.sql("""
						SELECT id, address, host, failures FROM link_target
						WHERE host = :host AND due <= :now ORDER BY due, id LIMIT 1""")
					.param("host", host)
					.param("now", time(now))
					.query((row, number) -> new Due(row.getLong("id"), row.getString("address"), row.getString("host"),
							row.getInt("failures")))
					.optional();
			});
	}

	private boolean isLinkedTo(long id) {
		return this.overseer.sql("SELECT EXISTS (SELECT FROM entry_link WHERE target_id = :id)")
			.param("id", id)
			.query(Boolean.class)
			.single();
	}

	private void note(Due target, Answer answer) {
		Instant now = this.clock.instant();
		if (answer.later() != null) {
			this.jdbc.sql("UPDATE link_target SET due = :due WHERE id = :id")
				.param("due", time(now.plus(answer.later())))
				.param("id", target.id())
				.update();
			return;
		}
		Problem problem = answer.problem();
		int failures = (problem != null) ? Math.min(target.failures() + 1, 1_000) : 0;
		boolean broken = problem == Problem.PRIVATE || problem == Problem.NONSENSE
				|| failures >= this.settings.failures();
		this.jdbc
			.sql("""
					UPDATE link_target SET state = :state, problem = :problem, status = :status, failures = :failures,
						failed_since = CASE WHEN :failures > 0 THEN coalesce(failed_since, :now) END, checked_at = :now, due = :due
					WHERE id = :id""")
			.param("state", (problem == null) ? "GOOD" : (broken ? "BROKEN" : "DOUBTFUL"))
			.param("problem", (problem != null) ? problem.name() : null, Types.VARCHAR)
			.param("status", answer.status(), Types.INTEGER)
			.param("failures", failures)
			.param("now", time(now))
			.param("due", time(now.plus(pause(problem, broken))))
			.param("id", target.id())
			.update();
	}

	/** The longest pauses differ a little, so that not all fall due at once. */
	private Duration pause(@Nullable Problem problem, boolean broken) {
		if (problem != null) {
			return broken ? this.settings.retryAfter().multipliedBy(3) : this.settings.retryAfter();
		}
		long most = this.settings.goodFor().toMillis();
		return Duration.ofMillis(most - ThreadLocalRandom.current().nextLong(most / 10 + 1));
	}

	/** An address is to be asked again as soon as its host may be asked. */
	void again(long target) {
		OffsetDateTime now = time(this.clock.instant());
		this.jdbc.sql("UPDATE link_target SET due = :now WHERE id = :id AND due > :now")
			.param("now", now)
			.param("id", target)
			.update();
		this.jdbc
			.sql("""
					UPDATE link_host SET due = least(due, :now) WHERE host = (SELECT t.host FROM link_target t WHERE t.id = :id)""")
			.param("now", now)
			.param("id", target)
			.update();
	}

	/** How many addresses are due, and how many are broken. */
	long count(String condition) {
		return this.overseer.sql("SELECT count(*) FROM link_target WHERE " + condition).query(Long.class).single();
	}

	static OffsetDateTime time(Instant at) {
		return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

	private record Due(long id, String address, String host, int failures) {
	}

}
