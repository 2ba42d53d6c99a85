package vn.conglang.content;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.media.Picture;
import vn.conglang.media.Pictures;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.context.MessageSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/** Pictures for the editor: taken in, and shown while a draft is written. */
@Controller
@OnFace(Face.NEWSROOM)
class PictureController {

	private final Pictures pictures;

	private final MessageSource messages;

	PictureController(Pictures pictures, MessageSource messages) {
		this.pictures = pictures;
		this.messages = messages;
	}

	@PostMapping("/bien-tap/{site}/anh")
	ResponseEntity<?> upload(Site site, User user, @RequestParam(required = false) @Nullable MultipartFile file)
			throws IOException {
		if (!user.holds(Role.WRITERS, site)) {
			return refused(HttpStatus.FORBIDDEN, "editorial.policy.onlyRead");
		}
		if (file == null || file.isEmpty()) {
			return refused(HttpStatus.BAD_REQUEST, "media.empty");
		}
		try {
			Picture picture = this.pictures.add(file.getBytes(), file.getOriginalFilename() + "", user.displayName());
			return ResponseEntity.status(HttpStatus.CREATED).body(picture);
		}
		catch (Pictures.Refused ex) {
			return refused(HttpStatus.UNPROCESSABLE_CONTENT, ex.key());
		}
	}

	@GetMapping("/bien-tap/{site}/media/{hash}/{name}")
	ResponseEntity<Resource> show(@PathVariable String hash, @PathVariable String name) {
		return this.pictures.find(hash)
			.map((stored) -> ResponseEntity.ok()
				.contentType(MediaType.parseMediaType(stored.contentType()))
				.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
				.<Resource>body(new FileSystemResource(stored.file())))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	/** Too large for the server even to read. */
	@ExceptionHandler(MultipartException.class)
	ResponseEntity<?> tooLarge() {
		return refused(HttpStatus.CONTENT_TOO_LARGE, "media.tooManyBytes");
	}

	private ResponseEntity<?> refused(HttpStatus status, String key) {
		return ResponseEntity.status(status)
			.body(Map.of("message", this.messages.getMessage(key, null, key, VietnameseText.LOCALE) + ""));
	}

}
