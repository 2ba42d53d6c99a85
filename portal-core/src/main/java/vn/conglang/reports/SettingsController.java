package vn.conglang.reports;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an office says what stands on its reports and when they make themselves. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping(SettingsController.PATH)
class SettingsController {

	static final String PATH = ReportsController.PATH + "/thiet-lap";

	private final Offices offices;

	private final SettingsStore settings;

	private final Words words;

	SettingsController(Offices offices, SettingsStore settings, Words words) {
		this.offices = offices;
		this.settings = settings;
		this.words = words;
	}

	@GetMapping
	String form(User user, @RequestParam(name = "don-vi", defaultValue = "") String slug, Model model) {
		Office office = office(user, slug);
		return form(user, office, this.settings.of(office), Map.of(), model);
	}

	@PostMapping
	String save(User user, @RequestParam(name = "don-vi", defaultValue = "") String slug,
			@RequestParam Map<String, String> typed, Model model, RedirectAttributes after) {
		Office office = office(user, slug);
		OfficeSettings choice = this.settings.of(office).with(typed);
		Map<String, String> problems = choice.problems();
		if (!problems.isEmpty()) {
			return form(user, office, choice,
					problems.entrySet()
						.stream()
						.collect(Collectors.toMap(Map.Entry::getKey,
								(problem) -> this.words.of(problem.getValue().substring("reports.".length())))),
					model);
		}
		this.settings.save(office, choice, user.displayName());
		after.addFlashAttribute("done", this.words.of("settings.saved"));
		return "redirect:" + PATH + (office.isOfProvince() ? "" : "?don-vi=" + office.slug());
	}

	private String form(User user, Office office, OfficeSettings choice, Map<String, String> problems, Model model) {
		List<Office> own = this.offices.of(user);
		model.addAttribute("offices", own);
		model.addAttribute("office", office);
		model.addAttribute("settings", choice);
		model.addAttribute("problems", problems);
		model.addAttribute("lastDay", OfficeSettings.LAST_DAY);
		return "reports/settings";
	}

	private Office office(User user, String slug) {
		return this.offices.of(user, slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
