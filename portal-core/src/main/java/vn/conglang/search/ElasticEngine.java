package vn.conglang.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.SearchRequestBody;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.search.ElasticIndex.EngineTrouble;
import vn.conglang.search.Plan.Alternative;
import vn.conglang.search.Plan.Clause;
import vn.conglang.search.Plan.Kind;
import vn.conglang.search.Plan.Term;

/**
 * Searches in Elasticsearch. If that does not answer in time, PostgreSQL does, and
 * Elasticsearch is left in peace for some seconds.
 */
class ElasticEngine implements SearchEngine {

	private static final Logger log = LoggerFactory.getLogger(ElasticEngine.class);

	private static final Duration FIRST_PEACE = Duration.ofSeconds(2);

	private static final Duration LONGEST_PEACE = Duration.ofSeconds(30);

	private static final int MOST_VALUES = 500;

	private static final int MOST_SITES = 20_000;

	/** How much a prefix may stand for where it ends a phrase. */
	private static final int MOST_EXPANSIONS = 1_000;

	private final ElasticIndex index;

	private final Sender sender;

	private final SearchEngine postgres;

	private final Duration patience;

	private final Clock clock;

	private final MeterRegistry meters;

	private final AtomicReference<Peace> peace = new AtomicReference<>(Peace.NONE);

	ElasticEngine(ElasticIndex index, Sender sender, SearchEngine postgres, ElasticSettings settings, Clock clock,
			MeterRegistry meters) {
		this.index = index;
		this.sender = sender;
		this.postgres = postgres;
		this.patience = settings.responseTimeout();
		this.clock = clock;
		this.meters = meters;
	}

	@Override
	public Found find(Plan plan, Bounds bounds, int from, int size) {
		String reason = this.sender.notReady();
		if (reason != null) {
			log.debug("PostgreSQL searches: {}", reason);
			return instead("not-ready", plan, bounds, from, size);
		}
		Peace before = this.peace.get();
		Instant now = this.clock.instant();
		// who comes first after the pause tries; the others wait for the outcome
		if (before.isOn() && (now.isBefore(before.until())
				|| !this.peace.compareAndSet(before, before.whileTrying(now, this.patience)))) {
			return instead("pause", plan, bounds, from, size);
		}
		try {
			Found found = ask(plan, bounds, from, size);
			if (this.peace.getAndSet(Peace.NONE).isOn()) {
				log.info("Elasticsearch searches again");
			}
			return found;
		}
		catch (EngineTrouble ex) {
			this.peace.set(before.longer(now));
			if (!before.isOn()) {
				log.warn("Elasticsearch does not search; PostgreSQL does until it can: {}", ex.getMessage());
			}
			return instead("failure", plan, bounds, from, size);
		}
	}

	private Found instead(String reason, Plan plan, Bounds bounds, int from, int size) {
		this.meters.counter("portal.search.fallbacks", "reason", reason).increment();
		return this.postgres.find(plan, bounds, from, size);
	}

	private Found ask(Plan plan, Bounds bounds, int from, int size) {
		MsearchRequest request = request(plan, bounds, from, size);
		MsearchResponse<Void> response = ElasticIndex.await(this.index.async().msearch(request, Void.class),
				this.patience);
		List<MultiSearchItem<Void>> items = new ArrayList<>();
		for (MultiSearchResponseItem<Void> item : response.responses()) {
			if (item.isFailure()) {
				throw new EngineTrouble(item.failure().error().type() + ": " + item.failure().error().reason(), null);
			}
			if (item.result().timedOut() || item.result().shards().failed().intValue() > 0) {
				throw new EngineTrouble("It answered in part only", null);
			}
			items.add(item.result());
		}
		return found(items, bounds, from, size);
	}

