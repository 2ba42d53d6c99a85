package vn.conglang.web;

import vn.conglang.appearance.Look;
import vn.conglang.appearance.Looks;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A site's home page: the blocks its board has arranged, in the regions of its theme. */
@Controller
@OnFace(Face.PUBLIC)
class HomeController {

	private final Looks looks;

	private final HomeBlocks blocks;

	private final SitePages pages;

	HomeController(Looks looks, HomeBlocks blocks, SitePages pages) {
		this.looks = looks;
		this.blocks = blocks;
		this.pages = pages;
	}

	@GetMapping("/")
	String home(Site site, Model model) {
		Look look = this.looks.current();
		model.addAttribute("home", this.blocks.fill(site, this.looks.theme(site, look), look));
		return this.pages.page(model, site, "home", "/", null, this.pages.text("public.description", site.fullName(),
				site.area().fullName(), site.area().province().fullName()), null);
	}

}
