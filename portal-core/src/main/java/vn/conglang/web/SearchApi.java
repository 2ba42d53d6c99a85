package vn.conglang.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;
import vn.conglang.search.Reach;
import vn.conglang.search.Search;
import vn.conglang.search.SearchQuery;
import vn.conglang.search.SearchResult;
import vn.conglang.site.SiteAddresses;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The search for programs, as open data (docs/api.md). Other than the pages it is strict:
 * what it does not understand it refuses, and says why.
 */
@Component
class SearchApi {

	static final String PATH = "/api" + SearchRequest.PATH;

	private static final String SIZE = "co";

	private static final int ADDRESSES = 100_000;

	private final Search search;

	private final SiteAddresses addresses;

	private final SitePages pages;

	private final int perMinute;

	private final Cache<String, AtomicInteger> asked = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofMinutes(1))
		.maximumSize(ADDRESSES)
		.build();

	SearchApi(Search search, SiteAddresses addresses, SitePages pages,
			@Value("${portal.search.api-per-minute}") int perMinute) {
		this.search = search;
		this.addresses = addresses;
		this.pages = pages;
		this.perMinute = perMinute;
	}

	/**
	 * Answers a program.
	 * @param root absolute address of the face that was asked
	 * @param names of the parameters that this face knows
	 * @param address from which the program asks
	 */
	ResponseEntity<?> answer(Map<String, String> parameters, List<String> names, Reach reach, String root,
			String address) {
		if (this.asked.get(address, (key) -> new AtomicInteger()).incrementAndGet() > this.perMinute) {
			return problem(HttpStatus.TOO_MANY_REQUESTS, "60", "limit", this.perMinute);
		}
		String text = parameters.getOrDefault(SearchRequest.TEXT, "").strip();
		if (text.isEmpty()) {
			return problem(HttpStatus.BAD_REQUEST, null, "noText");
		}
		if (text.length() > Search.LONGEST) {
			return problem(HttpStatus.BAD_REQUEST, null, "longText", Search.LONGEST);
		}
		int size = number(parameters.getOrDefault(SIZE, "10"));
		if (size < 1 || size > SearchQuery.MOST_ON_PAGE) {
			return problem(HttpStatus.BAD_REQUEST, null, "size", SearchQuery.MOST_ON_PAGE);
		}
		int page = number(parameters.getOrDefault("trang", "1"));
		if (page < 1 || (long) (page - 1) * size >= reach.most()) {
			return problem(HttpStatus.BAD_REQUEST, null, "page", reach.most());
		}
		SearchRequest request = new SearchRequest(SearchRequest.values(parameters, names), page - 1);
		if (request.impossible()) {
			return problem(HttpStatus.BAD_REQUEST, null, "type", String.join(", ", SearchRequest.types()));
		}
		if (!request.get(SearchRequest.YEAR).isEmpty() && number(request.get(SearchRequest.YEAR)) < 0) {
			return problem(HttpStatus.BAD_REQUEST, null, "year");
		}
		try {
			SearchResult result = this.search
				.find(new SearchQuery(request.text(), reach, request.filter(), request.page(), size));
			return headers(ResponseEntity.ok()).body(found(request, result, size, root));
		}
		catch (Search.Busy ex) {
			return problem(HttpStatus.SERVICE_UNAVAILABLE, BusySearch.SECONDS, "busy");
		}
	}

	/** A whole number that is not negative, else -1. */
	private static int number(String text) {
		return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
	}

	private ResponseEntity<?> problem(HttpStatus status, @Nullable String retryAfter, String key, Object... arguments) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status,
				this.pages.text("search.api." + key, arguments));
		ResponseEntity.BodyBuilder answer = headers(ResponseEntity.status(status));
		if (retryAfter != null) {
			answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
		}
		return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	private static ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder answer) {
		return answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
			.header(HttpHeaders.CACHE_CONTROL, "no-cache");
	}

	private Found found(SearchRequest request, SearchResult result, int size, String root) {
		long end = (long) (request.page() + 1) * size;
		String next = (end < result.reachable())
				? root + request.address(PATH) + "&" + SIZE + "=" + size + "&trang=" + (request.page() + 2) : null;
		SearchResult.Facets facets = result.facets();
		return new Found(request.text(), result.closeness().name().toLowerCase(Locale.ROOT), result.correction(),
				result.total(), result.more(), request.page() + 1, size, next,
				result.hits().stream().map(this::item).toList(),
				new Facets(
						facets.types()
							.stream()
							.map((count) -> new Count(SearchRequest.name(EntryType.valueOf(count.value())),
									count.hits()))
							.toList(),
						counts(facets.categories()), counts(facets.years()), counts(facets.areas()),
						counts(facets.sites())));
	}

	private Item item(SearchResult.Hit hit) {
		String site = this.addresses.of(hit.site());
		return new Item(SearchRequest.name(hit.type()), SearchPages.plain(hit.title()), site + hit.address(), hit.day(),
				hit.number().isEmpty() ? null : hit.number(), hit.expired(), hit.category(),
				SearchPages.plain(hit.excerpt()), new Source(hit.site().slug(), hit.site().title(), site));
	}

	private static List<Count> counts(List<SearchResult.Count> counts) {
		return counts.stream().map((count) -> new Count(count.value(), count.hits())).toList();
	}

	/** See docs/api.md. */
	record Found(String query, String closeness, @Nullable String correction, long total, boolean more, int page,
			int size, @Nullable String next, List<Item> results, Facets facets) {
	}

	record Item(String type, String title, String url, LocalDate date, @Nullable String number, boolean expired,
			@Nullable String category, String excerpt, Source site) {
	}

	record Source(String slug, String name, String url) {
	}

	record Facets(List<Count> types, List<Count> categories, List<Count> years, List<Count> areas, List<Count> sites) {
	}

	record Count(String value, long hits) {
	}

}