	/**
	 * The hits, how many there are and, if wanted, the facets. In a site that is one
	 * question. In the province there may be very many hits: so the best are chosen from
	 * among the latest and, asked apart, those with the words in their titles, and a
	 * third question counts all.
	 */
	MsearchRequest request(Plan plan, Bounds bounds, int from, int size) {
		Long site = bounds.site();
		List<SearchRequestBody> bodies = new ArrayList<>();
		if (site != null) {
			bodies.add(all(plan, bounds, from, size));
		}
		else {
			for (Plan looked : new LinkedHashSet<>(List.of(plan.inTitles(), plan))) {
				bodies.add(best(looked, plan, bounds, from + size));
			}
			bodies.add(counts(plan, bounds));
		}
		return MsearchRequest.of((request) -> {
			for (SearchRequestBody body : bodies) {
				request.searches(RequestItem.of((item) -> item.body(body).header((header) -> {
					header.index(this.index.alias());
					return (site != null) ? header.routing(site.toString()) : header;
				})));
			}
			return request;
		});
	}

	private SearchRequestBody all(Plan plan, Bounds bounds, int from, int size) {
		return body(bounds)
			.query((query) -> query.bool((bool) -> bool.filter(within(plan, bounds)).should(points(plan, bounds))))
			.postFilter(chosen(bounds))
			.aggregations(facets(bounds))
			.sort(SORT)
			.from(from)
			.size(size)
			.trackTotalHits((track) -> track.enabled(true))
			.build();
	}

	private SearchRequestBody best(Plan found, Plan plan, Bounds bounds, int size) {
		return body(bounds)
			.query((query) -> query
				.bool((bool) -> bool.filter(within(found, bounds)).filter(chosen(bounds)).should(recent(bounds))))
			.rescore((again) -> again.windowSize(Reach.PROVINCE.most())
				.query((rescore) -> rescore.queryWeight(0.0)
					.query((query) -> query.bool((bool) -> bool.should(points(plan, bounds))))))
			.size(size)
			.trackTotalHits((track) -> track.enabled(false))
			.build();
	}

	private SearchRequestBody counts(Plan plan, Bounds bounds) {
		return body(bounds).query((query) -> query.bool((bool) -> bool.filter(within(plan, bounds))))
			.postFilter(chosen(bounds))
			.aggregations(facets(bounds))
			.size(0)
			.trackTotalHits((track) -> track.enabled(true))
			.build();
	}

	private SearchRequestBody.Builder body(Bounds bounds) {
		return new SearchRequestBody.Builder().source((source) -> source.fetch(false))
			.timeout(this.patience.toMillis() + "ms");
	}

	private static List<Query> within(Plan plan, Bounds bounds) {
		List<Query> within = new ArrayList<>(boundaries(bounds));
		within.add(found(plan));
		return within;
	}

	private static final List<SortOptions> SORT = List.of(
			SortOptions.of((sort) -> sort.score((score) -> score.order(SortOrder.Desc))), by("day", SortOrder.Desc),
			by("entry", SortOrder.Desc), by("draft", SortOrder.Asc));

	private static SortOptions by(String field, SortOrder order) {
		return SortOptions.of((sort) -> sort.field((by) -> by.field(field).order(order)));
	}

	/** Of equals those from the first question, as Elasticsearch has them. */
	private static final Comparator<Hit<Void>> BEST_FIRST = Comparator
		.comparing((Hit<Void> hit) -> Objects.requireNonNullElse(hit.score(), 0.0), Comparator.reverseOrder());

	/** What nobody gets past, whatever was typed. */
	static List<Query> boundaries(Bounds bounds) {
		List<Query> boundaries = new ArrayList<>();
		boundaries.add(is(bounds.desk() ? "desk" : "shown", FieldValue.of(true)));
		Long site = bounds.site();
		if (site != null) {
			boundaries.add(is("site", FieldValue.of(site)));
		}
		if (!bounds.without().isEmpty()) {
			boundaries.add(Query.of((query) -> query.bool((bool) -> bool.mustNot(oneOf("site", bounds.without())))));
		}
		return boundaries;
	}

	/** What was chosen besides, by facet. */
	private static Map<String, Query> filters(Bounds bounds) {
		Map<String, Query> filters = new LinkedHashMap<>();
		String type = bounds.type();
		if (type != null) {
			filters.put("type", is("type", FieldValue.of(type)));
		}
		String category = bounds.category();
		if (category != null) {
			filters.put("category", is("category", FieldValue.of(category)));
		}
		Integer year = bounds.year();
		if (year != null) {
			filters.put("year", is("year", FieldValue.of((long) year)));
		}
		Collection<Long> sites = bounds.sites();
		if (sites != null) {
			filters.put("site", oneOf("site", sites));
		}
		return filters;
	}

