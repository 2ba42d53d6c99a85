package vn.conglang.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What people looked for in a period. Spellings that differ only in their diacritics are
 * one question, told as most people typed it. What was asked less than
 * {@link SearchCounts#FEWEST} times is told to nobody.
 */
@Service
class SearchCountReport {

	private static final int MOST = 50;

	private static final String COUNTED = """
			counted AS (
				SELECT site_id, day, query, folded, times, missed FROM search_count
				WHERE site_id IN (SELECT unnest(:sites)) AND day BETWEEN :from AND :to
				UNION ALL SELECT 0, day, query, folded, times, missed FROM province_search_count
				WHERE :province AND day BETWEEN :from AND :to)""";

	// a site that has had an answer later than its last question without one has nothing
	// left to do about it
	private static final String QUESTIONS = "WITH " + COUNTED
			+ """
					, spellings AS (
						SELECT site_id, folded, query, sum(times) AS times, sum(missed) AS missed, max(day) AS last,
							max(day) FILTER (WHERE missed > 0) AS missed_last, max(day) FILTER (WHERE missed < times) AS found_last
						FROM counted WHERE query <> '' GROUP BY site_id, folded, query),
					of_sites AS (
						SELECT site_id, folded, (array_agg(query ORDER BY times DESC, query))[1] AS query, sum(times) AS times,
							CASE WHEN max(found_last) > max(missed_last) THEN 0 ELSE sum(missed) END AS missed, max(last) AS last
						FROM spellings GROUP BY site_id, folded)
					SELECT (array_agg(query ORDER BY times DESC, query))[1] AS query, sum(times) AS times, sum(missed) AS missed,
						max(last) AS last, count(*) FILTER (WHERE %s > 0) AS sites
					FROM of_sites GROUP BY folded
					HAVING sum(%<s) >= :fewest ORDER BY sum(%<s) DESC, max(last) DESC, folded LIMIT :most""";

	private final JdbcClient overseer;

	SearchCountReport(@Qualifier("overseerJdbc") JdbcClient overseer) {
		this.overseer = overseer;
	}

	/**
	 * Reads what was counted.
	 * @param sites the sites that the reader may see
	 * @param province whether what was asked on the province's face is part of it
	 * @param from first day, inclusive
	 * @param to last day, inclusive
	 */
	Counted of(List<Site> sites, boolean province, LocalDate from, LocalDate to) {
		Map<Long, SiteCount> counts = new HashMap<>();
		fill("WITH " + COUNTED
				+ " SELECT site_id, sum(times) AS times, sum(missed) AS missed FROM counted GROUP BY site_id", sites,
				province, from, to)
			.query((row, number) -> counts.put(row.getLong("site_id"),
					new SiteCount(row.getLong("times"), row.getLong("missed"))))
			.list();
		return new Counted(questions("times", sites, province, from, to),
				questions("missed", sites, province, from, to), counts);
	}

	private List<Question> questions(String figure, List<Site> sites, boolean province, LocalDate from, LocalDate to) {
		return fill(QUESTIONS.formatted(figure), sites, province, from, to).param("fewest", SearchCounts.FEWEST)
			.param("most", MOST)
			.query((row, number) -> new Question(row.getString("query") + "", row.getLong("times"),
					row.getLong("missed"), row.getObject("last", LocalDate.class), row.getInt("sites")))
			.list();
	}

	private JdbcClient.StatementSpec fill(String sql, List<Site> sites, boolean province, LocalDate from,
			LocalDate to) {
		return this.overseer.sql(sql)
			.param("sites", sites.stream().map((site) -> site.id().value()).toArray(Long[]::new))
			.param("province", province)
			.param("from", from)
			.param("to", to);
	}

	/**
	 * What was counted.
	 *
	 * @param popular what was asked most, the most first
	 * @param missed what nothing had all the words of, and still has not, the most first
	 * @param counts by identity of the site, 0 for the province's face; who was not asked
	 * is not there
	 */
	record Counted(List<Question> popular, List<Question> missed, Map<Long, SiteCount> counts) {

		SiteCount sum() {
			return this.counts.values().stream().reduce(SiteCount.NONE, SiteCount::plus);
		}

		SiteCount of(Site site) {
			return this.counts.getOrDefault(site.id().value(), SiteCount.NONE);
		}

	}

	/**
	 * A question.
	 *
	 * @param words as most people typed them, in lower case
	 * @param missed how often nothing had all the words, where that is so still
	 * @param last day on which it was asked last
	 * @param sites on how many sites it was asked, or asked without result
	 */
	record Question(String words, long times, long missed, LocalDate last, int sites) {

		/** Whether they look like the number of a legal document: "2590/qđ-ubnd". */
		public boolean numbered() {
			return this.words.matches("[0-9]{1,6} ?/[0-9\\p{L}/ -]+");
		}

	}

	/** How many searches, and how many of them without result. */
	record SiteCount(long times, long missed) {

		static final SiteCount NONE = new SiteCount(0, 0);

		SiteCount plus(SiteCount other) {
			return new SiteCount(this.times + other.times, this.missed + other.missed);
		}

		/** How many of a hundred were without result, rounded. */
		public long share() {
			return (this.times > 0) ? Math.round(this.missed * 100.0 / this.times) : 0;
		}

	}

}
