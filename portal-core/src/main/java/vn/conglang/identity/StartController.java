package vn.conglang.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Login, and the choice of the site to work for. */
@Controller
@OnFace(Face.NEWSROOM)
class StartController {

	private final Sites sites;

	private final MessageSource messages;

	StartController(Sites sites, MessageSource messages) {
		this.sites = sites;
		this.messages = messages;
	}

	@GetMapping(SecurityConfiguration.LOGIN)
	String login(@RequestParam Map<String, String> parameters, Model model) {
		String notice = parameters.containsKey("loi") ? "identity.login.failed"
				: parameters.containsKey("cho") ? "identity.login.blocked" : parameters.containsKey("ra")
						? "identity.login.left" : parameters.containsKey("moi") ? "identity.login.joined" : "";
		model.addAttribute("notice", notice);
		model.addAttribute("failed", parameters.containsKey("loi") || parameters.containsKey("cho"));
		model.addAttribute("province", this.sites.province().title());
		return "identity/login";
	}

	/** What waits for somebody comes first. */
	@GetMapping("/")
	String start() {
		return "redirect:/viec";
	}

	@GetMapping("/chon-trang")
	String choose(User user, @RequestParam(name = "ten", defaultValue = "") String query, Model model) {
		String wanted = VietnameseText.fold(query);
		List<Site> own = user.sites(this.sites);
		List<String> roles = own.stream().map((site) -> role(user, site)).distinct().toList();
		Map<String, List<SiteLink>> byArea = new LinkedHashMap<>();
		for (Site site : own) {
			if (VietnameseText.fold(site.fullName() + " " + site.area().fullName()).contains(wanted)) {
				byArea.computeIfAbsent(site.area().title(), (area) -> new ArrayList<>())
					.add(new SiteLink(site.title(), "/bien-tap/" + site.slug(), role(user, site)));
			}
		}
		model.addAttribute("query", query);
		model.addAttribute("total", own.size());
		// said once where it is the same everywhere
		model.addAttribute("role", (roles.size() == 1) ? roles.getFirst() : "");
		model.addAttribute("areas",
				byArea.entrySet().stream().map((area) -> new AreaLinks(area.getKey(), area.getValue())).toList());
		return "identity/sites";
	}

	private String role(User user, Site site) {
		return user.roleIn(site)
			.map((role) -> this.messages.getMessage("identity.role." + role, null, role.name(), VietnameseText.LOCALE))
			.orElse("") + "";
	}

	/** The sites of an area. */
	record AreaLinks(String title, List<SiteLink> sites) {
	}

	/** A site to work for, and as what. */
	record SiteLink(String title, String href, String role) {
	}

}
