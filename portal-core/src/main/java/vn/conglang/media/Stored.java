package vn.conglang.media;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Bytes to send, with what is to be said about them.
 *
 * @param download name to save them under; {@code null} for pictures, which are only
 * shown
 * @param lasting whether the same bytes will be at this address for ever
 */
public record Stored(Resource resource, String contentType, @Nullable String download, boolean lasting) {

	private static final String PDF = "application/pdf";

	/**
	 * The answer to a browser. A file is offered for download and can do nothing in the
	 * page; only a PDF is shown by the browser's own reader, which a sandbox would break.
	 * @param shared whether everybody may have it
	 */
	public ResponseEntity<Resource> answer(HttpServletResponse response, boolean shared) {
		response.setHeader("X-Content-Type-Options", "nosniff");
		if (this.download != null) {
			boolean inline = this.contentType.equals(PDF);
			response.setHeader("Content-Disposition",
					(inline ? ContentDisposition.inline() : ContentDisposition.attachment())
						.filename(this.download, StandardCharsets.UTF_8)
						.build()
						.toString());
			response.setHeader("Content-Security-Policy",
					inline ? "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"
							: "default-src 'none'; sandbox; frame-ancestors 'none'");
		}
		CacheControl lasting = CacheControl.maxAge(Duration.ofDays(365)).immutable();
		CacheControl cache = this.lasting ? (shared ? lasting.cachePublic() : lasting.cachePrivate())
				: CacheControl.noCache();
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(this.contentType))
			.cacheControl(cache)
			.body(this.resource);
	}

}
