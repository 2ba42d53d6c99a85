package vn.conglang.volume;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.content.EntryType;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Area;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How much each site published in a period, from the facts. An entry counts once, on the
 * day it appeared, whatever its text became later. What a site took over from its
 * district or the province is told beside, and counted as work of nobody.
 */
@Service
class VolumeReport {

	private final JdbcClient overseer;

	VolumeReport(@Qualifier("overseerJdbc") JdbcClient overseer) {
		this.overseer = overseer;
	}

	/**
	 * Counts the given sites.
	 * @param sites the sites that the reader may see
	 * @param from first day, inclusive
	 * @param to last day, inclusive
	 * @param type only this one, or {@code null} for all
	 * @param category only the one with this name, or empty for all
	 */
	Volume of(List<Site> sites, LocalDate from, LocalDate to, @Nullable EntryType type, String category) {
		Long[] ids = sites.stream().map((site) -> site.id().value()).toArray(Long[]::new);
		Map<Long, Map<EntryType, Integer>> counts = new HashMap<>();
		Map<Long, Figures> figures = new HashMap<>();
		this.overseer
			.sql("""
					SELECT site_id, type, count(DISTINCT entry_id) FILTER (WHERE act = 'PUBLISHED' AND NOT shared) AS published,
					       count(DISTINCT entry_id) FILTER (WHERE act = 'PUBLISHED' AND shared) AS taken,
					       count(DISTINCT entry_id) FILTER (WHERE act = 'WITHDRAWN' AND NOT shared) AS withdrawn,
					       coalesce(sum(words) FILTER (WHERE act = 'PUBLISHED' AND NOT shared), 0) AS words,
					       coalesce(sum(images) FILTER (WHERE act = 'PUBLISHED' AND NOT shared), 0) AS images
					FROM volume_fact
					WHERE day BETWEEN :from AND :to AND site_id IN (SELECT unnest(:ids))
					  AND (:type = '' OR type = :type) AND (:category = '' OR category = :category)
					GROUP BY site_id, type""")
			.param("from", from)
			.param("to", to)
			.param("ids", ids)
			.param("type", (type != null) ? type.name() : "")
			.param("category", category)
			.query((row, number) -> {
				long site = row.getLong("site_id");
				counts.computeIfAbsent(site, (id) -> new HashMap<>())
					.merge(EntryType.valueOf(row.getString("type")), row.getInt("published"), Integer::sum);
				figures.merge(site, new Figures(row.getInt("withdrawn"), row.getLong("words"), row.getLong("images"),
						row.getInt("taken")), Figures::plus);
				return true;
			})
			.list();
		Map<Long, LocalDate> last = last(ids);
		List<SiteVolume> rows = sites.stream().map((site) -> {
			long id = site.id().value();
			return new SiteVolume(site, counts.getOrDefault(id, Map.of()), figures.getOrDefault(id, Figures.NONE),
					last.get(id));
		}).toList();
		return new Volume(rows, areas(rows), categories(ids, from, to, type));
	}

	/** The day of each site's last publication, in all time. */
	private Map<Long, LocalDate> last(Long[] ids) {
		Map<Long, LocalDate> last = new HashMap<>();
		this.overseer.sql("""
				SELECT site_id, max(day) AS day FROM volume_fact
				WHERE act = 'PUBLISHED' AND NOT shared AND site_id IN (SELECT unnest(:ids)) GROUP BY site_id""")
			.param("ids", ids)
			.query((row, number) -> last.put(row.getLong("site_id"), row.getObject("day", LocalDate.class)))
			.list();
		return last;
	}

	private List<CategoryVolume> categories(Long[] ids, LocalDate from, LocalDate to, @Nullable EntryType type) {
		return this.overseer
			.sql("""
					SELECT category, count(DISTINCT entry_id) AS published FROM volume_fact
					WHERE act = 'PUBLISHED' AND NOT shared AND day BETWEEN :from AND :to AND site_id IN (SELECT unnest(:ids))
					  AND (:type = '' OR type = :type) AND category IS NOT NULL
					GROUP BY category ORDER BY published DESC, category""")
			.param("from", from)
			.param("to", to)
			.param("ids", ids)
			.param("type", (type != null) ? type.name() : "")
			.query((row, number) -> new CategoryVolume(row.getString("category") + "", row.getInt("published")))
			.list();
	}

	private static List<AreaVolume> areas(List<SiteVolume> rows) {
		Map<Long, AreaVolume> areas = new LinkedHashMap<>();
		for (SiteVolume row : rows) {
			Area area = row.site().area();
			areas.merge(area.id(), AreaVolume.of(row), AreaVolume::plus);
		}
		return areas.values()
			.stream()
			.sorted(Comparator.comparing((AreaVolume area) -> area.area().name(), VietnameseText.alphabetical()))
			.toList();
	}

	/** All that the report says. */
	record Volume(List<SiteVolume> sites, List<AreaVolume> areas, List<CategoryVolume> categories) {

		public int total() {
			return this.sites.stream().mapToInt(SiteVolume::total).sum();
		}

		public int total(EntryType type) {
			return this.sites.stream().mapToInt((site) -> site.count(type)).sum();
		}

		public int withdrawn() {
			return this.sites.stream().mapToInt((site) -> site.figures().withdrawn()).sum();
		}

		public long silent() {
			return this.sites.stream().filter((site) -> site.total() == 0).count();
		}

	}

	/**
	 * What one site published.
	 *
	 * @param last day of its last publication ever, if there was one
	 */
	record SiteVolume(Site site, Map<EntryType, Integer> counts, Figures figures, @Nullable LocalDate last) {

		public int count(EntryType type) {
			return this.counts.getOrDefault(type, 0);
		}

		public int total() {
			return this.counts.values().stream().mapToInt(Integer::intValue).sum();
		}

	}

	/** What the sites of an area published. */
	record AreaVolume(Area area, int sites, int silent, Map<EntryType, Integer> counts, Figures figures,
			@Nullable LocalDate last) {

		static AreaVolume of(SiteVolume site) {
			return new AreaVolume(site.site().area(), 1, (site.total() == 0) ? 1 : 0, site.counts(), site.figures(),
					site.last());
		}

		AreaVolume plus(AreaVolume other) {
			Map<EntryType, Integer> sum = new HashMap<>(this.counts);
			other.counts.forEach((type, count) -> sum.merge(type, count, Integer::sum));
			LocalDate later = (this.last == null || (other.last != null && other.last.isAfter(this.last))) ? other.last
					: this.last;
			return new AreaVolume(this.area, this.sites + other.sites, this.silent + other.silent, sum,
					this.figures.plus(other.figures), later);
		}

		public int count(EntryType type) {
			return this.counts.getOrDefault(type, 0);
		}

		public int total() {
			return this.counts.values().stream().mapToInt(Objects::requireNonNull).sum();
		}

	}

	/** What was published in a category, over all the sites. */
	record CategoryVolume(String name, int published) {
	}

	/**
	 * Further figures of a site or an area.
	 *
	 * @param shared how many entries it took over from the district or the province and
	 * published: counted nowhere else, as they are not its own work
	 */
	record Figures(int withdrawn, long words, long images, int shared) {

		static final Figures NONE = new Figures(0, 0, 0, 0);

		Figures plus(Figures other) {
			return new Figures(this.withdrawn + other.withdrawn, this.words + other.words, this.images + other.images,
					this.shared + other.shared);
		}

	}

}
