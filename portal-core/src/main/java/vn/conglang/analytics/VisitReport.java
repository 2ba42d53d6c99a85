package vn.conglang.analytics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.content.Categories;
import vn.conglang.content.CategoryInfo;
import vn.conglang.content.EntryMeasure;
import vn.conglang.content.EntryType;
import vn.conglang.content.PublishedEntries;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What is known of the visits of sites, from the facts that were brought home. Asks
 * Matomo nothing, so that no page waits for it.
 */
@Service
public class VisitReport {

	/** Where a board reads more, below its address; the province's is the same alone. */
	public static final String PAGE = "/luot-xem";

	/** Nobody sees what was searched for less often. */
	static final int FEWEST = 3;

	private static final int TOP = 20;

	private static final int TOP_OF_WEEK = 5;

	/** Shorter texts count as this long, or every notice of one line would come first. */
	private static final int FEWEST_WORDS = 50;

	private static final String CATEGORY = "/chuyen-muc/";

	private final JdbcClient overseer;

	private final MatomoApi matomo;

	private final MatomoSites ids;

	private final PublishedEntries entries;

	private final Categories categories;

	private final MessageSource messages;

	private final Duration silence;

	private final Clock clock;

	VisitReport(@Qualifier("overseerJdbc") JdbcClient overseer, MatomoApi matomo, MatomoSites ids,
			PublishedEntries entries, Categories categories, MessageSource messages, ReportSettings settings,
			Clock clock) {
		this.overseer = overseer;
		this.matomo = matomo;
		this.ids = ids;
		this.entries = entries;
		this.categories = categories;
		this.messages = messages;
		this.silence = settings.lookEvery().multipliedBy(4);
		this.clock = clock;
	}

