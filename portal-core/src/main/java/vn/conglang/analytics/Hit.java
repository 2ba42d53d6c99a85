package vn.conglang.analytics;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.conglang.site.Site;

/**
 * Something a citizen did on a site, as the request told it. Lives in memory for a moment
 * only, because it still carries the visitor's address; a {@link MaskedHit} is what is
 * kept.
 *
 * @param at when, in milliseconds since 1970
 * @param url absolute address of the page or file
 * @param title of the page, empty where there is none
 * @param address of the visitor, as far as configured proxies are believed
 * @param about what was searched for, or where a share leads; otherwise empty
 * @param count how much was found, of a search
 */
public record Hit(Site site, Kind kind, long at, String url, String title, String referrer, String userAgent,
		String language, String address, String about, int count) {

	private static final int HTTP = 80;

	private static final int HTTPS = 443;

	private static final int LONGEST_URL = 2_000;

	private static final int LONGEST_TITLE = 300;

	private static final int LONGEST_REFERRER = 1_000;

	private static final int LONGEST_USER_AGENT = 500;

	private static final int LONGEST_LANGUAGE = 60;

	private static final int LONGEST_ADDRESS = 60;

	/**
	 * What the request tells; what is too long to be true is cut.
	 * @param withQuery whether the address is kept with its query, in which a search
	 * could tell of somebody
	 */
	public static Hit of(Site site, Kind kind, long at, HttpServletRequest request, boolean withQuery, String title,
			String about, int count) {
		return new Hit(site, kind, at, cut(url(request, withQuery), LONGEST_URL), cut(title, LONGEST_TITLE),
				cut(request.getHeader("Referer"), LONGEST_REFERRER),
				cut(request.getHeader("User-Agent"), LONGEST_USER_AGENT),
				cut(request.getHeader("Accept-Language"), LONGEST_LANGUAGE),
				cut(request.getRemoteAddr(), LONGEST_ADDRESS), cut(about, LONGEST_TITLE), count);
	}

	/** Joined in one go: what the request itself does for it costs much more. */
	private static String url(HttpServletRequest request, boolean withQuery) {
		String scheme = request.getScheme();
		int port = request.getServerPort();
		boolean usual = port == (scheme.equals("https") ? HTTPS : HTTP);
		String query = withQuery ? request.getQueryString() : null;
		return scheme + "://" + request.getServerName() + (usual ? "" : ":" + port) + request.getRequestURI()
				+ ((query != null) ? "?" + query : "");
	}

	private static String cut(@Nullable String text, int longest) {
		return (text == null) ? "" : (text.length() <= longest) ? text : text.substring(0, longest);
	}

	/** About how many bytes of memory it takes; titles belong to the page cache. */
	int weight() {
		return 250 + this.url.length() + this.referrer.length() + this.userAgent.length() + this.language.length()
				+ this.about.length();
	}

	/** What was done. */
	public enum Kind {

		/** Read a page. */
		PAGE,
		/** Searched the site. */
		SEARCH,
		/** Fetched a file. */
		DOWNLOAD,
		/** Went to share a page elsewhere. */
		SHARE,
		/** Asked for what is not there. */
		NOT_FOUND

	}

}
