package vn.conglang.web;

import java.time.Instant;

import jakarta.servlet.ServletRequest;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * How long the page of the current request may be kept. Publishing needs no word about
 * it, because it raises the site's version; what begins or ends by the clock alone does.
 */
final class PageLifetime {

	private static final String ATTRIBUTE = PageLifetime.class.getName();

	private final Instant begun;

	private Instant until = Instant.ofEpochMilli(Long.MAX_VALUE);

	private PageLifetime(Instant begun) {
		this.begun = begun;
	}

	/**
	 * Says that the page shows something that changes by itself at this moment; of
	 * several the earliest counts. Moments that were over when rendering began do not,
	 * and where no page is to be kept nothing happens.
	 */
	static void endsBy(Instant moment) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null
				&& request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof PageLifetime page
				&& moment.isAfter(page.begun) && moment.isBefore(page.until)) {
			page.until = moment;
		}
	}

	/** Listens from now on to what is said while the request is answered. */
	static PageLifetime of(ServletRequest request, Instant begun) {
		PageLifetime page = new PageLifetime(begun);
		request.setAttribute(ATTRIBUTE, page);
		return page;
	}

	/** In milliseconds of the clock. */
	long until() {
		return this.until.toEpochMilli();
	}

}
