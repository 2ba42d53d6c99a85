package vn.conglang.emulation;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.SiteId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people did in a period, read across sites: points given by hand, appeals and
 * answers.
 */
@Component
class OfficerActs {

	private final JdbcClient overseer;

	OfficerActs(@Qualifier("overseerJdbc") JdbcClient overseer) {
		this.overseer = overseer;
	}

	/** The latest points given by hand, by site and criterion. */
	Map<SiteId, Map<String, Judged>> manual(long period) {
		Map<SiteId, Map<String, Judged>> judged = new HashMap<>();
		this.overseer.sql("""
				SELECT DISTINCT ON (site_id, criterion) site_id, criterion, points, reason, href
				FROM manual_points WHERE period_id = :period ORDER BY site_id, criterion, id DESC""")
			.param("period", period)
			.query((row, number) -> judged
				.computeIfAbsent(new SiteId(row.getLong("site_id")), (site) -> new HashMap<>())
				.put(row.getString("criterion") + "",
						new Judged(row.getBigDecimal("points"), row.getString("reason") + "",
								row.getString("href") + "")))
			.list();
		return judged;
	}

	/** The points that appeals led to, by site and criterion. */
	Map<SiteId, Map<String, Judged>> corrections(long period, boolean afterClosing) {
		Map<SiteId, Map<String, Judged>> judged = new HashMap<>();
		this.overseer.sql("""
				SELECT site_id, criterion, points, reason FROM appeal_answer
				WHERE period_id = :period AND points IS NOT NULL AND after_closing = :after""")
			.param("period", period)
			.param("after", afterClosing)
			.query((row, number) -> judged
				.computeIfAbsent(new SiteId(row.getLong("site_id")), (site) -> new HashMap<>())
				.put(row.getString("criterion") + "",
						new Judged(row.getBigDecimal("points"), row.getString("reason") + "", "")))
			.list();
		return judged;
	}

	/** Appeals of a period that nobody has answered, the oldest first. */
	List<Waiting> waiting(long period) {
		return this.overseer.sql("""
				SELECT a.id, a.site_id, a.title, a.by_name, a.at FROM appeal a
				WHERE a.period_id = :period AND NOT EXISTS (SELECT FROM appeal_answer x WHERE x.appeal_id = a.id)
				ORDER BY a.id""")
			.param("period", period)
			.query((row, number) -> new Waiting(row.getLong("id"), new SiteId(row.getLong("site_id")),
					row.getString("title") + "", row.getString("by_name") + "",
					row.getObject("at", OffsetDateTime.class)))
			.list();
	}

	/** Whose an appeal is. */
	Optional<SiteId> siteOf(long appeal) {
		return this.overseer.sql("SELECT site_id FROM appeal WHERE id = :id")
			.param("id", appeal)
			.query((row, number) -> new SiteId(row.getLong("site_id")))
			.optional();
	}

	/**
	 * What a person decided.
	 *
	 * @param href where it can be seen; may be empty
	 */
	record Judged(BigDecimal points, String reason, String href) {
	}

	/** An appeal that waits for an answer. */
	record Waiting(long id, SiteId site, String title, String byName, OffsetDateTime at) {
	}

}
