package vn.conglang.likeness;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import vn.conglang.identity.User;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.likeness.Likeness.Choice;
import vn.conglang.likeness.Likeness.Order;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Sites;
import vn.conglang.volume.Period;
import vn.conglang.volume.Reach;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Copies in the sites that somebody watches over, and the word of officers on whether
 * both may have the text.
 */
@Controller
@OnFace(Face.NEWSROOM)
class LikenessController {

	static final String PATH = "/trung-lap";

	private static final int LONGEST_REASON = 500;

	private final Likeness likeness;

	private final LikenessPages pages;

	private final LikenessSettings settings;

	private final Sites sites;

	LikenessController(Likeness likeness, LikenessPages pages, LikenessSettings settings, Sites sites) {
		this.likeness = likeness;
		this.pages = pages;
		this.settings = settings;
		this.sites = sites;
	}

	@GetMapping(PATH)
	String list(User user, @RequestParam(name = "huyen", defaultValue = "") String area,
			@RequestParam(name = "tu", defaultValue = "") String from,
			@RequestParam(name = "den", defaultValue = "") String to,
			@RequestParam(name = "loc", defaultValue = "") String choice,
			@RequestParam(name = "xep", defaultValue = "") String order,
			@RequestParam(name = "trang", defaultValue = "1") int page, Model model) {
		Reach all = reach(user, "");
		Reach reach = area.isEmpty() ? all : reach(user, area);
		Period period = this.pages.period(from, to, model);
		Choice chosen = List.of(Choice.values())
			.stream()
			.filter((one) -> one.option().equals(choice))
			.findFirst()
			.orElse(Choice.COUNTED);
		Order sorted = order.equals(Order.STRONGEST.option()) ? Order.STRONGEST : Order.LATEST;
		int count = this.likeness.count(reach.sites(), period, chosen);
		int last = Math.max(1, (count + Likeness.PAGE - 1) / Likeness.PAGE);
		int shown = Math.clamp(page, 1, last);
		model.addAttribute("rows",
				this.pages.rows(this.likeness.pairs(reach.sites(), period, chosen, sorted, shown - 1), PATH));
		model.addAttribute("count", count);
		model.addAttribute("page", shown);
		model.addAttribute("pages", last);
		model.addAttribute("choices", List.of(Choice.values()).stream().map(Choice::option).toList());
		model.addAttribute("choice", chosen.option());
		model.addAttribute("order", sorted.option());
		model.addAttribute("areas", all.areas());
		model.addAttribute("area", area);
		model.addAttribute("least", this.settings.overlap());
		model.addAttribute("words", this.settings.leastWords());
		shares(reach, period, model);
		return "likeness/list";
	}

	private void shares(Reach reach, Period period, Model model) {
		Map<SiteId, CopyShare> shares = this.likeness.shares(reach.sites(), period);
		model.addAttribute("shares",
				reach.sites()
					.stream()
					.map((site) -> new Share(site.title(), site.area().title(),
							"/bien-tap/" + site.slug() + BoardLikenessController.PAGE,
							shares.getOrDefault(site.id(), CopyShare.NONE)))
					.filter((share) -> share.share().copied() > 0)
					.sorted(Comparator.comparingInt((Share share) -> -share.share().percent())
						.thenComparingInt((share) -> -share.share().copied())
						.thenComparing(Share::site, VietnameseText.alphabetical()))
					.limit(200)
					.toList());
		model.addAttribute("copied", shares.values().stream().mapToInt(CopyShare::copied).sum());
		model.addAttribute("compared", shares.values().stream().mapToInt(CopyShare::of).sum());
		model.addAttribute("sites", shares.values().stream().filter((share) -> share.copied() > 0).count());
	}

	@GetMapping(PATH + "/{id}")
	String compare(User user, @PathVariable long id, Model model) {
		this.pages.compare(pair(user, id), PATH, model);
		model.addAttribute("officer", true);
		return "likeness/pair";
	}

	@PostMapping(PATH + "/{id}")
	String say(User user, @PathVariable long id, @RequestParam(name = "viec", defaultValue = "") String act,
			@RequestParam(name = "lyDo", defaultValue = "") String reason, RedirectAttributes done) {
		Pair pair = pair(user, id);
		boolean rightful = act.equals("hop-le");
		String line = reason.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		if (!rightful && !act.equals("tinh-lai")) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		if (line.isEmpty() || line.length() > LONGEST_REASON) {
			done.addFlashAttribute("refused", this.pages
				.message(line.isEmpty() ? "likeness.reason.missing" : "likeness.reason.long", LONGEST_REASON));
			done.addFlashAttribute("reason", line);
		}
		else {
			this.likeness.say(pair, rightful, line, user);
			done.addFlashAttribute("done",
					this.pages.message(rightful ? "likeness.rightful.done" : "likeness.again.done"));
		}
		return "redirect:" + PATH + "/" + id;
	}

	private Reach reach(User user, String area) {
		return Reach.of(user, this.sites, area).orElseThrow(LikenessController::notFound);
	}

	/** A pair whose copy lies where the user watches; of others nobody is told. */
	private Pair pair(User user, long id) {
		return this.likeness.byId(id)
			.filter((pair) -> user.watches(pair.copy().site().area()))
			.orElseThrow(LikenessController::notFound);
	}

	static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

	/** A site with copies. */
	record Share(String site, String area, String href, CopyShare share) {
	}

}
