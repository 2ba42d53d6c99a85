package vn.conglang.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryType;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.search.Reach;
import vn.conglang.search.Search;
import vn.conglang.search.SearchCounts;
import vn.conglang.search.SearchQuery;
import vn.conglang.search.SearchResult;
import vn.conglang.site.Area;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Turns what was found into what the page of the search is given. */
@Component
class SearchPages {

	private static final int PAGE_SIZE = 10;

	/** Hits of one site where they are grouped. */
	private static final int OF_ONE_SITE = 3;

	/** Sites to choose from, those with the most hits. */
	private static final int SITES_TO_CHOOSE = 12;

	private static final int SUGGESTIONS = 6;

	private static final SearchResult NOTHING = new SearchResult("", SearchResult.Closeness.AS_TYPED, null, 0, false, 0,
			List.of(), new SearchResult.Facets(List.of(), List.of(), List.of(), List.of(), List.of()));

	private final Search search;

	private final SearchCounts counts;

	private final Sites sites;

	private final SiteAddresses addresses;

	private final SitePages pages;

	SearchPages(Search search, SearchCounts counts, Sites sites, SiteAddresses addresses, SitePages pages) {
		this.search = search;
		this.counts = counts;
		this.sites = sites;
		this.addresses = addresses;
		this.pages = pages;
	}

	/**
	 * On the site at work.
	 * @param userAgent what the browser says it is
	 */
	Views.SearchPage ofSite(Site site, SearchRequest request, @Nullable String userAgent) {
		SearchResult result = find(request, Reach.SITE, PAGE_SIZE, userAgent);
		Map<String, String> names = this.pages.categoryNames(site);
		List<Views.Facet> facets = new ArrayList<>();
		add(facets, request, SearchRequest.CATEGORY, known(result.facets().categories(), names), names);
		add(facets, request, SearchRequest.YEAR, result.facets().years(), Map.of());
		List<Views.Hit> hits = result.hits().stream().map((hit) -> hit(hit, "", null)).toList();
		return page(request, result, facets, names, null,
				hits.isEmpty() ? List.of() : List.of(new Views.HitGroup(null, hits, null)), PAGE_SIZE);
	}

	/**
	 * On all sites of the province.
	 * @param userAgent what the browser says it is
	 */
	Views.SearchPage ofProvince(SearchRequest request, @Nullable String userAgent) {
		boolean grouped = request.grouped();
		int size = grouped ? SearchQuery.MOST_ON_PAGE : PAGE_SIZE;
		SearchResult result = find(request, Reach.PROVINCE, size, userAgent);
		Map<String, String> areas = this.sites.areas().stream().collect(Collectors.toMap(Area::slug, Area::title));
		Map<String, String> titles = this.sites.all().stream().collect(Collectors.toMap(Site::slug, Site::title));
		Map<String, String> standard = Categories.standard();
		List<Views.Facet> facets = new ArrayList<>();
		add(facets, request, SearchRequest.AREA, known(result.facets().areas(), areas), areas);
		add(facets, request, SearchRequest.SITE,
				known(result.facets().sites(), titles).stream().limit(SITES_TO_CHOOSE).toList(), titles);
		add(facets, request, SearchRequest.CATEGORY, known(result.facets().categories(), standard), standard);
		add(facets, request, SearchRequest.YEAR, result.facets().years(), Map.of());
		Map<String, String> names = new LinkedHashMap<>(standard);
		names.putAll(areas);
		names.putAll(titles);
		Views.Link grouping = grouped
				? new Views.Link(this.pages.text("search.ungroup"), request.without(SearchRequest.GROUPED).address())
				: new Views.Link(this.pages.text("search.group"), request.groupedBySite().address());
		return page(request, result, facets, names, grouping, grouped ? bySite(request, result) : inOneGroup(result),
				size);
	}

	private List<Views.HitGroup> inOneGroup(SearchResult result) {
		List<Views.Hit> hits = result.hits()
			.stream()
			.map((hit) -> hit(hit, this.addresses.of(hit.site()), link(hit.site())))
			.toList();
		return hits.isEmpty() ? List.of() : List.of(new Views.HitGroup(null, hits, null));
	}

