package vn.conglang.appearance;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Area;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

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
 * Which themes may be chosen where, for the province's own staff: all everywhere, unless
 * a theme is locked for the province or for single areas.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping(ThemeLocksController.PATH)
class ThemeLocksController {

	static final String PATH = ThemesController.PATH + "/mo-khoa";

	/** Of the form: the whole province. */
	private static final String PROVINCE = "tinh";

	private final ThemeLocks locks;

	private final Themes themes;

	private final Sites sites;

	private final MessageSource messages;

	ThemeLocksController(ThemeLocks locks, Themes themes, Sites sites, MessageSource messages) {
		this.locks = locks;
		this.themes = themes;
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
	String show(Model model) {
		List<ThemeLocks.Lock> all = this.locks.all();
		model.addAttribute("locks", all.stream().map(this::row).toList());
		model.addAttribute("themes", this.themes.all());
		model.addAttribute("areas", areas());
		model.addAttribute("free",
				this.themes.all()
					.stream()
					.filter((theme) -> all.stream().noneMatch((lock) -> lock.theme().equals(theme.id())))
					.map(Theme::name)
					.toList());
		return "appearance/locks";
	}

	@PostMapping
	String lock(User user, @RequestParam(name = "giao-dien", defaultValue = "") String id,
			@RequestParam(name = "noi", defaultValue = "") String place, RedirectAttributes after) {
		Theme theme = this.themes.find(id).orElse(null);
		Area area = area(place).orElse(null);
		if (theme == null || (area == null && !place.equals(PROVINCE))) {
			after.addFlashAttribute("refused", text("appearance.locks.choose"));
		}
		else {
			this.locks.lock(id, (area != null) ? area.id() : null, user.displayName());
			after.addFlashAttribute("done", text("appearance.locks.locked", theme.name(), name(area)));
		}
		return "redirect:" + PATH;
	}

	@PostMapping("/mo")
	String release(@RequestParam(name = "giao-dien", defaultValue = "") String id,
			@RequestParam(name = "noi", defaultValue = "") String place, RedirectAttributes after) {
		Area area = area(place).orElse(null);
		if (area != null || place.equals(PROVINCE)) {
			this.locks.release(id, (area != null) ? area.id() : null);
			after.addFlashAttribute("done", text("appearance.locks.released", name(id), name(area)));
		}
		return "redirect:" + PATH;
	}

	private List<Area> areas() {
		return this.sites.all().stream().map(Site::area).distinct().toList();
	}

	private Optional<Area> area(String place) {
		return areas().stream().filter((area) -> place.equals("" + area.id())).findFirst();
	}

	private Row row(ThemeLocks.Lock lock) {
		Area area = areas().stream()
			.filter((one) -> lock.area() != null && one.id() == lock.area())
			.findFirst()
			.orElse(null);
		return new Row(lock.theme(), name(lock.theme()), (lock.area() != null) ? "" + lock.area() : PROVINCE,
				name(area), lock.by(), LocalDateTime.ofInstant(lock.at(), VietnameseText.ZONE));
	}

	private String name(String theme) {
		return this.themes.find(theme).map(Theme::name).orElse(theme);
	}

	private String name(@Nullable Area area) {
		return (area != null) ? area.title() : text("appearance.locks.province");
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	/**
	 * A lock.
	 *
	 * @param place as the form says it
	 * @param where as people read it
	 */
	record Row(String theme, String name, String place, String where, String by, LocalDateTime at) {
	}

}
