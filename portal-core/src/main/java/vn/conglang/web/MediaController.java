package vn.conglang.web;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import vn.conglang.media.Attachments;
import vn.conglang.media.Pictures;
import vn.conglang.media.SharedMediaUses;
import vn.conglang.media.SharedPictures;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The pictures and files of a site, and the shared pictures that it shows; the address
 * holds their hash, so they never change.
 */
@Controller
@OnFace(Face.PUBLIC)
class MediaController {

	private final Pictures pictures;

	private final Attachments attachments;

	private final SharedPictures shared;

	private final List<SharedMediaUses> uses;

	MediaController(Pictures pictures, Attachments attachments, SharedPictures shared, List<SharedMediaUses> uses) {
		this.pictures = pictures;
		this.attachments = attachments;
		this.shared = shared;
		this.uses = uses;
	}

	@GetMapping("/media/{hash}/{name}")
	ResponseEntity<Resource> picture(Site site, @PathVariable String hash, @PathVariable String name,
			HttpServletResponse response) {
		return this.pictures.find(hash, name)
			.or(() -> this.uses.stream().anyMatch((use) -> use.shows(site, hash)) ? this.shared.find(hash, name)
					: Optional.empty())
			.orElseThrow(NotFoundException::new)
			.answer(response, true);
	}

	@GetMapping("/tep/{hash}/{name}")
	ResponseEntity<Resource> attachment(@PathVariable String hash, HttpServletResponse response) {
		return this.attachments.find(hash).orElseThrow(NotFoundException::new).answer(response, true);
	}

}
