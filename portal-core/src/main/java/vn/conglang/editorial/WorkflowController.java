package vn.conglang.editorial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The workflow of a board: read by all who work there, set by its chief. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/quy-trinh")
class WorkflowController {

	private final Workflows workflows;

	private final EditorialPolicy policy;

	private final Texts texts;

	WorkflowController(Workflows workflows, EditorialPolicy policy, Texts texts) {
		this.workflows = workflows;
		this.policy = policy;
		this.texts = texts;
	}

	@GetMapping
	String show(Site site, User user, Model model) {
		Workflow current = this.workflows.current();
		return page(site, user, new Form(current.name(), current.twoPerson(), current.stages()), List.of(), model);
	}

	/** Chooses a ready-made workflow. */
	@PostMapping("/chon")
	String choose(Site site, User user, @RequestParam("mau") String ready, RedirectAttributes after) {
		this.texts.require(this.policy.whyNotLead(user, site));
		Arrays.stream(ReadyWorkflow.values())
			.filter((known) -> known.name().equals(ready))
			.forEach((known) -> this.workflows.choose(known, user.displayName()));
		after.addFlashAttribute("done", this.texts.of("editorial.workflow.set"));
		return "redirect:/bien-tap/" + site.slug() + "/quy-trinh";
	}

	/** Sets the board's own one; stages without a name are left out. */
	@PostMapping
	String define(Site site, User user, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "false") boolean twoPerson,
			@RequestParam(name = "stageName", defaultValue = "") List<String> names,
			@RequestParam(name = "stageRole", defaultValue = "") List<String> roles,
			@RequestParam(name = "stageHours", defaultValue = "") List<String> hours, Model model,
			RedirectAttributes after) {
		this.texts.require(this.policy.whyNotLead(user, site));
		List<Workflow.Stage> stages = new ArrayList<>();
		for (int i = 0; i < Math.min(names.size(), Math.min(roles.size(), hours.size())); i++) {
			if (!names.get(i).isBlank()) {
				String role = roles.get(i);
				stages.add(new Workflow.Stage(names.get(i).strip(),
						Workflows.REVIEWERS.stream()
							.filter((known) -> known.name().equals(role))
							.findFirst()
							.orElse(Role.CONTRIBUTOR),
						hours.get(i).strip().matches("[0-9]{1,4}") ? Integer.parseInt(hours.get(i).strip()) : 0));
			}
		}
		List<String> problems = this.workflows.define(name, twoPerson, stages, user.displayName());
		if (!problems.isEmpty()) {
			return page(site, user, new Form(name, twoPerson, stages), problems, model);
		}
		after.addFlashAttribute("done", this.texts.of("editorial.workflow.set"));
		return "redirect:/bien-tap/" + site.slug() + "/quy-trinh";
	}

	private String page(Site site, User user, Form form, List<String> problems, Model model) {
		Workflow current = this.workflows.current();
		model.addAttribute("form", form);
		model.addAttribute("empty", Math.max(0, Workflows.MOST_STAGES - form.stages().size()));
		model.addAttribute("now", new Form(current.name(), current.twoPerson(), current.stages()));
		model.addAttribute("refusals", problems.stream().map(this.texts::of).toList());
		model.addAttribute("whyNot", this.texts.orNull(this.policy.whyNotLead(user, site)));
		model.addAttribute("roles", Workflows.REVIEWERS);
		model.addAttribute("ready",
				Arrays.stream(ReadyWorkflow.values())
					.map((ready) -> new Ready(ready.name(), ready.label(), ready.twoPerson(), ready.stages(),
							ready.label().equals(current.name())))
					.toList());
		return "editorial/workflow";
	}

	/** A workflow as it is read and filled in. */
	record Form(String name, boolean twoPerson, List<Workflow.Stage> stages) {
	}

	/** A ready-made workflow to choose. */
	record Ready(String key, String label, boolean twoPerson, List<Workflow.Stage> stages, boolean chosen) {
	}

	/** Where the workflow is found. */
	@Component
	static class Place implements NavigationItem {

		@Override
		public int position() {
			return 70;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return Optional.ofNullable(site)
				.map((chosen) -> new NavigationItem.Place("editorial.workflow",
						"/bien-tap/" + chosen.slug() + "/quy-trinh", "workflow"));
		}

	}

}
