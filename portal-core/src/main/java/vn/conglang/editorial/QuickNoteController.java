package vn.conglang.editorial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.media.MediaRefused;
import vn.conglang.media.Picture;
import vn.conglang.media.Pictures;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Quick news from the field: a title, a few lines, photos, from a phone that may have no
 * network just then. Whatever is sent twice becomes one draft.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/tin-nhanh")
class QuickNoteController {

	/** More belongs into an album. */
	private static final int MOST_PICTURES = 10;

	private final Writing writing;

	private final Pictures pictures;

	private final EditorialPolicy policy;

	private final Texts texts;

	QuickNoteController(Writing writing, Pictures pictures, EditorialPolicy policy, Texts texts) {
		this.writing = writing;
		this.pictures = pictures;
		this.policy = policy;
		this.texts = texts;
	}

	@GetMapping
	String form(Site site, User user, Model model) {
		this.texts.require(this.policy.whyNotWrite(user, site));
		if (!model.containsAttribute("note")) {
			model.addAttribute("note", new Note(UUID.randomUUID().toString(), "", "", "", List.of()));
		}
		model.addAttribute("account", user.id());
		return "editorial/quick";
	}

	/** From browsers without scripts. */
	@PostMapping
	String send(Site site, User user, @RequestParam(defaultValue = "") String key,
			@RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String lines,
			@RequestParam(defaultValue = "") String alt,
			@RequestParam(required = false) @Nullable List<MultipartFile> photo, Model model, RedirectAttributes after)
			throws IOException {
		this.texts.require(this.policy.whyNotWrite(user, site));
		List<Picture> taken = new ArrayList<>();
		try {
			for (MultipartFile file : (photo != null) ? photo : List.<MultipartFile>of()) {
				if (!file.isEmpty() && taken.size() < MOST_PICTURES) {
					taken.add(this.pictures.add(file.getBytes(), file.getOriginalFilename() + "", alt,
							user.displayName()));
				}
			}
			long id = begin(user,
					new Note(WorkingCopyController.KEY.matcher(key).matches() ? key : UUID.randomUUID().toString(),
							title, lines, alt, taken));
			after.addFlashAttribute("done", this.texts.of("writing.quick.done"));
			return "redirect:/bien-tap/" + site.slug() + "/bai/" + id;
		}
		catch (MediaRefused ex) {
			model.addAttribute("refused", this.texts.of(ex.key(), ex.arguments()));
		}
		catch (Publishing.Refused ex) {
			model.addAttribute("problems", this.texts.problems(ex.problems()));
		}
		model.addAttribute("note", new Note(key, title, lines, alt, List.of()));
		return form(site, user, model);
	}

	/**
	 * From the page's script, which has sent the pictures before.
	 * @return the draft's address; 422 with a {@code message} for people if it is refused
	 */
	@PostMapping("/gui")
	ResponseEntity<?> send(Site site, User user, @RequestBody Sent sent) {
		String refusal = this.policy.whyNotWrite(user, site);
		if (refusal != null) {
			return ResponseEntity.status(HttpStatus.FORBIDDEN).body(Map.of("message", this.texts.of(refusal)));
		}
		if (sent.account() != user.id()) {
			return ResponseEntity.status(HttpStatus.CONFLICT).build();
		}
		Note note = sent.note();
		if (note == null || !WorkingCopyController.KEY.matcher(note.key() + "").matches()) {
			return ResponseEntity.badRequest().build();
		}
		try {
			return ResponseEntity.ok(Map.of("href", "/bien-tap/" + site.slug() + "/bai/" + begin(user, note)));
		}
		catch (Publishing.Refused ex) {
			return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
				.body(Map.of("message", String.join(" ", this.texts.problems(ex.problems()).values())));
		}
	}

	private long begin(User user, Note note) {
		try {
			return this.writing.begin(EntryType.ARTICLE,
					new EntryText(note.title() + "", "", html(note), null, Map.of(), user.displayName()), user,
					note.key());
		}
		catch (Writing.Begun ex) {
			// it had arrived, only the answer was lost on the way back
			return ex.id();
		}
	}

	/** The pictures on top, then a paragraph for each line. */
	private static String html(Note note) {
		String figures = Optional.ofNullable(note.pictures())
			.orElse(List.of())
			.stream()
			.limit(MOST_PICTURES)
			.map((picture) -> new Element("figure")
				.appendChild(new Element("img").attr("src", picture.url() + "")
					.attr("width", "" + picture.width())
					.attr("height", "" + picture.height())
					.attr("alt", note.alt() + ""))
				.outerHtml())
			.collect(Collectors.joining());
		return figures + Optional.ofNullable(note.lines())
			.orElse("")
			.lines()
			.filter((line) -> !line.isBlank())
			.map((line) -> new Element("p").text(line.strip()).outerHtml())
			.collect(Collectors.joining());
	}

	/** Too large for the server even to read. */
	@ExceptionHandler(MultipartException.class)
	String tooLarge(HttpServletRequest request, HttpServletResponse response) {
		RequestContextUtils.getOutputFlashMap(request).put("refused", this.texts.of("writing.quick.tooLarge"));
		RequestContextUtils.saveOutputFlashMap(request.getRequestURI(), request, response);
		return "redirect:" + request.getRequestURI();
	}

	/**
	 * What was noted.
	 *
	 * @param key made once per note
	 * @param alt what the pictures show
	 * @param pictures already in the library of the site
	 */
	record Note(String key, String title, String lines, String alt, List<Picture> pictures) {
	}

	/** A note, and by whose account it was written. */
	record Sent(long account, @Nullable Note note) {
	}

	/** Where it is found. */
	@Component
	static class Place implements NavigationItem {

		@Override
		public int position() {
			return 15;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return Optional.ofNullable(site)
				.filter((chosen) -> user.holds(Role.WRITERS, chosen))
				.map((chosen) -> new NavigationItem.Place("writing.quick", "/bien-tap/" + chosen.slug() + "/tin-nhanh",
						"quick"));
		}

	}

}
