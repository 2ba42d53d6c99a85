package vn.conglang.appearance;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * All themes, for the province's own staff: where they come from, who uses them, and what
 * is wrong with any; and the button that reads the operator's folder again.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping(ThemesController.PATH)
class ThemesController {

	static final String PATH = "/giao-dien-he-thong";

	private final Themes themes;

	private final ThemeFailures failures;

	private final ChosenThemes chosen;

	private final Sites sites;

	private final MessageSource messages;

	ThemesController(Themes themes, ThemeFailures failures, ChosenThemes chosen, Sites sites, MessageSource messages) {
		this.themes = themes;
		this.failures = failures;
		this.chosen = chosen;
		this.sites = sites;
		this.messages = messages;
	}

	@ModelAttribute
	void onlyTheProvince(User user) {
		if (!user.isOfProvince()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	@GetMapping
	String list(Model model) {
		Map<Long, String> chosen = this.chosen.bySite();
		Map<String, Long> uses = this.sites.all()
			.stream()
			.map((site) -> this.themes.get(chosen.getOrDefault(site.id().value(), site.theme())).id())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		model.addAttribute("rows", this.themes.all().stream().map((theme) -> row(theme, uses)).toList());
		model.addAttribute("broken", this.themes.broken()
			.entrySet()
			.stream()
			.map((entry) -> new BrokenRow(entry.getKey(), text(entry.getValue().key(), entry.getValue().arguments())))
			.toList());
		model.addAttribute("folder", this.themes.extraFolder());
		return "appearance/themes";
	}

	@PostMapping("/doc-lai")
	String reload(RedirectAttributes after) {
		boolean changed = this.themes.reload();
		List<Theme> all = this.themes.all();
		after.addFlashAttribute("done", text(changed ? "themes.reloaded" : "themes.reloaded.same", all.size(),
				all.stream().filter(Theme::added).count()));
		return "redirect:" + PATH;
	}

	private Row row(Theme theme, Map<String, Long> uses) {
		return new Row(theme.id(), theme.name(), theme.description(), parentName(theme), theme.added(), theme.version(),
				uses.getOrDefault(theme.id(), 0L), this.failures.of(theme).map(this::trouble).orElse(null));
	}

	private @Nullable String parentName(Theme theme) {
		String parent = theme.parent();
		return (parent != null) ? this.themes.get(parent).name() : null;
	}

	private Trouble trouble(ThemeFailures.Failure failure) {
		return new Trouble(failure.template(), failure.message(),
				LocalDateTime.ofInstant(failure.at(), VietnameseText.ZONE), failure.times());
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	/**
	 * A theme that can be used.
	 *
	 * @param parent name of the theme it inherits from
	 * @param sites how many use it
	 * @param trouble what went wrong when a page was made with it
	 */
	record Row(String id, String name, String description, @Nullable String parent, boolean added, String version,
			long sites, @Nullable Trouble trouble) {
	}

	/** A folder that cannot be used, and why. */
	record BrokenRow(String id, String problem) {
	}

	/**
	 * A page that could not be made with a theme.
	 *
	 * @param template "entry"
	 * @param at when it happened first
	 * @param times how often it did
	 */
	record Trouble(String template, String message, LocalDateTime at, int times) {
	}

	/** Where the themes are found; a trouble is told on every page. */
	@Component
	static class Place implements NavigationItem {

		private final Themes themes;

		private final ThemeFailures failures;

		Place(Themes themes, ThemeFailures failures) {
			this.themes = themes;
			this.failures = failures;
		}

		@Override
		public int position() {
			return 95;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			if (!user.isOfProvince()) {
				return Optional.empty();
			}
			long troubles = this.themes.broken().size()
					+ this.themes.all().stream().filter((theme) -> this.failures.of(theme).isPresent()).count();
			return Optional.of(new NavigationItem.Place("themes.title", PATH, "themes", troubles,
					(troubles > 0) ? "themes.alert" : null));
		}

	}

}
