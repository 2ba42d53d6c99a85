package vn.conglang.emulation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Sites;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the province opens periods, publishes them for objections, closes and signs them.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/thi-dua/ky")
class PeriodsController {

	private static final int LONGEST = 120;

	private final Periods periods;

	private final Scores scores;

	private final OfficerActs acts;

	private final CriteriaBook book;

	private final EmulationPolicy policy;

	private final Sites sites;

	private final Sentences sentences;

	PeriodsController(Periods periods, Scores scores, OfficerActs acts, CriteriaBook book, EmulationPolicy policy,
			Sites sites, Sentences sentences) {
		this.periods = periods;
		this.scores = scores;
		this.acts = acts;
		this.book = book;
		this.policy = policy;
		this.sites = sites;
		this.sentences = sentences;
	}

	@ModelAttribute
	void onlyTheProvince(User user) {
		if (this.policy.whyNotLead(user) != null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	@GetMapping
	String list(Model model) {
		LocalDate today = this.periods.today();
		List<ScorePeriod> all = this.periods.all();
		model.addAttribute("periods", all.stream().map(PeriodView::of).toList());
		model.addAttribute("choices", choices(today, all));
		model.addAttribute("criteria", criteria(ScoredDays.with(ScoredDays.Kind.MONTH, today)));
		return "emulation/periods";
	}

	/**
	 * The periods that could be opened: the one that is running and the one before, of
	 * each kind.
	 */
	private static List<Choice> choices(LocalDate today, List<ScorePeriod> all) {
		List<ScoredDays> taken = all.stream().map(ScorePeriod::days).toList();
		List<Choice> choices = new ArrayList<>();
		for (ScoredDays.Kind kind : ScoredDays.Kind.values()) {
			ScoredDays running = ScoredDays.with(kind, today);
			for (ScoredDays days : List.of(running, running.before())) {
				if (!taken.contains(days)) {
					choices.add(new Choice(days.kind() + " " + days.first(), VietnameseText.capitalized(days.title()),
							days.first(), days.last()));
				}
			}
		}
		return choices;
	}

	@PostMapping
	String open(User user, @RequestParam(name = "ky", defaultValue = "") String chosen, RedirectAttributes after) {
		ScoredDays days = days(chosen);
		String refusal = (days != null) ? this.periods.open(days, user) : "emulation.open.choose";
		if (refusal != null || days == null) {
			after.addFlashAttribute("refused", this.sentences.text(refusal + ""));
		}
		else {
			after.addFlashAttribute("done", this.sentences.text("emulation.open.done", days.title()));
		}
		return "redirect:/thi-dua/ky";
	}

	private static @Nullable ScoredDays days(String chosen) {
		String[] parts = chosen.split(" ", 2);
		try {
			return Arrays.stream(ScoredDays.Kind.values())
				.filter((kind) -> kind.name().equals(parts[0]))
				.findFirst()
				.map((kind) -> new ScoredDays(kind, LocalDate.parse((parts.length > 1) ? parts[1] : "")))
				.orElse(null);
		}
		catch (DateTimeParseException | IllegalArgumentException ex) {
			return null;
		}
	}

	@GetMapping("/{id}")
	String one(@PathVariable long id, Model model) {
		return one(find(id), Map.of(), Map.of(), model);
	}

	@PostMapping("/{id}/cong-bo")
	String publish(User user, @PathVariable long id, RedirectAttributes after) {
		tell(this.periods.publish(find(id).id(), user), "emulation.publish.done", after);
		return "redirect:/thi-dua/ky/" + id;
	}

	@PostMapping("/{id}/chot")
	String close(User user, @PathVariable long id, @RequestParam Map<String, String> typed, Model model,
			RedirectAttributes after) {
		ScorePeriod period = find(id);
		Map<String, String> problems = new LinkedHashMap<>();
		ScorePeriod.Signature signature = signature(period, typed, problems);
		if (!problems.isEmpty() && this.periods.whyNotClose(period) == null) {
			return one(period, typed, problems, model);
		}
		tell((signature != null) ? this.periods.close(id, signature, user) : this.periods.whyNotClose(period),
				"emulation.close.done", after);
		return "redirect:/thi-dua/ky/" + id;
	}

	private ScorePeriod.@Nullable Signature signature(ScorePeriod period, Map<String, String> typed,
			Map<String, String> problems) {
		String name = line(typed, "name");
		String position = line(typed, "position");
		String decision = line(typed, "decision");
		if (name.isEmpty()) {
			problems.put("name", this.sentences.text("emulation.sign.name.missing"));
		}
		if (position.isEmpty()) {
			problems.put("position", this.sentences.text("emulation.sign.position.missing"));
		}
		for (String field : List.of("name", "position", "decision")) {
			if (line(typed, field).length() > LONGEST) {
				problems.put(field, this.sentences.text("emulation.sign.long", LONGEST));
			}
		}
		LocalDate day = null;
		try {
			day = LocalDate.parse(line(typed, "day"));
		}
		catch (DateTimeParseException ex) {
			problems.put("day", this.sentences.text("emulation.sign.day.missing"));
		}
		if (day != null && day.isAfter(this.periods.today())) {
			problems.put("day", this.sentences.text("emulation.sign.day.future"));
		}
		else if (day != null && !day.isAfter(period.days().last())) {
			problems.put("day", this.sentences.text("emulation.sign.day.early"));
		}
		if (!line(typed, "sure").equals("co")) {
			problems.put("sure", this.sentences.text("emulation.sign.sure.missing"));
		}
		return (problems.isEmpty() && day != null) ? new ScorePeriod.Signature(name, position, day, decision) : null;
	}

	private void tell(@Nullable String refusal, String done, RedirectAttributes after) {
		after.addFlashAttribute((refusal != null) ? "refused" : "done",
				this.sentences.text((refusal != null) ? refusal : done));
	}

	private String one(ScorePeriod period, Map<String, String> typed, Map<String, String> problems, Model model) {
		Map<String, String> form = new LinkedHashMap<>();
		for (String field : List.of("name", "position", "day", "decision")) {
			form.put(field, typed.getOrDefault(field, field.equals("day") ? "" + this.periods.today() : ""));
		}
		model.addAttribute("period", PeriodView.of(period));
		model.addAttribute("form", form);
		model.addAttribute("problems", problems);
		model.addAttribute("over", this.periods.today().isAfter(period.days().last()));
		model.addAttribute("closable", this.periods.whyNotClose(period) == null);
		model.addAttribute("scored", this.scores.board(period).scores().size());
		model.addAttribute("criteria", criteria(period.days()));
		model.addAttribute("unjudged", unjudged(period));
		model.addAttribute("waiting",
				this.acts.waiting(period.id())
					.stream()
					.flatMap((one) -> this.sites.byId(one.site())
						.map((site) -> new StandingsController.Waiting(site.title(), one.title(),
								"/thi-dua/" + period.id() + "/" + site.slug() + "#kien-nghi-" + one.id()))
						.stream())
					.toList());
		return "emulation/period";
	}

	/** How many sites have no points yet for criteria that officers judge. */
	private List<Unjudged> unjudged(ScorePeriod period) {
		if (period.closed()) {
			return List.of();
		}
		Map<SiteId, Map<String, OfficerActs.Judged>> manual = this.acts.manual(period.id());
		int all = this.scores.board(period).scores().size();
		return this.book.inForce(period.days())
			.all()
			.stream()
			.filter((criterion) -> criterion.measure() == null && criterion.kind() == Criteria.Kind.STANDARD)
			.map((criterion) -> new Unjudged(criterion.title(), all
					- (int) manual.values().stream().filter((ofSite) -> ofSite.containsKey(criterion.key())).count(),
					"/thi-dua/cham/" + period.id() + "?tieu-chi=" + criterion.key()))
			.filter((one) -> one.sites() > 0)
			.toList();
	}

	private CriteriaView criteria(ScoredDays days) {
		return CriteriaView.of(this.book.inForce(days), this.sentences);
	}

	private ScorePeriod find(long id) {
		return this.periods.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String line(Map<String, String> typed, String field) {
		return typed.getOrDefault(field, "").replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
	}

	/** A period that can be opened. */
	record Choice(String value, String title, LocalDate first, LocalDate last) {
	}

	/** A criterion that officers judge, and how many sites still wait. */
	record Unjudged(String title, int sites, String href) {
	}

}
