package vn.conglang.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts everything again from the entries, revisions and facts of all sites, and makes
 * the sums of a site anew where they differ.
 */
@Component
class VolumeCheck {

	/** What is wrong with entries and the acts that were noted of them. */
	private static final String ENTRIES = """
			WITH shown AS (
				SELECT site_id, entry_id, act, id, revision_id, day,
				    lag(act) OVER (PARTITION BY site_id, entry_id ORDER BY id) AS before,
				    row_number() OVER (PARTITION BY site_id, entry_id ORDER BY id DESC) AS from_last
				FROM volume_fact WHERE act <> 'REVISED'
			), acts AS (
				SELECT site_id, entry_id, count(*) FILTER (WHERE act = 'PUBLISHED') AS appeared,
				    min(day) FILTER (WHERE act = 'PUBLISHED') AS day,
				    max(act) FILTER (WHERE from_last = 1) AS last,
				    bool_or(CASE act WHEN 'PUBLISHED' THEN before IS NOT NULL WHEN 'RESTORED' THEN before IS DISTINCT FROM 'WITHDRAWN'
				        ELSE before IS NULL OR before = 'WITHDRAWN' END) AS disordered
				FROM shown GROUP BY site_id, entry_id
			), latest AS (
				SELECT DISTINCT ON (site_id, entry_id) site_id, entry_id, revision_id
				FROM volume_fact WHERE act <> 'WITHDRAWN' ORDER BY site_id, entry_id, id DESC
			)
			SELECT coalesce(e.site_id, a.site_id) AS site_id, problem, count(*) AS times, min(coalesce(e.id, a.entry_id)) AS example
			FROM entry e FULL JOIN acts a ON a.site_id = e.site_id AND a.entry_id = e.id
			LEFT JOIN latest l ON l.site_id = e.site_id AND l.entry_id = e.id
			CROSS JOIN LATERAL (VALUES
				('NO_FACT', e.first_published_at IS NOT NULL AND coalesce(a.appeared, 0) = 0),
				('NO_ENTRY', a.entry_id IS NOT NULL AND e.id IS NULL),
				('NEVER_PUBLISHED', e.first_published_at IS NULL AND e.id IS NOT NULL AND a.appeared > 0),
				('TWICE', a.appeared > 1),
				('DAY', a.appeared = 1 AND a.day <> (e.first_published_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
				('ORDER', coalesce(a.disordered, false)),
				('STATE', e.id IS NOT NULL AND a.entry_id IS NOT NULL AND (e.status = 'PUBLISHED') <> (a.last <> 'WITHDRAWN')),
				('SHOWN', e.status = 'PUBLISHED' AND l.revision_id <> e.published_revision_id)) found (problem, wrong)
			WHERE wrong GROUP BY 1, 2""";

	/** What is wrong with facts beside the revisions that they count. */
	private static final String FACTS = """
			SELECT f.site_id, problem, count(*) AS times, min(f.entry_id) AS example
			FROM volume_fact f JOIN entry e ON e.id = f.entry_id AND e.site_id = f.site_id
			LEFT JOIN revision r ON r.id = f.revision_id AND r.entry_id = f.entry_id
			LEFT JOIN category c ON c.id = r.category_id
			JOIN site s ON s.id = f.site_id
			CROSS JOIN LATERAL (VALUES
				('REVISION', f.revision_id IS NOT NULL AND r.id IS NULL),
				('MEASURE', r.words <> f.words OR r.images <> f.images),
				('TYPE', e.type <> f.type),
				('SHARED', f.shared <> (e.shared_from IS NOT NULL)),
				('CATEGORY', r.id IS NOT NULL AND c.slug IS DISTINCT FROM f.category_slug),
				('AREA', f.area_id <> CASE WHEN EXISTS (SELECT FROM site_history h WHERE h.site_id = f.site_id)
					THEN area_of_site(f.site_id, f.at) ELSE s.area_id END)) found (problem, wrong)
			WHERE wrong GROUP BY 1, 2""";

	private static final String SUMS = """
			SELECT coalesce(kept.site_id, right_.site_id) AS site_id, 'SUMS' AS problem, count(*) AS times, NULL::bigint AS example
			FROM volume_sum kept FULL JOIN volume_sums(NULL) right_ USING (site_id, span, start, area_id, type, category)
			WHERE (kept.published, kept.shared, kept.withdrawn, kept.restored, kept.words, kept.images)
			    IS DISTINCT FROM (right_.published, right_.shared, right_.withdrawn, right_.restored, right_.words, right_.images)
			GROUP BY 1""";

