package vn.conglang.links;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.content.SearchableEntries;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.links.InternalLinks.Place;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the links of what is published, and looks up those inside. A site's version tells
 * whether there is anything to do, so publishing itself has nothing to note.
 */
@Component
class LinkCollector {

	private static final int BATCH = 100;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final JdbcClient overseer;

	private final TransactionTemplate transaction;

	private final SearchableEntries entries;

	private final InternalLinks internal;

	private final Sites sites;

	private final SiteAddresses addresses;

	private final Clock clock;

	LinkCollector(JdbcClient jdbc, JdbcTemplate batches, @Qualifier("overseerJdbc") JdbcClient overseer,
			TransactionTemplate transaction, SearchableEntries entries, InternalLinks internal, Sites sites,
			SiteAddresses addresses, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.overseer = overseer;
		this.transaction = transaction;
		this.entries = entries;
		this.internal = internal;
		this.sites = sites;
		this.addresses = addresses;
		this.clock = clock;
	}

	/** Brings all sites of which something has changed up to date. */
	void look() {
		List<Outdated> outdated = this.overseer
			.sql("""
					SELECT s.id, s.status = 'ACTIVE' AS in_service, s.version FROM site s LEFT JOIN link_site l ON l.site_id = s.id
					WHERE l.site_id IS NULL OR l.version <> s.version OR l.in_service <> (s.status = 'ACTIVE') ORDER BY s.id""")
			.query((row, number) -> new Outdated(new SiteId(row.getLong("id")), row.getBoolean("in_service"),
					row.getLong("version")))
			.list();
		outdated.forEach((site) -> this.sites.byId(site.id()).ifPresent((known) -> renew(site, known)));
	}

	private void renew(Outdated outdated, Site site) {
		CurrentSite.run(site.id(), () -> {
			this.jdbc.sql("""
					DELETE FROM link_entry l WHERE NOT :service OR NOT EXISTS (
						SELECT FROM entry e WHERE e.id = l.entry_id AND e.published_revision_id = l.revision_id)""")
				.param("service", outdated.inService())
				.update();
			List<Long> some = outdated.inService() ? fresh() : List.of();
			while (!some.isEmpty()) {
				if (collect(site, some) == 0) {
					break;
				}
				some = fresh();
			}
		});
		lookUp(site.id(), site.id());
		this.overseer.sql("SELECT DISTINCT site_id FROM entry_link WHERE other_site = :site AND site_id <> :site")
			.param("site", site.id().value())
			.query((row, number) -> new SiteId(row.getLong(1)))
			.list()
			.forEach((linking) -> lookUp(linking, site.id()));
		CurrentSite.run(site.id(),
				() -> this.jdbc.sql("""
						INSERT INTO link_site (site_id, version, in_service) VALUES (:site, :version, :service)
						ON CONFLICT (site_id) DO UPDATE SET version = :version, in_service = :service""")
					.param("site", site.id().value())
					.param("version", outdated.version())
					.param("service", outdated.inService())
					.update());
	}

	/** Published entries of the site at work of which the links are not known. */
	private List<Long> fresh() {
		return this.jdbc.sql("""
				SELECT e.id FROM entry e WHERE e.status = 'PUBLISHED'
					AND NOT EXISTS (SELECT FROM link_entry l WHERE l.site_id = e.site_id AND l.entry_id = e.id)
				ORDER BY e.id LIMIT :most""").param("most", BATCH).query((row, number) -> row.getLong(1)).list();
	}

