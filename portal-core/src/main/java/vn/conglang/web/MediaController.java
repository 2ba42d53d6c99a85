package vn.conglang.web;

import jakarta.servlet.http.HttpServletResponse;
import vn.conglang.media.Attachments;
import vn.conglang.media.ShownPictures;
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

	private final ShownPictures pictures;

	private final Attachments attachments;

	MediaController(ShownPictures pictures, Attachments attachments) {
		this.pictures = pictures;
		this.attachments = attachments;
	}

	@GetMapping("/media/{hash}/{name}")
	ResponseEntity<Resource> picture(Site site, @PathVariable String hash, @PathVariable String name,
			HttpServletResponse response) {
		return this.pictures.find(site, hash, name).orElseThrow(NotFoundException::new).answer(response, true);
	}

	@GetMapping("/tep/{hash}/{name}")
	ResponseEntity<Resource> attachment(@PathVariable String hash, HttpServletResponse response) {
		return this.attachments.find(hash).orElseThrow(NotFoundException::new).answer(response, true);
	}

}