	/** The site with the best hit comes first. */
	private List<Views.HitGroup> bySite(SearchRequest request, SearchResult result) {
		Map<String, Long> counts = result.facets()
			.sites()
			.stream()
			.collect(Collectors.toMap(SearchResult.Count::value, SearchResult.Count::hits));
		Map<Site, List<SearchResult.Hit>> hits = result.hits()
			.stream()
			.collect(Collectors.groupingBy(SearchResult.Hit::site, LinkedHashMap::new, Collectors.toList()));
		List<Views.HitGroup> groups = new ArrayList<>();
		hits.forEach((site, own) -> {
			long all = Math.max(own.size(), counts.getOrDefault(site.slug(), 0L));
			Views.Link more = (all > OF_ONE_SITE)
					? new Views.Link(this.pages.text("search.more", all, site.title()),
							request.without(SearchRequest.GROUPED).with(SearchRequest.SITE, site.slug()).address())
					: null;
			groups.add(new Views.HitGroup(link(site),
					own.stream().limit(OF_ONE_SITE).map((hit) -> hit(hit, this.addresses.of(site), null)).toList(),
					more));
		});
		return groups;
	}

	private Views.Link link(Site site) {
		return new Views.Link(site.title(), this.addresses.of(site));
	}

	private SearchResult find(SearchRequest request, Reach reach, int size, @Nullable String userAgent) {
		if ((long) request.page() * size >= reach.most()) {
			throw new NotFoundException();
		}
		if (request.text().isEmpty() || request.impossible()) {
			PageNumber.check(request.page(), size, 0);
			return NOTHING;
		}
		SearchQuery query = new SearchQuery(request.text(), reach, request.filter(), request.page(), size);
		SearchResult result = this.search.find(query);
		PageNumber.check(request.page(), size, result.reachable());
		this.counts.count(query, result, userAgent);
		if (request.page() == 0) {
			String shown = SearchCounts.shown(request.text());
			Audience.searched(shown.isEmpty() ? this.pages.text("analytics.search.withheld") : shown, result.total());
		}
		return result;
	}

	private Views.SearchPage page(SearchRequest request, SearchResult result, List<Views.Facet> facets,
			Map<String, String> names, Views.@Nullable Link grouping, List<Views.HitGroup> groups, int size) {
		String correction = result.correction();
		boolean any = !groups.isEmpty();
		return new Views.SearchPage(request.text(), found(request, result, size), any ? note(request, result) : null,
				(correction != null) ? new Views.Link(correction,
						request.withoutFilters().with(SearchRequest.TEXT, correction).address()) : null,
				(grouping != null) ? named(request) : List.of(), kinds(request, result), facets, chosen(request, names),
				any ? grouping : null, groups,
				SitePages.paging(request.page(), size, result.reachable(), request.address()));
	}

	/** Who types the name of a commune may be looking for its site. */
	private List<Views.Link> named(SearchRequest request) {
		String name = VietnameseText.fold(request.text());
		return (request.page() > 0) ? List.of() : this.sites.named(name).stream().map(this::link).toList();
	}

	private String found(SearchRequest request, SearchResult result, int size) {
		if (result.total() == 0) {
			return "";
		}
		long pages = (result.reachable() + size - 1) / size;
		String count = this.pages.text(result.more() ? "search.foundMore" : "search.found", result.total());
		return (pages > 1) ? this.pages.text("search.paged", count, request.page() + 1, pages) : count;
	}

	private @Nullable String note(SearchRequest request, SearchResult result) {
		return switch (result.closeness()) {
			case AS_TYPED -> null;
			case ANY_DIACRITICS, CORRECTED, SOME_WORDS ->
				this.pages.text("search.close." + result.closeness(), request.text());
		};
	}

	private List<Views.Choice> kinds(SearchRequest request, SearchResult result) {
		List<SearchResult.Count> counts = result.facets().types();
		boolean chosen = !request.get(SearchRequest.TYPE).isEmpty() && !request.impossible();
		if (counts.size() < 2 && !chosen) {
			return List.of();
		}
		List<Views.Choice> kinds = new ArrayList<>();
		kinds.add(new Views.Choice(this.pages.text("search.type.all"),
				counts.stream().mapToLong(SearchResult.Count::hits).sum(),
				request.without(SearchRequest.TYPE).address(), !chosen));
		for (SearchResult.Count count : counts) {
			String name = SearchRequest.name(EntryType.valueOf(count.value()));
			kinds.add(new Views.Choice(this.pages.text("search.type." + count.value()), count.hits(),
					request.with(SearchRequest.TYPE, name).address(), request.get(SearchRequest.TYPE).equals(name)));
		}
		return kinds;
	}

