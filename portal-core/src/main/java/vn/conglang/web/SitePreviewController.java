package vn.conglang.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import vn.conglang.appearance.Look;
import vn.conglang.appearance.LookDrafts;
import vn.conglang.appearance.LookPreview;
import vn.conglang.appearance.Looks;
import vn.conglang.appearance.Theme;
import vn.conglang.appearance.Themes;
import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Shows all public pages of a site to its members in a look that is not in force. The
 * pages are made by the very controllers that citizens are answered by; only where their
 * links lead is changed, so that one stays inside the preview. Nothing of it is kept, and
 * it can be framed by the newsroom alone.
 */
@Controller
@OnFace(Face.NEWSROOM)
@ConditionalOnWebApplication
class SitePreviewController {

	/** In place of a theme: what the person is making. */
	private static final String DRAFT = "ban-nhap";

	/** Files have addresses of their own in the newsroom. */
	private static final List<String> NO_PAGES = List.of("/media/", "/tep/", "/giao-dien/", "/quan-tri/");

	private final Looks looks;

	private final LookDrafts drafts;

	private final LookPreview preview;

	private final Themes themes;

	private final SiteAddresses addresses;

	private final DispatcherServlet dispatcher;

	SitePreviewController(Looks looks, LookDrafts drafts, LookPreview preview, Themes themes, SiteAddresses addresses,
			DispatcherServlet dispatcher) {
		this.looks = looks;
		this.drafts = drafts;
		this.preview = preview;
		this.themes = themes;
		this.addresses = addresses;
		this.dispatcher = dispatcher;
	}

	@GetMapping("/bien-tap/{site}/xem-thu/{key}/**")
	void show(Site site, User user, @PathVariable String key, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		Look look = look(user, key);
		this.preview.tryOn(look);
		String root = "/bien-tap/" + site.slug() + "/xem-thu/" + key;
		String path = request.getRequestURI().substring(root.length());
		if (NO_PAGES.stream().anyMatch(path::startsWith)) {
			throw new NotFoundException();
		}
		Taken taken = answer(site, request, response, path.isEmpty() ? "/" : path);
		response.setHeader("Content-Security-Policy", policy(root, this.looks.theme(site, look)));
		response.setHeader("Cache-Control", "no-store");
		byte[] body = taken.getContentAsByteArray();
		String type = taken.getContentType();
		if (type != null && type.startsWith("text/html")) {
			body = new PreviewLinks(site, root, this.addresses.of(site))
				.stayInside(new String(body, StandardCharsets.UTF_8))
				.getBytes(StandardCharsets.UTF_8);
		}
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private Look look(User user, String key) {
		if (key.equals(DRAFT)) {
			return this.drafts.of(user);
		}
		Look inForce = this.looks.inForce();
		Theme theme = this.themes.find(key).orElseThrow(NotFoundException::new);
		return inForce.with(inForce.style().withTheme(theme.id()));
	}

	/**
	 * As the site's own host answers; where there is no such page, with its error page.
	 */
	private Taken answer(Site site, HttpServletRequest request, HttpServletResponse response, String path)
			throws IOException, ServletException {
		String host = URI.create(this.addresses.of(site)).getHost();
		Taken page = new Taken(response);
		this.dispatcher.service(new AtSite(request, host, path), page);
		int error = page.error;
		if (error == 0) {
			return page;
		}
		Taken instead = new Taken(response);
		AtSite failed = new AtSite(request, host, "/error");
		failed.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, error);
		this.dispatcher.service(failed, instead);
		return instead;
	}

	/**
	 * As strict as on the site itself, and forms are sent to nothing but these pages. A
	 * theme that the operator added runs no scripts here, where people are logged in.
	 */
	private String policy(String root, Theme theme) {
		boolean ours = theme.chain().stream().allMatch((id) -> this.themes.find(id).filter(Theme::added).isEmpty());
		return "default-src 'none';script-src " + (ours ? "'self'" : "'none'")
				+ ";style-src 'self';img-src 'self' data:;font-src 'self';form-action " + this.addresses.newsroom()
				+ root + "/;base-uri 'none';frame-ancestors 'self'";
	}

	/** The request as it would have come to the site's own host. */
	private static final class AtSite extends HttpServletRequestWrapper {

		private final String host;

		private final String path;

		/** What is noted while it is answered does not concern the outer request. */
		private final Map<String, @Nullable Object> own = new HashMap<>();

		AtSite(HttpServletRequest request, String host, String path) {
			super(request);
			this.host = host;
			this.path = path;
			this.own.put(SiteAddresses.Destination.class.getName(), null);
		}

		@Override
		public String getServerName() {
			return this.host;
		}

		@Override
		public String getRequestURI() {
			return this.path;
		}

		@Override
		public String getServletPath() {
			return this.path;
		}

		@Override
		public @Nullable Object getAttribute(String name) {
			return this.own.containsKey(name) ? this.own.get(name) : super.getAttribute(name);
		}

		@Override
		public void setAttribute(String name, @Nullable Object value) {
			this.own.put(name, value);
		}

		@Override
		public void removeAttribute(String name) {
			this.own.put(name, null);
		}

	}

	/** An answer that goes no further; an error is only noted. */
	private static final class Taken extends ContentCachingResponseWrapper {

		private int error;

		Taken(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void sendError(int status) {
			this.error = status;
		}

		@Override
		public void sendError(int status, String message) {
			this.error = status;
		}

	}

}
