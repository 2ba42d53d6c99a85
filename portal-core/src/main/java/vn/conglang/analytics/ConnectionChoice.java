package vn.conglang.analytics;

import org.jspecify.annotations.Nullable;

/**
 * What a board has chosen for its connections. {@code null} stands for what the
 * configuration of the province says, an empty text for no connection.
 *
 * @param badgePage where the certificate of the network-trust programme is looked up
 * @param google content of the tag by which Google knows the site's owner; so too
 * {@code bing} and {@code zalo}
 */
record ConnectionChoice(Connected.@Nullable Tracking tracking, @Nullable String emc, @Nullable String badge,
		@Nullable String badgePage, @Nullable String google, @Nullable String bing, @Nullable String zalo) {

	/** All as configured. */
	static final ConnectionChoice USUAL = new ConnectionChoice(null, null, null, null, null, null, null);

}
