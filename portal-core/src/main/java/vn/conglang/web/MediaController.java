package vn.conglang.web;

import java.time.Duration;

import vn.conglang.media.Pictures;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures of a site; the address holds their hash, so they never change. */
@Controller
@OnFace(Face.PUBLIC)
class MediaController {

	private final Pictures pictures;

	MediaController(Pictures pictures) {
		this.pictures = pictures;
	}

	@GetMapping("/media/{hash}/{name}")
	ResponseEntity<Resource> picture(Site site, @PathVariable String hash, @PathVariable String name) {
		Pictures.Stored stored = this.pictures.find(hash).orElseThrow(NotFoundException::new);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(stored.contentType()))
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.body(new FileSystemResource(stored.file()));
	}

}
