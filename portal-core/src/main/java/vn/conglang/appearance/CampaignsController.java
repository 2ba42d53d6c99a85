package vn.conglang.appearance;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.media.MediaRefused;
import vn.conglang.media.SharedPictures;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the province and districts design campaigns, change and stop them. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/chien-dich")
class CampaignsController {

	private final Campaigns campaigns;

	private final CampaignPolicy policy;

	private final SharedPictures pictures;

	private final MessageSource messages;

	private final Clock clock;

	CampaignsController(Campaigns campaigns, CampaignPolicy policy, SharedPictures pictures, MessageSource messages,
			Clock clock) {
		this.campaigns = campaigns;
		this.policy = policy;
		this.pictures = pictures;
		this.messages = messages;
		this.clock = clock;
	}

	@ModelAttribute
	void onlyWhoRunsCampaigns(User user) {
		if (this.policy.whyNotRun(user) != null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	@GetMapping
	String list(User user, Model model) {
		Instant now = this.clock.instant();
		model.addAttribute("campaigns", this.campaigns.of(user).stream().map((one) -> row(one, now)).toList());
		return "appearance/campaigns";
	}

	/** A new one; with the number of another, that is the beginning. */
	@GetMapping("/moi")
	String blank(User user, @RequestParam(name = "tu", defaultValue = "0") long from, Model model) {
		CampaignForm blank = CampaignForm.blank(this.clock.instant());
		CampaignForm form = blank;
		if (from > 0) {
			CampaignForm before = form(this.campaigns.find(user, from).orElseThrow(Campaigns.Unknown::new));
			form = new CampaignForm(0, before.title(), before.text(), before.href(), before.picture(), before.alt(),
					before.place(), blank.begins(), blank.ends(), before.scope(), before.reach(), before.areas(),
					before.sites());
		}
		return form(user, form, null, Map.of(), model);
	}

	@PostMapping("/moi")
	String begin(User user, @RequestParam Map<String, String> typed,
			@RequestParam(name = "area", defaultValue = "") List<String> areas,
			@RequestParam(name = "site", defaultValue = "") List<String> sites,
			@RequestParam(name = "file", required = false) @Nullable MultipartFile file, Model model,
			RedirectAttributes after) throws IOException {
		CampaignPolicy.Scope scope = this.policy.scope(user, typed.getOrDefault("scope", ""));
		Map<String, String> problems = new LinkedHashMap<>();
		CampaignForm form = take(CampaignForm.typed(typed, areas, sites), file, scope, user, problems);
		CampaignDesign design = design(form, scope, problems);
		if (!problems.isEmpty()) {
			return form(user, form, null, problems, model);
		}
		long id = this.campaigns.begin(scope, design, user);
		after.addFlashAttribute("done", text("campaign.done.begun", this.campaigns.reached(design).size()));
		return "redirect:/chien-dich/" + id;
	}

	@GetMapping("/{id}")
	String one(User user, @PathVariable long id, Model model) {
		Campaigns.Opened opened = find(user, id);
		return form(user, form(opened), opened, Map.of(), model);
	}

	@PostMapping("/{id}")
	String change(User user, @PathVariable long id, @RequestParam Map<String, String> typed,
			@RequestParam(name = "area", defaultValue = "") List<String> areas,
			@RequestParam(name = "site", defaultValue = "") List<String> sites,
			@RequestParam(name = "file", required = false) @Nullable MultipartFile file, Model model,
			RedirectAttributes after) throws IOException {
		Campaigns.Opened opened = find(user, id);
		CampaignPolicy.Scope scope = this.policy.scope(opened.campaign());
		Map<String, String> problems = new LinkedHashMap<>();
		CampaignForm form = take(CampaignForm.typed(typed, areas, sites), file, scope, user, problems);
		CampaignDesign design = design(form, scope, problems);
		if (problems.isEmpty()) {
			String refusal = this.campaigns.change(id, form.version(), design, user);
			if (refusal == null) {
				after.addFlashAttribute("done", text("campaign.done.changed", this.campaigns.reached(design).size()));
				return "redirect:/chien-dich/" + id;
			}
			opened = find(user, id);
			problems.put("title", text(refusal, opened.campaign().byName()));
		}
		return form(user, form, opened, problems, model);
	}

	@PostMapping("/{id}/dung")
	String stop(User user, @PathVariable long id, RedirectAttributes after) {
		this.campaigns.stop(find(user, id).campaign().id(), user);
		after.addFlashAttribute("done", text("campaign.done.stopped"));
		return "redirect:/chien-dich/" + id;
	}

	@ExceptionHandler(Campaigns.Unknown.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String unknown() {
		return "newsroom/not-found";
	}

	private Campaigns.Opened find(User user, long id) {
		return this.campaigns.find(user, id).orElseThrow(Campaigns.Unknown::new);
	}

	private CampaignForm form(Campaigns.Opened opened) {
		return CampaignForm.of(opened.campaign(), opened.design(), this.policy.scope(opened.campaign()));
	}

	/** A picture sent with the form is kept, whatever else is wrong with it. */
	private CampaignForm take(CampaignForm form, @Nullable MultipartFile file, CampaignPolicy.Scope scope, User user,
			Map<String, String> problems) throws IOException {
		if (file == null || file.isEmpty()) {
			return form;
		}
		try {
			return form.withPicture(this.pictures.add(file, form.alt(), scope.areaId(), user).url().split("/")[2]);
		}
		catch (MediaRefused ex) {
			problems.put("file", text(ex.key(), ex.arguments()));
			return form;
		}
	}

	private CampaignDesign design(CampaignForm form, CampaignPolicy.Scope scope, Map<String, String> problems) {
		CampaignDesign design = form.design(scope, this.pictures.picture(form.picture()).orElse(null));
		design.problems(this.clock.instant()).forEach((field, key) -> problems.put(field, text(key)));
		return design;
	}

	private String form(User user, CampaignForm form, Campaigns.@Nullable Opened opened, Map<String, String> problems,
			Model model) {
		Instant now = this.clock.instant();
		Campaign campaign = (opened != null) ? opened.campaign() : null;
		List<CampaignPolicy.Scope> scopes = (campaign != null) ? List.of(this.policy.scope(campaign))
				: this.policy.scopes(user);
		Map<String, List<Site>> byArea = new TreeMap<>(VietnameseText.alphabetical());
		scopes.forEach((scope) -> scope.sites()
			.forEach((site) -> byArea.computeIfAbsent(site.area().title(), (area) -> new ArrayList<>()).add(site)));
		model.addAttribute("form", form);
		model.addAttribute("problems", problems);
		model.addAttribute("scopes",
				scopes.stream()
					.map((scope) -> new Choice(scope.slug(), scope.title(), scope.sites().size(),
							scope.slug().equals(form.scope())))
					.toList());
		model.addAttribute("ofProvince", scopes.getFirst().area() == null);
		model.addAttribute("areas", byArea);
		model.addAttribute("opened",
				byArea.entrySet()
					.stream()
					.filter((area) -> area.getValue().stream().anyMatch((site) -> form.sites().contains(site.slug())))
					.map(Map.Entry::getKey)
					.toList());
		model.addAttribute("picture", this.pictures.picture(form.picture()).orElse(null));
		model.addAttribute("crowded", Map.of("dai", crowded(CampaignDesign.Place.STRIP, campaign, now), "trang-chu",
				crowded(CampaignDesign.Place.HOME, campaign, now)));
		model.addAttribute("campaign", (campaign != null) ? row(campaign, now) : null);
		model.addAttribute("acts",
				(opened != null) ? opened.acts()
					.stream()
					.map((act) -> new Done(act.kind().name(), act.byName(), time(act.at()), act.sites()))
					.toList() : List.of());
		model.addAttribute("address", (campaign != null) ? "/chien-dich/" + campaign.id() : "/chien-dich/moi");
		return "appearance/campaign";
	}

	/** How many others compete for a place, where that is more than pages show. */
	private long crowded(CampaignDesign.Place place, @Nullable Campaign campaign, Instant now) {
		boolean counted = campaign != null && campaign.place() == place
				&& (campaign.state(now) == Campaign.State.RUNNING || campaign.state(now) == Campaign.State.UPCOMING);
		long others = this.campaigns.countNotOver(place) - (counted ? 1 : 0);
		return (others >= Campaigns.MOST) ? others : 0;
	}

	private Row row(Campaign campaign, Instant now) {
		return new Row(campaign.id(), campaign.title(), campaign.origin(), campaign.state(now).name(),
				campaign.place().name(), time(campaign.beginsAt()), time(campaign.endsAt()),
				(campaign.stoppedAt() != null) ? time(campaign.stoppedAt()) : null, campaign.byName(),
				this.campaigns.countReached(campaign.id()));
	}

	private static LocalDateTime time(Instant instant) {
		return LocalDateTime.ofInstant(instant, VietnameseText.ZONE);
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	/**
	 * A campaign in the list.
	 *
	 * @param state name of a {@link Campaign.State}
	 * @param sites how many it reaches
	 */
	record Row(long id, String title, String origin, String state, String place, LocalDateTime begins,
			LocalDateTime ends, @Nullable LocalDateTime stopped, String by, int sites) {

		public boolean over() {
			return this.state.equals("ENDED") || this.state.equals("STOPPED");
		}

	}

	/** A scope to choose. */
	record Choice(String value, String label, int sites, boolean chosen) {
	}

	/** What was done with a campaign. */
	record Done(String kind, String by, LocalDateTime at, int sites) {
	}

	/**
	 * Where campaigns are found: by those who run them, and by a board while its pages
	 * show some or will.
	 */
	@Component
	static class Place implements NavigationItem {

		private final CampaignPolicy policy;

		private final Campaigns campaigns;

		Place(CampaignPolicy policy, Campaigns campaigns) {
			this.policy = policy;
			this.campaigns = campaigns;
		}

		@Override
		public int position() {
			return 72;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			if (this.policy.whyNotRun(user) == null) {
				return Optional.of(new NavigationItem.Place("campaign.campaigns", "/chien-dich", "campaign"));
			}
			return Optional.ofNullable(site)
				.filter((chosen) -> !this.campaigns.of(chosen).isEmpty())
				.map((chosen) -> new NavigationItem.Place("campaign.campaigns",
						"/bien-tap/" + chosen.slug() + "/chien-dich", "campaign"));
		}

	}

	/** What is running on the pages of a site, for its board to read. */
	@Controller
	@OnFace(Face.NEWSROOM)
	static class OnOneSite {

		private final Campaigns campaigns;

		private final Clock clock;

		OnOneSite(Campaigns campaigns, Clock clock) {
			this.campaigns = campaigns;
			this.clock = clock;
		}

		@GetMapping("/bien-tap/{site}/chien-dich")
		String list(Site site, Model model) {
			Instant now = this.clock.instant();
			model.addAttribute("campaigns",
					this.campaigns.of(site)
						.stream()
						.map((one) -> new Row(one.id(), one.title(), one.origin(), one.state(now).name(),
								one.place().name(), time(one.beginsAt()), time(one.endsAt()), null, one.byName(), 0))
						.toList());
			return "appearance/site-campaigns";
		}

	}

}
