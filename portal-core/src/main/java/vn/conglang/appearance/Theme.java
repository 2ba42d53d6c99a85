package vn.conglang.appearance;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A look that a site can choose.
 *
 * @param id name of its folder
 * @param name as editorial boards read it
 * @param parent from which it takes all that it has not itself; {@code null} for the base
 * @param chain this theme first, then its parents up to the base
 * @param version changes whenever anything in a folder of the chain does
 * @param light colours by name
 * @param dark colours by name when the reader prefers dark
 * @param regions where a home page has blocks, from top to bottom
 * @param templates what the template engine calls each template: of this theme, or of the
 * nearest parent that has it
 * @param added whether the operator brought it, not the portal
 * @param pictured whether there is a picture of it to choose by
 */
public record Theme(String id, String name, String description, @Nullable String parent, List<String> chain,
		String version, Map<String, String> light, Map<String, String> dark, List<Region> regions,
		Map<String, String> templates, boolean added, boolean pictured) {

	/** Address of the stylesheet. */
	public String stylesheetAddress() {
		return stylesheetAddress(null);
	}

	/**
	 * Address of the stylesheet with a colour of the site's own.
	 * @param accent as {@code #rrggbb}, or {@code null} for the theme's
	 */
	public String stylesheetAddress(@Nullable String accent) {
		return root() + ((accent != null) ? "style-" + accent.substring(1) + ".css" : ThemeFolder.STYLE);
	}

	/** Address of an asset of this theme or a parent: "site.js". */
	public String assetAddress(String path) {
		return root() + "assets/" + path;
	}

	/** Address of the theme's own picture, or {@code null} where it has none. */
	public @Nullable String previewAddress() {
		return this.pictured ? root() + ThemeFolder.PREVIEW : null;
	}

	/**
	 * Name of a template of this theme or a parent, for the template engine: "layout".
	 */
	public String template(String name) {
		return this.templates.getOrDefault(name, ThemeTemplateResolver.PREFIX + this.id + "/" + name);
	}

	/**
	 * The template's own name in the name that the template engine has for it: "layout".
	 * @return {@code null} where it is of no theme
	 */
	public static @Nullable String templateName(String engineName) {
		return engineName.startsWith(ThemeTemplateResolver.PREFIX)
				? engineName.substring(engineName.lastIndexOf('/') + 1) : null;
	}

	private String root() {
		return "/giao-dien/" + this.id + "/" + this.version + "/";
	}

	/**
	 * A part of the home page that holds blocks.
	 *
	 * @param id "top", "main", "side" or "bottom"
	 * @param name as editorial boards read it
	 * @param blocks types of the blocks the theme proposes
	 */
	public record Region(String id, String name, List<String> blocks) {
	}

}