	private int collect(Site site, List<Long> ids) {
		List<Object[]> known = new ArrayList<>();
		Map<String, String> hosts = new LinkedHashMap<>();
		List<@Nullable Object[]> rows = new ArrayList<>();
		for (SearchableEntries.Searchable entry : this.entries.byId(ids)) {
			SearchableEntries.Saved shown = entry.shown();
			if (shown == null) {
				continue;
			}
			known.add(new Object[] { site.id().value(), entry.id(), shown.revisionId() });
			int position = 0;
			for (Link link : Link.of(shown.text(), entry.type(), site, this.addresses)) {
				if (link.outside() != null) {
					hosts.put(link.outside(), Link.host(link.outside()));
				}
				rows.add(
						new @Nullable Object[] { site.id().value(), entry.id(), position++, link.text(), link.address(),
								link.outside(), (link.site() != null) ? link.site().value() : null, link.path() });
			}
		}
		OffsetDateTime now = ExternalLinks.time(this.clock.instant());
		// not in the transaction below: others who have the same address would wait for
		// it
		this.batches.batchUpdate("INSERT INTO link_target (address, host, due) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
				hosts.entrySet()
					.stream()
					.sorted(Map.Entry.comparingByKey())
					.map((address) -> new Object[] { address.getKey(), address.getValue(), now })
					.toList());
		this.batches.batchUpdate("""
				INSERT INTO link_host (host, due, next_at) VALUES (?, ?, ?)
				ON CONFLICT (host) DO UPDATE SET due = least(link_host.due, excluded.due)""",
				hosts.values().stream().distinct().sorted().map((host) -> new Object[] { host, now, now }).toList());
		this.transaction.executeWithoutResult((status) -> {
			this.batches.batchUpdate("INSERT INTO link_entry (site_id, entry_id, revision_id) VALUES (?, ?, ?)", known);
			this.batches.batchUpdate("""
					INSERT INTO entry_link (site_id, entry_id, position, text, address, target_id, other_site, path)
					SELECT w.site_id, w.entry_id, w.position, w.text, w.address, t.id, w.other_site, w.path
					FROM (VALUES (?::bigint, ?::bigint, ?::int, ?::text, ?::text, ?::text, ?::bigint, ?::text))
						AS w (site_id, entry_id, position, text, address, outside, other_site, path)
					LEFT JOIN link_target t ON md5(t.address) = md5(w.outside) AND t.address = w.outside
					WHERE t.id IS NOT NULL OR w.path IS NOT NULL""", rows);
		});
		return known.size();
	}

	/** Looks up those links of a site that lead to one of the portal. */
	private void lookUp(SiteId site, SiteId other) {
		lookUp(site,
				this.overseer.sql("""
						SELECT entry_id, position, other_site, path, problem FROM entry_link
						WHERE site_id = :site AND path IS NOT NULL AND (other_site = :other OR :own)""")
					.param("site", site.value())
					.param("other", other.value())
					.param("own", site.equals(other))
					.query((row, number) -> new Known(row.getLong("entry_id"), row.getInt("position"),
							new Place(row.getLong("other_site"), Objects.requireNonNull(row.getString("path"))),
							row.getString("problem")))
					.list());
	}

	private void lookUp(SiteId site, List<Known> links) {
		Map<Place, Problem> wrong = this.internal.wrong(links.stream().map(Known::place).toList());
		OffsetDateTime now = ExternalLinks.time(this.clock.instant());
		List<@Nullable Object[]> changed = new ArrayList<>();
		for (Known link : links) {
			Problem problem = wrong.get(link.place());
			String name = (problem != null) ? problem.name() : null;
			if (!Objects.equals(name, link.problem())) {
				changed.add(new @Nullable Object[] { name, name, now, link.entry(), link.position() });
			}
		}
		CurrentSite.run(site,
				() -> this.batches.batchUpdate(
						"""
								UPDATE entry_link SET problem = ?::text, since = CASE WHEN ?::text IS NOT NULL THEN coalesce(since, ?) END
								WHERE entry_id = ? AND position = ?""",
						changed));
	}

	/** Looks all links of a site up again. */
	void again(SiteId site) {
		lookUp(site, site);
	}

	private record Outdated(SiteId id, boolean inService, long version) {
	}

	private record Known(long entry, int position, Place place, @Nullable String problem) {
	}

}
