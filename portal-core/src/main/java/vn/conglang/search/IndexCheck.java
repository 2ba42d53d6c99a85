package vn.conglang.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.LongTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import vn.conglang.search.SearchRows.Sum;

/**
 * Compares what Elasticsearch has with what PostgreSQL has: for each site how many
 * documents can be found and the sum of their fingerprints and, where these differ,
 * document by document. What is still to be sent does not count.
 */
class IndexCheck {

	private static final int PAGE = 5_000;

	private static final int MOST_SITES = 60_000;

	/** What citizens or boards may find. */
	private static final Query FINDABLE = Query
		.of((query) -> query.bool((bool) -> bool.minimumShouldMatch("1").should(isTrue("shown"), isTrue("desk"))));

	private final SearchRows rows;

	private final ElasticIndex index;

	IndexCheck(SearchRows rows, ElasticIndex index) {
		this.rows = rows;
		this.index = index;
	}

	/**
	 * Sites of which the index that is searched differs, in order.
	 * @throws SearchEngine.EngineFailure if Elasticsearch does not answer
	 */
	List<Long> differing() {
		return differing(this.index.alias());
	}

	List<Long> differing(String alias) {
		this.index.refresh(alias);
		Map<Long, Sum> there = sums(alias);
		Map<Long, Sum> here = this.rows.sums();
		Set<Long> sites = new TreeSet<>(here.keySet());
		sites.addAll(there.keySet());
		sites.removeIf((site) -> here.getOrDefault(site, Sum.NONE).equals(there.getOrDefault(site, Sum.NONE)));
		sites.addAll(this.rows.unsentSites());
		// what is changed while it is looked at seems to differ, but not twice
		sites.removeIf((site) -> !differs(alias, site));
		if (!sites.isEmpty()) {
			this.index.refresh(alias);
			sites.removeIf((site) -> !differs(alias, site));
		}
		return List.copyOf(sites);
	}

	private boolean differs(String alias, long site) {
		Map<String, Long> there = fingerprints(alias, site);
		Map<String, Long> here = this.rows.fingerprints(site);
		Collection<String> unsent = this.rows.unsentIds(site);
		there.keySet().removeAll(unsent);
		here.keySet().removeAll(unsent);
		return !here.equals(there);
	}

	/** Ids of what Elasticsearch has of a site and PostgreSQL does not. */
	List<String> strays(String alias, long site) {
		Set<String> strays = new HashSet<>(fingerprints(alias, site).keySet());
		strays.removeAll(this.rows.fingerprints(site).keySet());
		return List.copyOf(strays);
	}

	private Map<Long, Sum> sums(String alias) {
		SearchResponse<Void> response = search(SearchRequest.of((search) -> search.index(alias)
			.size(0)
			.requestCache(false)
			.query(FINDABLE)
			.aggregations("sites", (sites) -> sites.terms((terms) -> terms.field("site").size(MOST_SITES))
				.aggregations("sum", (sum) -> sum.sum((of) -> of.field("fingerprint"))))));
		Map<Long, Sum> sums = new HashMap<>();
		Aggregate sites = aggregate(response.aggregations(), "sites");
		if (!sites.isLterms()) {
			// an index that does not know the field
			return sums;
		}
		for (LongTermsBucket bucket : sites.lterms().buckets().array()) {
			Double sum = aggregate(bucket.aggregations(), "sum").sum().value();
			sums.put(bucket.key(), new Sum(bucket.docCount(), (sum != null) ? sum.longValue() : 0));
		}
		return sums;
	}

	private static Aggregate aggregate(Map<String, Aggregate> all, String name) {
		return Objects.requireNonNull(all.get(name));
	}

	private Map<String, Long> fingerprints(String alias, long site) {
		Map<String, Long> fingerprints = new HashMap<>();
		List<FieldValue> after = new ArrayList<>();
		List<Hit<Void>> hits;
		do {
			SearchRequest request = SearchRequest.of((search) -> {
				search.index(alias)
					.routing(Long.toString(site))
					.query((query) -> query.bool((bool) -> bool.filter(FINDABLE,
							Query.of((own) -> own.term((term) -> term.field("site").value(site))))))
					.size(PAGE)
					.trackTotalHits((track) -> track.enabled(false))
					.docvalueFields((fields) -> fields.field("fingerprint"))
					.sort((sort) -> sort.field((field) -> field.field("entry").order(SortOrder.Asc)))
					.sort((sort) -> sort.field((field) -> field.field("draft").order(SortOrder.Asc)));
				return after.isEmpty() ? search : search.searchAfter(after);
			});
			hits = search(request).hits().hits();
			for (Hit<Void> hit : hits) {
				JsonData fingerprint = hit.fields().get("fingerprint");
				fingerprints.put(String.valueOf(hit.id()),
						(fingerprint != null) ? fingerprint.to(long[].class)[0] : -1);
			}
			after.clear();
			if (!hits.isEmpty()) {
				after.addAll(hits.getLast().sort());
			}
		}
		while (hits.size() == PAGE);
		return fingerprints;
	}

	private SearchResponse<Void> search(SearchRequest request) {
		return ElasticIndex.await(this.index.async().search(request, Void.class));
	}

	private static Query isTrue(String field) {
		return Query.of((query) -> query.term((term) -> term.field(field).value(true)));
	}

}
