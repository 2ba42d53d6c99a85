package vn.conglang.search;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.content.EntryType;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.search.Plan.Clause;
import vn.conglang.search.SearchEngine.Bounds;
import vn.conglang.search.SearchEngine.Found;
import vn.conglang.search.SearchResult.Closeness;
import vn.conglang.search.SearchResult.Count;
import vn.conglang.search.SearchResult.Facets;
import vn.conglang.search.SearchResult.Hit;
import vn.conglang.search.SearchResult.Piece;
import vn.conglang.search.Words.Word;
import vn.conglang.site.Area;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The search. Asks for what was typed first, and for less if that finds nothing.
 */
@Service
public class Search {

	private static final Logger log = LoggerFactory.getLogger(Search.class);

	/** The most characters that are looked at. */
	public static final int LONGEST = 200;

	/**
	 * Fewer hits than this, and other diacritics than those typed are looked for, too.
	 */
	private static final int FEW = 5;

	/** So many texts may hold many words by chance; more of them do not. */
	private static final int BY_CHANCE = 20;

	/** How many may search at once per processor, and how long others wait for them. */
	private static final int AT_ONCE = 4;

	private static final int LONGEST_WAIT = 2;

	private final SearchEngine engine;

	private final Planner planner;

	private final Synonyms synonyms;

	private final Hits hits;

	private final Sites sites;

	private final TransactionTemplate connection;

	private final Clock clock;

	private final Semaphore room = new Semaphore(AT_ONCE * Runtime.getRuntime().availableProcessors(), true);

