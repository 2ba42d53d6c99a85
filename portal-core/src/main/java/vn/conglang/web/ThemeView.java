package vn.conglang.web;

import vn.conglang.appearance.Theme;

/** A theme as templates use it: names of templates and addresses of assets. */
record ThemeView(Theme theme) {

	/** The same page in another theme. */
	ThemeView in(Theme other) {
		return new ThemeView(other);
	}

	public String getId() {
		return this.theme.id();
	}

	public String getStylesheet() {
		return this.theme.stylesheetAddress();
	}

	public String getColour() {
		return this.theme.light().getOrDefault("accent", "#ffffff");
	}

	public String asset(String path) {
		return this.theme.assetAddress(path);
	}

	public String at(String template) {
		return this.theme.template(template);
	}

}
