package vn.conglang.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import vn.conglang.appearance.Themes;
import vn.conglang.content.ProvinceNews;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.reports.OpenData;
import vn.conglang.site.Area;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Province;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The province's page: the directory of all sites, searched by name, and the latest news.
 */
@Controller
@OnFace(Face.PROVINCE)
class ProvinceController {

	private static final int LATEST = 8;

	private static final int LONGEST_QUERY = 100;

	private final Sites sites;

	private final SiteAddresses addresses;

	private final ProvinceNews news;

	private final Themes themes;

	private final SitePages pages;

	private final OpenData openData;

	private final Clock clock;

	ProvinceController(Sites sites, SiteAddresses addresses, ProvinceNews news, Themes themes, SitePages pages,
			OpenData openData, Clock clock) {
		this.sites = sites;
		this.addresses = addresses;
		this.news = news;
		this.themes = themes;
		this.pages = pages;
		this.openData = openData;
		this.clock = clock;
	}

	@GetMapping("/")
	String directory(@RequestParam(name = "ten", defaultValue = "") String query, Model model) {
		String wanted = query.substring(0, Math.min(query.length(), LONGEST_QUERY)).strip();
		List<Views.AreaGroup> groups = groups(VietnameseText.fold(wanted));
		Province province = this.sites.province();
		// whether there are open data is nothing that a version tells
		PageLifetime.endsBy(this.clock.instant().plus(OpenDataController.KEPT));
		model.addAttribute("page",
				new Views.ProvincePage(province.title(), wanted, this.sites.all().size(),
						groups.stream().mapToInt((group) -> group.sites().size()).sum(), groups, latest(),
						this.openData.isAllowed() ? OpenDataController.PATH : null));
		model.addAttribute("theme", new ThemeView(this.themes.base(), null));
		String title = this.pages.text("public.province.title", province.fullName());
		model.addAttribute("meta",
				new Views.PageMeta(title,
						this.pages.text("public.province.description", this.sites.all().size(), province.fullName()),
						this.addresses.province() + "/", null, "website", wanted.isEmpty()));
		return this.themes.base().template("province");
	}

	@GetMapping(path = OpenSearch.PATH, produces = OpenSearch.TYPE)
	@ResponseBody
	String openSearch() {
		String province = this.sites.province().title();
		return OpenSearch.description(province, this.pages.text("search.province.description", province),
				this.addresses.province());
	}

	@GetMapping(path = "/robots.txt", produces = "text/plain;charset=UTF-8")
	@ResponseBody
	String robots() {
		return "User-agent: *\nDisallow: /?ten=\nDisallow: /tim-kiem\nDisallow: /api/\n";
	}

	/** A site matches by its own name with or without its kind, or by its area's. */
	private List<Views.AreaGroup> groups(String wanted) {
		List<Views.AreaGroup> groups = new ArrayList<>();
		for (Area area : this.sites.areas()) {
			boolean whole = VietnameseText.fold(area.fullName()).contains(wanted);
			List<Views.Link> links = this.sites.of(area)
				.stream()
				.filter((site) -> whole || VietnameseText.fold(site.fullName()).contains(wanted))
				.map((site) -> new Views.Link(site.title(), this.addresses.of(site)))
				.toList();
			if (!links.isEmpty()) {
				groups.add(new Views.AreaGroup(area.title(), area.slug(), links));
			}
		}
		return groups;
	}

	private List<Views.ProvinceCard> latest() {
		List<Views.ProvinceCard> cards = new ArrayList<>();
		for (ProvinceNews.SiteNews news : this.news.latest(LATEST)) {
			this.sites.byId(news.site()).ifPresent((site) -> cards.add(card(site, news)));
		}
		return cards;
	}

	private Views.ProvinceCard card(Site site, ProvinceNews.SiteNews news) {
		Views.Card card = this.pages.card(news.entry());
		String root = this.addresses.of(site);
		Views.Picture picture = (card.picture() != null) ? new Views.Picture(root + card.picture().src(),
				card.picture().width(), card.picture().height(), card.picture().alt(), null, null) : null;
		return new Views.ProvinceCard(
				new Views.Card(card.title(), card.summary(), root + card.href(), card.date(), null, picture),
				site.title(), root);
	}

}
