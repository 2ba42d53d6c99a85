package vn.conglang.appearance;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.context.MessageSource;
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
 * The themes a site can choose: looked at, tried on with the site's own pages, put on and
 * taken off again.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/giao-dien")
class GalleryController {

	/** In place of a theme: what the person is making. */
	private static final String DRAFT = "ban-nhap";

	/** A page of the site, as the preview of another theme hands it on. */
	private static final Pattern PAGE = Pattern.compile("/(?![/\\\\])(?!.*\\.\\.)[^\\\\#\\s]{0,500}");

	private final Looks looks;

	private final LookDrafts drafts;

	private final Themes themes;

	private final ThemeLocks locks;

	private final AppearancePolicy policy;

	private final MessageSource messages;

	GalleryController(Looks looks, LookDrafts drafts, Themes themes, ThemeLocks locks, AppearancePolicy policy,
			MessageSource messages) {
		this.looks = looks;
		this.drafts = drafts;
		this.themes = themes;
		this.locks = locks;
		this.policy = policy;
		this.messages = messages;
	}

	@ModelAttribute
	void onlyWhoMayArrange(Site site, User user) {
		String refusal = this.policy.whyNotArrange(user, site);
		if (refusal != null) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, text(refusal));
		}
	}

	@GetMapping
	String gallery(Site site, User user, Model model) {
		Look look = this.looks.inForce();
		Theme own = this.looks.theme(site, look);
		List<String> locked = this.locks.of(site);
		model.addAttribute("own", card(own, own));
		model.addAttribute("locked", locked.contains(own.id()));
		model.addAttribute("accent", look.style().accent());
		model.addAttribute("drafted", this.drafts.has(user, Look.Part.STYLE));
		model.addAttribute("cards", choice(own, locked).stream().map((theme) -> card(theme, own)).toList());
		model.addAttribute("base", this.looks.base(Look.Part.STYLE));
		model.addAttribute("told", told(site));
		return "appearance/gallery";
	}

	/**
	 * The site's own pages in a theme, or as the person's draft has them.
	 * @param wanted page to begin with
	 */
	@GetMapping("/thu/{key}")
	String tryOn(Site site, User user, @PathVariable String key,
			@RequestParam(name = "trang", defaultValue = "/") String wanted, Model model) {
		Look inForce = this.looks.inForce();
		Theme own = this.looks.theme(site, inForce);
		List<Theme> choice = choice(own, this.locks.of(site));
		boolean draft = key.equals(DRAFT);
		Theme tried = draft ? this.looks.theme(site, this.drafts.of(user))
				: choice.stream()
					.filter((theme) -> theme.id().equals(key))
					.findFirst()
					.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		String accent = (draft ? this.drafts.of(user) : inForce).style().accent();
		int at = choice.indexOf(tried);
		model.addAttribute("key", key);
		model.addAttribute("draft", draft);
		model.addAttribute("name", draft ? text("appearance.draft") : tried.name());
		model.addAttribute("changed", draft && this.drafts.has(user, Look.Part.STYLE));
		model.addAttribute("card", card(tried, own));
		model.addAttribute("nearest",
				(accent != null && !Accent.allowed(tried, accent)) ? Accent.nearest(tried, accent) : null);
		model.addAttribute("accent", accent);
		model.addAttribute("previous",
				(!draft && choice.size() > 1) ? card(choice.get(Math.floorMod(at - 1, choice.size())), own) : null);
		model.addAttribute("next",
				(!draft && choice.size() > 1) ? card(choice.get((at + 1) % choice.size()), own) : null);
		model.addAttribute("base", draft ? this.drafts.base(user, Look.Part.STYLE) : this.looks.base(Look.Part.STYLE));
		model.addAttribute("page", PAGE.matcher(wanted).matches() ? wanted : "/");
		return "appearance/try";
	}

	@PostMapping("/chon")
	String choose(Site site, User user, @RequestParam(name = "giao-dien", defaultValue = "") String id,
			@RequestParam(name = "nen", defaultValue = "0") long base, RedirectAttributes after) {
		Theme theme = this.themes.find(id).orElse(null);
		Look inForce = this.looks.inForce();
		if (theme == null) {
			after.addFlashAttribute("refused", text("appearance.unknown"));
		}
		else if (theme.equals(this.looks.theme(site, inForce))) {
			after.addFlashAttribute("done", text("appearance.already", theme.name()));
		}
		else if (this.locks.of(site).contains(id)) {
			after.addFlashAttribute("refused", text("appearance.locked", theme.name()));
		}
		else if (!this.looks.change(Look.Part.STYLE, inForce.with(inForce.style().withTheme(id)), base,
				user.displayName())) {
			after.addFlashAttribute("refused", text("appearance.overtaken"));
		}
		else {
			carryOver(user, id);
			done(after, text("appearance.chosen", theme.name()));
		}
		return "redirect:" + gallery(site);
	}

	/** Who is just making a style of their own makes it for the new theme. */
	private void carryOver(User user, String theme) {
		if (this.drafts.has(user, Look.Part.STYLE)) {
			Look draft = this.drafts.of(user);
			this.drafts.drop(user, Look.Part.STYLE);
			this.drafts.save(user, draft.with(draft.style().withTheme(theme)));
		}
	}

	@PostMapping("/hoan-tac")
	String undo(Site site, User user, @RequestParam(name = "nen", defaultValue = "0") long base,
			RedirectAttributes after) {
		if (this.looks.undo(Look.Part.STYLE, base, user.displayName())) {
			done(after, text("appearance.undone", this.looks.theme(site, this.looks.inForce()).name()));
		}
		else {
			after.addFlashAttribute("refused", text("appearance.overtaken"));
		}
		return "redirect:" + gallery(site);
	}

	/** Tells what was done, with a button that takes it back. */
	private static void done(RedirectAttributes after, String what) {
		after.addFlashAttribute("changed", what);
	}

	/** What may be chosen, and what is in force anyway. */
	private List<Theme> choice(Theme own, List<String> locked) {
		return this.themes.all().stream().filter((theme) -> theme.equals(own) || !locked.contains(theme.id())).toList();
	}

	private static Card card(Theme theme, Theme own) {
		return new Card(theme.id(), theme.name(), theme.description(), theme.previewAddress(), theme.light(),
				theme.equals(own));
	}

	private List<Told> told(Site site) {
		return this.looks.history()
			.stream()
			.map((change) -> new Told(words(site, change), change.by(),
					LocalDateTime.ofInstant(change.at(), VietnameseText.ZONE)))
			.toList();
	}

	private String words(Site site, Looks.Change change) {
		String words = (change.part() == Look.Part.STYLE) ? style(site, change.before(), change.after())
				: text("appearance.told." + change.part());
		return change.undo() ? text("appearance.told.undo",
				words.substring(0, 1).toLowerCase(VietnameseText.LOCALE) + words.substring(1)) : words;
	}

	private String style(Site site, Look before, Look after) {
		List<String> words = new ArrayList<>();
		String from = themeName(site, before);
		String to = themeName(site, after);
		if (!from.equals(to)) {
			words.add(text("appearance.told.theme", from, to));
		}
		Look.Style then = before.style();
		Look.Style now = after.style();
		if (!Objects.equals(then.accent(), now.accent())) {
			words.add((now.accent() != null) ? text("appearance.told.accent", now.accent())
					: text("appearance.told.accent.none"));
		}
		if (!Objects.equals(then.logo(), now.logo())) {
			words.add(text((now.logo() != null) ? "appearance.told.logo" : "appearance.told.logo.none"));
		}
		if (!Objects.equals(then.header(), now.header())) {
			words.add(text((now.header() != null) ? "appearance.told.header" : "appearance.told.header.none"));
		}
		return words.isEmpty() ? text("appearance.told.STYLE") : String.join("; ", words);
	}

	private String themeName(Site site, Look look) {
		String id = Optional.ofNullable(look.style().theme()).orElse(site.theme());
		return this.themes.find(id).map(Theme::name).orElse(id);
	}

	private static String gallery(Site site) {
		return "/bien-tap/" + site.slug() + "/giao-dien";
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	/**
	 * A theme as it is chosen.
	 *
	 * @param picture address of its picture, if it has one
	 * @param colours of the theme by name
	 * @param inForce whether citizens see it
	 */
	record Card(String id, String name, String description, @Nullable String picture, Map<String, String> colours,
			boolean inForce) {
	}

	/** A change in words. */
	record Told(String what, String by, LocalDateTime at) {
	}

}
