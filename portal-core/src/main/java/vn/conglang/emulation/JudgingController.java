package vn.conglang.emulation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Area;
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

/** Points by hand for all sites of an area at once, one criterion at a time. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/thi-dua/cham/{period}")
class JudgingController {

	private static final String FIELD = "diem-";

	private final Periods periods;

	private final Judging judging;

	private final OfficerActs acts;

	private final CriteriaBook book;

	private final Sites sites;

	private final Sentences sentences;

	JudgingController(Periods periods, Judging judging, OfficerActs acts, CriteriaBook book, Sites sites,
			Sentences sentences) {
		this.periods = periods;
		this.judging = judging;
		this.acts = acts;
		this.book = book;
		this.sites = sites;
		this.sentences = sentences;
	}

	@GetMapping
	String form(User user, @PathVariable("period") long periodId, @RequestParam Map<String, String> asked,
			Model model) {
		return form(find(user, periodId, asked), Map.of(), Map.of(), model);
	}

	@PostMapping
	String save(User user, @PathVariable("period") long periodId, @RequestParam Map<String, String> typed, Model model,
			RedirectAttributes after) {
		Asked asked = find(user, periodId, typed);
		Map<String, String> problems = new LinkedHashMap<>();
		Map<Site, BigDecimal> changed = changed(asked, typed, problems);
		String reason = SheetController.Typed.text(typed.getOrDefault("reason", ""));
		String href = SheetController.Typed.line(typed.getOrDefault("href", ""));
		if (changed.isEmpty() && problems.isEmpty()) {
			problems.put("reason", this.sentences.text("emulation.judge.nothing"));
		}
		else if (reason.isEmpty() || reason.length() > SheetController.Typed.LONGEST) {
			problems.put("reason", this.sentences.text("emulation.reason.missing", SheetController.Typed.LONGEST));
		}
		if (!SheetController.Typed.leadsSomewhere(href)) {
			problems.put("href", this.sentences.text("emulation.href.bad"));
		}
		if (!problems.isEmpty()) {
			return form(asked, typed, problems, model);
		}
		for (Map.Entry<Site, BigDecimal> one : changed.entrySet()) {
			String refusal = this.judging.give(one.getKey(), periodId, asked.criterion().key(),
					new ManualPoints.Given(one.getValue(), reason, href), user);
			if (refusal != null) {
				problems.put(FIELD + one.getKey().slug(), this.sentences.text(refusal));
				return form(asked, typed, problems, model);
			}
		}
		after.addFlashAttribute("done", this.sentences.text("emulation.judge.done", changed.size()));
		return "redirect:" + asked.address();
	}

	/** What differs from what is there; a field left empty says nothing. */
	private Map<Site, BigDecimal> changed(Asked asked, Map<String, String> typed, Map<String, String> problems) {
		Map<SiteId, BigDecimal> known = known(asked);
		Map<Site, BigDecimal> changed = new LinkedHashMap<>();
		for (Site site : asked.sites()) {
			String field = FIELD + site.slug();
			String text = typed.getOrDefault(field, "").strip();
			if (text.isEmpty()) {
				continue;
			}
			BigDecimal points = SheetController.Typed.points(text);
			if (points == null || points.compareTo(asked.criterion().points()) > 0) {
				problems.put(field, site.title() + ": "
						+ this.sentences.text((points == null) ? "emulation.points.bad" : "emulation.points.much"));
			}
			else if (!known.containsKey(site.id())
					|| points.compareTo(Objects.requireNonNull(known.get(site.id()))) != 0) {
				changed.put(site, points);
			}
		}
		return changed;
	}

	private Map<SiteId, BigDecimal> known(Asked asked) {
		Map<SiteId, BigDecimal> known = new LinkedHashMap<>();
		this.acts.manual(asked.period().id()).forEach((site, judged) -> {
			OfficerActs.Judged one = judged.get(asked.criterion().key());
			if (one != null) {
				known.put(site, one.points());
			}
		});
		return known;
	}

	private String form(Asked asked, Map<String, String> typed, Map<String, String> problems, Model model) {
		Map<SiteId, BigDecimal> known = known(asked);
		model.addAttribute("period", PeriodView.of(asked.period()));
		model.addAttribute("area", asked.area());
		model.addAttribute("areas", asked.areas());
		model.addAttribute("criterion", asked.criterion());
		model.addAttribute("most", Sentences.points(asked.criterion().points()));
		model.addAttribute("criteria", asked.criteria());
		model.addAttribute("rows", asked.sites().stream().map((site) -> {
			BigDecimal points = known.get(site.id());
			String field = FIELD + site.slug();
			return new Row(field, site.title(),
					typed.getOrDefault(field, (points != null) ? Sentences.points(points) : ""), problems.get(field),
					"/thi-dua/" + asked.period().id() + "/" + site.slug());
		}).toList());
		model.addAttribute("address", "/thi-dua/cham/" + asked.period().id());
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		return "emulation/judge";
	}

	/**
	 * For those who watch the area, and while the period is open; nobody else has such a
	 * page.
	 */
	private Asked find(User user, long periodId, Map<String, String> asked) {
		ScorePeriod period = this.periods.find(periodId)
			.filter((one) -> !one.closed())
			.orElseThrow(JudgingController::unknown);
		List<Area> areas = this.sites.areas()
			.stream()
			.filter(user::watches)
			.filter((area) -> !this.sites.of(area).isEmpty())
			.toList();
		String slug = asked.getOrDefault("huyen", "");
		Area area = areas.stream()
			.filter((one) -> slug.isEmpty() || one.slug().equals(slug))
			.findFirst()
			.orElseThrow(JudgingController::unknown);
		List<Criteria.Criterion> criteria = this.book.inForce(period.days())
			.all()
			.stream()
			.filter((one) -> one.measure() == null)
			.toList();
		String key = asked.getOrDefault("tieu-chi", "");
		Criteria.Criterion criterion = criteria.stream()
			.filter((one) -> key.isEmpty() || one.key().equals(key))
			.findFirst()
			.orElseThrow(JudgingController::unknown);
		return new Asked(period, area, areas, criterion, criteria, this.sites.of(area));
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

	/** What the page is about. */
	private record Asked(ScorePeriod period, Area area, List<Area> areas, Criteria.Criterion criterion,
			List<Criteria.Criterion> criteria, List<Site> sites) {

		String address() {
			return "/thi-dua/cham/" + this.period.id() + "?huyen=" + this.area.slug() + "&tieu-chi="
					+ this.criterion.key();
		}

	}

	/** A site, with what it has or was typed. */
	record Row(String field, String title, String points, @Nullable String problem, String href) {
	}

}
