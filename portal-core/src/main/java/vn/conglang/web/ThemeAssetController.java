package vn.conglang.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.appearance.Accent;
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

	/** Of pages that use fonts of the base and name no version. */
	private static final String ANY_VERSION = "_";

	private final Themes themes;

	ThemeAssetController(Themes themes) {
		this.themes = themes;
	}

	@GetMapping("/giao-dien/{id}/{version}/style.css")
	ResponseEntity<String> style(@PathVariable String id, @PathVariable String version) {
		return style(theme(id), version, null);
	}

	/** The same with a colour that a site's board has chosen: 0b6b5d. */
	@GetMapping("/giao-dien/{id}/{version}/style-{accent}.css")
	ResponseEntity<String> style(@PathVariable String id, @PathVariable String version, @PathVariable String accent) {
		String colour = Accent.parse(accent);
		if (colour == null) {
			throw new NotFoundException();
		}
		return style(theme(id), version, colour);
	}

	private ResponseEntity<String> style(Theme theme, String version, @Nullable String accent) {
		return answer(theme, version).contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
			.body(this.themes.stylesheet(theme, accent));
	}

	@GetMapping("/giao-dien/{id}/{version}/assets/{*path}")
	ResponseEntity<Resource> asset(@PathVariable String id, @PathVariable String version, @PathVariable String path) {
		return file(theme(id), version, this.themes.asset(theme(id), path.substring(1)));
	}

	@GetMapping("/giao-dien/{id}/{version}/preview.webp")
	ResponseEntity<Resource> preview(@PathVariable String id, @PathVariable String version) {
		return file(theme(id), version, this.themes.preview(theme(id)));
	}

	private static ResponseEntity<Resource> file(Theme theme, String version, Optional<Resource> found) {
		Resource file = found.orElseThrow(NotFoundException::new);
		return answer(theme, version)
			.contentType(MediaTypeFactory.getMediaType(file).orElse(MediaType.APPLICATION_OCTET_STREAM))
			.body(file);
	}

	/**
	 * For ever, unless the address is of a version that this node does not have: another
	 * one may have read a changed theme some seconds earlier.
	 */
	private static ResponseEntity.BodyBuilder answer(Theme theme, String version) {
		boolean sure = version.equals(theme.version()) || version.equals(ANY_VERSION);
		return ResponseEntity.ok().cacheControl(sure ? FOR_EVER : CacheControl.noStore());
	}

	private Theme theme(String id) {
		return this.themes.find(id).orElseThrow(NotFoundException::new);
	}

}
