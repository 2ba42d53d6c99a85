package vn.conglang.reports;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;
import vn.conglang.emulation.Score;
import vn.conglang.emulation.Scores;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.likeness.CopyShare;
import vn.conglang.likeness.Likeness;
import vn.conglang.reports.ReportDocument.AreaLine;
import vn.conglang.reports.ReportDocument.CategoryLine;
import vn.conglang.reports.ReportDocument.MonthLine;
import vn.conglang.reports.ReportDocument.Place;
import vn.conglang.reports.ReportDocument.SiteLine;
import vn.conglang.reports.ReportDocument.Totals;
import vn.conglang.reports.ReportDocument.TypeLine;
import vn.conglang.site.Area;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;
import vn.conglang.upkeep.Standing;
import vn.conglang.upkeep.Tally;
import vn.conglang.upkeep.Upkeep;
import vn.conglang.volume.CategoryCount;
import vn.conglang.volume.Figures;
import vn.conglang.volume.Filter;
import vn.conglang.volume.Period;
import vn.conglang.volume.Reach;
import vn.conglang.volume.Volumes;
import vn.conglang.volume.Work;

import org.springframework.stereotype.Service;

/**
 * Gathers the numbers of a report: some ten statements, however many sites it is about.
 */
@Service
class ReportMaking {

	/** Months of the trend, unless the period has more. */
	private static final int MONTHS = 12;

	private static final int MOST_MONTHS = 36;

	private final Volumes volumes;

	private final Upkeep upkeep;

	private final Likeness likeness;

	private final Scores scores;

	private final Sites sites;

	private final Clock clock;

	ReportMaking(Volumes volumes, Upkeep upkeep, Likeness likeness, Scores scores, Sites sites, Clock clock) {
		this.volumes = volumes;
		this.upkeep = upkeep;
		this.likeness = likeness;
		this.scores = scores;
		this.sites = sites;
		this.clock = clock;
	}

