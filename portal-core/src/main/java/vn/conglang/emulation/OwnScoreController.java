package vn.conglang.emulation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.conglang.editorial.Telling;
import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A board's own score: where it stands among the sites of its area, how points can be
 * gained, and where to object.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/thi-dua")
class OwnScoreController {

	private final Periods periods;

	private final Scores scores;

	private final Judging judging;

	private final EmulationPolicy policy;

	private final Telling telling;

	private final Sentences sentences;

	OwnScoreController(Periods periods, Scores scores, Judging judging, EmulationPolicy policy, Telling telling,
			Sentences sentences) {
		this.periods = periods;
		this.scores = scores;
		this.judging = judging;
		this.policy = policy;
		this.telling = telling;
		this.sentences = sentences;
	}

	/** Where a board sees its score of a period, from the newsroom's root. */
	static String of(Site site, long period) {
		return "/bien-tap/" + site.slug() + "/thi-dua?ky=" + period;
	}

	/** Where it sees its objections and what was said to them. */
	static String objectionsOf(Site site, long period) {
		return of(site, period) + "#kien-nghi";
	}

	@GetMapping
	String own(Site site, User user, @RequestParam(name = "ky", defaultValue = "") String chosen, Model model) {
		return own(site, user, chosen, Map.of(), null, model);
	}

	@PostMapping("/kien-nghi")
	String object(Site site, User user, @RequestParam Map<String, String> typed, Model model,
			RedirectAttributes after) {
		ScorePeriod period = chosen(typed.getOrDefault("ky", ""), this.periods.all());
		if (period == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		String text = SheetController.Typed.text(typed.getOrDefault("text", ""));
		String problem = (text.isEmpty() || text.length() > SheetController.Typed.LONGEST)
				? this.sentences.text("emulation.appeal.text.missing", SheetController.Typed.LONGEST) : null;
		if (problem == null) {
			String refusal = this.judging.object(site, period.id(), typed.getOrDefault("criterion", ""), text, user);
			if (refusal == null) {
				after.addFlashAttribute("done", this.sentences.text("emulation.appeal.done"));
				return "redirect:" + objectionsOf(site, period.id());
			}
			problem = this.sentences.text(refusal);
		}
		return own(site, user, "" + period.id(), typed, problem, model);
	}

	private String own(Site site, User user, String chosen, Map<String, String> typed, @Nullable String problem,
			Model model) {
		List<ScorePeriod> all = this.periods.all();
		ScorePeriod period = chosen(chosen, all);
		model.addAttribute("periods", all.stream().map(PeriodView::of).toList());
		model.addAttribute("period", (period != null) ? PeriodView.of(period) : null);
		model.addAttribute("address", "/bien-tap/" + site.slug() + "/thi-dua");
		Scores.Sheet sheet = (period != null) ? this.scores.sheet(period, site).orElse(null) : null;
		model.addAttribute("scored", sheet != null);
		if (period == null || sheet == null) {
			return "emulation/own";
		}
		this.telling.read(user, of(site, period.id()));
		this.telling.read(user, objectionsOf(site, period.id()));
		Scoreboard board = this.scores.board(period);
		long area = sheet.score().areaId();
		BigDecimal average = board.average(area);
		String refusal = this.policy.whyNotObject(user, site, period, this.periods.today());
		model.addAttribute("sheet",
				SheetView.of(sheet, board, period, this.judging.acts(site, period.id()), this.sentences));
		model.addAttribute("sites", board.of(area).size());
		model.addAttribute("average", (average != null) ? Sentences.points(average) : null);
		model.addAttribute("difference", (average != null) ? sheet.score().total().subtract(average).signum() : 0);
		model.addAttribute("running", !this.periods.today().isAfter(period.days().last()));
		model.addAttribute("gains",
				this.scores.criteria(period)
					.map((criteria) -> SheetView.gains(sheet.lines(), criteria, site, period.days(), this.sentences))
					.orElse(List.of()));
		model.addAttribute("objects", refusal == null);
		model.addAttribute("whyNot", (refusal != null) ? this.sentences.text(refusal) : null);
		model.addAttribute("typed", typed);
		model.addAttribute("problem", problem);
		return "emulation/own";
	}

	/** The one in the address; the latest where that names none. */
	private static @Nullable ScorePeriod chosen(String chosen, List<ScorePeriod> all) {
		if (chosen.isEmpty()) {
			return all.isEmpty() ? null : all.getFirst();
		}
		return all.stream()
			.filter((period) -> chosen.equals("" + period.id()))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
