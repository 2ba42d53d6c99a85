package vn.conglang.search;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.Robots;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what people look for, per site, day and query: how often, and how often nothing
 * had all of its words. Knows nothing about who asked. Counted in memory and written
 * every few seconds, so that a search costs no write; a node that is killed loses those
 * seconds.
 */
@Service
public class SearchCounts implements DisposableBean {

	/** Stands for all that is counted without its words. */
	static final String WITHOUT_WORDS = "";

	/** Nobody sees what was asked less often. */
	static final int FEWEST = 3;

	/** The most different queries that wait to be written, over all sites. */
	static final int MOST_WAITING = 5_000;

	/** The most different queries that are kept of a day, per site. */
	static final int MOST_A_DAY = 500;

	/** What is older, in days, is removed. */
	static final int KEPT_DAYS = 400;

	/** A question that is longer tells a story, which may be somebody's. */
	private static final int LONGEST = 60;

	private static final Logger log = LoggerFactory.getLogger(SearchCounts.class);

	private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{C}\"“”„]+");

	/**
	 * Addresses, long numbers (telephone, identity card, account), passports and days of
	 * birth, in folded text.
	 */
	private static final Pattern PERSONAL = Pattern.compile("\\S@|://|www\\.|\\p{Nd}(?:[ .()+-]{0,3}\\p{Nd}){8,}"
			+ "|(?<!\\p{L})\\p{L}{1,2}\\p{Nd}{7,}|sinh ngay ?\\p{Nd}|sinh nam ?19");

	private final JdbcClient jdbc;

	private final JdbcClient overseer;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Object lock = new Object();

	private Map<Asked, Tally> waiting = new HashMap<>();

	SearchCounts(JdbcClient jdbc, @Qualifier("overseerJdbc") JdbcClient overseer, TransactionTemplate transaction,
			Clock clock) {
		this.jdbc = jdbc;
		this.overseer = overseer;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Counts a search on the site at work or on the province's face, once a person was
	 * shown its result. Further pages, filters, the newsroom's own searches and programs
	 * that say what they are count for nothing; so this may be called for every search.
	 * @param userAgent what the browser says it is; looked at and forgotten
	 */
	public void count(SearchQuery query, SearchResult result, @Nullable String userAgent) {
		String words = words(result.text());
		if (words.isEmpty() || query.page() > 0 || query.filter().any() || query.reach() == Reach.DESK
				|| (userAgent != null && Robots.areBehind(userAgent))) {
			return;
		}
		SiteId site = (query.reach() == Reach.SITE) ? CurrentSite.require() : null;
		boolean missed = result.total() == 0 || result.closeness() == SearchResult.Closeness.SOME_WORDS;
		add(new Asked(new Place(site, today()), personal(words) ? WITHOUT_WORDS : words), new Tally(1, missed ? 1 : 0));
	}

	private void add(Asked asked, Tally tally) {
		synchronized (this.lock) {
			boolean room = this.waiting.size() < MOST_WAITING || this.waiting.containsKey(asked);
			this.waiting.merge(room ? asked : new Asked(asked.place(), WITHOUT_WORDS), tally, Tally::plus);
		}
	}

	/** As it is counted: in lower case, composed, with single blanks. */
	static String words(String text) {
		String plain = BLANK.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
		return Normalizer.normalize(plain.toLowerCase(VietnameseText.LOCALE), Normalizer.Form.NFC);
	}

	/**
	 * What was typed as it may be told to others who count: in lower case, and empty
	 * where the words may tell of somebody.
	 */
	public static String shown(String text) {
		String words = words(text);
		return personal(words) ? WITHOUT_WORDS : words;
	}

	/** Whether the words may tell of somebody, as far as one can see. */
	static boolean personal(String words) {
		return words.codePointCount(0, words.length()) > LONGEST || PERSONAL.matcher(VietnameseText.fold(words)).find();
	}

	/** Writes what was counted; what cannot be written now waits for the next time. */
	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void write() {
		Map<Asked, Tally> counted;
		synchronized (this.lock) {
			counted = this.waiting;
			this.waiting = new HashMap<>();
		}
		Map<Place, Map<String, Tally>> places = new HashMap<>();
		counted.forEach((asked, tally) -> places.computeIfAbsent(asked.place(), (place) -> new HashMap<>())
			.put(asked.words(), tally));
		places.forEach((place, queries) -> {
			try {
				inside(place.site(), () -> this.transaction.executeWithoutResult((status) -> write(place, queries)));
			}
			catch (DataAccessException | TransactionException ex) {
				log.warn("Searches could not be counted, they wait: {}", ex.getMessage());
				queries.forEach((words, tally) -> add(new Asked(place, words), tally));
			}
		});
	}

	private void write(Place place, Map<String, Tally> queries) {
		boolean ofSite = place.site() != null;
		String table = ofSite ? "search_count" : "province_search_count";
		Set<String> known = new HashSet<>(this.jdbc.sql("SELECT query FROM " + table + " WHERE day = :day")
			.param("day", place.day())
			.query(String.class)
			.list());
		Map<String, Tally> kept = new TreeMap<>();
		queries.forEach((words, tally) -> {
			boolean room = known.contains(words) || known.size() < MOST_A_DAY;
			if (room) {
				known.add(words);
			}
			kept.merge(room ? words : WITHOUT_WORDS, tally, Tally::plus);
		});
		// in one order, so that two nodes never wait for each other in a circle
		this.jdbc
			.sql("INSERT INTO " + table + " AS kept (" + (ofSite ? "site_id, " : "")
					+ "day, query, folded, times, missed) SELECT " + (ofSite ? "portal_site(), " : "") + """
							:day, counted.* FROM unnest(CAST(:queries AS text[]), CAST(:folded AS text[]),
								CAST(:times AS int[]), CAST(:missed AS int[])) AS counted (query, folded, times, missed)
							ORDER BY query
							ON CONFLICT (""" + (ofSite ? "site_id, " : "") + """
							day, query) DO UPDATE
							SET times = kept.times + excluded.times, missed = kept.missed + excluded.missed""")
			.param("day", place.day())
			.param("queries", kept.keySet().toArray(String[]::new))
			.param("folded", kept.keySet().stream().map(VietnameseText::fold).toArray(String[]::new))
			.param("times", kept.values().stream().map(Tally::times).toArray(Integer[]::new))
			.param("missed", kept.values().stream().map(Tally::missed).toArray(Integer[]::new))
			.update();
	}

	/** Removes what is old, everywhere. */
	@Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
	void forget() {
		LocalDate first = today().minusDays(KEPT_DAYS);
		this.overseer.sql("SELECT DISTINCT site_id FROM search_count WHERE day < :first")
			.param("first", first)
			.query(Long.class)
			.list()
			.forEach((site) -> CurrentSite.run(new SiteId(site), () -> forget("search_count", first)));
		forget("province_search_count", first);
	}

	private void forget(String table, LocalDate first) {
		this.jdbc.sql("DELETE FROM " + table + " WHERE day < :first").param("first", first).update();
	}

	/** A node that stops in good order loses nothing. */
	@Override
	public void destroy() {
		write();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
	}

	private static void inside(@Nullable SiteId site, Runnable work) {
		if (site != null) {
			CurrentSite.run(site, work);
		}
		else {
			work.run();
		}
	}

	/**
	 * Where and when.
	 *
	 * @param site {@code null} for the province's face
	 * @param day in Vietnam
	 */
	private record Place(@Nullable SiteId site, LocalDate day) {
	}

	private record Asked(Place place, String words) {
	}

	/**
	 * How often.
	 *
	 * @param missed how often nothing had all the words
	 */
	private record Tally(int times, int missed) {

		Tally plus(Tally other) {
			return new Tally(this.times + other.times, this.missed + other.missed);
		}

	}

}
