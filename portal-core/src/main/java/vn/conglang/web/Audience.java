package vn.conglang.web;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import vn.conglang.analytics.Hit;
import vn.conglang.analytics.Visits;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells what a citizen was answered to those who count it. Pages out of the cache pass
 * here too, so it must cost next to nothing.
 */
@Component
class Audience implements WebMvcConfigurer, HandlerInterceptor {

	private static final String TITLE = Audience.class.getName() + ".title";

	private static final String SEARCHED = Audience.class.getName() + ".searched";

	private static final String HTML = "text/html";

	private final Visits visits;

	private final Clock clock;

	Audience(Visits visits, Clock clock) {
		this.visits = visits;
		this.clock = clock;
	}

	/**
	 * After the answer.
	 * @param page what was sent of the page cache, or went into it
	 */
	void saw(Site site, HttpServletRequest request, HttpServletResponse response, PageCache.@Nullable Page page) {
		if (!request.getMethod().equals("GET")) {
			return;
		}
		if (page != null) {
			if (page.contentType().startsWith(HTML)) {
				tell(site, Hit.Kind.PAGE, request, page.title(), "", 0);
			}
			return;
		}
		String path = request.getRequestURI();
		switch (response.getStatus()) {
			case HttpServletResponse.SC_OK -> answered(site, request, response, path);
			case HttpServletResponse.SC_PARTIAL_CONTENT -> {
				// readers of PDF fetch a file in many parts
				String range = request.getHeader("Range");
				if (path.startsWith("/tep/") && range != null && range.startsWith("bytes=0-")) {
					tell(site, Hit.Kind.DOWNLOAD, request, "", "", 0);
				}
			}
			case HttpServletResponse.SC_FOUND -> {
				String target = response.getHeader("Location");
				if (path.startsWith(ShareController.PATH) && target != null) {
					tell(site, Hit.Kind.SHARE, request, "", target, 0);
				}
			}
			case HttpServletResponse.SC_NOT_FOUND -> {
				// what browsers fetch by themselves nobody was looking for
				String wanted = request.getHeader("Sec-Fetch-Dest");
				if ((wanted == null || wanted.equals("document")) && !path.startsWith("/media/")
						&& !path.startsWith("/giao-dien/")) {
					tell(site, Hit.Kind.NOT_FOUND, request, "", "", 0);
				}
			}
			default -> {
				// nobody read anything
			}
		}
	}

	private void answered(Site site, HttpServletRequest request, HttpServletResponse response, String path) {
		String type = response.getContentType();
		if (path.startsWith("/tep/")) {
			tell(site, Hit.Kind.DOWNLOAD, request, "", "", 0);
		}
		else if (request.getAttribute(SEARCHED) instanceof Searched searched) {
			tell(site, Hit.Kind.SEARCH, request, "", searched.words(), searched.found());
		}
		else if (type != null && type.startsWith(HTML)) {
			tell(site, Hit.Kind.PAGE, request, title(request), "", 0);
		}
	}

	/**
	 * What is searched for may tell of somebody; it is in the address and in the title.
	 */
	private void tell(Site site, Hit.Kind kind, HttpServletRequest request, String title, String about, int count) {
		if (!this.visits.counts(site, request)) {
			return;
		}
		boolean search = request.getRequestURI().equals(SearchRequest.PATH);
		this.visits.saw(Hit.of(site, kind, this.clock.millis(), request, !search, search ? "" : title, about, count));
	}

	/** The title of the page that was rendered for the request, or empty. */
	static String title(HttpServletRequest request) {
		return (request.getAttribute(TITLE) instanceof String title) ? title : "";
	}

	/**
	 * Says that the current request searches the site.
	 * @param words as they may be told
	 */
	static void searched(String words, long found) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			request.setAttribute(SEARCHED, new Searched(words, (int) Math.min(found, Integer.MAX_VALUE)),
					RequestAttributes.SCOPE_REQUEST);
		}
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	/** Remembers the title, which is known before the page is rendered. */
	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView view) {
		if (view != null && view.getModel().get("meta") instanceof Views.PageMeta meta) {
			request.setAttribute(TITLE, meta.title());
		}
	}

	private record Searched(String words, int found) {
	}

}
