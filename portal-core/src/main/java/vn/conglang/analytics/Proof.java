package vn.conglang.analytics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.conglang.site.Site;

/**
 * A service that wants to find a tag on the home page before it believes that a site is
 * one's own.
 */
enum Proof {

	GOOGLE("google-site-verification", "[A-Za-z0-9_-]{20,100}"),

	BING("msvalidate.01", "[A-Fa-f0-9]{32}"),

	ZALO("zalo-platform-site-verification", "[A-Za-z0-9_-]{20,100}");

	private final String tag;

	private final Pattern code;

	Proof(String tag, String code) {
		this.tag = tag;
		this.code = Pattern.compile(code);
	}

	/** Name of the tag. */
	public String tag() {
		return this.tag;
	}

	/** Name of the form's field. */
	public String field() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether such a code is given out by the service. */
	boolean allows(String code) {
		return this.code.matcher(code).matches();
	}

	/** What a board has chosen. */
	@Nullable String code(ConnectionChoice choice) {
		return switch (this) {
			case GOOGLE -> choice.google();
			case BING -> choice.bing();
			case ZALO -> choice.zalo();
		};
	}

	/** What the configuration of the province says; for the template, too. */
	public @Nullable String usual(Site.Integrations configured) {
		return switch (this) {
			case GOOGLE -> configured.google();
			case BING -> configured.bing();
			case ZALO -> configured.zalo();
		};
	}

	/** The service that looks for a tag of this name. */
	static Optional<Proof> of(String tag) {
		return Arrays.stream(values()).filter((proof) -> proof.tag.equalsIgnoreCase(tag)).findFirst();
	}

}
