package vn.conglang.likeness;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.springframework.beans.factory.annotation.Qualifier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the texts of published revisions of any site, for the exact comparison. */
@Component
class Texts {

	/** So much of a text is looked at. */
	static final int MOST_LETTERS = 300_000;

	private static final int AT_ONCE = 200;

	private final JdbcClient overseer;

	private final CampaignTexts campaigns;

	Texts(@Qualifier("overseerJdbc") JdbcClient overseer, CampaignTexts campaigns) {
		this.overseer = overseer;
		this.campaigns = campaigns;
	}

	/** For one round of comparing, with what it has read last in memory. */
	Round round() {
		return new Round(this.campaigns.shingles());
	}

	/** Remembers a bounded number of texts. */
	final class Round {

		private static final int MOST = 2_000;

		private final Shingles quoted;

		private final Map<Long, Shingles> known = new LinkedHashMap<>(16, 0.75f, true);

		private Round(Shingles quoted) {
			this.quoted = quoted;
		}

		/** Reads those of these that are not known yet. */
		void need(Collection<Long> revisions) {
			this.known.keySet()
				.removeAll(this.known.keySet()
					.stream()
					.filter((revision) -> !revisions.contains(revision))
					.limit(Math.max(0, this.known.size() + revisions.size() - MOST))
					.toList());
			Long[] missing = revisions.stream()
				.distinct()
				.filter((revision) -> !this.known.containsKey(revision))
				.toArray(Long[]::new);
			for (int from = 0; from < missing.length; from += AT_ONCE) {
				read(Arrays.copyOfRange(missing, from, Math.min(missing.length, from + AT_ONCE)));
			}
		}

		private void read(Long[] revisions) {
			Texts.this.overseer
				.sql("SELECT id, left(body, :most) AS body FROM revision WHERE id IN (SELECT unnest(:revisions))")
				.param("most", MOST_LETTERS)
				.param("revisions", revisions)
				.query((row) -> {
					this.known.put(row.getLong("id"),
							Shingles.of(Syllables.of(row.getString("body"))).without(this.quoted));
				});
		}

		Shingles of(long revision) {
			return Objects.requireNonNullElse(this.known.get(revision), Shingles.NONE);
		}

	}

}
