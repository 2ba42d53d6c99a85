package vn.conglang.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import vn.conglang.appearance.Themes;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The first that sees a request. Pages of the public faces come from the cache, before
 * security and everything else; what is not there is rendered inside its site and kept.
 * Requests for the newsroom pass.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublicPagesFilter extends HttpFilter {

	private static final String FRESHNESS = "public, no-cache";

	private static final Pattern PAGE_NUMBER = Pattern.compile("trang=[1-9][0-9]{0,4}");

	/**
	 * A page number, and what advertisers append. Spelled exactly so, because anything
	 * else might choose what the page shows and must not be kept as if it did not.
	 */
	private static final Pattern PLAIN_QUERY = Pattern
		.compile("((" + PAGE_NUMBER + "|(utm_[a-z]+|fbclid|gclid|zarsrc)=[^&]*)(&|$))+");

	private final transient SiteAddresses addresses;

	private final transient Sites sites;

	private final transient Themes themes;

	private final transient PageCache cache;

	private final transient Audience audience;

	private final transient Clock clock;

	PublicPagesFilter(SiteAddresses addresses, Sites sites, Themes themes, PageCache cache, Audience audience,
			Clock clock) {
		this.addresses = addresses;
		this.sites = sites;
		this.themes = themes;
		this.cache = cache;
		this.audience = audience;
		this.clock = clock;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		SiteAddresses.Destination destination = this.addresses.destination(request);
		Site site = destination.site();
		if (site != null) {
			try (CurrentSite.Scope scope = CurrentSite.enter(site.id())) {
				PageCache.Page page = answer(request, response, chain,
						key(request, site.id().value(), this.sites.version(site.id())));
				this.audience.saw(site, request, response, page);
			}
		}
		else if (destination.face() == Face.PROVINCE) {
			answer(request, response, chain, key(request, 0, this.sites.provinceVersion()));
		}
		else {
			if (destination.face() == Face.UNKNOWN) {
				PublicHeaders.write(response, PublicHeaders.OWN_HOST_ONLY);
			}
			chain.doFilter(request, response);
		}
	}

	/**
	 * Answers.
	 * @return the page that was sent, if it was kept before or is from now on
	 */
	private PageCache.@Nullable Page answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
			PageCache.@Nullable Key key) throws IOException, ServletException {
		Instant begun = this.clock.instant();
		if (OpenDataController.isOpen(request.getRequestURI())) {
			// with every answer, from the cache too: scripts of any page may read it
			response.setHeader("Access-Control-Allow-Origin", "*");
		}
		PageCache.Page known = (key != null) ? this.cache.get(key) : null;
		if (known != null && known.until() > begun.toEpochMilli()) {
			send(known, request, response);
			return known;
		}
		PublicHeaders.open(request, response);
		if (key == null) {
			chain.doFilter(request, response);
			return null;
		}
		PageLifetime lifetime = PageLifetime.of(request, begun);
		ContentCachingResponseWrapper rendered = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, rendered);
		String type = rendered.getContentType();
		boolean keep = rendered.getStatus() == HttpServletResponse.SC_OK && type != null
				&& (type.startsWith("text/html") || type.contains("xml") || type.startsWith("text/plain")
						|| OpenDataController.isOpen(request.getRequestURI()));
		if (!keep || request.isAsyncStarted()) {
			rendered.copyBodyToResponse();
			return null;
		}
		PageCache.Page page = PageCache.Page.of(type, rendered.getContentAsByteArray(), lifetime.until(),
				PublicHeaders.policy(response), Audience.title(request));
		this.cache.put(key, page);
		rendered.resetBuffer();
		send(page, request, response);
		return page;
	}

	/**
	 * The key under which the answer may be kept, or {@code null}. Of the query only the
	 * page number matters; a filtered list is not kept, and what advertisers append makes
	 * no page of its own.
	 */
	private PageCache.@Nullable Key key(HttpServletRequest request, long site, long version) {
		String method = request.getMethod();
		String path = request.getRequestURI();
		if (!(method.equals("GET") || method.equals("HEAD")) || path.startsWith("/media/") || path.startsWith("/tep/")
				|| path.startsWith("/giao-dien/")) {
			return null;
		}
		long themes = this.themes.generation();
		// an announcement ends and a document comes into force without anybody publishing
		long day = LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE).toEpochDay();
		String query = request.getQueryString();
		if (query == null || query.isEmpty()) {
			return new PageCache.Key(site, version, themes, day, path);
		}
		if (!PLAIN_QUERY.matcher(query).matches()) {
			return null;
		}
		Matcher page = PAGE_NUMBER.matcher(query);
		return new PageCache.Key(site, version, themes, day, page.find() ? path + "?" + page.group() : path);
	}

	private static void send(PageCache.Page page, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.setHeader("ETag", page.etag());
		response.setHeader("Cache-Control", FRESHNESS);
		response.setHeader("Vary", "Accept-Encoding");
		if (matches(request.getHeader("If-None-Match"), page.etag())) {
			// the browser has the other headers with the page
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return;
		}
		PublicHeaders.write(response, page.policy());
		response.setContentType(page.contentType());
		boolean body = !request.getMethod().equals("HEAD");
		if (takesGzip(request.getHeader("Accept-Encoding"))) {
			response.setHeader("Content-Encoding", "gzip");
			response.setHeader("Content-Length", page.gzipLength());
			if (body) {
				response.getOutputStream().write(page.gzip());
			}
			return;
		}
		response.setContentLength(page.length());
		if (body) {
			try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(page.gzip()))) {
				plain.transferTo(response.getOutputStream());
			}
		}
	}

	private static boolean matches(@Nullable String wanted, String etag) {
		if (wanted == null) {
			return false;
		}
		if (wanted.equals(etag) || wanted.equals("*")) {
			return true;
		}
		String bare = etag.substring(2);
		for (String one : wanted.split(",")) {
			String tag = one.strip();
			if ((tag.startsWith("W/") ? tag.substring(2) : tag).equals(bare)) {
				return true;
			}
		}
		return false;
	}

	private static boolean takesGzip(@Nullable String accepted) {
		if (accepted == null) {
			return false;
		}
		int gzip = accepted.indexOf("gzip");
		return gzip >= 0 && !accepted.startsWith(";q=0", gzip + 4);
	}

}
