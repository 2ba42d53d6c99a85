package vn.conglang.appearance;

import java.util.Locale;

/**
 * A theme's folder cannot be used. The message is for logs, key and arguments are for
 * those who read Vietnamese.
 */
public class BrokenTheme extends RuntimeException {

	private final String key;

	private final String[] arguments;

	/**
	 * What is wrong with a theme.
	 * @param key of the text {@code themes.problem.<key>}
	 * @param english the same in English, going on from "The theme x", with %s for the
	 * arguments
	 */
	BrokenTheme(String key, String english, String... arguments) {
		super(String.format(Locale.ROOT, english, (Object[]) arguments), null, false, false);
		this.key = key;
		this.arguments = arguments.clone();
	}

	/** Key of the message. */
	public String key() {
		return "themes.problem." + this.key;
	}

	/** Arguments of the message. */
	public Object[] arguments() {
		return this.arguments.clone();
	}

}
