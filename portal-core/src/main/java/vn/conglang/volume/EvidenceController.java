package vn.conglang.volume;

import java.time.Clock;
import java.time.LocalDate;

import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The very entries behind a number of the volume. */
@Controller
@OnFace(Face.NEWSROOM)
class EvidenceController {

	static final String PATH = VolumeController.PATH + "/bai";

	private final Volumes volumes;

	private final Standings standings;

	private final Sites sites;

	private final Clock clock;

	EvidenceController(Volumes volumes, Standings standings, Sites sites, Clock clock) {
		this.volumes = volumes;
		this.standings = standings;
		this.sites = sites;
		this.clock = clock;
	}

	/**
	 * For those who watch areas: all of them, one, or a site for as long as it was there.
	 */
	@GetMapping(PATH)
	String ofAreas(User user, @ModelAttribute VolumeQuestion question, Model model) {
		Reach reach = Reach.of(user, this.sites, question.area()).orElseThrow(EvidenceController::notFound);
		if (!question.site().isEmpty()) {
			Site site = this.standings.site(question.site())
				.filter((one) -> this.standings.everStoodIn(one, reach.areas()))
				.orElseThrow(EvidenceController::notFound);
			model.addAttribute("site", site);
			return evidence(user, reach.only(site), question, PATH, VolumeController.PATH, model);
		}
		return evidence(user, reach, question, PATH, VolumeController.PATH, model);
	}

	/** Of one site, for its board and for those who watch it. */
	@GetMapping(VolumeController.PATH + "/{site}/bai")
	String ofSite(User user, @PathVariable("site") String slug, @ModelAttribute VolumeQuestion question, Model model) {
		Site site = this.standings.site(slug).filter(user::sees).orElseThrow(EvidenceController::notFound);
		model.addAttribute("site", site);
		String place = VolumeController.PATH + "/" + site.slug();
		return evidence(user, Reach.of(site), question.ofSite("").ofArea("").onPage(question.page()), place + "/bai",
				place, model);
	}

	private String evidence(User user, Reach reach, VolumeQuestion asked, String path, String back, Model model) {
		VolumeQuestion.Asked days = asked.period(LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE));
		VolumeQuestion question = asked.in(days.period());
		Evidence evidence = this.volumes.entries(reach, days.period(), question.filter(), question.kind(),
				asked.page());
		model.addAttribute("question", question);
		model.addAttribute("period", days.period());
		model.addAttribute("notice", days.notice());
		model.addAttribute("user", user);
		model.addAttribute("kinds", Kind.values());
		model.addAttribute("kind", question.kind());
		model.addAttribute("reach", reach);
		model.addAttribute("evidence", evidence);
		model.addAttribute("path", path);
		model.addAttribute("back", question.ofSite("").ofKind(Kind.PUBLISHED).at(back));
		model.addAttribute("previous", (evidence.page() > 1) ? question.onPage(evidence.page() - 1).at(path) : null);
		model.addAttribute("next",
				(evidence.page() < evidence.pages()) ? question.onPage(evidence.page() + 1).at(path) : null);
		return "volume/evidence";
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