	private static Query chosen(Bounds bounds) {
		return Query.of((query) -> query.bool((bool) -> bool.filter(List.copyOf(filters(bounds).values()))));
	}

	private static Map<String, Aggregation> facets(Bounds bounds) {
		if (!bounds.facets()) {
			return Map.of();
		}
		Map<String, Query> filters = filters(bounds);
		Map<String, Aggregation> facets = new HashMap<>();
		List<String> names = (bounds.site() != null) ? List.of("type", "category", "year")
				: List.of("type", "category", "year", "site");
		for (String name : names) {
			TermsAggregation terms = TermsAggregation
				.of((count) -> count.field(name).size("site".equals(name) ? MOST_SITES : MOST_VALUES));
			List<Query> others = filters.entrySet()
				.stream()
				.filter((filter) -> !filter.getKey().equals(name))
				.map(Map.Entry::getValue)
				.toList();
			facets.put(name,
					others.isEmpty() ? terms._toAggregation()
							: Aggregation
								.of((facet) -> facet.filter((query) -> query.bool((bool) -> bool.filter(others)))
									.aggregations("values", terms)));
		}
		return facets;
	}

	/** Whether an entry is found. */
	private static Query found(Plan plan) {
		List<Query> clauses = plan.clauses()
			.stream()
			.map((clause) -> plan.titles() ? any(List.of(in(clause, "title"), in(clause, "number")))
					: in(clause, "text"))
			.toList();
		return (plan.least() >= clauses.size()) ? Query.of((query) -> query.bool((bool) -> bool.filter(clauses)))
				: Query.of((query) -> query
					.bool((bool) -> bool.should(clauses).minimumShouldMatch(Integer.toString(plan.least()))));
	}

	/** {@link Ranking}, part by part. */
	private static List<Query> points(Plan plan, Bounds bounds) {
		List<Query> points = new ArrayList<>();
		double count = plan.clauses().size();
		for (Clause clause : plan.clauses()) {
			points.add(worth(in(clause, "title"), Ranking.TITLE / count));
			points.add(worth(in(clause, "head"), Ranking.HEAD / count));
			Alternative typed = clause.typed();
			if (typed != null) {
				points.add(clause.anywhere() ? worth(in(typed, "text"), Ranking.TYPED_ANYWHERE / count)
						: worth(in(typed, "head"), Ranking.TYPED / count));
			}
		}
		if (!plan.inOrder().isEmpty()) {
			points.add(worth(in(new Alternative(plan.inOrder()), "title"), Ranking.IN_ORDER));
		}
		points.add(worth(
				Query.of((query) -> query.bool(
						(bool) -> bool.filter(plan.clauses().stream().map((clause) -> in(clause, "number")).toList()))),
				Ranking.NUMBER));
		String today = bounds.today().toString();
		points.add(worth(
				Query.of((query) -> query.bool((bool) -> bool.mustNot(
						(expired) -> expired.range((range) -> range.date((date) -> date.field("expires").lt(today)))))),
				Ranking.IN_FORCE));
		points.add(recent(bounds));
		return points;
	}

	private static Query recent(Bounds bounds) {
		return Query.of((query) -> query.distanceFeature((distance) -> distance.date((date) -> date.field("day")
			.origin(bounds.today().toString())
			.pivot(Time.of((pivot) -> pivot.time(Ranking.HALF_LIFE + "d")))
			.boost((float) Ranking.RECENT))));
	}

	private static Query worth(Query query, double points) {
		return Query.of((outer) -> outer.constantScore((worth) -> worth.filter(query).boost((float) points)));
	}

	private static Query in(Clause clause, String field) {
		return any(clause.alternatives().stream().map((alternative) -> in(alternative, field)).toList());
	}

