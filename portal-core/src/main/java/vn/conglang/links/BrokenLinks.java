package vn.conglang.links;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which links in published entries lead nowhere. */
@Service
class BrokenLinks {

	static final int PAGE = 50;

	private static final String BROKEN = """
			 FROM (SELECT l.site_id, l.entry_id, l.position, l.text, l.address, l.problem, NULL::int AS status, l.since, NULL::bigint AS target_id
				FROM entry_link l WHERE l.problem IS NOT NULL AND l.site_id IN (SELECT unnest(:sites))
				UNION ALL
				SELECT l.site_id, l.entry_id, l.position, l.text, l.address, t.problem, t.status, t.failed_since, t.id
				FROM link_target t JOIN entry_link l ON l.target_id = t.id
				WHERE t.state = 'BROKEN' AND l.site_id IN (SELECT unnest(:sites))) b
			JOIN entry e ON e.id = b.entry_id JOIN revision r ON r.id = e.published_revision_id
			""";

	private final JdbcClient overseer;

	BrokenLinks(@Qualifier("overseerJdbc") JdbcClient overseer) {
		this.overseer = overseer;
	}

	/** How many there are; sites without any are no keys. */
	Map<SiteId, Count> counts(Collection<Site> sites) {
		Map<SiteId, Count> counts = new HashMap<>();
		asked("""
				SELECT b.site_id, count(*) FILTER (WHERE b.target_id IS NULL) AS inside,
					count(*) FILTER (WHERE b.target_id IS NOT NULL) AS outside, count(DISTINCT b.entry_id) AS entries, min(b.since) AS since
				"""
				+ BROKEN + " GROUP BY b.site_id", sites)
			.query((row) -> {
				counts.put(new SiteId(row.getLong("site_id")), new Count(row.getInt("inside"), row.getInt("outside"),
						row.getInt("entries"), row.getObject("since", OffsetDateTime.class).toInstant()));
			});
		return counts;
	}

	/** A page of a site's, from 0, entry by entry. */
	List<Broken> of(Site site, int page) {
		return asked("SELECT b.*, r.title" + BROKEN
				+ " ORDER BY b.since DESC, b.entry_id, b.position LIMIT :most OFFSET :skipped", List.of(site))
			.param("most", PAGE)
			.param("skipped", page * PAGE)
			.query(BrokenLinks::broken)
			.list();
	}

	private JdbcClient.StatementSpec asked(String query, Collection<Site> sites) {
		return this.overseer.sql(query)
			.param("sites", sites.stream().map((site) -> site.id().value()).toArray(Long[]::new));
	}

	/** The address outside to which a link of a site leads, if it does. */
	@Nullable Long target(Site site, long entry, int position) {
		return this.overseer.sql("""
				SELECT target_id FROM entry_link
				WHERE site_id = :site AND entry_id = :entry AND position = :position AND target_id IS NOT NULL""")
			.param("site", site.id().value())
			.param("entry", entry)
			.param("position", position)
			.query(Long.class)
			.optional()
			.orElse(null);
	}

	private static Broken broken(ResultSet row, int number) throws SQLException {
		row.getLong("target_id");
		boolean outside = !row.wasNull();
		return new Broken(row.getLong("entry_id"), row.getInt("position"), row.getString("title"),
				row.getString("text"), row.getString("address"), Problem.valueOf(row.getString("problem")),
				(Integer) row.getObject("status"), row.getObject("since", OffsetDateTime.class).toInstant(), outside);
	}

	/**
	 * A site's.
	 *
	 * @param since the oldest
	 */
	record Count(int inside, int outside, int entries, Instant since) {

		int all() {
			return this.inside + this.outside;
		}

	}

	/**
	 * A link that leads nowhere.
	 *
	 * @param title of the entry
	 * @param status what the server outside answered, where it did
	 */
	record Broken(long entry, int position, String title, String text, String address, Problem problem,
			@Nullable Integer status, Instant since, boolean outside) {
	}

}
