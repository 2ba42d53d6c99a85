package vn.conglang.web;

import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How to reach the people's committee, with the way to a map. */
@Controller
@OnFace(Face.PUBLIC)
class ContactPageController {

	static final String PATH = "/lien-he";

	private final SitePages pages;

	ContactPageController(SitePages pages) {
		this.pages = pages;
	}

	@GetMapping(PATH)
	String contact(Site site, Model model) {
		if (!this.pages.hasContact()) {
			throw new NotFoundException();
		}
		return this.pages.page(model, site, "contact", PATH, this.pages.text("public.contact"),
				this.pages.text("public.contact.description", site.fullName()), null);
	}

}