	Search(SearchEngine engine, Planner planner, Synonyms synonyms, Hits hits, Sites sites,
			PlatformTransactionManager transactions, Clock clock) {
		this.engine = engine;
		this.planner = planner;
		this.synonyms = synonyms;
		this.hits = hits;
		this.sites = sites;
		// no transaction, whose beginning and end would be told to the database, too
		this.connection = new TransactionTemplate(transactions);
		this.connection.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);
		this.clock = clock;
	}

	/**
	 * Looks for entries. Bad input is no mistake: it finds what its words find.
	 * @throws Busy if too many are searching this very moment
	 */
	public SearchResult find(SearchQuery query) {
		String text = clean(query.text());
		Planner.Typed typed = this.planner.read(text);
		Bounds bounds = bounds(query.reach(), query.filter(), true);
		if (typed.isEmpty() || bounds == null) {
			return new SearchResult(text, Closeness.AS_TYPED, null, 0, false, 0, List.of(), Facets.NONE);
		}
		return inTurn(() -> {
			int from = query.page() * query.size();
			int size = Math.min(query.size(), query.reach().most() - from);
			Read read = onOneConnection(() -> {
				Answer answer = answer(typed, bounds, from, size);
				return new Read(answer, this.hits.load(answer.found().refs(), query.reach()));
			});
			Answer answer = read.answer();
			List<Hits.Text> texts = read.texts();
			Highlighter highlighter = new Highlighter(answer.plan(), this.synonyms);
			List<Hit> shown = texts.stream()
				.map((hit) -> hit(hit, highlighter.mark(hit.title()), highlighter.excerpt(hit.brief(), hit.body()),
						bounds.today()))
				.toList();
			return new SearchResult(text, answer.plan().closeness(), correction(text, typed, answer.plan(), texts),
					answer.found().total(), answer.found().more(),
					Math.min(answer.found().total(), query.reach().most()), shown, facets(answer.found()));
		});
	}

	/**
	 * Hits for somebody who is still typing: the last word may be only begun. Without
	 * excerpts, and only those with the words in their titles or numbers.
	 * @param most how many at most
	 * @throws Busy if too many are searching this very moment
	 */
	public List<Hit> suggest(String text, Reach reach, int most) {
		Planner.Typed typed = this.planner.read(clean(text));
		Bounds bounds = bounds(reach, SearchQuery.NO_FILTER, false);
		if (typed.isEmpty() || bounds == null) {
			return List.of();
		}
		Plan plan = this.planner.begun(typed, !text.endsWith(" "));
		return inTurn(() -> {
			List<Hits.Text> texts = onOneConnection(
					() -> this.hits.load(this.engine.find(plan, bounds, 0, most).refs(), reach));
			Highlighter highlighter = new Highlighter(plan, this.synonyms);
			return texts.stream()
				.map((hit) -> hit(hit, highlighter.mark(hit.title()), List.of(), bounds.today()))
				.toList();
		});
	}

	/**
	 * The best hits of one type on the site at work, for a list with filters and an order
	 * of its own. All words have to be there, whatever their diacritics.
	 * @param most how many at most
	 * @return identities of entries
	 * @throws Busy if too many are searching this very moment
	 */
	public List<Long> entries(String text, EntryType type, int most) {
		Planner.Typed typed = this.planner.read(clean(text));
		Bounds bounds = bounds(Reach.SITE, new SearchQuery.Filter(type, null, null, null, null), false);
		if (typed.isEmpty() || bounds == null) {
			return List.of();
		}
		Plan plan = this.planner.anyDiacritics(typed);
		return inTurn(
				() -> this.engine.find(plan, bounds, 0, most).refs().stream().map(SearchEngine.Ref::entry).toList());
	}

	/** The first plan that finds something; if none does, the last. */
	private Answer answer(Planner.Typed typed, Bounds bounds, int from, int size) {
		Plan asTyped = this.planner.asTyped(typed);
		Answer answer = carryOut(asTyped, bounds, from, size);
		Plan wider = this.planner.anyDiacritics(typed);
		if (answer.found().total() < FEW && !wider.clauses().equals(asTyped.clauses())) {
			Answer more = carryOut(wider, bounds, from, size);
			if (more.found().total() > 0) {
				Closeness closeness = (answer.found().total() > 0) ? Closeness.AS_TYPED : Closeness.ANY_DIACRITICS;
				return notByChance(
						new Answer(new Plan(closeness, wider.clauses(), wider.least(), wider.inOrder(), wider.titles()),
								more.found()),
						bounds, from, size);
			}
		}
		if (unfiltered(answer) > 0) {
			return notByChance(answer, bounds, from, size);
		}
		List<Plan> lenient = new ArrayList<>(List.of(this.planner.corrected(typed)));
		lenient.addAll(this.planner.lenient(typed));
		for (Plan plan : lenient) {
			Answer some = carryOut(plan, bounds, from, size);
			if (unfiltered(some) > 0) {
				return some;
			}
		}
		return answer;
	}

	/**
	 * Many words may stand in a long text by chance. If none of the hits has them in its
	 * title or number, what has most of them there may be meant, and ranks higher.
	 */
	private Answer notByChance(Answer answer, Bounds bounds, int from, int size) {
		Plan inTitle = this.planner.allInTitle(answer.plan());
		if (inTitle == null || answer.found().total() == 0 || answer.found().total() > BY_CHANCE
				|| this.engine.find(inTitle, bounds.withoutFacets(), 0, 1).total() > 0) {
			return answer;
		}
		return carryOut(this.planner.mostWords(answer.plan()), bounds, from, size);
	}

	private Answer carryOut(Plan plan, Bounds bounds, int from, int size) {
		return new Answer(plan, this.engine.find(plan, bounds, from, size));
	}

	/**
	 * How many hits there are whatever the filter: a filter that leaves nothing is no
	 * reason to look for something else than was typed.
	 */
	private static long unfiltered(Answer answer) {
		Found found = answer.found();
		return Math.max(found.total(), Math.max(sum(found.types().values()), Math.max(sum(found.years().values()),
				Math.max(sum(found.categories().values()), sum(found.sites().values())))));
	}

	private static long sum(Collection<Long> counts) {
		return counts.stream().mapToLong(Long::longValue).sum();
	}

	private <T> T inTurn(Supplier<T> work) {
		try {
			if (!this.room.tryAcquire(LONGEST_WAIT, TimeUnit.SECONDS)) {
				throw new Busy();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Busy();
		}
		try {
			return work.get();
		}
		catch (SearchEngine.EngineFailure ex) {
			log.warn("A search was not answered", ex);
			throw new Busy(ex);
		}
		finally {
			this.room.release();
		}
	}

	/**
	 * A connection that is borrowed is told which site is at work, which costs a search
	 * as much as some of its questions.
	 */
	private <T> T onOneConnection(Supplier<T> work) {
		return Objects.requireNonNull(this.connection.execute((status) -> work.get()));
	}

	/** Nothing if there is no such year, area or site. */
	private @Nullable Bounds bounds(Reach reach, SearchQuery.Filter filter, boolean facets) {
		if (filter.year() != null && filter.year() < 1) {
			return null;
		}
		Collection<Long> wanted = null;
		List<Long> without = List.of();
		if (reach == Reach.PROVINCE) {
			without = this.sites.retired().stream().map((site) -> site.id().value()).toList();
			if (filter.site() != null) {
				Optional<Site> site = this.sites.bySlug(filter.site());
				if (site.isEmpty()) {
					return null;
				}
				wanted = List.of(site.get().id().value());
			}
			else if (filter.area() != null) {
				Optional<Area> area = this.sites.area(filter.area());
				if (area.isEmpty()) {
					return null;
				}
				wanted = this.sites.of(area.get()).stream().map((site) -> site.id().value()).toList();
			}
		}
		return new Bounds((reach == Reach.PROVINCE) ? null : CurrentSite.require().value(), reach == Reach.DESK,
				without, (filter.type() != null) ? filter.type().name() : null, filter.category(), filter.year(),
				wanted, LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE), facets);
	}

	private Hit hit(Hits.Text text, List<Piece> title, List<Piece> excerpt, LocalDate today) {
		return new Hit(this.sites.byId(new SiteId(text.ref().site())).orElseThrow(), text.ref().entry(), text.type(),
				text.slug(), text.day(), text.number(), text.expires() != null && text.expires().isBefore(today),
				text.ref().draft(), text.category(), title, excerpt);
	}

	private Facets facets(Found found) {
		Map<String, Long> sites = new HashMap<>();
		Map<String, Long> areas = new HashMap<>();
		found.sites().forEach((id, hits) -> this.sites.byId(new SiteId(id)).ifPresent((site) -> {
			sites.put(site.slug(), hits);
			areas.merge(site.area().slug(), hits, Long::sum);
		}));
		List<Count> years = found.years()
			.entrySet()
			.stream()
			.sorted(Map.Entry.<Integer, Long>comparingByKey().reversed())
			.map((year) -> new Count(year.getKey().toString(), year.getValue()))
			.toList();
		return new Facets(counts(found.types()), counts(found.categories()), years, counts(areas), counts(sites));
	}

	private static List<Count> counts(Map<String, Long> hits) {
		return hits.entrySet()
			.stream()
			.map((one) -> new Count(one.getKey(), one.getValue()))
			.sorted(Comparator.comparing(Count::hits, Comparator.reverseOrder()).thenComparing(Count::value))
			.toList();
	}

	/**
	 * What was typed with the words that the first hit has in their place, where letters
	 * had to be changed to find it.
	 */
	private static @Nullable String correction(String text, Planner.Typed typed, Plan plan, List<Hits.Text> hits) {
		if (plan.closeness() != Closeness.CORRECTED || hits.isEmpty()) {
			return null;
		}
		Hits.Text first = hits.getFirst();
		List<Word> found = Words.of(first.title() + "\n" + first.brief() + "\n" + first.body());
		StringBuilder corrected = new StringBuilder(text);
		List<Word> words = typed.words();
		for (int i = words.size() - 1; i >= 0; i--) {
			Word word = words.get(i);
			Clause clause = plan.clauses()
				.stream()
				.filter((some) -> some.alternatives().size() > 1
						&& some.alternatives().getFirst().terms().getFirst().text().equals(word.folded()))
				.findFirst()
				.orElse(null);
			if (clause != null && found.stream().noneMatch((other) -> other.folded().equals(word.folded()))) {
				found.stream()
					.filter((other) -> clause.alternatives()
						.stream()
						.anyMatch((some) -> some.terms().getFirst().text().equals(other.folded())))
					.findFirst()
					.ifPresent((other) -> corrected.replace(word.start(), word.end(), other.exact()));
			}
		}
		return corrected.toString().equals(text) ? null : corrected.toString();
	}

	/** One line, not too long, in composed Unicode. */
	static String clean(String text) {
		String line = Words.composed(text.substring(0, Math.min(text.length(), 4 * LONGEST)))
			.replaceAll("[\\p{Cntrl}\\p{Cs}\\s]+", " ")
			.strip();
		int end = Math.min(line.length(), LONGEST);
		return line.substring(0, (end < line.length() && Character.isLowSurrogate(line.charAt(end))) ? end - 1 : end);
	}

	private record Answer(Plan plan, Found found) {
	}

	private record Read(Answer answer, List<Hits.Text> texts) {
	}

	/** Too many are searching at once; in a moment there will be room again. */
	public static class Busy extends RuntimeException {

		Busy() {
		}

		Busy(Throwable cause) {
			super(cause);
		}

	}

}
