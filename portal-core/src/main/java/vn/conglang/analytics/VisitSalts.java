package vn.conglang.analytics;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.kernel.VietnameseText;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A secret for each day, the same on all nodes, by which visitors of that day are told
 * apart. It is removed after the next day; from then on what was counted belongs to
 * nobody.
 */
@Component
class VisitSalts {

	private static final Logger log = LoggerFactory.getLogger(VisitSalts.class);

	private static final int LENGTH = 32;

	private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	/** The day of the salt, and until when it is taken without asking again. */
	private LocalDate day = LocalDate.EPOCH;

	private Instant until = Instant.EPOCH;

	private byte[] salt = new byte[0];

	VisitSalts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Today's. While there is no database, one of this node alone: visitors are then
	 * counted twice rather than not at all.
	 */
	synchronized byte[] today() {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, VietnameseText.ZONE);
		if (today.equals(this.day) && now.isBefore(this.until)) {
			return this.salt;
		}
		byte[] random = new byte[LENGTH];
		new SecureRandom().nextBytes(random);
		try {
			this.salt = shared(today, random);
			this.until = Instant.MAX;
		}
		catch (DataAccessException ex) {
			log.warn("Visitors cannot be recognised on all nodes until the database answers: {}", ex.getMessage());
			this.salt = today.equals(this.day) ? this.salt : random;
			this.until = now.plus(ASK_AGAIN);
		}
		this.day = today;
		return this.salt;
	}

	/** Whichever node comes first decides. */
	private byte[] shared(LocalDate day, byte[] proposed) {
		this.jdbc.sql("DELETE FROM visit_salt WHERE day < :yesterday").param("yesterday", day.minusDays(1)).update();
		this.jdbc.sql("INSERT INTO visit_salt (day, salt) VALUES (:day, :salt) ON CONFLICT DO NOTHING")
			.param("day", day)
			.param("salt", proposed)
			.update();
		return this.jdbc.sql("SELECT salt FROM visit_salt WHERE day = :day")
			.param("day", day)
			.query(byte[].class)
			.single();
	}

}
