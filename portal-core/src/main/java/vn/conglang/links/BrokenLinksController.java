package vn.conglang.links;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.links.BrokenLinks.Broken;
import vn.conglang.links.BrokenLinks.Count;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;
import vn.conglang.volume.Reach;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Links that lead nowhere: of all sites that somebody watches, and of one for its board.
 */
@Controller
@OnFace(Face.NEWSROOM)
class BrokenLinksController {

	static final String PAGE = "/lien-ket-hong";

	private final BrokenLinks links;

	private final LinkCollector collector;

	private final ExternalLinks external;

	private final LinkSettings settings;

	private final Sites sites;

	private final MessageSource messages;

	BrokenLinksController(BrokenLinks links, LinkCollector collector, ExternalLinks external, LinkSettings settings,
			Sites sites, MessageSource messages) {
		this.links = links;
		this.collector = collector;
		this.external = external;
		this.settings = settings;
		this.sites = sites;
		this.messages = messages;
	}

	@GetMapping(PAGE)
	String ofAll(User user, @RequestParam(name = "huyen", defaultValue = "") String area, Model model) {
		Reach all = reach(user, "");
		Reach reach = area.isEmpty() ? all : reach(user, area);
		Map<SiteId, Count> counts = this.links.counts(reach.sites());
		model.addAttribute("rows",
				reach.sites()
					.stream()
					.filter((site) -> counts.containsKey(site.id()))
					.map((site) -> row(site, counts.get(site.id())))
					.sorted(Comparator.comparingInt((Row row) -> -row.inside() - row.outside())
						.thenComparing(Row::site, VietnameseText.alphabetical()))
					.toList());
		model.addAttribute("broken", counts.values().stream().mapToInt(Count::all).sum());
		model.addAttribute("sites", reach.sites().size());
		model.addAttribute("areas", all.areas());
		model.addAttribute("area", area);
		model.addAttribute("external", this.settings.external());
		return "links/overview";
	}

	private static Row row(Site site, @Nullable Count count) {
		Count known = (count != null) ? count : new Count(0, 0, 0, Instant.EPOCH);
		return new Row(site.title(), site.area().title(), "/bien-tap/" + site.slug() + PAGE, known.inside(),
				known.outside(), known.entries(), time(known.since()));
	}

	private Reach reach(User user, String area) {
		return Reach.of(user, this.sites, area).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	@GetMapping("/bien-tap/{site}" + PAGE)
	String ofSite(Site site, User user, @RequestParam(name = "trang", defaultValue = "1") int page, Model model) {
		Count count = this.links.counts(List.of(site)).get(site.id());
		int all = (count != null) ? count.all() : 0;
		int last = Math.max(1, (all + BrokenLinks.PAGE - 1) / BrokenLinks.PAGE);
		int shown = Math.clamp(page, 1, last);
		model.addAttribute("rows", this.links.of(site, shown - 1).stream().map((link) -> line(site, link)).toList());
		model.addAttribute("count", all);
		model.addAttribute("entries", (count != null) ? count.entries() : 0);
		model.addAttribute("page", shown);
		model.addAttribute("pages", last);
		model.addAttribute("place", "/bien-tap/" + site.slug() + PAGE);
		model.addAttribute("mayWrite", user.holds(Role.WRITERS, site));
		model.addAttribute("external", this.settings.external());
		return "links/site";
	}

	private Line line(Site site, Broken link) {
		return new Line(link.entry(), link.position(), link.title(),
				"/bien-tap/" + site.slug() + "/bai/" + link.entry(), link.text(), link.address(),
				message("links.problem." + link.problem(), link.status()), time(link.since()), link.outside());
	}

	/** Everybody who may write for the site may have a link checked again. */
	@PostMapping("/bien-tap/{site}" + PAGE)
	String again(Site site, User user, @RequestParam(name = "bai", defaultValue = "0") long entry,
			@RequestParam(name = "thu", defaultValue = "0") int position, RedirectAttributes done) {
		if (!user.holds(Role.WRITERS, site)) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
		Long target = this.links.target(site, entry, position);
		if (target != null) {
			this.external.again(target);
		}
		this.collector.again(site.id());
		done.addFlashAttribute("done", message((target != null) ? "links.again.outside" : "links.again.inside", null));
		return "redirect:/bien-tap/" + site.slug() + PAGE;
	}

	private String message(String key, @Nullable Integer status) {
		return this.messages.getMessage(key, (status != null) ? new Object[] { status } : null, VietnameseText.LOCALE);
	}

	private static LocalDateTime time(Instant at) {
		return LocalDateTime.ofInstant(at, VietnameseText.ZONE);
	}

	/** A site with links that lead nowhere. */
	record Row(String site, String area, String href, int inside, int outside, int entries, LocalDateTime since) {
	}

	/** A link that leads nowhere, in words. */
	record Line(long entry, int position, String title, String desk, String text, String address, String problem,
			LocalDateTime since, boolean outside) {
	}

}
