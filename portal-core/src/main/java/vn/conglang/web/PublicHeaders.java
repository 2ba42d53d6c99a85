package vn.conglang.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

/** What every answer of the public faces says to browsers about safety. */
final class PublicHeaders {

	// every page carries them, so they are kept short
	private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
			"default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';form-action 'self';"
					+ "base-uri 'none';frame-ancestors 'none'",
			"X-Content-Type-Options", "nosniff", "Referrer-Policy", "strict-origin-when-cross-origin",
			"Permissions-Policy", "camera=(),geolocation=(),microphone=()");

	private PublicHeaders() {
	}

	static void write(HttpServletResponse response) {
		HEADERS.forEach(response::setHeader);
	}

}