	private static final String LASTS = """
			SELECT coalesce(kept.site_id, right_.site_id) AS site_id, 'LAST' AS problem, count(*) AS times, NULL::bigint AS example
			FROM volume_last kept FULL JOIN volume_lasts(NULL) right_ USING (site_id, type, category)
			WHERE (kept.day, kept.name) IS DISTINCT FROM (right_.day, right_.name)
			GROUP BY 1""";

	private final JdbcClient overseer;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	VolumeCheck(@Qualifier("overseerJdbc") JdbcClient overseer, JdbcClient jdbc, TransactionTemplate transaction) {
		this.overseer = overseer;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** Everything that does not agree, by site; each question is asked at one moment. */
	List<Difference> differences() {
		List<Difference> differences = new ArrayList<>();
		for (String question : List.of(ENTRIES, FACTS, SUMS, LASTS)) {
			this.overseer.sql("SELECT * FROM (" + question + ") found ORDER BY site_id, problem")
				.query((row, number) -> differences.add(new Difference(new SiteId(row.getLong("site_id")),
						Problem.valueOf(row.getString("problem")), row.getLong("times"), row.getLong("example"))))
				.list();
		}
		return differences;
	}

	/** How much was counted. */
	Counted counted() {
		return this.overseer
			.sql("SELECT (SELECT count(*) FROM entry) AS entries, (SELECT count(*) FROM volume_fact) AS facts")
			.query((row, number) -> new Counted(row.getLong("entries"), row.getLong("facts")))
			.single();
	}

	/** Makes the sums and last days of a site anew from its facts. */
	void repair(SiteId site) {
		CurrentSite.run(site, () -> this.transaction.executeWithoutResult((status) -> {
			// whoever publishes raises the version of the site first, and waits here
			this.jdbc.sql("SELECT id FROM site WHERE id = :site FOR NO KEY UPDATE")
				.param("site", site.value())
				.query(Long.class)
				.single();
			this.jdbc.sql("DELETE FROM volume_sum").update();
			this.jdbc.sql("DELETE FROM volume_last").update();
			this.jdbc.sql("INSERT INTO volume_sum SELECT * FROM volume_sums(:site)")
				.param("site", site.value())
				.update();
			this.jdbc.sql("INSERT INTO volume_last SELECT * FROM volume_lasts(:site)")
				.param("site", site.value())
				.update();
		}));
	}

	/** What can be wrong. */
	enum Problem {

		NO_FACT("entries were published, but no fact tells of it"),
		NO_ENTRY("facts tell of entries that are not there"),
		NEVER_PUBLISHED("facts tell of entries that were never published"),
		TWICE("entries were counted more than once"), DAY("entries were counted on another day than they appeared"),
		ORDER("entries have acts that cannot follow each other"),
		STATE("entries are shown or not, but their last fact says otherwise"),
		SHOWN("entries show another revision than was counted last"),
		REVISION("facts name a revision that the entry does not have"),
		MEASURE("facts have other words or pictures than the revision"), TYPE("facts have another type than the entry"),
		SHARED("facts say of own work that it was shared, or the other way round"),
		CATEGORY("facts have another category than the revision"),
		AREA("facts name an area in which the site did not stand then"), SUMS("sums differ from the facts", true),
		LAST("last days differ from the facts", true);

		private final String words;

		private final boolean repairable;

		Problem(String words) {
			this(words, false);
		}

		Problem(String words, boolean repairable) {
			this.words = words;
			this.repairable = repairable;
		}

		String words() {
			return this.words;
		}

		/** Whether making sums anew helps; facts themselves are never rewritten. */
		boolean repairable() {
			return this.repairable;
		}

	}

	/**
	 * Something that does not agree.
	 *
	 * @param times how often
	 * @param example one of the entries, 0 where it is not about entries
	 */
	record Difference(SiteId site, Problem problem, long times, long example) {

		Difference {
			Objects.requireNonNull(problem);
		}

	}

	/** How many entries and facts there are. */
	record Counted(long entries, long facts) {
	}

}
