package vn.conglang.analytics;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a site is connected with, for those who lead its board. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/" + ConnectionsController.SCREEN)
class ConnectionsController {

	static final String SCREEN = "ket-noi";

	private final Connections connections;

	private final HomePageCheck check;

	private final ConnectionPolicy policy;

	private final ConnectionSettings settings;

	private final MatomoSites matomoSites;

	private final MessageSource messages;

	ConnectionsController(Connections connections, HomePageCheck check, ConnectionPolicy policy,
			ConnectionSettings settings, MatomoSites matomoSites, MessageSource messages) {
		this.connections = connections;
		this.check = check;
		this.policy = policy;
		this.settings = settings;
		this.matomoSites = matomoSites;
		this.messages = messages;
	}

	@ModelAttribute
	void onlyWhoMaySee(Site site, User user) {
		require(this.policy.whyNotSee(user, site));
	}

	@GetMapping
	String show(Site site, User user, Model model) {
		return page(site, user, ConnectionForm.of(site, this.connections.current()), model);
	}

	@PostMapping
	String change(Site site, User user, @RequestParam Map<String, String> sent,
			@RequestParam(name = "nen", defaultValue = "0") long base, Model model, RedirectAttributes after) {
		require(this.policy.whyNotConnect(user, site));
		ConnectionForm form = ConnectionForm.sent(sent);
		ConnectionChoice choice = form.read(site, this.settings.trustBadge().page());
		if (!form.problems().isEmpty()) {
			return page(site, user, form, model);
		}
		if (choice.equals(this.connections.current())) {
			after.addFlashAttribute("done", text("connections.same"));
		}
		else if (this.connections.change(choice, base, user.displayName())) {
			after.addFlashAttribute("done", text("connections.changed"));
		}
		else {
			model.addAttribute("refused", overtaken());
			return page(site, user, form, model);
		}
		return "redirect:" + address(site);
	}

	@PostMapping("/hoan-tac")
	String undo(Site site, User user, @RequestParam(name = "nen", defaultValue = "0") long base,
			RedirectAttributes after) {
		require(this.policy.whyNotConnect(user, site));
		if (this.connections.undo(base, user.displayName())) {
			after.addFlashAttribute("done", text("connections.undone"));
		}
		else {
			after.addFlashAttribute("refused", overtaken());
		}
		return "redirect:" + address(site);
	}

	private String overtaken() {
		ConnectionChange latest = this.connections.latest();
		return (latest != null) ? text("connections.overtaken", latest.byName(), time(latest))
				: text("connections.same");
	}

	private String page(Site site, User user, ConnectionForm form, Model model) {
		ConnectionChange latest = this.connections.latest();
		Map<String, String> problems = new LinkedHashMap<>();
		form.problems().forEach((field, key) -> problems.put(field, text(key)));
		model.addAttribute("form", form);
		model.addAttribute("problems", problems);
		model.addAttribute("whyNot",
				Optional.ofNullable(this.policy.whyNotConnect(user, site)).map(this::text).orElse(null));
		model.addAttribute("base", (latest != null) ? latest.id() : 0);
		model.addAttribute("found", this.check.look(site, this.connections.of(site)));
		model.addAttribute("usual", site.integrations());
		model.addAttribute("matomo", this.matomoSites.idOf(site));
		model.addAttribute("proofs", Proof.values());
		model.addAttribute("ways", Connected.Tracking.values());
		model.addAttribute("told", this.connections.history().stream().map(this::told).toList());
		return "analytics/connections";
	}

	private Told told(Connections.Change change) {
		ConnectionChoice before = change.before();
		ConnectionChoice after = change.after();
		List<String> words = new ArrayList<>();
		words(words, "tracking", way(before.tracking()), way(after.tracking()));
		words(words, "emc", before.emc(), after.emc());
		words(words, "badge", before.badge(), after.badge());
		words(words, "badgePage", before.badgePage(), after.badgePage());
		for (Proof proof : Proof.values()) {
			words(words, proof.name(), proof.code(before), proof.code(after));
		}
		String what = String.join("; ", words);
		return new Told(VietnameseText.capitalized(change.undo() ? text("connections.told.undo", what) : what),
				change.by(), LocalDateTime.ofInstant(change.at(), VietnameseText.ZONE));
	}

	private void words(List<String> words, String field, @Nullable String before, @Nullable String after) {
		if (Objects.equals(before, after)) {
			return;
		}
		String name = text("connections.told." + field);
		String had = Objects.requireNonNullElse(before, "");
		if (after != null && !after.isEmpty()) {
			words.add(had.isEmpty() ? text("connections.told.set", name, after)
					: text("connections.told.replaced", name, had, after));
		}
		else {
			String key = (after != null) ? "connections.told.removed" : "connections.told.usual";
			words.add(had.isEmpty() ? text(key, name) : text(key + ".had", name, had));
		}
	}

	private @Nullable String way(Connected.@Nullable Tracking tracking) {
		return (tracking != null) ? text("connections.way." + tracking) : null;
	}

	private void require(@Nullable String refusal) {
		if (refusal != null) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, text(refusal));
		}
	}

	private static String time(ConnectionChange change) {
		return DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy", VietnameseText.LOCALE)
			.format(LocalDateTime.ofInstant(change.at(), VietnameseText.ZONE));
	}

	private static String address(Site site) {
		return "/bien-tap/" + site.slug() + "/" + SCREEN;
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	/** A change in words. */
	record Told(String what, String by, LocalDateTime at) {
	}

	/** Where those who lead a board find its connections. */
	@Component
	static class Place implements NavigationItem {

		private final ConnectionPolicy policy;

		Place(ConnectionPolicy policy) {
			this.policy = policy;
		}

		@Override
		public int position() {
			return 57;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return Optional.ofNullable(site)
				.filter((chosen) -> this.policy.whyNotSee(user, chosen) == null)
				.map((chosen) -> new NavigationItem.Place("connections.navigation", address(chosen), "connect"));
		}

	}

}
