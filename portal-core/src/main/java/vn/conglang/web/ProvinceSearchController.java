package vn.conglang.web;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import vn.conglang.appearance.Themes;
import vn.conglang.search.Reach;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The search over all sites: its page, suggestions, and for programs. */
@Controller
@OnFace(Face.PROVINCE)
class ProvinceSearchController {

	private final SearchPages search;

	private final SearchApi api;

	private final Sites sites;

	private final Themes themes;

	private final SitePages pages;

	private final SiteAddresses addresses;

	ProvinceSearchController(SearchPages search, SearchApi api, Sites sites, Themes themes, SitePages pages,
			SiteAddresses addresses) {
		this.search = search;
		this.api = api;
		this.sites = sites;
		this.themes = themes;
		this.pages = pages;
		this.addresses = addresses;
	}

	@GetMapping(SearchRequest.PATH)
	String search(@RequestParam Map<String, String> parameters,
			@RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent,
			HttpServletResponse response, Model model) {
		SearchRequest request = SearchRequest.of(parameters, SearchRequest.OF_THE_PROVINCE);
		Views.SearchPage page = this.search.ofProvince(request, userAgent);
		String title = this.pages.text("search.province.title", this.sites.province().fullName());
		model.addAttribute("search", page);
		model.addAttribute("provinceName", this.sites.province().fullName());
		model.addAttribute("theme", new ThemeView(this.themes.base(), null));
		model.addAttribute("meta", new Views.PageMeta(page.query().isEmpty() ? title : page.query() + " – " + title, "",
				this.addresses.province() + SearchRequest.PATH, null, "website", false));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		return this.themes.base().template("search");
	}

	@GetMapping(SearchRequest.PATH + "/goi-y")
	@ResponseBody
	List<SearchPages.Suggestion> suggest(@RequestParam(name = SearchRequest.TEXT, defaultValue = "") String typed,
			HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		return this.search.suggestions(typed, Reach.PROVINCE);
	}

	@GetMapping(SearchApi.PATH)
	ResponseEntity<?> answer(@RequestParam Map<String, String> parameters, HttpServletRequest request) {
		return this.api.answer(parameters, SearchRequest.OF_THE_PROVINCE, Reach.PROVINCE, this.addresses.province(),
				request.getRemoteAddr());
	}

}
