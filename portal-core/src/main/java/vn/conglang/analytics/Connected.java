package vn.conglang.analytics;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a site is connected with by now, ready for its pages. What is missing is
 * {@code null}, and the pages ask nobody for it.
 *
 * @param tracking how visits are counted in Matomo
 * @param matomo for Matomo's own script, only where {@code tracking} says so
 * @param verifications what search engines and Zalo want to find on the home page
 */
public record Connected(Tracking tracking, @Nullable Emc emc, @Nullable Matomo matomo, @Nullable TrustBadge badge,
		List<Verification> verifications) {

	/**
	 * The host part of an address, as a security policy names it:
	 * "https://f-emc.ngsp.gov.vn".
	 */
	public static String origin(String address) {
		URI uri = URI.create(address);
		return uri.getScheme() + "://" + uri.getRawAuthority();
	}

	/** Who counts visits in Matomo. */
	public enum Tracking {

		/** The portal, without anything in the page. */
		SERVER,

		/** Matomo's script in the page; the portal then counts nothing itself. */
		SCRIPT,

		/** Nobody. */
		NONE

	}

	/**
	 * The government's measuring system.
	 *
	 * @param id of the site there: "227"
	 * @param script address of its script
	 * @param tracker where the script reports to
	 */
	public record Emc(String id, String script, String tracker) {
	}

	/**
	 * Matomo as browsers reach it.
	 *
	 * @param site id of the site there
	 * @param url with a slash at the end
	 */
	public record Matomo(int site, String url) {
	}

	/**
	 * The mark of the network-trust programme.
	 *
	 * @param domain that was registered
	 * @param page where the certificate can be looked up
	 * @param image address of the mark
	 */
	public record TrustBadge(String domain, String page, String image) {
	}

	/** A tag in the head of the home page: its name and its content. */
	public record Verification(String name, String content) {
	}

}
