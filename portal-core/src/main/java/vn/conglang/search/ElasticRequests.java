package vn.conglang.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.SearchRequestBody;
import vn.conglang.search.ElasticIndex.EngineTrouble;
import vn.conglang.search.Plan.Alternative;
import vn.conglang.search.Plan.Clause;
import vn.conglang.search.Plan.Kind;
import vn.conglang.search.Plan.Term;
import vn.conglang.search.SearchEngine.Bounds;
import vn.conglang.search.SearchEngine.Ref;

/**
 * Puts what is looked for into Elasticsearch's words, and reads which entry a hit is.
 */
final class ElasticRequests {

	private static final int MOST_VALUES = 500;

	private static final int MOST_SITES = 20_000;

	/** How much a prefix may stand for where it ends a phrase. */
	private static final int MOST_EXPANSIONS = 1_000;

	private static final List<SortOptions> SORT = List.of(
			SortOptions.of((sort) -> sort.score((score) -> score.order(SortOrder.Desc))), by("day", SortOrder.Desc),
			by("entry", SortOrder.Desc), by("draft", SortOrder.Asc));

	private final String alias;

	private final Duration patience;

	/**
	 * For an index.
	 * @param patience after which Elasticsearch is to answer with what it has
	 */
	ElasticRequests(String alias, Duration patience) {
		this.alias = alias;
		this.patience = patience;
	}

	/**
	 * The hits, how many there are and, if wanted, the facets. In a site that is one
	 * question. In the province there may be very many hits: so the best are chosen from
	 * among the latest and, asked apart, those with the words in their titles, and a
	 * third question counts all.
	 */
	MsearchRequest of(Plan plan, Bounds bounds, int from, int size) {
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
					header.index(this.alias);
					return (site != null) ? header.routing(site.toString()) : header;
				})));
			}
			return request;
		});
	}

	private SearchRequestBody all(Plan plan, Bounds bounds, int from, int size) {
		return body()
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
		return body()
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
		return body().query((query) -> query.bool((bool) -> bool.filter(within(plan, bounds))))
			.postFilter(chosen(bounds))
			.aggregations(facets(bounds))
			.size(0)
			.trackTotalHits((track) -> track.enabled(true))
			.build();
	}

	private SearchRequestBody.Builder body() {
		return new SearchRequestBody.Builder().source((source) -> source.fetch(false))
			.timeout(this.patience.toMillis() + "ms");
	}

	private static List<Query> within(Plan plan, Bounds bounds) {
		List<Query> within = new ArrayList<>(boundaries(bounds));
		within.add(found(plan));
		return within;
	}

	private static SortOptions by(String field, SortOrder order) {
		return SortOptions.of((sort) -> sort.field((by) -> by.field(field).order(order)));
	}

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

	/** Which entry a hit is. */
	static Ref ref(Hit<?> hit) {
		String id = hit.id();
		String routing = hit.routing();
		int hyphen = (id != null) ? id.indexOf('-') : -1;
		if (id == null || routing == null || hyphen < 0) {
			throw new EngineTrouble("There is a document that the portal did not send", null);
		}
		return new Ref(Long.parseLong(routing), Long.parseLong(id.substring(0, hyphen)), id.endsWith("-d"));
	}

}