	private static Query in(Alternative alternative, String base) {
		List<Term> terms = alternative.terms();
		boolean begun = terms.getLast().kind() == Kind.PREFIX;
		String field = (terms.getFirst().kind() == Kind.EXACT) ? base + "_exact" : base;
		String text = terms.stream().map(Term::text).collect(Collectors.joining(" "));
		if (terms.size() == 1) {
			return begun ? Query.of((query) -> query.prefix((prefix) -> prefix.field(field).value(text)))
					: is(field, FieldValue.of(text));
		}
		return begun
				? Query.of((query) -> query
					.matchPhrasePrefix((phrase) -> phrase.field(field).query(text).maxExpansions(MOST_EXPANSIONS)))
				: Query.of((query) -> query.matchPhrase((phrase) -> phrase.field(field).query(text)));
	}

	private static Query any(List<Query> queries) {
		return (queries.size() == 1) ? queries.getFirst()
				: Query.of((query) -> query.bool((bool) -> bool.should(queries).minimumShouldMatch("1")));
	}

	private static Query is(String field, FieldValue value) {
		return Query.of((query) -> query.term((term) -> term.field(field).value(value)));
	}

	private static Query oneOf(String field, Collection<Long> values) {
		return Query.of((query) -> query.terms((terms) -> terms.field(field)
			.terms((list) -> list.value(values.stream().map(FieldValue::of).toList()))));
	}

	private static Found found(List<MultiSearchItem<Void>> items, Bounds bounds, int from, int size) {
		MultiSearchItem<Void> counted = items.getLast();
		TotalHits total = counted.hits().total();
		if (total == null) {
			throw new EngineTrouble("It did not count", null);
		}
		List<Ref> refs = (bounds.site() != null) ? counted.hits().hits().stream().map(ElasticEngine::ref).toList()
				: items.stream()
					.flatMap((item) -> item.hits().hits().stream())
					.sorted(BEST_FIRST)
					.map(ElasticEngine::ref)
					.distinct()
					.skip(from)
					.limit(size)
					.toList();
		Map<String, Aggregate> facets = counted.aggregations();
		Map<Integer, Long> years = new HashMap<>();
		numbers(facets.get("year")).forEach((year, hits) -> years.put(year.intValue(), hits));
		return new Found(total.value(), false, refs, names(facets.get("type")), names(facets.get("category")), years,
				numbers(facets.get("site")));
	}

	static Ref ref(Hit<?> hit) {
		String id = hit.id();
		String routing = hit.routing();
		int hyphen = (id != null) ? id.indexOf('-') : -1;
		if (id == null || routing == null || hyphen < 0) {
			throw new EngineTrouble("There is a document that the portal did not send", null);
		}
		return new Ref(Long.parseLong(routing), Long.parseLong(id.substring(0, hyphen)), id.endsWith("-d"));
	}

	private static Map<String, Long> names(@Nullable Aggregate facet) {
		Map<String, Long> counts = new HashMap<>();
		Aggregate values = unwrapped(facet);
		if (values != null && values.isSterms()) {
			values.sterms()
				.buckets()
				.array()
				.forEach((bucket) -> counts.put(bucket.key().stringValue(), bucket.docCount()));
		}
		return counts;
	}

	private static Map<Long, Long> numbers(@Nullable Aggregate facet) {
		Map<Long, Long> counts = new HashMap<>();
		Aggregate values = unwrapped(facet);
		if (values != null && values.isLterms()) {
			values.lterms().buckets().array().forEach((bucket) -> counts.put(bucket.key(), bucket.docCount()));
		}
		return counts;
	}

	private static @Nullable Aggregate unwrapped(@Nullable Aggregate facet) {
		return (facet != null && facet.isFilter()) ? facet.filter().aggregations().get("values") : facet;
	}

	/**
	 * How long Elasticsearch is not asked.
	 *
	 * @param length of this pause; each is longer than the one before
	 */
	private record Peace(Instant until, Duration length) {

		static final Peace NONE = new Peace(Instant.MIN, Duration.ZERO);

		boolean isOn() {
			return this.length.isPositive();
		}

		Peace longer(Instant now) {
			Duration next = this.length.isZero() ? FIRST_PEACE : this.length.multipliedBy(2);
			Duration limited = (next.compareTo(LONGEST_PEACE) > 0) ? LONGEST_PEACE : next;
			return new Peace(now.plus(limited), limited);
		}

		Peace whileTrying(Instant now, Duration patience) {
			return new Peace(now.plus(patience.multipliedBy(2)), this.length);
		}

	}

}
