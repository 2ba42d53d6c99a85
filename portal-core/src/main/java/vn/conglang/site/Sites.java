package vn.conglang.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All areas and sites, in memory: every request asks which site it is for, and a site
 * must cost nothing while nobody reads it. Holds the versions too, as far as this node
 * knows them.
 */
public class Sites {

	private final JdbcClient overseer;

	private final Map<SiteId, Long> versions = new ConcurrentHashMap<>();

	private final AtomicLong provinceVersion = new AtomicLong();

	private volatile Snapshot snapshot = Snapshot.EMPTY;

	Sites(JdbcClient overseer) {
		this.overseer = overseer;
	}

	/** The site in service that answers at one of its own host names. */
	public Optional<Site> byHost(String host) {
		return Optional.ofNullable(this.snapshot.byHost.get(host.toLowerCase(Locale.ROOT)));
	}

	/** The site in service with this slug. */
	public Optional<Site> bySlug(String slug) {
		return Optional.ofNullable(this.snapshot.bySlug.get(slug));
	}

	/** The site with this identity, also a retired one. */
	public Optional<Site> byId(SiteId id) {
		return Optional.ofNullable(this.snapshot.byId.get(id));
	}

	/** All sites in service, by the alphabet of their areas' and their own names. */
	public List<Site> all() {
		return this.snapshot.sites;
	}

	/** Sites that are kept, but not in service. */
	public List<Site> retired() {
		return this.snapshot.byId.values().stream().filter(Site::retired).toList();
	}

	/**
	 * Sites in service with this name, with or without its kind: there are several of
	 * some names.
	 * @param folded see {@link VietnameseText#fold}
	 */
	public List<Site> named(String folded) {
		return this.snapshot.byName.getOrDefault(folded, List.of());
	}

	/** All areas, by the alphabet. */
	public List<Area> areas() {
		return this.snapshot.areas;
	}

	/** The area with this slug. */
	public Optional<Area> area(String slug) {
		return areas().stream().filter((area) -> area.slug().equals(slug)).findFirst();
	}

	/** Sites in service of one area. */
	public List<Site> of(Area area) {
		return all().stream().filter((site) -> site.area().id() == area.id()).toList();
	}

	/** The province, once the configuration has been applied. */
	public Province province() {
		Province province = this.snapshot.province;
		if (province == null) {
			throw new IllegalStateException("No province has been configured");
		}
		return province;
	}

	/** The site's version: raised by every change that citizens could see. */
	public long version(SiteId site) {
		return this.versions.getOrDefault(site, 0L);
	}

	/** Raised whenever any site's version is, on this node. */
	public long provinceVersion() {
		return this.provinceVersion.get();
	}

	/** Learns a newer version; an older one is late news and changes nothing. */
	void learn(SiteId site, long version) {
		// in one step: nobody may see an older version again, not even for a moment
		this.versions.compute(site, (id, before) -> {
			if (before != null && before >= version) {
				return before;
			}
			this.provinceVersion.incrementAndGet();
			return version;
		});
	}

	/** Reads everything anew: after the configuration was applied, here or elsewhere. */
	void reload() {
		Map<Long, Province> provinces = new HashMap<>();
		this.overseer.sql("SELECT id, slug, kind, name FROM province")
			.query(Province.class)
			.list()
			.forEach((province) -> provinces.put(province.id(), province));
		Map<Long, Area> areas = new HashMap<>();
		this.overseer.sql("SELECT id, province_id, slug, kind, name FROM area").query((row, number) -> {
			Province province = provinces.get(row.getLong("province_id"));
			return new Area(row.getLong("id"), Objects.requireNonNull(province), row.getString("slug"),
					row.getString("kind"), row.getString("name"));
		}).list().forEach((area) -> areas.put(area.id(), area));
		Map<Long, List<String>> hosts = new HashMap<>();
		this.overseer.sql("SELECT host, site_id FROM site_host ORDER BY host").query((row, number) -> {
			hosts.computeIfAbsent(row.getLong("site_id"), (id) -> new ArrayList<>()).add(row.getString("host"));
			return true;
		}).list();
		List<Site> sites = this.overseer.sql("SELECT * FROM site").query((row, number) -> {
			long id = row.getLong("id");
			learn(new SiteId(id), row.getLong("version"));
			return new Site(new SiteId(id), row.getString("slug"), row.getString("code"), row.getString("kind"),
					row.getString("name"), Objects.requireNonNull(areas.get(row.getLong("area_id"))),
					row.getString("theme"), List.copyOf(hosts.getOrDefault(id, List.of())),
					new Site.Integrations((Integer) row.getObject("matomo"), row.getString("emc"),
							row.getString("trust_badge"), row.getString("google"), row.getString("bing"),
							row.getString("zalo")),
					row.getString("status").equals("RETIRED"));
		}).list();
		this.snapshot = Snapshot.of(provinces.values(), areas.values(), sites);
	}

	private record Snapshot(@Nullable Province province, List<Area> areas, List<Site> sites, Map<SiteId, Site> byId,
			Map<String, Site> bySlug, Map<String, Site> byHost, Map<String, List<Site>> byName) {

		static final Snapshot EMPTY = new Snapshot(null, List.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of());

		static Snapshot of(Collection<Province> provinces, Collection<Area> areas, List<Site> sites) {
			Comparator<String> alphabetical = VietnameseText.alphabetical();
			Map<SiteId, Site> byId = new HashMap<>();
			sites.forEach((site) -> byId.put(site.id(), site));
			List<Site> inService = sites.stream()
				.filter((site) -> !site.retired())
				.sorted(Comparator.comparing((Site site) -> site.area().name(), alphabetical)
					.thenComparing(Site::name, alphabetical)
					.thenComparing(Site::slug))
				.toList();
			Map<String, Site> bySlug = new LinkedHashMap<>();
			Map<String, Site> byHost = new HashMap<>();
			Map<String, List<Site>> byName = new HashMap<>();
			for (Site site : inService) {
				bySlug.put(site.slug(), site);
				for (String name : List.of(site.name(), site.fullName())) {
					byName.computeIfAbsent(VietnameseText.fold(name), (folded) -> new ArrayList<>()).add(site);
				}
				site.hosts().forEach((host) -> byHost.put(host, site));
			}
			return new Snapshot(provinces.stream().findFirst().orElse(null),
					areas.stream().sorted(Comparator.comparing(Area::name, alphabetical)).toList(), inService, byId,
					bySlug, byHost, byName);
		}

	}

}
