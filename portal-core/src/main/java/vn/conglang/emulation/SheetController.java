package vn.conglang.emulation;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The score of a site for officers: each point with what it is given for, points given by
 * hand, and the answers to objections.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/thi-dua/{period}/{site}")
class SheetController {

	private final Periods periods;

	private final Scores scores;

	private final Judging judging;

	private final EmulationPolicy policy;

	private final Sites sites;

	private final Sentences sentences;

	SheetController(Periods periods, Scores scores, Judging judging, EmulationPolicy policy, Sites sites,
			Sentences sentences) {
		this.periods = periods;
		this.scores = scores;
		this.judging = judging;
		this.policy = policy;
		this.sites = sites;
		this.sentences = sentences;
	}

	@GetMapping
	String sheet(User user, @PathVariable("period") long periodId, @PathVariable("site") String slug, Model model) {
		return sheet(user, find(user, periodId, slug), Map.of(), Map.of(), model);
	}

	@PostMapping("/diem")
	String give(User user, @PathVariable("period") long periodId, @PathVariable("site") String slug,
			@RequestParam Map<String, String> typed, Model model, RedirectAttributes after) {
		Found found = find(user, periodId, slug);
		String key = typed.getOrDefault("criterion", "");
		Map<String, String> problems = new LinkedHashMap<>();
		BigDecimal points = Typed.points(typed.getOrDefault("points", ""));
		String reason = Typed.text(typed.getOrDefault("reason", ""));
		String href = Typed.line(typed.getOrDefault("href", ""));
		if (points == null) {
			problems.put("points-" + key, this.sentences.text("emulation.points.bad"));
		}
		if (reason.isEmpty() || reason.length() > Typed.LONGEST) {
			problems.put("reason-" + key, this.sentences.text("emulation.reason.missing", Typed.LONGEST));
		}
		if (!Typed.leadsSomewhere(href)) {
			problems.put("href-" + key, this.sentences.text("emulation.href.bad"));
		}
		if (problems.isEmpty() && points != null) {
			String refusal = this.judging.give(found.site(), periodId, key,
					new ManualPoints.Given(points, reason, href), user);
			if (refusal == null) {
				after.addFlashAttribute("done", this.sentences.text("emulation.points.done"));
				return "redirect:" + found.address() + "#tieu-chi-" + anchor(key);
			}
			problems.put("points-" + key, this.sentences.text(refusal));
		}
		return sheet(user, found, typed, problems, model);
	}

	@PostMapping("/kien-nghi/{id}")
	String answer(User user, @PathVariable("period") long periodId, @PathVariable("site") String slug,
			@PathVariable long id, @RequestParam Map<String, String> typed, Model model, RedirectAttributes after) {
		Found found = find(user, periodId, slug);
		Map<String, String> problems = new LinkedHashMap<>();
		String decision = typed.getOrDefault("decision", "");
		boolean accepted = decision.equals("chap-nhan");
		BigDecimal points = accepted ? Typed.points(typed.getOrDefault("points", "")) : null;
		String reason = Typed.text(typed.getOrDefault("reason", ""));
		if (!accepted && !decision.equals("khong")) {
			problems.put("decision-" + id, this.sentences.text("emulation.answer.choose"));
		}
		if (accepted && points == null) {
			problems.put("answer-points-" + id, this.sentences.text("emulation.points.bad"));
		}
		if (reason.isEmpty() || reason.length() > Typed.LONGEST) {
			problems.put("answer-reason-" + id, this.sentences.text("emulation.reason.missing", Typed.LONGEST));
		}
		if (problems.isEmpty()) {
			String refusal = this.judging.answer(found.site(), periodId, id, points, reason, user);
			if (refusal == null) {
				after.addFlashAttribute("done", this.sentences.text("emulation.answer.done"));
				return "redirect:" + found.address() + "#kien-nghi";
			}
			problems.put("decision-" + id, this.sentences.text(refusal));
		}
		return sheet(user, found, typed, problems, model);
	}

	private String sheet(User user, Found found, Map<String, String> typed, Map<String, String> problems, Model model) {
		ScorePeriod period = found.period();
		Judging.Acts acts = this.judging.acts(found.site(), period.id());
		model.addAttribute("period", PeriodView.of(period));
		model.addAttribute("sheet",
				SheetView.of(found.sheet(), this.scores.board(period), period, acts, this.sentences));
		model.addAttribute("history", acts.manual().stream().map(HistoryView::of).toList());
		model.addAttribute("titles", titles(found.sheet().lines()));
		model.addAttribute("address", found.address());
		model.addAttribute("judges", this.policy.whyNotJudge(user, found.site(), period) == null);
		model.addAttribute("answers", this.policy.whyNotAnswer(user, found.site(), period) == null);
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		return "emulation/sheet";
	}

	private static Map<String, String> titles(List<Line> lines) {
		Map<String, String> titles = new LinkedHashMap<>();
		lines.forEach((line) -> titles.put(line.criterion(), line.title()));
		return titles;
	}

	/** What the user may see; for all others there is no such page. */
	private Found find(User user, long periodId, String slug) {
		ScorePeriod period = this.periods.find(periodId).orElseThrow(SheetController::unknown);
		Site site = Stream.concat(this.sites.bySlug(slug).stream(), this.sites.retired().stream())
			.filter((one) -> one.slug().equals(slug))
			.findFirst()
			.orElseThrow(SheetController::unknown);
		// before anything is counted
		if (this.policy.whyNotWatch(user) != null) {
			throw unknown();
		}
		Optional<Scores.Sheet> sheet = this.scores.sheet(period, site)
			.filter((one) -> this.policy.whyNotSee(user, one.score().areaId()) == null);
		return new Found(period, site, sheet.orElseThrow(SheetController::unknown));
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

	private static String anchor(String key) {
		return key.replaceAll("[^a-z0-9-]", "");
	}

	/** A sheet that is there. */
	private record Found(ScorePeriod period, Site site, Scores.Sheet sheet) {

		String address() {
			return "/thi-dua/" + this.period.id() + "/" + this.site.slug();
		}

	}

	/** Points that were once given by hand. */
	record HistoryView(String criterion, String points, String reason, String by, LocalDateTime at) {

		static HistoryView of(ManualPoints one) {
			return new HistoryView(one.criterion(), Sentences.points(one.points()), one.reason(), one.byName(),
					PeriodView.time(one.at()));
		}

	}

	/** What people type. */
	static final class Typed {

		static final int LONGEST = 1000;

		private static final int LONGEST_HREF = 500;

		private Typed() {
		}

		/** "7,5" or "7.5"; {@code null} where it is no number of points. */
		static @Nullable BigDecimal points(String text) {
			String stripped = text.strip();
			return stripped.matches("[0-9]{1,4}([.,][0-9]{1,2})?") ? new BigDecimal(stripped.replace(',', '.')) : null;
		}

		static String line(String text) {
			return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
		}

		static String text(String text) {
			return text.replaceAll("[\\p{Cf}\\p{Cntrl}&&[^\\n\\t]]", "").strip();
		}

		/** Nothing, an address with https, or a path in the newsroom. */
		static boolean leadsSomewhere(String href) {
			return href.isEmpty()
					|| (href.length() <= LONGEST_HREF && (href.matches("/([^/\\s\\\\<>\"][^\\s\\\\<>\"]*)?") || href
						.matches("https?://[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*(:[0-9]{1,5})?([/?#][^\\s\\\\<>\"]*)?")));
		}

	}

}
