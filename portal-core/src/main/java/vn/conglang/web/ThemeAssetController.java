package vn.conglang.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import vn.conglang.appearance.Theme;
import vn.conglang.appearance.Themes;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Styles and assets of themes, on every face; the address holds a version, so they never
 * change.
 */
@Controller
class ThemeAssetController {

	private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private final Themes themes;

	ThemeAssetController(Themes themes) {
		this.themes = themes;
	}

	@GetMapping("/giao-dien/{id}/{version}/style.css")
	ResponseEntity<String> style(@PathVariable String id, @PathVariable String version) {
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
			.cacheControl(FOR_EVER)
			.body(theme(id).stylesheet());
	}

	@GetMapping("/giao-dien/{id}/{version}/assets/{*path}")
	ResponseEntity<Resource> asset(@PathVariable String id, @PathVariable String version, @PathVariable String path) {
		Resource asset = this.themes.asset(theme(id), path.substring(1)).orElseThrow(NotFoundException::new);
		MediaType type = MediaTypeFactory.getMediaType(asset).orElse(MediaType.APPLICATION_OCTET_STREAM);
		return ResponseEntity.ok().contentType(type).cacheControl(FOR_EVER).body(asset);
	}

	private Theme theme(String id) {
		if (!this.themes.ids().contains(id)) {
			throw new NotFoundException();
		}
		return this.themes.get(id);
	}

}
