package vn.conglang.web;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import vn.conglang.search.Reach;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The search of a site: its page, suggestions, and for programs. */
@Controller
@OnFace(Face.PUBLIC)
class SearchController {

	private final SearchPages search;

	private final SearchApi api;

	private final SitePages pages;

	private final SiteAddresses addresses;

	SearchController(SearchPages search, SearchApi api, SitePages pages, SiteAddresses addresses) {
		this.search = search;
		this.api = api;
		this.pages = pages;
		this.addresses = addresses;
	}

	@GetMapping(SearchRequest.PATH)
	String search(Site site, @RequestParam Map<String, String> parameters,
			@RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent,
			HttpServletResponse response, Model model) {
		SearchRequest request = SearchRequest.of(parameters, SearchRequest.OF_A_SITE);
		Views.SearchPage page = this.search.ofSite(site, request, userAgent);
		model.addAttribute("search", page);
		String title = this.pages.text("search.title");
		String view = this.pages.page(model, site, "search", SearchRequest.PATH, title, "", null);
		model.addAttribute("meta",
				new Views.PageMeta(
						(page.query().isEmpty() ? title : page.query() + " – " + title) + " – " + site.title(), "",
						this.addresses.of(site) + SearchRequest.PATH, null, "website", false));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		return view;
	}

	@GetMapping(SearchRequest.PATH + "/goi-y")
	@ResponseBody
	List<SearchPages.Suggestion> suggest(@RequestParam(name = SearchRequest.TEXT, defaultValue = "") String typed,
			HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		return this.search.suggestions(typed, Reach.SITE);
	}

	@GetMapping(SearchApi.PATH)
	ResponseEntity<?> answer(Site site, @RequestParam Map<String, String> parameters, HttpServletRequest request) {
		return this.api.answer(parameters, SearchRequest.OF_A_SITE, Reach.SITE, this.addresses.of(site),
				request.getRemoteAddr());
	}

}
