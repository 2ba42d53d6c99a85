package vn.conglang.volume;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Area;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;
import vn.conglang.volume.Volumes.Stand;

import org.springframework.stereotype.Service;

/**
 * What was done in areas, by the sites that stood there then: a site that moved within
 * the period has a row in both, so that the rows of an area always add up to its sum.
 */
@Service
class VolumeReport {

	private final Volumes volumes;

	private final Standings standings;

	private final Sites sites;

	VolumeReport(Volumes volumes, Standings standings, Sites sites) {
		this.volumes = volumes;
		this.standings = standings;
		this.sites = sites;
	}

	/** All of it, in a handful of statements however many sites there are. */
	Volume of(Reach reach, Period period, Filter filter) {
		return new Volume(rows(reach, period, this.volumes.byStand(reach, period, filter)),
				this.volumes.byCategory(reach, period, new Filter("", filter.types())));
	}

	/** Everybody who stood there, whether they did anything or not. */
	private List<Row> rows(Reach reach, Period period, Map<Stand, Figures> figures) {
		Map<Long, Area> areas = reach.areas().stream().collect(Collectors.toMap(Area::id, (area) -> area));
		Map<SiteId, List<Standings.Span>> changed = this.standings.changed(period);
		Map<Stand, Row> rows = new LinkedHashMap<>();
		for (Site site : reach.sites()) {
			if (!changed.containsKey(site.id())) {
				add(rows, site, site.area(), null, figures);
			}
		}
		changed.forEach((id, spans) -> this.sites.byId(id).ifPresent((site) -> {
			for (int i = 0; i < spans.size(); i++) {
				Standings.Span span = spans.get(i);
				if (!span.retired() && areas.containsKey(span.area().id())) {
					add(rows, site, span.area(), Note.of(spans, i), figures);
				}
			}
		}));
		// what was brought in with days of long ago
		figures.keySet().forEach((place) -> {
			Area area = areas.get(place.area());
			if (area != null && !rows.containsKey(place)) {
				this.sites.byId(place.site())
					.ifPresent((site) -> add(rows, site, area, site.retired() ? Note.RETIRED : null, figures));
			}
		});
		return changed.isEmpty() && rows.size() == reach.sites().size() ? List.copyOf(rows.values())
				: alphabetical(rows.values());
	}

	private static void add(Map<Stand, Row> rows, Site site, Area area, @Nullable Note note,
			Map<Stand, Figures> figures) {
		Stand place = new Stand(site.id(), area.id());
		rows.put(place, new Row(site, area, figures.getOrDefault(place, Figures.NONE), note));
	}

	private static List<Row> alphabetical(Iterable<Row> rows) {
		Comparator<String> alphabetical = VietnameseText.alphabetical();
		List<Row> sorted = new ArrayList<>();
		rows.forEach(sorted::add);
		sorted.sort(Comparator.comparing((Row row) -> row.area().name(), alphabetical)
			.thenComparing((row) -> row.site().name(), alphabetical)
			.thenComparing((row) -> row.site().slug()));
		return sorted;
	}

	/**
	 * All that the report says.
	 *
	 * @param rows by the alphabet of areas and sites
	 */
	record Volume(List<Row> rows, List<CategoryCount> categories) {

		public Figures total() {
			return this.rows.stream().map(Row::figures).reduce(Figures.NONE, Figures::plus);
		}

		public int sites() {
			return ids(this.rows).size();
		}

		/** Sites that published nothing of their own, wherever they stood. */
		public int silent() {
			return silent(this.rows);
		}

		public List<AreaRow> areas() {
			Map<Long, List<Row>> byArea = new LinkedHashMap<>();
			this.rows.forEach((row) -> byArea.computeIfAbsent(row.area().id(), (id) -> new ArrayList<>()).add(row));
			return byArea.values()
				.stream()
				.map((rows) -> new AreaRow(rows.getFirst().area(), rows.size(), silent(rows),
						rows.stream().map(Row::figures).reduce(Figures.NONE, Figures::plus)))
				.toList();
		}

		private static int silent(List<Row> rows) {
			Set<SiteId> silent = ids(rows);
			rows.stream()
				.filter((row) -> row.figures().published() > 0)
				.forEach((row) -> silent.remove(row.site().id()));
			return silent.size();
		}

		private static Set<SiteId> ids(List<Row> rows) {
			return rows.stream().map((row) -> row.site().id()).collect(Collectors.toCollection(HashSet::new));
		}

	}

	/**
	 * What a site did while it stood in an area.
	 *
	 * @param note how that began or ended within the period, if it did
	 */
	record Row(Site site, Area area, Figures figures, @Nullable Note note) {

		public int others() {
			return this.figures.published() - this.figures.of(EntryType.ARTICLE)
					- this.figures.of(EntryType.LEGAL_DOCUMENT) - this.figures.of(EntryType.PAGE);
		}

	}

	/** What the sites of an area did. */
	record AreaRow(Area area, int sites, int silent, Figures figures) {
	}

	/**
	 * What became of a site.
	 *
	 * @param key of the message
	 * @param day on which it happened, where that is known
	 * @param area the other area, of a site that moved
	 */
	record Note(String key, @Nullable LocalDate day, @Nullable Area area) {

		static final Note RETIRED = new Note("volume.note.retired", null, null);

		/** How one of several spans ended or, if it goes on, began. */
		static @Nullable Note of(List<Standings.Span> spans, int at) {
			Standings.Span span = spans.get(at);
			if (at + 1 < spans.size()) {
				Standings.Span next = spans.get(at + 1);
				return next.retired() ? new Note("volume.note.retiredOn", span.until(), null)
						: new Note("volume.note.movedTo", span.until(), next.area());
			}
			if (at > 0) {
				Standings.Span before = spans.get(at - 1);
				return before.retired() ? new Note("volume.note.takenUp", span.since(), null)
						: new Note("volume.note.movedFrom", span.since(), before.area());
			}
			return null;
		}

	}

}
