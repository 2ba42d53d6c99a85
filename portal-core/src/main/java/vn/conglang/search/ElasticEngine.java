package vn.conglang.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.search.ElasticIndex.EngineTrouble;

/**
 * Searches in Elasticsearch. If that does not answer in time, PostgreSQL does, and
 * Elasticsearch is left in peace for some seconds.
 */
class ElasticEngine implements SearchEngine {

	private static final Logger log = LoggerFactory.getLogger(ElasticEngine.class);

	private static final Duration FIRST_PEACE = Duration.ofSeconds(2);

	private static final Duration LONGEST_PEACE = Duration.ofSeconds(30);

	private final ElasticIndex index;

	private final ElasticRequests requests;

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
		this.requests = new ElasticRequests(index.alias(), this.patience);
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
			this.peace.set(before.longer(this.clock.instant()));
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
		MsearchRequest request = this.requests.of(plan, bounds, from, size);
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

	/** Of equals those from the first question, as Elasticsearch has them. */
	private static final Comparator<Hit<Void>> BEST_FIRST = Comparator
		.comparing((Hit<Void> hit) -> Objects.requireNonNullElse(hit.score(), 0.0), Comparator.reverseOrder());

	private static Found found(List<MultiSearchItem<Void>> items, Bounds bounds, int from, int size) {
		MultiSearchItem<Void> counted = items.getLast();
		TotalHits total = counted.hits().total();
		if (total == null) {
			throw new EngineTrouble("It did not count", null);
		}
		List<Ref> refs = (bounds.site() != null) ? counted.hits().hits().stream().map(ElasticRequests::ref).toList()
				: items.stream()
					.flatMap((item) -> item.hits().hits().stream())
					.sorted(BEST_FIRST)
					.map(ElasticRequests::ref)
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
