package vn.conglang.volume;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryType;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How much sites published: reads what {@link VolumeRecorder} wrote, across sites, with a
 * statement per question however many sites it is about. Whole months and years come from
 * the sums, the edges of a period from the facts.
 */
@Service
public class Volumes {

	static final int PAGE = 50;

	/** Whoever wants to see more has to narrow the period. */
	static final int MOST_PAGES = 200;

	private static final int MOST_AUTHORS = 30;

	/** With a column for each type, so that a question needs no row for each. */
	static final String SUMS = """
			sum(published)::int AS published, sum(shared)::int AS shared, sum(withdrawn)::int AS withdrawn,
			sum(restored)::int AS restored, sum(words)::bigint AS words, sum(images)::bigint AS images, """
			+ Arrays.stream(EntryType.values())
				.map((type) -> "sum(published) FILTER (WHERE type = '%1$s')::int AS %1$s".formatted(type))
				.collect(Collectors.joining(", "));

	private static final String WORK = """
			count(DISTINCT coalesce(author_id::text, lower(author)))::int AS authors,
			    percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM at - created_at)::bigint)
			        FILTER (WHERE created_at IS NOT NULL) AS seconds
			FROM volume_fact WHERE act = 'PUBLISHED' AND NOT shared AND day BETWEEN :from AND :to""";

	/** On the facts; the sums call the category category. */
	private static final String FILTER = """
			(cardinality(:types::text[]) = 0 OR type = ANY (:types)) AND (:category = '' OR category_slug = :category)""";

	private final JdbcClient overseer;

	private final Sites sites;

	private final SiteAddresses addresses;

	Volumes(@Qualifier("overseerJdbc") JdbcClient overseer, Sites sites, SiteAddresses addresses) {
		this.overseer = overseer;
		this.sites = sites;
		this.addresses = addresses;
	}

	/**
	 * What each site did.
	 * @return every given site is a key
	 */
	public Map<SiteId, Figures> bySite(Collection<Site> sites, Period period, Filter filter) {
		Map<SiteId, Figures> figures = new LinkedHashMap<>();
		sites.forEach((site) -> figures.put(site.id(), Figures.NONE));
		ask("site_id, " + SUMS, " GROUP BY site_id", Scope.atLeast(sites), period, filter, true).query((row) -> {
			figures.replace(new SiteId(row.getLong("site_id")), figures(row));
		});
		return figures;
	}

	/**
	 * How many own entries each site published, and nothing else.
	 * @return sites that published nothing are missing, others than the given may be
	 * there
	 */
	public Map<SiteId, Integer> published(Collection<Site> sites, Period period) {
		Map<SiteId, Integer> published = new HashMap<>();
		count("site_id, ", " GROUP BY site_id", Scope.atLeast(sites), period, Filter.ALL).query((row) -> {
			published.put(new SiteId(row.getLong("site_id")), row.getInt("published"));
		});
		return published;
	}

	/**
	 * What each site did, apart for each area in which it stood then.
	 * @return sites that did nothing are missing
	 */
	public Map<Stand, Figures> byStand(Reach reach, Period period, Filter filter) {
		Map<Stand, Figures> figures = new LinkedHashMap<>();
		ask("site_id, area_id, " + SUMS, " GROUP BY site_id, area_id", Scope.of(reach), period, filter, true)
			.query((row) -> {
				figures.put(new Stand(new SiteId(row.getLong("site_id")), row.getLong("area_id")), figures(row));
			});
		figures.values().removeIf(Figures::isNone);
		return figures;
	}

	/**
	 * How much was published within the reach in each category, the busiest first; also
	 * of those in which something else was done.
	 */
	public List<CategoryCount> byCategory(Reach reach, Period period, Filter filter) {
		return byCategory(Scope.of(reach), period, filter);
	}

	/** How much was published in each category, the busiest first. */
	public List<CategoryCount> byCategory(Collection<Site> sites, Period period, Filter filter) {
		return byCategory(Scope.of(sites), period, filter);
	}

	private List<CategoryCount> byCategory(Scope scope, Period period, Filter filter) {
		Map<String, Integer> counts = new HashMap<>();
		ask("category, sum(published)::int AS published", " GROUP BY category", scope, period, filter, true)
			.query((row) -> {
				counts.put(row.getString("category") + "", row.getInt("published"));
			});
		Map<String, String> names = new HashMap<>();
		this.overseer.sql("""
				SELECT slug, (SELECT name FROM volume_last WHERE category = slug ORDER BY day DESC LIMIT 1) AS name
				FROM unnest(:slugs) slug""").param("slugs", counts.keySet().toArray(String[]::new)).query((row) -> {
			names.put(row.getString("slug") + "", row.getString("name"));
		});
		return counts.entrySet()
			.stream()
			.map((one) -> new CategoryCount(one.getKey(), name(one.getKey(), names.get(one.getKey())), one.getValue()))
			.sorted(Comparator.comparingInt(CategoryCount::published).reversed().thenComparing(CategoryCount::name))
			.toList();
	}

