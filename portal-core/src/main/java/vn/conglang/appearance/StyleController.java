package vn.conglang.appearance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.media.Pictures;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a site adds to its theme: a colour, its mark, a picture in the header. Tried on as
 * the person's draft before citizens see it.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/giao-dien/tuy-chinh")
class StyleController {

	private static final Pattern PICTURE = Pattern.compile("/media/([0-9a-f]{32})/[A-Za-z0-9._-]{1,130}");

	private final Looks looks;

	private final LookDrafts drafts;

	private final Pictures pictures;

	private final AppearancePolicy policy;

	private final MessageSource messages;

	StyleController(Looks looks, LookDrafts drafts, Pictures pictures, AppearancePolicy policy,
			MessageSource messages) {
		this.looks = looks;
		this.drafts = drafts;
		this.pictures = pictures;
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
	String show(Site site, User user, Model model) {
		Look.Style style = this.drafts.of(user).style();
		return page(site, user,
				new Form(style.accent() != null, style.accent(), src(style.logo()), src(style.header())), Map.of(),
				model);
	}

	/**
	 * Tries on, applies or drops.
	 * @param own whether the site has a colour of its own
	 * @param instead a colour offered because the wanted one is hard to read
	 */
	@PostMapping
	String change(Site site, User user, @RequestParam(name = "viec", defaultValue = "xem-thu") String act,
			@RequestParam(name = "mau-rieng", defaultValue = "false") boolean own,
			@RequestParam(name = "mau", defaultValue = "") String accent,
			@RequestParam(name = "mau-thay", defaultValue = "") String instead,
			@RequestParam(name = "bieu-trung", defaultValue = "") String logo,
			@RequestParam(name = "anh-dau", defaultValue = "") String header,
			@RequestParam(name = "nen", defaultValue = "0") long base, Model model, RedirectAttributes after) {
		switch (act) {
			case "bo-nhap" -> {
				this.drafts.drop(user, Look.Part.STYLE);
				after.addFlashAttribute("done", text("appearance.draft.dropped"));
				return "redirect:" + desk(site);
			}
			case "ap-dung-nhap" -> {
				boolean done = apply(user, this.drafts.of(user).style(), base, after);
				if (!done) {
					after.addFlashAttribute("refused", text("appearance.overtaken"));
				}
				return "redirect:" + desk(site) + (done ? "" : "/thu/ban-nhap");
			}
			default -> {
				Form form = instead.isEmpty() ? new Form(own, accent.strip(), logo.strip(), header.strip())
						: new Form(true, instead, logo.strip(), header.strip());
				return change(site, user, act.equals("ap-dung"), form, base, model, after);
			}
		}
	}

	private String change(Site site, User user, boolean apply, Form form, long base, Model model,
			RedirectAttributes after) {
		Look draft = this.drafts.of(user);
		Map<String, String> problems = new LinkedHashMap<>();
		Look.Style wanted = new Look.Style(draft.style().theme(), accent(site, draft, form, problems, model),
				image("bieu-trung", form.logo(), problems), image("anh-dau", form.header(), problems));
		if (!problems.isEmpty()) {
			return page(site, user, form, problems, model);
		}
		if (base != this.drafts.base(user, Look.Part.STYLE)) {
			model.addAttribute("refused", text("appearance.overtaken"));
			return page(site, user, form, problems, model);
		}
		if (!apply) {
			this.drafts.save(user, draft.with(wanted));
			return "redirect:" + desk(site) + "/thu/ban-nhap";
		}
		if (!apply(user, wanted, base, after)) {
			model.addAttribute("refused", text("appearance.overtaken"));
			// what is in force by now is what the next try goes on from
			this.drafts.drop(user, Look.Part.STYLE);
			return page(site, user, form, problems, model);
		}
		return "redirect:" + desk(site);
	}

	private boolean apply(User user, Look.Style style, long base, RedirectAttributes after) {
		Look inForce = this.looks.inForce();
		boolean same = style.equals(inForce.style());
		if (!same && !this.looks.change(Look.Part.STYLE, inForce.with(style), base, user.displayName())) {
			return false;
		}
		this.drafts.drop(user, Look.Part.STYLE);
		after.addFlashAttribute(same ? "done" : "changed",
				text(same ? "appearance.style.same" : "appearance.style.applied"));
		return true;
	}

	private @Nullable String accent(Site site, Look draft, Form form, Map<String, String> problems, Model model) {
		String wanted = form.accent();
		if (!form.own() || wanted == null) {
			return null;
		}
		String colour = wanted.startsWith("#") ? Accent.parse(wanted.substring(1)) : null;
		if (colour == null) {
			problems.put("mau", text("appearance.accent.wrong"));
			return null;
		}
		Theme theme = this.looks.theme(site, draft);
		if (!Accent.allowed(theme, colour)) {
			String nearest = Accent.nearest(theme, colour);
			problems.put("mau", text("appearance.accent.weak", colour, nearest));
			model.addAttribute("weak", colour);
			model.addAttribute("nearest", nearest);
		}
		return colour;
	}

	/** A picture of this site's library; it is decoration and has no text. */
	private Look.@Nullable Image image(String field, String address, Map<String, String> problems) {
		if (address.isEmpty()) {
			return null;
		}
		Matcher matcher = PICTURE.matcher(address);
		Look.Image image = !matcher.matches() ? null
				: this.pictures.picture(matcher.group(1))
					.map((picture) -> new Look.Image(picture.url(), picture.width(), picture.height(), ""))
					.orElse(null);
		if (image == null) {
			problems.put(field, text("appearance.picture.unknown"));
		}
		return image;
	}

	private String page(Site site, User user, Form form, Map<String, String> problems, Model model) {
		Theme theme = this.looks.theme(site, this.drafts.of(user));
		model.addAttribute("form", form);
		model.addAttribute("problems", problems);
		model.addAttribute("theme", theme.name());
		model.addAttribute("usual", theme.light().getOrDefault("accent", "#000000"));
		model.addAttribute("paper", theme.light().getOrDefault("paper", "#ffffff"));
		model.addAttribute("drafted", this.drafts.has(user, Look.Part.STYLE));
		model.addAttribute("base", this.drafts.base(user, Look.Part.STYLE));
		return "appearance/style";
	}

	private static String src(Look.@Nullable Image image) {
		return (image != null) ? image.src() : "";
	}

	private static String desk(Site site) {
		return "/bien-tap/" + site.slug() + "/giao-dien";
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	/**
	 * The form as it is filled in.
	 *
	 * @param own whether there is a colour of the site's own
	 * @param accent that colour, as it was sent
	 * @param logo address of a picture, may be empty
	 * @param header address of a picture, may be empty
	 */
	record Form(boolean own, @Nullable String accent, String logo, String header) {
	}

}
