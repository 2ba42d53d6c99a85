package vn.conglang.media;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;

import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The shared pictures for those who write for many sites: brought by the editor or the
 * form of a campaign, chosen again, shown while one writes, removed when nothing uses
 * them.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/anh-chung")
class SharedPicturesController {

	private static final String HERE = "/anh-chung";

	private final SharedPictures pictures;

	private final SharedRecords records;

	private final Shelf shelf;

	private final List<SharedMediaUses> uses;

	private final MediaPolicy policy;

	private final MessageSource messages;

	SharedPicturesController(SharedPictures pictures, SharedRecords records, Shelf shelf, List<SharedMediaUses> uses,
			MediaPolicy policy, MessageSource messages) {
		this.pictures = pictures;
		this.records = records;
		this.shelf = shelf;
		this.uses = uses;
		this.policy = policy;
		this.messages = messages;
	}

	@ModelAttribute
	void onlyWhoShares(User user) {
		if (this.policy.whyNotShare(user) != null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	@GetMapping
	String list(User user, @RequestParam(name = "tim", defaultValue = "") String text,
			@RequestParam(name = "trang", defaultValue = "1") String number, Model model) {
		String words = LibraryController.words(text);
		int page = LibraryController.number(number);
		List<MediaRecords.Item> items = part(user, words, page);
		model.addAttribute("pictures", items.stream().limit(LibraryController.PAGE_SIZE).map(this::row).toList());
		model.addAttribute("text", words);
		model.addAttribute("page", page);
		model.addAttribute("more", items.size() > LibraryController.PAGE_SIZE);
		return "media/shared";
	}

	/** For choosing a picture in the editor. */
	@GetMapping("/thu-vien.json")
	ResponseEntity<LibraryController.Choice> choose(User user,
			@RequestParam(name = "tim", defaultValue = "") String text,
			@RequestParam(name = "trang", defaultValue = "1") String number) {
		List<MediaRecords.Item> items = part(user, LibraryController.words(text), LibraryController.number(number));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(new LibraryController.Choice(items.stream()
				.limit(LibraryController.PAGE_SIZE)
				.map((item) -> LibraryController.chosen(HERE, item))
				.toList(), items.size() > LibraryController.PAGE_SIZE));
	}

	/** One more than a page has: it tells whether there is a next page. */
	private List<MediaRecords.Item> part(User user, String words, int page) {
		return this.records.part(this.policy.shared(user), words, LibraryController.from(page),
				LibraryController.PAGE_SIZE + 1);
	}

	/** A refusal is JSON with a {@code message} for people. */
	@PostMapping
	ResponseEntity<?> add(User user, @RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(defaultValue = "") String alt) throws IOException {
		if (file == null || file.isEmpty()) {
			return refused(HttpStatus.BAD_REQUEST, "media.empty");
		}
		try {
			return ResponseEntity.status(HttpStatus.CREATED)
				.body(this.pictures.add(file, alt, this.policy.area(user), user));
		}
		catch (MediaRefused ex) {
			return refused(ex.status(), ex.key(), ex.arguments());
		}
	}

	@GetMapping("/media/{hash}/{name}")
	ResponseEntity<Resource> show(@PathVariable String hash, @PathVariable String name, HttpServletResponse response) {
		return this.pictures.find(hash, name)
			.map((found) -> found.answer(response, false))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	@PostMapping("/{id}/xoa")
	String remove(User user, @PathVariable long id, RedirectAttributes after) {
		MediaRecords.Item item = this.records.find(id, this.policy.shared(user))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (!uses(item).isEmpty()) {
			after.addFlashAttribute("refused", text("media.shared.inUse"));
			return "redirect:" + HERE;
		}
		this.shelf.removeShared(item);
		after.addFlashAttribute("done", text("media.shared.removed", item.title()));
		return "redirect:" + HERE;
	}

	/** Too large for the server even to read. */
	@ExceptionHandler(MultipartException.class)
	ResponseEntity<?> tooLarge() {
		return refused(HttpStatus.CONTENT_TOO_LARGE, "media.tooManyBytes");
	}

	private ResponseEntity<?> refused(HttpStatus status, String key, Object... arguments) {
		return ResponseEntity.status(status).body(Map.of("message", text(key, arguments)));
	}

	private List<MediaUses.Use> uses(MediaRecords.Item item) {
		return this.uses.stream().flatMap((module) -> module.of(item.hash()).stream()).toList();
	}

	private Row row(MediaRecords.Item item) {
		return new Row(item.id(), LibraryController.thumb(HERE, item) + "", item.title(), item.alt(),
				item.requireWidth(), item.requireHeight(), item.uploadedBy(),
				LocalDateTime.ofInstant(item.uploadedAt(), VietnameseText.ZONE), uses(item));
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	/** A picture in the list. */
	record Row(long id, String thumb, String title, String alt, int width, int height, String uploadedBy,
			LocalDateTime uploadedAt, List<MediaUses.Use> uses) {
	}

}
