package vn.conglang.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.site.SiteCondition;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How the mandatory sections of sites stand, from what is kept of them. */
@Service
class SectionStates {

	private final JdbcClient overseer;

	SectionStates(@Qualifier("overseerJdbc") JdbcClient overseer) {
		this.overseer = overseer;
	}

	/**
	 * How the sections of a list stand, by site and key. Sites that nobody has looked at
	 * yet are left out.
	 */
	Map<SiteId, Map<String, SectionState>> of(Collection<Site> sites, Checklist list) {
		return read("", sites, list, LocalDate.EPOCH);
	}

	/** Like {@link #of}, only those that are not current on a day. */
	Map<SiteId, Map<String, SectionState>> lacking(Collection<Site> sites, Checklist list, LocalDate day) {
		return read(" AND (found <> 'PRESENT' OR current_until < :day)", sites, list, day);
	}

	private Map<SiteId, Map<String, SectionState>> read(String narrowed, Collection<Site> sites, Checklist list,
			LocalDate day) {
		Map<SiteId, Map<String, SectionState>> states = new HashMap<>();
		this.overseer.sql("""
				SELECT site_id, item, found, current_until, last_on, number, entry_id, attested FROM section_state
				WHERE checklist = :list AND site_id IN (SELECT unnest(:sites))""" + narrowed)
			.param("list", list.key())
			.param("sites", ids(sites))
			.param("day", day)
			.query((row) -> {
				states.computeIfAbsent(new SiteId(row.getLong("site_id")), (site) -> new HashMap<>())
					.put(row.getString("item"), new SectionState(SectionState.Found.valueOf(row.getString("found")),
							row.getObject("current_until", LocalDate.class), row.getObject("last_on", LocalDate.class),
							row.getInt("number"), row.getObject("entry_id", Long.class), row.getBoolean("attested")));
			});
		return states;
	}

	/**
	 * How many sections of a list are there, are current and are lacking on a day, by
	 * site. Sites that nobody has looked at yet are left out, others than the given may
	 * be there.
	 */
	Map<SiteId, Tally> tallies(Collection<Site> sites, Checklist list, LocalDate day) {
		Map<SiteId, Tally> tallies = new HashMap<>();
		SiteCondition condition = SiteCondition.atLeast(sites);
		this.overseer.sql("""
				SELECT site_id, count(*) AS known, count(*) FILTER (WHERE found = 'PRESENT') AS present,
				       count(*) FILTER (WHERE found = 'PRESENT' AND coalesce(current_until >= :day, true)) AS current,
				       count(*) FILTER (WHERE found <> 'PRESENT' AND item = ANY (:grave)) AS bad
				FROM section_state
				WHERE checklist = :list AND item = ANY (:items) AND %s GROUP BY site_id""".formatted(condition.sql()))
			.param("day", day)
			.param("list", list.key())
			.param("items", list.items().stream().map(Checklist.Item::key).toArray(String[]::new))
			.param("grave",
					list.items().stream().filter(Checklist.Item::grave).map(Checklist.Item::key).toArray(String[]::new))
			.params(condition.parameters())
			.query((row) -> {
				int current = row.getInt("current");
				int bad = row.getInt("bad");
				tallies.put(new SiteId(row.getLong("site_id")), new Tally(bad, row.getInt("known") - current - bad,
						list.items().size(), row.getInt("present"), current));
			});
		return tallies;
	}

	/**
	 * Since when each of the sites is known to have been there; others than the given may
	 * be there.
	 */
	Map<SiteId, LocalDate> since(Collection<Site> sites) {
		Map<SiteId, LocalDate> since = new HashMap<>();
		SiteCondition condition = SiteCondition.atLeast(sites);
		this.overseer.sql("SELECT site_id, since FROM section_survey WHERE " + condition.sql())
			.params(condition.parameters())
			.query((row) -> {
				since.put(new SiteId(row.getLong("site_id")), row.getObject("since", LocalDate.class));
			});
		return since;
	}

	/**
	 * Sites in service that changed since somebody looked at them, or at which nobody has
	 * looked by these rules or since that moment.
	 */
	List<SiteId> toLookAt(String rules, Instant before, int most) {
		return this.overseer
			.sql("""
					SELECT s.id FROM site s LEFT JOIN section_survey v ON v.site_id = s.id
					WHERE s.status = 'ACTIVE' AND (v.site_id IS NULL OR v.version <> s.version OR v.rules <> :rules OR v.at < :before)
					ORDER BY v.at NULLS FIRST LIMIT :most""")
			.param("rules", rules)
			.param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
			.param("most", most)
			.query((row, number) -> new SiteId(row.getLong("id")))
			.list();
	}

	/** Standing pages that were to be looked through before a day, by site. */
	Map<SiteId, Stale> stale(Collection<Site> sites, LocalDate day) {
		Map<SiteId, Stale> stale = new HashMap<>();
		this.overseer.sql("""
				SELECT DISTINCT ON (site_id) site_id, count(*) OVER (PARTITION BY site_id) AS number, entry_id, title,
				       coalesce(owner_name, author_name) AS owner, due_on
				FROM page_review WHERE due_on < :day AND site_id IN (SELECT unnest(:sites))
				ORDER BY site_id, due_on, entry_id""").param("day", day).param("sites", ids(sites)).query((row) -> {
			stale.put(new SiteId(row.getLong("site_id")), new Stale(row.getInt("number"), row.getString("title"),
					row.getString("owner"), row.getObject("due_on", LocalDate.class)));
		});
		return stale;
	}

	private static Long[] ids(Collection<Site> sites) {
		return sites.stream().map((site) -> site.id().value()).toArray(Long[]::new);
	}

	/**
	 * Standing pages that nobody has looked through in time.
	 *
	 * @param title of the one that waits longest
	 * @param owner who looks after that one
	 * @param due when that one was to be looked through
	 */
	record Stale(int number, String title, String owner, LocalDate due) {
	}

}