	/** A choice of one is none, unless it can be taken back. */
	private void add(List<Views.Facet> facets, SearchRequest request, String parameter, List<SearchResult.Count> counts,
			Map<String, String> names) {
		String chosen = request.get(parameter);
		if (counts.size() < 2 && chosen.isEmpty() || counts.isEmpty()) {
			return;
		}
		facets.add(new Views.Facet(this.pages.text("search.facet." + parameter), counts.stream().map((count) -> {
			boolean own = count.value().equals(chosen);
			return new Views.Choice(names.getOrDefault(count.value(), count.value()), count.hits(),
					(own ? request.without(parameter) : request.with(parameter, count.value())).address(), own);
		}).toList()));
	}

	private List<Views.Link> chosen(SearchRequest request, Map<String, String> names) {
		List<Views.Link> chosen = new ArrayList<>();
		if (request.impossible()) {
			chosen.add(new Views.Link(request.get(SearchRequest.TYPE), request.without(SearchRequest.TYPE).address()));
		}
		for (String parameter : List.of(SearchRequest.AREA, SearchRequest.SITE, SearchRequest.CATEGORY,
				SearchRequest.YEAR)) {
			String value = request.get(parameter);
			if (!value.isEmpty()) {
				String label = parameter.equals(SearchRequest.YEAR) ? this.pages.text("search.chosen.year", value)
						: names.getOrDefault(value, value);
				chosen.add(new Views.Link(label, request.without(parameter).address()));
			}
		}
		return chosen;
	}

	/** Only what has a name here. */
	private static List<SearchResult.Count> known(List<SearchResult.Count> counts, Map<String, String> names) {
		return counts.stream().filter((count) -> names.containsKey(count.value())).toList();
	}

	private Views.Hit hit(SearchResult.Hit hit, String root, Views.@Nullable Link site) {
		return new Views.Hit(html(hit.title()), html(hit.excerpt()), root + hit.address(),
				this.pages.text("search.type." + hit.type()), hit.type().dated() ? hit.day() : null, hit.number(),
				hit.expired()
						? this.pages.text((hit.type() == EntryType.ANNOUNCEMENT) ? "search.ended" : "search.expired")
						: null,
				site);
	}

	/** Of one piece, as a template takes long over many small ones. */
	private static String html(List<SearchResult.Piece> pieces) {
		StringBuilder html = new StringBuilder();
		for (SearchResult.Piece piece : pieces) {
			String text = HtmlUtils.htmlEscape(piece.text(), StandardCharsets.UTF_8.name());
			html.append(piece.marked() ? "<mark>" + text + "</mark>" : text);
		}
		return html.toString();
	}

	/** What somebody who is still typing may mean. */
	List<Suggestion> suggestions(String typed, Reach reach) {
		if (typed.strip().length() < 2) {
			return List.of();
		}
		try {
			return this.search.suggest(typed, reach, SUGGESTIONS)
				.stream()
				.map((hit) -> suggestion(hit, reach))
				.toList();
		}
		catch (Search.Busy ex) {
			// a comfort only
			return List.of();
		}
	}

	private Suggestion suggestion(SearchResult.Hit hit, Reach reach) {
		String kind = hit.number().isEmpty() ? this.pages.text("search.type." + hit.type()) : hit.number();
		boolean province = reach == Reach.PROVINCE;
		return new Suggestion(plain(hit.title()), (province ? this.addresses.of(hit.site()) : "") + hit.address(),
				province ? kind + " – " + hit.site().title() : kind);
	}

	static String plain(List<SearchResult.Piece> pieces) {
		return pieces.stream().map(SearchResult.Piece::text).collect(Collectors.joining());
	}

	/**
	 * An entry proposed to somebody who is still typing.
	 *
	 * @param kind what it is, or its number
	 */
	record Suggestion(String title, String href, String kind) {
	}

}
