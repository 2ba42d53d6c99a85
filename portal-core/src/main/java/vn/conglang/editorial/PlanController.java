package vn.conglang.editorial;

import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is planned in a site, as a list and as a calendar, and how it is changed. */
@Controller
@OnFace(Face.NEWSROOM)
class PlanController {

	private final Plans plans;

	private final Texts texts;

	PlanController(Plans plans, Texts texts) {
		this.plans = plans;
		this.texts = texts;
	}

	@PostMapping("/bien-tap/{site}/bai/{id}/hen-go")
	String withdrawLater(Site site, User user, @PathVariable long id, @RequestParam(defaultValue = "") String at,
			RedirectAttributes after) {
		@Nullable Instant time = EntryEditorController.time(at);
		if (time == null) {
			throw new Reviews.NotNow("editorial.plan.missing");
		}
		this.plans.withdrawal(site, id, time, user);
		after.addFlashAttribute("done", this.texts.of("editorial.done.plannedWithdrawal", Texts.clock(time)));
		return "redirect:/bien-tap/" + site.slug() + "/bai/" + id;
	}

	@PostMapping("/bien-tap/{site}/bai/{id}/bo-hen")
	String drop(Site site, User user, @PathVariable long id, @RequestParam(defaultValue = "") String kind,
			RedirectAttributes after) {
		Arrays.stream(PlannedAct.Kind.values())
			.filter((known) -> known.name().equals(kind))
			.forEach((known) -> this.plans.drop(site, id, known, user));
		after.addFlashAttribute("done", this.texts.of("editorial.done.unplanned"));
		return "redirect:/bien-tap/" + site.slug() + "/bai/" + id;
	}

}
