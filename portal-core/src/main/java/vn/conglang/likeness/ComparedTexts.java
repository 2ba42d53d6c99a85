package vn.conglang.likeness;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.beans.factory.annotation.Qualifier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the texts of published revisions of any site, for the exact comparison. */
@Component
class ComparedTexts {

	/** So much of a text is looked at. */
	static final int MOST_LETTERS = 300_000;

	private static final int AT_ONCE = 50;

	private final JdbcClient overseer;

	private final CampaignTexts campaigns;

	ComparedTexts(@Qualifier("overseerJdbc") JdbcClient overseer, CampaignTexts campaigns) {
		this.overseer = overseer;
		this.campaigns = campaigns;
	}

	/** For one round of comparing, with what it has read last in memory. */
	Round round() {
		return new Round(this.campaigns.shingles());
	}

	/** Remembers the texts it has needed last, as far as a bound allows. */
	final class Round {

		/** So many shingles of texts that are not needed just now are kept: 16 MB. */
		private static final int MOST_SHINGLES = 2_000_000;

		private final Shingles quoted;

		/** By revision, the one that was needed longest ago first. */
		private final Map<Long, Shingles> known = new LinkedHashMap<>(16, 0.75f, true);

		private Round(Shingles quoted) {
			this.quoted = quoted;
		}

		/** Reads those of these that are not known yet. */
		void need(Set<Long> revisions) {
			forget(revisions);
			Long[] missing = revisions.stream()
				.filter((revision) -> !this.known.containsKey(revision))
				.toArray(Long[]::new);
			for (int from = 0; from < missing.length; from += AT_ONCE) {
				read(Arrays.copyOfRange(missing, from, Math.min(missing.length, from + AT_ONCE)));
			}
		}

		private void forget(Set<Long> needed) {
			long kept = this.known.values().stream().mapToLong(Shingles::size).sum();
			Iterator<Map.Entry<Long, Shingles>> oldest = this.known.entrySet().iterator();
			while (kept > MOST_SHINGLES && oldest.hasNext()) {
				Map.Entry<Long, Shingles> text = oldest.next();
				if (!needed.contains(text.getKey())) {
					kept -= text.getValue().size();
					oldest.remove();
				}
			}
		}

		private void read(Long[] revisions) {
			ComparedTexts.this.overseer
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