	/** What was only ever taken over or withdrawn has no name of the site's own. */
	private static String name(String slug, @Nullable String name) {
		return (name != null) ? name : Categories.standard().getOrDefault(slug, slug);
	}

	/**
	 * What the sites did together, month by month.
	 * @return every month is a key
	 */
	public SortedMap<YearMonth, Figures> months(Collection<Site> sites, YearMonth from, YearMonth to) {
		return months(Scope.of(sites), from, to);
	}

	/**
	 * What was done within the reach, month by month.
	 * @return every month is a key
	 */
	public SortedMap<YearMonth, Figures> months(Reach reach, YearMonth from, YearMonth to) {
		return months(Scope.of(reach), from, to);
	}

	private SortedMap<YearMonth, Figures> months(Scope scope, YearMonth from, YearMonth to) {
		SortedMap<YearMonth, Figures> months = new TreeMap<>();
		for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
			months.put(month, Figures.NONE);
		}
		this.overseer
			.sql("SELECT start, " + SUMS + " FROM volume_sum WHERE span = 'MONTH' AND start BETWEEN :from AND :to"
					+ " AND " + scope.sql() + " GROUP BY start")
			.param("from", from.atDay(1))
			.param("to", to.atDay(1))
			.params(scope.parameters())
			.query((row) -> {
				months.put(YearMonth.from(row.getObject("start", LocalDate.class)), figures(row));
			});
		return months;
	}

	/**
	 * How many own entries were published within the reach, month by month.
	 * @return every month is a key
	 */
	SortedMap<YearMonth, Integer> trend(Reach reach, Filter filter, YearMonth from, YearMonth to) {
		SortedMap<YearMonth, Integer> months = new TreeMap<>();
		for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
			months.put(month, 0);
		}
		Scope scope = Scope.of(reach);
		this.overseer
			.sql("SELECT start, sum(published)::int AS published FROM volume_sum WHERE span = :span"
					+ " AND start BETWEEN :from AND :to AND " + scope.sql() + " AND "
					+ FILTER.replace("category_slug", "category") + " GROUP BY start")
			.param("span", filter.isAll() ? "MONTH_TOTAL" : "MONTH")
			.param("from", from.atDay(1))
			.param("to", to.atDay(1))
			.params(scope.parameters())
			.params(parameters(filter))
			.query((row, number) -> months.put(YearMonth.from(row.getObject("start", LocalDate.class)),
					row.getInt("published")))
			.list();
		return months;
	}

	/** Who wrote what was published within the reach, the busiest first. */
	List<AuthorFigures> authors(Reach reach, Period period, Filter filter) {
		Scope scope = Scope.of(reach);
		return this.overseer
			.sql("""
					SELECT (array_agg(author ORDER BY id DESC))[1] AS name, count(*)::int AS published, sum(words)::bigint AS words
					FROM volume_fact WHERE act = 'PUBLISHED' AND NOT shared AND day BETWEEN :from AND :to AND %s AND %s
					GROUP BY coalesce(author_id::text, lower(author)) ORDER BY published DESC, name LIMIT :most"""
				.formatted(scope.sql(), FILTER))
			.param("from", period.from())
			.param("to", period.to())
			.params(scope.parameters())
			.params(parameters(filter))
			.param("most", MOST_AUTHORS)
			.query((row, number) -> new AuthorFigures(row.getString("name"), row.getInt("published"),
					row.getLong("words")))
			.list();
	}

	/**
	 * What somebody wrote.
	 *
	 * @param name {@code null} for all that names nobody
	 */
	record AuthorFigures(@Nullable String name, int published, long words) {
	}

	/**
	 * How many own entries each site published a month, for small curves.
	 * @return every given site is a key; a figure for every month
	 */
	public Map<SiteId, int[]> monthsBySite(Collection<Site> sites, YearMonth from, YearMonth to) {
		Map<SiteId, int[]> months = new LinkedHashMap<>();
		int count = Math.toIntExact(from.until(to, ChronoUnit.MONTHS)) + 1;
		sites.forEach((site) -> months.put(site.id(), new int[count]));
		Scope scope = Scope.atLeast(sites);
		this.overseer.sql(
				"SELECT site_id, start, published FROM volume_sum WHERE span = 'MONTH_TOTAL' AND start BETWEEN :from AND :to"
						+ " AND " + scope.sql())
			.param("from", from.atDay(1))
			.param("to", to.atDay(1))
			.params(scope.parameters())
			.query((row, number) -> {
				int[] ofSite = months.get(new SiteId(row.getLong("site_id")));
				if (ofSite != null) {
					YearMonth month = YearMonth.from(row.getObject("start", LocalDate.class));
					ofSite[(int) from.until(month, ChronoUnit.MONTHS)] += row.getInt("published");
				}
				return true;
			})
			.list();
		return months;
	}

	/**
	 * How many own entries a site published a day.
	 * @return days without any are missing
	 */
	public SortedMap<LocalDate, Integer> days(Site site, Period period) {
		SortedMap<LocalDate, Integer> days = new TreeMap<>();
		this.overseer
			.sql("""
					SELECT day, count(*)::int AS published FROM volume_fact
					WHERE site_id = :site AND day BETWEEN :from AND :to AND act = 'PUBLISHED' AND NOT shared GROUP BY day""")
			.param("site", site.id().value())
			.param("from", period.from())
			.param("to", period.to())
			.query((row, number) -> days.put(row.getObject("day", LocalDate.class), row.getInt("published")))
			.list();
		return days;
	}

	/**
	 * How each site worked on what it published. Reads every fact of the period: ask for
	 * few sites, or a short time.
	 * @return every given site is a key
	 */
	public Map<SiteId, Work> work(Collection<Site> sites, Period period) {
		Map<SiteId, Work> work = new LinkedHashMap<>();
		sites.forEach((site) -> work.put(site.id(), Work.NONE));
		Scope scope = Scope.of(sites);
		this.overseer.sql("SELECT site_id, " + WORK + " AND " + scope.sql() + " GROUP BY site_id")
			.param("from", period.from())
			.param("to", period.to())
			.params(scope.parameters())
			.query((row, number) -> work.put(new SiteId(row.getLong("site_id")), work(row)))
			.list();
		return work;
	}

	/** The same of all that is counted within the reach. */
	Work work(Reach reach, Period period, Filter filter) {
		Scope scope = Scope.of(reach);
		return this.overseer.sql("SELECT " + WORK + " AND " + scope.sql() + " AND " + FILTER)
			.param("from", period.from())
			.param("to", period.to())
			.params(scope.parameters())
			.params(parameters(filter))
			.query((row, number) -> work(row))
			.single();
	}

	private static Work work(ResultSet row) throws SQLException {
		long seconds = row.getLong("seconds");
		return new Work(row.getInt("authors"), row.wasNull() ? null : Duration.ofSeconds(Math.max(0, seconds)));
	}

	/**
	 * The very entries behind a number.
	 * @param page from 1 on; another page than there are is the last one
	 */
	public Evidence entries(Reach reach, Period period, Filter filter, Kind kind, int page) {
		int total = total(reach, period, filter).of(kind);
		int all = Math.max(1, (total + PAGE - 1) / PAGE);
		int pages = Math.min(all, MOST_PAGES);
		int shown = Math.clamp(page, 1, pages);
		Scope scope = Scope.of(reach);
		String act = (kind == Kind.SHARED) ? "PUBLISHED" : kind.name();
		List<Evidence.Counted> entries = new ArrayList<>();
		this.overseer
			.sql("""
					SELECT f.*, r.title, e.slug, e.status
					FROM (SELECT * FROM volume_fact WHERE act = :act AND shared = :shared AND day BETWEEN :from AND :to AND %s
					        AND %s
					      ORDER BY day DESC, id DESC LIMIT :most OFFSET :skipped) f
					LEFT JOIN entry e ON e.id = f.entry_id AND e.site_id = f.site_id
					LEFT JOIN revision r ON r.id = coalesce(f.revision_id, e.latest_revision_id)
					ORDER BY f.day DESC, f.id DESC"""
				.formatted(scope.sql(), FILTER))
			.param("act", act)
			.param("shared", kind == Kind.SHARED)
			.param("from", period.from())
			.param("to", period.to())
			.params(scope.parameters())
			.params(parameters(filter))
			.param("most", PAGE)
			.param("skipped", (shown - 1) * PAGE)
			.query((row, number) -> this.sites.byId(new SiteId(row.getLong("site_id")))
				.map((site) -> counted(row, site))
				.map(entries::add))
			.list();
		return new Evidence(total, shown, pages, all > pages, entries);
	}

	private Evidence.Counted counted(ResultSet row, Site site) {
		try {
			EntryType type = EntryType.valueOf(row.getString("type"));
			boolean shown = "PUBLISHED".equals(row.getString("status")) && !site.retired();
			return new Evidence.Counted(site, type, row.getString("title") + "", row.getObject("day", LocalDate.class),
					row.getString("category"), row.getInt("words"), row.getInt("images"), row.getString("author"),
					"/bien-tap/" + site.slug() + "/bai/" + row.getLong("entry_id"),
					shown ? this.addresses.of(site) + type.address(row.getString("slug") + "") : null);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What was done within the reach, all together. */
	Figures total(Reach reach, Period period, Filter filter) {
		return ask(SUMS, "", Scope.of(reach), period, filter, true).query((row, number) -> figures(row)).single();
	}

	/** The same, only how many own entries were published. */
	int published(Reach reach, Period period, Filter filter) {
		return count("", "", Scope.of(reach), period, filter).query((row, number) -> row.getInt("published")).single();
	}

	/**
	 * The day on which each site last published something of its own.
	 * @return sites that never did are missing, others than the given may be there
	 */
	public Map<SiteId, LocalDate> lastOwn(Collection<Site> sites) {
		Map<SiteId, LocalDate> last = new HashMap<>();
		Scope scope = Scope.atLeast(sites);
		this.overseer.sql("SELECT site_id, max(day) AS day FROM volume_last WHERE " + scope.sql() + " GROUP BY site_id")
			.params(scope.parameters())
			.query((row) -> {
				last.put(new SiteId(row.getLong("site_id")), row.getObject("day", LocalDate.class));
			});
		return last;
	}

	/**
	 * Like {@link #lastOwn}, for each of some kinds of entries.
	 * @return for each site a day for each kind in their order, {@code null} where there
	 * was none; sites that never published are missing, others than the given may be
	 * there
	 */
	public Map<SiteId, List<@Nullable LocalDate>> lastOwn(Collection<Site> sites, List<EntriesOfKind> kinds) {
		Map<SiteId, List<@Nullable LocalDate>> last = new HashMap<>();
		Scope scope = Scope.atLeast(sites);
		Map<String, Object> parameters = new HashMap<>();
		StringBuilder columns = new StringBuilder("site_id");
		for (int i = 0; i < kinds.size(); i++) {
			columns.append(
					", max(day) FILTER (WHERE type = ANY (:types%1$d) OR category = ANY (:categories%1$d)) AS kind%1$d"
						.formatted(i));
			parameters.put("types" + i, kinds.get(i).types().stream().map(EntryType::name).toArray(String[]::new));
			parameters.put("categories" + i, kinds.get(i).categories().toArray(String[]::new));
		}
		this.overseer.sql("SELECT " + columns + " FROM volume_last WHERE " + scope.sql() + " GROUP BY site_id")
			.params(scope.parameters())
			.params(parameters)
			.query((row) -> {
				List<@Nullable LocalDate> ofSite = new ArrayList<>();
				for (int i = 0; i < kinds.size(); i++) {
					ofSite.add(row.getObject("kind" + i, LocalDate.class));
				}
				last.put(new SiteId(row.getLong("site_id")), ofSite);
			});
		return last;
	}

	/**
	 * Entries of one of the types, or in a category with one of the slugs.
	 */
	public record EntriesOfKind(Set<EntryType> types, Set<String> categories) {
	}

	private JdbcClient.StatementSpec count(String columns, String grouping, Scope scope, Period period, Filter filter) {
		return ask(columns + "sum(published)::int AS published", grouping, scope, period, filter, !filter.isAll());
	}

	private JdbcClient.StatementSpec ask(String columns, String grouping, Scope scope, Period period, Filter filter,
			boolean kinds) {
		Pieces pieces = Pieces.of(period);
		return this.overseer
			.sql("SELECT " + columns + " FROM (" + pieces.sql(scope.sql(), kinds) + ") sums WHERE "
					+ FILTER.replace("category_slug", "category") + grouping)
			.params(pieces.parameters())
			.params(scope.parameters())
			.params(parameters(filter));
	}

	private static Map<String, Object> parameters(Filter filter) {
		return Map.of("types", filter.typeNames(), "category", filter.category());
	}

	static Figures figures(ResultSet row) throws SQLException {
		Map<EntryType, Integer> byType = new EnumMap<>(EntryType.class);
		for (EntryType type : EntryType.values()) {
			int ofType = row.getInt(type.name());
			if (ofType != 0) {
				byType.put(type, ofType);
			}
		}
		return new Figures(row.getInt("published"), row.getInt("shared"), row.getInt("withdrawn"),
				row.getInt("restored"), row.getLong("words"), row.getLong("images"), byType);
	}

	/** A site in the area in which it stood. */
	public record Stand(SiteId site, long area) {
	}

}