	/** Today, in Vietnam. */
	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
	}

	/**
	 * Makes the report of an office.
	 * @param by name of who asks for it
	 */
	ReportDocument make(Office office, ReportPeriod period, String by) {
		Reach reach = reach(office);
		Period now = period.days();
		Map<Volumes.Stand, Figures> figures = this.volumes.byStand(reach, now, Filter.ALL);
		Map<Volumes.Stand, Figures> before = this.volumes.byStand(reach, now.before(), Filter.ALL);
		Map<Volumes.Stand, Figures> yearBefore = this.volumes.byStand(reach, now.yearBefore(), Filter.ALL);
		List<SiteLine> lines = siteLines(reach, now, figures, before, yearBefore);
		Figures sum = sum(figures);
		return new ReportDocument(ReportDocument.FORM,
				new ReportDocument.Head(office.slug(), office.name(), period.kind(), period.from(), period.to(),
						now.before().from(), now.before().to(), now.yearBefore().from(), now.yearBefore().to(),
						this.clock.instant().truncatedTo(ChronoUnit.SECONDS), by, !period.to().isBefore(today())),
				Totals.of(sum), Totals.of(sum(before)), Totals.of(sum(yearBefore)),
				typeLines(sum, sum(before), sum(yearBefore)), categoryLines(reach, now), areaLines(reach, lines), lines,
				monthLines(reach, now));
	}

	private Reach reach(Office office) {
		List<Site> inService = this.sites.all()
			.stream()
			.filter((site) -> office.areas().stream().anyMatch((area) -> area.id() == site.area().id()))
			.toList();
		return Reach.of(office.areas(), inService, this.sites);
	}

	private static Figures sum(Map<Volumes.Stand, Figures> figures) {
		return figures.values().stream().reduce(Figures.NONE, Figures::plus);
	}

	private static List<TypeLine> typeLines(Figures now, Figures before, Figures yearBefore) {
		return Arrays.stream(EntryType.values())
			.map((type) -> new TypeLine(type, now.of(type), before.of(type), yearBefore.of(type)))
			.toList();
	}

	private List<CategoryLine> categoryLines(Reach reach, Period now) {
		Map<String, CategoryCount> figures = bySlug(reach, now);
		Map<String, CategoryCount> before = bySlug(reach, now.before());
		Map<String, CategoryCount> yearBefore = bySlug(reach, now.yearBefore());
		Map<String, String> names = new LinkedHashMap<>();
		List.of(figures, before, yearBefore)
			.forEach((one) -> one.forEach((slug, category) -> names.putIfAbsent(slug, category.name())));
		return names.entrySet()
			.stream()
			.map((name) -> new CategoryLine(name.getKey(), name.getValue(), published(figures.get(name.getKey())),
					published(before.get(name.getKey())), published(yearBefore.get(name.getKey()))))
			.filter((line) -> line.now() + line.before() + line.yearBefore() > 0)
			.sorted(Comparator.comparingInt(CategoryLine::now)
				.reversed()
				.thenComparing(CategoryLine::name, VietnameseText.alphabetical()))
			.toList();
	}

	private Map<String, CategoryCount> bySlug(Reach reach, Period period) {
		Map<String, CategoryCount> categories = new LinkedHashMap<>();
		this.volumes.byCategory(reach, period, Filter.ALL).forEach((one) -> categories.put(one.slug(), one));
		return categories;
	}

	private static int published(@Nullable CategoryCount category) {
		return (category != null) ? category.published() : 0;
	}

	private List<SiteLine> siteLines(Reach reach, Period period, Map<Volumes.Stand, Figures> now,
			Map<Volumes.Stand, Figures> before, Map<Volumes.Stand, Figures> yearBefore) {
		// those in service, whether or not they did anything; and whoever else did
		// something there
		Map<Volumes.Stand, Site> stands = new LinkedHashMap<>();
		reach.sites().forEach((site) -> stands.put(new Volumes.Stand(site.id(), site.area().id()), site));
		now.keySet()
			.forEach((stand) -> this.sites.byId(stand.site()).ifPresent((site) -> stands.putIfAbsent(stand, site)));
		List<Site> sites = stands.values().stream().distinct().toList();
		Map<Long, Area> areas = new HashMap<>();
		reach.areas().forEach((area) -> areas.put(area.id(), area));
		Beside beside = beside(sites, period);
		List<SiteLine> lines = new ArrayList<>();
		stands.forEach((stand, site) -> {
			Area area = Objects.requireNonNull(areas.get(stand.area()));
			lines.add(line(site, area, now.getOrDefault(stand, Figures.NONE),
					before.getOrDefault(stand, Figures.NONE).published(),
					yearBefore.getOrDefault(stand, Figures.NONE).published(), beside));
		});
		Comparator<String> alphabetical = VietnameseText.alphabetical();
		lines.sort(Comparator.comparing(SiteLine::area, alphabetical)
			.thenComparing(SiteLine::name, alphabetical)
			.thenComparing(SiteLine::slug));
		return lines;
	}

	/** What else is known of the sites, some of it of today. */
	private Beside beside(List<Site> sites, Period period) {
		List<Site> inService = sites.stream().filter((site) -> !site.retired()).toList();
		return new Beside(this.volumes.lastOwn(sites), this.volumes.work(sites, period), this.upkeep.of(inService),
				this.likeness.shares(inService, period),
				this.scores.periods()
					.stream()
					.filter((one) -> one.from().equals(period.from()) && one.to().equals(period.to()))
					.findFirst()
					.map((one) -> this.scores.of(inService, one.id()))
					.orElse(Map.of()));
	}

	private static SiteLine line(Site site, Area area, Figures now, int before, int yearBefore, Beside beside) {
		Work work = beside.work().getOrDefault(site.id(), Work.NONE);
		Duration median = work.medianDraftToPublication();
		Map<EntryType, Integer> types = new EnumMap<>(EntryType.class);
		types.putAll(now.byType());
		Standing upkeep = beside.upkeep().get(site.id());
		// of what was not looked at yet nothing is said
		Tally sections = (upkeep != null && upkeep.tally().sections() > 0) ? upkeep.tally() : null;
		CopyShare copies = beside.copies().get(site.id());
		Score score = beside.scores().get(site.id());
		return new SiteLine(site.slug(), site.code(), site.title(), area.slug(), area.title(), standing(site, area),
				Totals.of(now), types, before, yearBefore, work.authors(),
				(median != null) ? Math.toIntExact(Math.min(median.toHours(), Integer.MAX_VALUE)) : null,
				beside.last().get(site.id()), (upkeep != null) ? upkeep.light().name() : null,
				(upkeep != null) ? upkeep.reason() : null, (sections != null) ? sections.sections() : null,
				(sections != null) ? sections.present() : null, (sections != null) ? sections.current() : null,
				(copies != null) ? copies.copied() : null, (copies != null) ? copies.of() : null,
				(score != null) ? score.total() : null, (score != null) ? score.rank() : null);
	}

	private static Place standing(Site site, Area area) {
		if (site.retired()) {
			return Place.RETIRED;
		}
		return (site.area().id() == area.id()) ? Place.HERE : Place.MOVED;
	}

	private static List<AreaLine> areaLines(Reach reach, List<SiteLine> lines) {
		List<AreaLine> areas = new ArrayList<>();
		for (Area area : reach.areas()) {
			List<SiteLine> sites = lines.stream().filter((line) -> line.areaSlug().equals(area.slug())).toList();
			if (!sites.isEmpty()) {
				areas.add(new AreaLine(area.slug(), area.title(),
						(int) sites.stream().filter(SiteLine::inService).count(),
						(int) sites.stream().filter(SiteLine::silent).count(),
						sites.stream().map(SiteLine::now).reduce(Totals.NONE, Totals::plus),
						sites.stream().mapToInt(SiteLine::before).sum(),
						sites.stream().mapToInt(SiteLine::yearBefore).sum()));
			}
		}
		return areas;
	}

	private List<MonthLine> monthLines(Reach reach, Period period) {
		YearMonth to = YearMonth.from(period.to());
		long months = YearMonth.from(period.from()).until(to, ChronoUnit.MONTHS) + 1;
		YearMonth from = to.minusMonths(Math.clamp(months, MONTHS, MOST_MONTHS) - 1);
		SortedMap<YearMonth, Figures> figures = this.volumes.months(reach, from.minusYears(1), to);
		List<MonthLine> lines = new ArrayList<>();
		for (YearMonth month : new TreeSet<>(figures.tailMap(from).keySet())) {
			Figures now = figures.getOrDefault(month, Figures.NONE);
			lines.add(new MonthLine(month, now.published(), now.shared(),
					figures.getOrDefault(month.minusYears(1), Figures.NONE).published()));
		}
		return lines;
	}

	private record Beside(Map<SiteId, LocalDate> last, Map<SiteId, Work> work, Map<SiteId, Standing> upkeep,
			Map<SiteId, CopyShare> copies, Map<SiteId, Score> scores) {
	}

}
