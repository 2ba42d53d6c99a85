package vn.conglang.editorial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import vn.conglang.site.Face;
import vn.conglang.site.OnFace;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What makes the newsroom a program on the phone: the script that answers when there is
 * no network, and the one page it then shows. Both are the same for everybody; nothing
 * that somebody reads or writes is ever kept by it.
 */
@Controller
@OnFace(Face.NEWSROOM)
class DeviceController {

	private static final List<String> ASSETS = List.of("newsroom.css", "writing.css", "newsroom.js", "writing.js",
			"device.js", "quick.js", "favicon.svg", "icon-192.png");

	private final String worker;

	DeviceController() {
		this.worker = "const VERSION = '" + version() + "';\nconst ASSETS = ["
				+ ASSETS.stream().map((name) -> "'/quan-tri/" + name + "'").collect(Collectors.joining(", "))
				+ "];\nconst OFFLINE = '/quan-tri/ngoai-tuyen';\n"
				+ new String(read("static/newsroom/service-worker.js"), StandardCharsets.UTF_8);
	}

	@GetMapping("/quan-tri/sw.js")
	ResponseEntity<String> worker() {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
			.cacheControl(CacheControl.noCache())
			.header("Service-Worker-Allowed", "/")
			.body(this.worker);
	}

	@GetMapping("/quan-tri/manifest.webmanifest")
	ResponseEntity<byte[]> manifest() {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/manifest+json"))
			.cacheControl(CacheControl.noCache())
			.body(read("static/newsroom/manifest.webmanifest"));
	}

	@GetMapping("/quan-tri/ngoai-tuyen")
	String offline() {
		return "editorial/offline";
	}

	/** Changes whenever one of the files does. */
	private static String version() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			ASSETS.forEach((name) -> digest.update(read("static/newsroom/" + name)));
			for (String name : List.of("static/newsroom/service-worker.js", "templates/editorial/offline.html",
					"templates/editorial/quick.html", "messages-writing.properties")) {
				digest.update(read(name));
			}
			return HexFormat.of().formatHex(digest.digest(), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] read(String name) {
		try (InputStream content = new ClassPathResource(name).getInputStream()) {
			return content.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
