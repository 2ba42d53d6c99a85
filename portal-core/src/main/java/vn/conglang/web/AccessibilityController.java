package vn.conglang.web;

import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What the site does so that everybody can use it, and whom to tell where it fails
 * (Circular 26/2020/TT-BTTTT).
 */
@Controller
@OnFace(Face.PUBLIC)
class AccessibilityController {

	static final String PATH = "/tro-nang";

	private final SitePages pages;

	AccessibilityController(SitePages pages) {
		this.pages = pages;
	}

	@GetMapping(PATH)
	String statement(Site site, Model model) {
		return this.pages.page(model, site, "accessibility", PATH, this.pages.text("public.accessibility"),
				this.pages.text("public.accessibility.description", site.fullName()), null);
	}

}
