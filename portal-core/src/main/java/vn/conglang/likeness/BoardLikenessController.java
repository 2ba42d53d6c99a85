package vn.conglang.likeness;

import java.util.List;

import vn.conglang.likeness.Likeness.Choice;
import vn.conglang.likeness.Likeness.Order;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.volume.Period;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A board's own copies, and what to do about them. */
@Controller
@OnFace(Face.NEWSROOM)
class BoardLikenessController {

	static final String PAGE = "/trung-lap";

	private final Likeness likeness;

	private final LikenessPages pages;

	private final LikenessSettings settings;

	BoardLikenessController(Likeness likeness, LikenessPages pages, LikenessSettings settings) {
		this.likeness = likeness;
		this.pages = pages;
		this.settings = settings;
	}

	@GetMapping("/bien-tap/{site}" + PAGE)
	String list(Site site, @RequestParam(name = "tu", defaultValue = "") String from,
			@RequestParam(name = "den", defaultValue = "") String to,
			@RequestParam(name = "trang", defaultValue = "1") int page, Model model) {
		Period period = this.pages.period(from, to, model);
		List<Site> own = List.of(site);
		int count = this.likeness.count(own, period, Choice.ALL);
		int last = Math.max(1, (count + Likeness.PAGE - 1) / Likeness.PAGE);
		int shown = Math.clamp(page, 1, last);
		String place = "/bien-tap/" + site.slug() + PAGE;
		model.addAttribute("rows",
				this.pages.rows(this.likeness.pairs(own, period, Choice.ALL, Order.LATEST, shown - 1), place));
		model.addAttribute("count", count);
		model.addAttribute("page", shown);
		model.addAttribute("pages", last);
		model.addAttribute("share", this.likeness.shares(own, period).getOrDefault(site.id(), CopyShare.NONE));
		model.addAttribute("place", place);
		model.addAttribute("least", this.settings.overlap());
		model.addAttribute("words", this.settings.leastWords());
		return "likeness/board";
	}

	@GetMapping("/bien-tap/{site}" + PAGE + "/{id}")
	String compare(Site site, @PathVariable long id, Model model) {
		Pair pair = this.likeness.byId(id)
			.filter((one) -> one.copy().site().id().equals(site.id()))
			.orElseThrow(LikenessController::notFound);
		this.pages.compare(pair, "/bien-tap/" + site.slug() + PAGE, model);
		model.addAttribute("officer", false);
		return "likeness/pair";
	}

}
