package vn.conglang.web;

import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What every answer of the public faces says to browsers about safety. */
final class PublicHeaders {

	/** Browsers fetch and run nothing but what this very host has. */
	static final String OWN_HOST_ONLY = policy(Set.of(), Set.of(), Set.of());

	private static final String POLICY = "Content-Security-Policy";

	private static final String ATTRIBUTE = PublicHeaders.class.getName();

	// every page carries them, so they are kept short
	private static final Map<String, String> HEADERS = Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy",
			"strict-origin-when-cross-origin", "Permissions-Policy", "camera=(),geolocation=(),microphone=()");

	private PublicHeaders() {
	}

	/** For an answer that is about to be made; its page may allow more. */
	static void open(HttpServletRequest request, HttpServletResponse response) {
		write(response, OWN_HOST_ONLY);
		request.setAttribute(ATTRIBUTE, response);
	}

	static void write(HttpServletResponse response, String policy) {
		response.setHeader(POLICY, policy);
		HEADERS.forEach(response::setHeader);
	}

	/** What the answer says by now about where its page may fetch from. */
	static String policy(HttpServletResponse response) {
		String policy = response.getHeader(POLICY);
		return (policy == null || policy.equals(OWN_HOST_ONLY)) ? OWN_HOST_ONLY : policy;
	}

	/**
	 * Whether the current request is a citizen's, whose page may lead the browser to
	 * other hosts. A preview in the newsroom is not.
	 */
	static boolean isForCitizens() {
		return response() != null;
	}

	/**
	 * Lets the page that is being made for a citizen fetch from other hosts.
	 * @param scripts origins such as "https://f-emc.ngsp.gov.vn"; so too the others
	 * @param reports where those scripts report to
	 */
	static void allow(Set<String> scripts, Set<String> reports, Set<String> pictures) {
		HttpServletResponse response = response();
		if (response != null) {
			response.setHeader(POLICY, policy(scripts, reports, pictures));
		}
	}

	private static @Nullable HttpServletResponse response() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return (request != null && request.getAttribute(ATTRIBUTE,
				RequestAttributes.SCOPE_REQUEST) instanceof HttpServletResponse response) ? response : null;
	}

	private static String policy(Set<String> scripts, Set<String> reports, Set<String> pictures) {
		return "default-src 'none';script-src 'self'" + list(scripts) + ";style-src 'self';img-src 'self' data:"
				+ list(pictures) + ";font-src 'self';connect-src 'self'" + list(reports)
				+ ";form-action 'self';base-uri 'none';frame-ancestors 'none'";
	}

	private static String list(Set<String> origins) {
		return origins.isEmpty() ? "" : " " + String.join(" ", origins);
	}

}
