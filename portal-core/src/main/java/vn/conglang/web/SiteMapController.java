package vn.conglang.web;

import vn.conglang.appearance.Menus;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Everything a site has, on one page, for people. */
@Controller
@OnFace(Face.PUBLIC)
class SiteMapController {

	static final String PATH = Menus.SITE_MAP;

	private final SitePages pages;

	SiteMapController(SitePages pages) {
		this.pages = pages;
	}

	@GetMapping(PATH)
	String map(Site site, Model model) {
		model.addAttribute("map", this.pages.map(site));
		return this.pages.page(model, site, "sitemap", PATH, this.pages.text("public.siteMap"),
				this.pages.text("public.siteMap.description", site.fullName()), null);
	}

}
