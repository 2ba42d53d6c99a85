package vn.conglang.care;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import vn.conglang.editorial.OpenOffers;
import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;
import vn.conglang.upkeep.Finding;
import vn.conglang.volume.Reach;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What officers have to do today, and the acts for many sites at once. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping(TodayController.PATH)
class TodayController {

	static final String PATH = "/nhac-viec";

	/** So many rows of a kind are shown, and so many sites are reminded at once. */
	static final int MOST = 200;

	/** So many sites are handed to the form for a text, by its address. */
	private static final int MOST_TARGETS = 100;

	private final Today today;

	private final Following following;

	private final Reminding reminding;

	private final Sites sites;

	private final CareTexts texts;

	TodayController(Today today, Following following, Reminding reminding, Sites sites, CareTexts texts) {
		this.today = today;
		this.following = following;
		this.reminding = reminding;
		this.sites = sites;
		this.texts = texts;
	}

	@GetMapping
	String today(User user, @RequestParam(name = "huyen", defaultValue = "") String area, Model model) {
		Reach all = reach(user, "");
		Reach reach = area.isEmpty() ? all : reach(user, area);
		Today.Agenda agenda = this.today.of(user, reach.sites());
		model.addAttribute("areas", all.areas());
		model.addAttribute("area", area);
		model.addAttribute("agenda", agenda);
		model.addAttribute("need", shown(agenda.need()));
		model.addAttribute("waiting", shown(agenda.waiting()));
		model.addAttribute("silent", shown(agenda.silent()));
		model.addAttribute("reachable", agenda.need().stream().anyMatch(Today.Row::reachable));
		model.addAttribute("most", MOST);
		model.addAttribute("write", UriComponentsBuilder.fromPath(OpenOffers.NEW)
			.queryParam("site", agenda.silent().stream().limit(MOST_TARGETS).map((row) -> row.site().slug()).toArray())
			.build()
			.toUriString());
		model.addAttribute("token", "" + UUID.randomUUID());
		return "care/today";
	}

	private static List<Today.Row> shown(List<Today.Row> rows) {
		return rows.stream().limit(MOST).toList();
	}

	/** Whom a reminder of many sites would reach, and of what; nothing is done yet. */
	@GetMapping("/nhac")
	String ask(User user, @RequestParam(name = "huyen", defaultValue = "") String area,
			@RequestParam(name = "site", defaultValue = "") List<String> chosen, Model model,
			RedirectAttributes after) {
		List<Site> sites = chosen(user, chosen);
		if (sites.isEmpty()) {
			after.addFlashAttribute("refused", this.texts.of("care.bulk.none"));
			return back(area);
		}
		Following.Now now = this.following.now(sites);
		List<Line> lines = sites.stream()
			.map((site) -> new Line(site, this.reminding.board(site).stream().map(User::displayName).toList(),
					now.standing(site.id()).findings().stream().map(Finding::sentence).toList()))
			.toList();
		Set<String> people = new HashSet<>();
		lines.stream().filter(Line::isReached).forEach((line) -> people.addAll(line.people()));
		model.addAttribute("area", area);
		model.addAttribute("lines", lines.stream().filter(Line::isReached).toList());
		model.addAttribute("unreached", lines.stream().filter((line) -> !line.isReached()).toList());
		model.addAttribute("people", people.size());
		model.addAttribute("token", "" + UUID.randomUUID());
		return "care/bulk";
	}

	@PostMapping("/nhac")
	String remind(User user, @RequestParam(name = "huyen", defaultValue = "") String area,
			@RequestParam(name = "site", defaultValue = "") List<String> chosen,
			@RequestParam(name = "loi", defaultValue = "") String word,
			@RequestParam(name = "ma", defaultValue = "") String typed, RedirectAttributes after) {
		List<Site> sites = chosen(user, chosen);
		String token = SiteFileController.token(typed);
		Following.Now now = this.following.now(sites);
		return told(area,
				sites.stream()
					.filter((site) -> this.reminding.remind(site, now.standing(site.id()).findings(),
							Reminding.word(word), user, token) == Reminding.Outcome.DONE)
					.count(),
				"care.bulk.done", after);
	}

	/** Reminds silent sites of the texts that were offered to them. */
	@PostMapping("/chia-se")
	String remindOfOffers(User user, @RequestParam(name = "huyen", defaultValue = "") String area,
			@RequestParam(name = "site", defaultValue = "") List<String> chosen,
			@RequestParam(name = "ma", defaultValue = "") String typed, RedirectAttributes after) {
		List<Site> sites = chosen(user, chosen);
		String token = SiteFileController.token(typed);
		Following.Now now = this.following.now(sites);
		return told(area,
				sites.stream()
					.filter((site) -> this.reminding.remindOfOffers(site, now.offers(site.id()), user,
							token) == Reminding.Outcome.DONE)
					.count(),
				"care.bulk.offers.done", after);
	}

	private String told(String area, long reminded, String done, RedirectAttributes after) {
		if (reminded > 0) {
			after.addFlashAttribute("done", this.texts.of(done, reminded));
		}
		else {
			after.addFlashAttribute("refused", this.texts.of("care.bulk.none"));
		}
		return back(area);
	}

	private static String back(String area) {
		return "redirect:" + PATH + (area.matches("[a-z0-9-]+") ? "?huyen=" + area : "");
	}

	private Reach reach(User user, String area) {
		return Reach.of(user, this.sites, area).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/** The sites chosen, each once; whoever names one that is not theirs gets none. */
	private List<Site> chosen(User user, List<String> slugs) {
		reach(user, "");
		List<Site> chosen = new ArrayList<>();
		for (String slug : new LinkedHashSet<>(slugs)) {
			@Nullable Site site = this.sites.bySlug(slug).filter((one) -> user.watches(one.area())).orElse(null);
			if (site == null) {
				throw new ResponseStatusException(HttpStatus.NOT_FOUND);
			}
			chosen.add(site);
		}
		return chosen.stream().limit(MOST).toList();
	}

	/**
	 * A site that is to be reminded.
	 *
	 * @param people who would be told
	 * @param sentences of what
	 */
	record Line(Site site, List<String> people, List<String> sentences) {

		/** Whether there is anything to be told, and anybody to be told it. */
		public boolean isReached() {
			return !this.people.isEmpty() && !this.sentences.isEmpty();
		}

	}

}
