package vn.conglang.volume;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Area;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where sites stood, and whether they were in service, as time went by. */
@Service
class Standings {

	private final JdbcClient overseer;

	private final Sites sites;

	Standings(@Qualifier("overseerJdbc") JdbcClient overseer, Sites sites) {
		this.overseer = overseer;
		this.sites = sites;
	}

	/**
	 * The sites that moved, were retired or taken up again since the period began.
	 * @return for each of them, what it was within the period, one after the other; sites
	 * without a change are missing
	 */
	Map<SiteId, List<Span>> changed(Period period) {
		Instant begin = start(period.from());
		Instant end = start(period.to().plusDays(1));
		Map<SiteId, List<Was>> was = new HashMap<>();
		this.overseer
			.sql("SELECT site_id, area_id, status, until FROM site_history WHERE until > :begin ORDER BY until")
			.param("begin", OffsetDateTime.ofInstant(begin, ZoneOffset.UTC))
			.query((row, number) -> was.computeIfAbsent(new SiteId(row.getLong("site_id")), (site) -> new ArrayList<>())
				.add(new Was(row.getLong("area_id"), "RETIRED".equals(row.getString("status")),
						row.getObject("until", OffsetDateTime.class).toInstant())))
			.list();
		Map<Long, Area> areas = this.sites.areas()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Area::id, (area) -> area));
		Map<SiteId, List<Span>> spans = new HashMap<>();
		was.forEach((id, history) -> this.sites.byId(id)
			.ifPresent((site) -> spans.put(id, spans(site, history, end, areas))));
		return spans;
	}

	private static List<Span> spans(Site site, List<Was> history, Instant end, Map<Long, Area> areas) {
		List<Span> spans = new ArrayList<>();
		Instant since = null;
		for (Was was : history) {
			if (since == null || since.isBefore(end)) {
				add(spans, new Span(areas.getOrDefault(was.area(), site.area()), was.retired(), day(since),
						day(was.until())), was.until().isBefore(end));
			}
			since = was.until();
		}
		if (since == null || since.isBefore(end)) {
			add(spans, new Span(site.area(), site.retired(), day(since), null), false);
		}
		return spans;
	}

	/** What only changed its name goes on. */
	private static void add(List<Span> spans, Span span, boolean ends) {
		Span shown = ends ? span : new Span(span.area(), span.retired(), span.since(), null);
		if (!spans.isEmpty() && spans.getLast().area().id() == span.area().id()
				&& spans.getLast().retired() == span.retired()) {
			Span before = spans.removeLast();
			shown = new Span(shown.area(), shown.retired(), before.since(), shown.until());
		}
		spans.add(shown);
	}

	/** Whether the site stands in one of the areas, or ever did. */
	boolean everStoodIn(Site site, Collection<Area> areas) {
		Set<Long> ids = areas.stream().map(Area::id).collect(Collectors.toSet());
		return ids.contains(site.area().id())
				|| this.overseer.sql("SELECT area_id FROM site_history WHERE site_id = :site")
					.param("site", site.id().value())
					.query(Long.class)
					.list()
					.stream()
					.anyMatch(ids::contains);
	}

	/** The site with this slug, in service or retired. */
	Optional<Site> site(String slug) {
		return this.sites.bySlug(slug)
			.or(() -> this.sites.retired().stream().filter((site) -> site.slug().equals(slug)).findFirst());
	}

	private static Instant start(LocalDate day) {
		return day.atStartOfDay(VietnameseText.ZONE).toInstant();
	}

	private static @Nullable LocalDate day(@Nullable Instant at) {
		return (at != null) ? LocalDate.ofInstant(at, VietnameseText.ZONE) : null;
	}

	/**
	 * What a site was for a while.
	 *
	 * @param since day on which it became so, if that lies within the period
	 * @param until day on which it became something else, if that lies within the period
	 */
	record Span(Area area, boolean retired, @Nullable LocalDate since, @Nullable LocalDate until) {
	}

	private record Was(long area, boolean retired, Instant until) {
	}

}
