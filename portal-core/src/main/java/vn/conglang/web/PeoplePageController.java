package vn.conglang.web;

import java.util.List;

import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The organisation of the commune: who leads what, and how to reach them. */
@Controller
@OnFace(Face.PUBLIC)
class PeoplePageController {

	static final String PATH = "/co-cau-to-chuc";

	private final SitePages pages;

	PeoplePageController(SitePages pages) {
		this.pages = pages;
	}

	@GetMapping(PATH)
	String people(Site site, Model model) {
		List<Views.Unit> units = this.pages.units();
		if (units.isEmpty()) {
			throw new NotFoundException();
		}
		model.addAttribute("people", new Views.PeoplePage(units));
		return this.pages.page(model, site, "people", PATH, this.pages.text("public.people"),
				this.pages.text("public.people.description", site.fullName()), null);
	}

}
