package vn.conglang.web;

import org.jspecify.annotations.Nullable;
import vn.conglang.appearance.Theme;

/**
 * A theme as templates use it: names of templates and addresses of assets.
 *
 * @param accent a colour of the site's own, or {@code null} for the theme's
 */
record ThemeView(Theme theme, @Nullable String accent) {

	/** The same page in another theme. */
	ThemeView in(Theme other) {
		return new ThemeView(other, this.accent);
	}

	public String getId() {
		return this.theme.id();
	}

	public String getStylesheet() {
		return this.theme.stylesheetAddress(this.accent);
	}

	public String getColour() {
		return (this.accent != null) ? this.accent : this.theme.light().getOrDefault("accent", "#ffffff");
	}

	public String asset(String path) {
		return this.theme.assetAddress(path);
	}

	public String at(String template) {
		return this.theme.template(template);
	}

}
