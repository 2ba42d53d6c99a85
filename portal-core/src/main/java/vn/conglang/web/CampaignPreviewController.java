package vn.conglang.web;

import java.util.List;
import java.util.Map;

import vn.conglang.appearance.Campaigns;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows a campaign that is being designed as a site would show it, in that site's own
 * theme.
 */
@Controller
@OnFace(Face.NEWSROOM)
class CampaignPreviewController {

	private final Campaigns campaigns;

	private final SitePages pages;

	CampaignPreviewController(Campaigns campaigns, SitePages pages) {
		this.campaigns = campaigns;
		this.pages = pages;
	}

	@PostMapping("/chien-dich/xem-truoc")
	String preview(User user, @RequestParam Map<String, String> typed,
			@RequestParam(name = "area", defaultValue = "") List<String> areas,
			@RequestParam(name = "site", defaultValue = "") List<String> sites, Model model) {
		Campaigns.Tried tried = this.campaigns.tried(user, typed, areas, sites).orElseThrow(NotFoundException::new);
		Site site = tried.site();
		CurrentSite.run(site.id(), () -> this.pages.page(model, site, "home", "/", null, "", null));
		model.addAttribute("campaigns", List.of(SitePages.campaign(tried.shown(), "/anh-chung")));
		return "appearance/campaign-preview";
	}

}
