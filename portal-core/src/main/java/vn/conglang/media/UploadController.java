package vn.conglang.media;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/**
 * Pictures and files for the editor: taken in, and shown while a draft is written. A
 * refusal is JSON with a {@code message} for people.
 */
@Controller
@OnFace(Face.NEWSROOM)
class UploadController {

	private final ShownPictures pictures;

	private final Attachments attachments;

	private final Intake intake;

	private final MediaPolicy policy;

	private final MessageSource messages;

	UploadController(ShownPictures pictures, Attachments attachments, Intake intake, MediaPolicy policy,
			MessageSource messages) {
		this.pictures = pictures;
		this.attachments = attachments;
		this.intake = intake;
		this.policy = policy;
		this.messages = messages;
	}

	@PostMapping("/bien-tap/{site}/anh")
	ResponseEntity<?> picture(Site site, User user, @RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(defaultValue = "") String alt) throws IOException {
		return take(site, user, file, (sent) -> this.intake.picture(sent, alt, user));
	}

	@PostMapping("/bien-tap/{site}/tep")
	ResponseEntity<?> attachment(Site site, User user, @RequestParam(required = false) @Nullable MultipartFile file)
			throws IOException {
		return take(site, user, file, (sent) -> this.intake.attachment(sent, user));
	}

	/** From the library, which takes both. */
	@PostMapping("/bien-tap/{site}/thu-vien/them")
	ResponseEntity<?> either(Site site, User user, @RequestParam(required = false) @Nullable MultipartFile file)
			throws IOException {
		return take(site, user, file, (sent) -> this.intake.either(sent, user));
	}

	private ResponseEntity<?> take(Site site, User user, @Nullable MultipartFile file, Taking taking)
			throws IOException {
		String refusal = this.policy.whyNotChange(user, site);
		if (refusal != null) {
			return refused(HttpStatus.FORBIDDEN, refusal);
		}
		if (file == null || file.isEmpty()) {
			return refused(HttpStatus.BAD_REQUEST, "media.empty");
		}
		try {
			return ResponseEntity.status(HttpStatus.CREATED).body(taking.take(file));
		}
		catch (MediaRefused ex) {
			return refused(ex.status(), ex.key(), ex.arguments());
		}
	}

	@GetMapping("/bien-tap/{site}/media/{hash}/{name}")
	ResponseEntity<Resource> show(Site site, @PathVariable String hash, @PathVariable String name,
			HttpServletResponse response) {
		return answer(this.pictures.find(site, hash, name), response);
	}

	@GetMapping("/bien-tap/{site}/tep/{hash}/{name}")
	ResponseEntity<Resource> show(@PathVariable String hash, HttpServletResponse response) {
		return answer(this.attachments.find(hash), response);
	}

	private static ResponseEntity<Resource> answer(Optional<Stored> stored, HttpServletResponse response) {
		return stored.map((found) -> found.answer(response, false)).orElseGet(() -> ResponseEntity.notFound().build());
	}

	/** Too large for the server even to read. */
	@ExceptionHandler(MultipartException.class)
	ResponseEntity<?> tooLarge() {
		return refused(HttpStatus.CONTENT_TOO_LARGE, "media.tooManyBytes");
	}

	private ResponseEntity<?> refused(HttpStatus status, String key, Object... arguments) {
		return ResponseEntity.status(status)
			.body(Map.of("message", this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + ""));
	}

	/** What is done with a file. */
	private interface Taking {

		Object take(MultipartFile file) throws IOException;

	}

}