	/** Today, in Vietnam. */
	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
	}

	/** Whether visits of the site are counted at all. */
	boolean connected(Site site) {
		return this.matomo.configured() && this.ids.idOf(site) != null;
	}

	/**
	 * The visits of each site in some days, both inclusive; sites of which nothing is
	 * known are missing.
	 */
	public Map<SiteId, Long> visits(Collection<Site> sites, LocalDate from, LocalDate to) {
		Map<SiteId, Long> visits = new HashMap<>();
		this.overseer.sql("""
				SELECT site_id, sum(visits) AS visits FROM visit_day
				WHERE day BETWEEN :from AND :to AND site_id IN (SELECT unnest(:ids)) GROUP BY site_id""")
			.param("from", from)
			.param("to", to)
			.param("ids", sites.stream().map((site) -> site.id().value()).toArray(Long[]::new))
			.query((row, number) -> visits.put(new SiteId(row.getLong("site_id")), row.getLong("visits")))
			.list();
		return visits;
	}

	/** How the import stands, over all sites. */
	State state() {
		return this.overseer.sql("SELECT done_at, problem, detail FROM visit_import WHERE id = 1")
			.query((row, number) -> {
				OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
				String problem = row.getString("problem");
				boolean silent = problem != null
						&& (done == null || done.toInstant().plus(this.silence).isBefore(this.clock.instant()));
				return new State((done != null) ? done.toInstant() : null, silent, problem, row.getString("detail"));
			})
			.single();
	}

	/** Seconds since everything came in last; not a number if it never did. */
	double age() {
		Instant done = state().doneAt();
		return (done != null) ? Duration.between(done, this.clock.instant()).toSeconds() : Double.NaN;
	}

	/** For the counter on the public page. */
	public Counter counter(Site site) {
		LocalDate today = today();
		return this.overseer.sql("""
				SELECT coalesce(sum(visits) FILTER (WHERE day = :today), 0) AS today,
				       coalesce(sum(visits) FILTER (WHERE day >= :month), 0) AS month,
				       coalesce(sum(visits), 0) AS total, min(day) AS since
				FROM visit_day WHERE site_id = :site""")
			.param("today", today)
			.param("month", today.withDayOfMonth(1))
			.param("site", site.id().value())
			.query((row, number) -> new Counter(row.getLong("today"), row.getLong("month"), row.getLong("total"),
					row.getObject("since", LocalDate.class)))
			.single();
	}

	/**
	 * The last seven full days of a site, for the page on which its board begins the day;
	 * {@code null} where nothing is known.
	 */
	public @Nullable Week week(Site site) {
		LocalDate last = today().minusDays(1);
		Figures figures = figures(site, last.minusDays(6), last);
		if (!connected(site) || figures.known() == 0) {
			return null;
		}
		Origins origins = origins(site, last.minusDays(6), last);
		return new Week(figures.sum().visits(), figures.before().visits(), figures.beforeKnown(), counter(site).today(),
				pages(site, last.minusDays(6), last, TOP_OF_WEEK), origins.kinds());
	}

	/** The numbers of a site, day by day, and the sum of the days before. */
	Figures figures(Site site, LocalDate from, LocalDate to) {
		long length = from.datesUntil(to.plusDays(1)).count();
		Map<LocalDate, Visits> days = new TreeMap<>();
		this.overseer.sql("SELECT * FROM visit_day WHERE site_id = :site AND day BETWEEN :from AND :to")
			.param("site", site.id().value())
			.param("from", from.minusDays(length))
			.param("to", to)
			.query((row) -> {
				days.put(row.getObject("day", LocalDate.class),
						new Visits(row.getLong("visits"), row.getLong("visitors"), row.getLong("page_views"),
								row.getLong("searches"), row.getLong("downloads")));
			});
		Map<LocalDate, Visits> before = new TreeMap<>(days);
		before.keySet().removeIf((day) -> !day.isBefore(from));
		days.keySet().removeIf((day) -> day.isBefore(from));
		return new Figures(days, sum(days), sum(before), before.size() == length);
	}

	private static Visits sum(Map<LocalDate, Visits> days) {
		return days.values().stream().reduce(Visits.NONE, Visits::plus);
	}

	/**
	 * What was read most, the most first. Addresses at which nothing is now, such as
	 * those that programs try, are left out.
	 */
	List<Read> pages(Site site, LocalDate from, LocalDate to, int most) {
		Map<String, Long> views = new HashMap<>();
		List<String> paths = new ArrayList<>();
		this.overseer.sql("""
				SELECT path, sum(views) AS views FROM visit_page WHERE site_id = :site AND day BETWEEN :from AND :to
				GROUP BY path ORDER BY views DESC, path LIMIT :most""")
			.param("site", site.id().value())
			.param("from", from)
			.param("to", to)
			.param("most", 5 * most)
			.query((row) -> {
				paths.add(row.getString("path"));
				views.put(row.getString("path"), row.getLong("views"));
			});
		return CurrentSite.call(site.id(), () -> {
			Map<String, String> titles = titles(paths);
			return paths.stream()
				.filter(titles::containsKey)
				.map((path) -> new Read(titles.get(path) + "", path, views.getOrDefault(path, 0L)))
				.limit(most)
				.toList();
		});
	}

	List<Read> pages(Site site, LocalDate from, LocalDate to) {
		return pages(site, from, to, TOP);
	}

	/** Titles as they are today, of all that is there. */
	private Map<String, String> titles(List<String> paths) {
		Map<String, String> titles = new HashMap<>();
		List<String> slugs = paths.stream().map((path) -> path.substring(path.lastIndexOf('/') + 1)).toList();
		this.entries.measures(slugs).forEach((entry) -> titles.put(entry.address(), entry.title()));
		List<CategoryInfo> all = this.categories.all();
		for (String path : paths) {
			if (path.startsWith(CATEGORY)) {
				all.stream()
					.filter((category) -> path.equals(CATEGORY + category.slug()))
					.forEach((category) -> titles.put(path, category.name()));
			}
			else if (!titles.containsKey(path)) {
				String known = this.messages.getMessage("visits.path." + path, null, "", VietnameseText.LOCALE);
				if (known != null && !known.isEmpty()) {
					titles.put(path, known);
				}
			}
		}
		return titles;
	}

	/** Where people came from. */
	Origins origins(Site site, LocalDate from, LocalDate to) {
		Map<VisitFacts.Kind, Long> kinds = new EnumMap<>(VisitFacts.Kind.class);
		List<Origin> names = new ArrayList<>();
		this.overseer.sql("""
				SELECT kind, name, sum(visits) AS visits FROM visit_referrer
				WHERE site_id = :site AND day BETWEEN :from AND :to
				GROUP BY kind, name ORDER BY visits DESC, name""")
			.param("site", site.id().value())
			.param("from", from)
			.param("to", to)
			.query((row) -> {
				VisitFacts.Kind kind = VisitFacts.Kind.valueOf(row.getString("kind"));
				kinds.merge(kind, row.getLong("visits"), Long::sum);
				if (kind != VisitFacts.Kind.DIRECT && names.size() < TOP) {
					names.add(new Origin(kind.name(), row.getString("name") + "", row.getLong("visits")));
				}
			});
		return new Origins(kinds.entrySet()
			.stream()
			.map((kind) -> new Origin(kind.getKey().name(), "", kind.getValue()))
			.sorted(Comparator.comparingLong(Origin::visits).reversed())
			.toList(), names);
	}

	/** What was searched for on the site, the most first. */
	List<Read> searches(Site site, LocalDate from, LocalDate to) {
		return this.overseer.sql("""
				SELECT query, sum(searches) AS searches FROM visit_search
				WHERE site_id = :site AND day BETWEEN :from AND :to
				GROUP BY query HAVING sum(searches) >= :fewest ORDER BY searches DESC, query LIMIT :most""")
			.param("site", site.id().value())
			.param("from", from)
			.param("to", to)
			.param("fewest", FEWEST)
			.param("most", TOP)
			.query((row, number) -> new Read(row.getString("query") + "", "", row.getLong("searches")))
			.list();
	}

	/**
	 * The articles that appeared in the period, with how often they were read since:
	 * those that were read most for what it took to write them first.
	 */
	List<Effort> efforts(Site site, LocalDate from, LocalDate to) {
		Instant begun = from.atStartOfDay(VietnameseText.ZONE).toInstant();
		Instant ended = to.plusDays(1).atStartOfDay(VietnameseText.ZONE).toInstant();
		List<EntryMeasure> articles = CurrentSite.call(site.id(),
				() -> this.entries.measures(EntryType.ARTICLE, begun, ended));
		Map<String, Long> views = new HashMap<>();
		this.overseer.sql("""
				SELECT path, sum(views) AS views FROM visit_page
				WHERE site_id = :site AND day >= :from AND path IN (SELECT unnest(:paths)) GROUP BY path""")
			.param("site", site.id().value())
			.param("from", from)
			.param("paths", articles.stream().map(EntryMeasure::address).toArray(String[]::new))
			.query((row) -> {
				views.put(row.getString("path"), row.getLong("views"));
			});
		LocalDate today = today();
		return articles.stream().map((entry) -> {
			LocalDate day = LocalDate.ofInstant(entry.publishedAt(), VietnameseText.ZONE);
			long read = views.getOrDefault(entry.address(), 0L);
			long days = Math.max(1, day.datesUntil(today.plusDays(1)).count());
			return new Effort(entry.title(), entry.address(), day, entry.words(), read, (double) read / days,
					100.0 * read / Math.max(FEWEST_WORDS, entry.words()));
		})
			.sorted(Comparator.comparingDouble(Effort::perHundredWords)
				.reversed()
				.thenComparing(Effort::day, Comparator.reverseOrder())
				.thenComparing(Effort::path))
			.limit(TOP)
			.toList();
	}

	/** The sums of many sites; who has none in the period is not there. */
	Map<Long, SiteVisits> of(List<Site> sites, LocalDate from, LocalDate to) {
		Map<Long, SiteVisits> visits = new HashMap<>();
		long length = from.datesUntil(to.plusDays(1)).count();
		this.overseer
			.sql("""
					SELECT site_id, sum(visits) FILTER (WHERE day >= :from) AS visits,
					       sum(page_views) FILTER (WHERE day >= :from) AS page_views,
					       sum(visits) FILTER (WHERE day < :from) AS before
					FROM visit_day WHERE site_id IN (SELECT unnest(:sites)) AND day BETWEEN :earlier AND :to GROUP BY site_id""")
			.param("sites", sites.stream().map((site) -> site.id().value()).toArray(Long[]::new))
			.param("from", from)
			.param("to", to)
			.param("earlier", from.minusDays(length))
			.query((row) -> {
				visits.put(row.getLong("site_id"),
						new SiteVisits(row.getLong("visits"), row.getLong("page_views"), row.getLong("before")));
			});
		return visits;
	}

	/**
	 * How the import stands.
	 *
	 * @param doneAt when everything came in last, if ever
	 * @param silent whether Matomo has not answered for longer than can happen
	 * @param problem name of a {@link MatomoApi.Problem}
	 * @param detail what operators need to know of it
	 */
	record State(@Nullable Instant doneAt, boolean silent, @Nullable String problem, @Nullable String detail) {
	}

	/**
	 * A site's visits.
	 *
	 * @param before in as many days before
	 */
	record SiteVisits(long visits, long pageViews, long before) {

		static final SiteVisits NONE = new SiteVisits(0, 0, 0);

	}

	/**
	 * The numbers of a day or of several.
	 *
	 * @param visitors of several days, the sum of each day's: somebody who comes twice is
	 * counted twice
	 */
	record Visits(long visits, long visitors, long pageViews, long searches, long downloads) {

		static final Visits NONE = new Visits(0, 0, 0, 0, 0);

		Visits plus(Visits other) {
			return new Visits(this.visits + other.visits, this.visitors + other.visitors,
					this.pageViews + other.pageViews, this.searches + other.searches, this.downloads + other.downloads);
		}

	}

	/**
	 * A period.
	 *
	 * @param days those that are known
	 * @param before the sum of as many days before
	 * @param beforeKnown whether all of those are known
	 */
	record Figures(Map<LocalDate, Visits> days, Visits sum, Visits before, boolean beforeKnown) {

		/** How many days are known. */
		public int known() {
			return this.days.size();
		}

	}

	/**
	 * The public counter.
	 *
	 * @param month in this month, so far
	 * @param total since {@code since}, which is {@code null} where nothing is known
	 */
	public record Counter(long today, long month, long total, @Nullable LocalDate since) {
	}

	/**
	 * Seven full days.
	 *
	 * @param before in the seven days before those, of which all are known if
	 * {@code beforeKnown}
	 * @param today so far
	 * @param pages most read
	 * @param origins where people came from, by kind, the most first
	 */
	public record Week(long visits, long before, boolean beforeKnown, long today, List<Read> pages,
			List<Origin> origins) {

		/** Rounded change against the week before in percent. */
		public long change() {
			return (this.before > 0) ? Math.round((this.visits - this.before) * 100.0 / this.before) : 0;
		}

		/** How many of a hundred visits came so, rounded. */
		public long share(Origin origin) {
			long all = this.origins.stream().mapToLong(Origin::visits).sum();
			return (all > 0) ? Math.round(origin.visits() * 100.0 / all) : 0;
		}

	}

	/**
	 * Something that was read or searched for.
	 *
	 * @param path of the page
	 * @param times how often
	 */
	public record Read(String title, String path, long times) {
	}

	/**
	 * Where visits came from.
	 *
	 * @param kind "DIRECT", "SEARCH", "SOCIAL", "WEBSITE" or "CAMPAIGN"
	 * @param name such as "Google"; empty for all of a kind
	 */
	public record Origin(String kind, String name, long visits) {
	}

	/** Origins by kind, and those that have a name. */
	record Origins(List<Origin> kinds, List<Origin> names) {
	}

	/**
	 * An article: what it took, and what came of it.
	 *
	 * @param views since it appeared
	 * @param perDay views a day since then
	 * @param perHundredWords views for a hundred words written
	 */
	record Effort(String title, String path, LocalDate day, int words, long views, double perDay,
			double perHundredWords) {
	}

}
