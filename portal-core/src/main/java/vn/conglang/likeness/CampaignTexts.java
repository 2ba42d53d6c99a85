package vn.conglang.likeness;

import org.springframework.beans.factory.annotation.Qualifier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What campaigns of the province and of districts say: whoever quotes it copies nobody.
 */
@Component
class CampaignTexts {

	private final JdbcClient overseer;

	CampaignTexts(@Qualifier("overseerJdbc") JdbcClient overseer) {
		this.overseer = overseer;
	}

	/** Those of the latest campaigns, in one. */
	Shingles shingles() {
		return this.overseer.sql("SELECT title || ' ' || text AS said FROM campaign ORDER BY id DESC LIMIT 1000")
			.query((row, number) -> Shingles.of(Syllables.ofPlain(row.getString("said"))))
			.list()
			.stream()
			.reduce(Shingles.NONE, Shingles::and);
	}

}
