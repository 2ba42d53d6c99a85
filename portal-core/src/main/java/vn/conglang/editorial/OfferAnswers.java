package vn.conglang.editorial;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the sites made of offers, read across sites for those who offered. */
@Component
class OfferAnswers {

	private final JdbcClient overseer;

	OfferAnswers(@Qualifier("overseerJdbc") JdbcClient overseer) {
		this.overseer = overseer;
	}

	/** How many sites took or refused each offer, by offer. */
	Map<Long, Count> counts() {
		Map<Long, Count> counts = new HashMap<>();
		this.overseer.sql("""
				SELECT offer_id, count(*) FILTER (WHERE state = 'TAKEN') AS taken,
				       count(*) FILTER (WHERE state = 'REFUSED') AS refused
				FROM offered GROUP BY offer_id""")
			.query((row, number) -> counts.put(row.getLong("offer_id"),
					new Count(row.getInt("taken"), row.getInt("refused"))))
			.list();
		return counts;
	}

	/** What each site made of an offer, by site. */
	Map<Long, Answer> of(long offer) {
		Map<Long, Answer> answers = new HashMap<>();
		this.overseer.sql("""
				SELECT d.site_id, d.state, d.reason, d.by_name, d.at, d.taken_revision, e.status
				FROM offered d LEFT JOIN entry e ON e.id = d.entry_id WHERE d.offer_id = :offer""")
			.param("offer", offer)
			.query((row, number) -> answers.put(row.getLong("site_id"),
					new Answer(row.getString("state") + "", row.getString("reason") + "", row.getString("by_name") + "",
							row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("taken_revision"),
							"PUBLISHED".equals(row.getString("status")))))
			.list();
		return answers;
	}

	/** How many sites took and refused an offer. */
	record Count(int taken, int refused) {

		static final Count NONE = new Count(0, 0);

	}

	/**
	 * What a site made of an offer.
	 *
	 * @param state name of an {@link Offered.State}
	 * @param revision the correction it has
	 * @param published whether citizens read it there
	 */
	record Answer(String state, String reason, String by, @Nullable Instant at, int revision, boolean published) {

		static final Answer NONE = new Answer("NEW", "", "", null, 0, false);

		boolean taken() {
			return this.state.equals("TAKEN");
		}

	}

}
