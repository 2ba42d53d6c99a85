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
 * @param version changes whenever a style, template or asset of the chain does
 * @param stylesheet all styles of the chain, from the base down, with the palettes
 * @param light colours by name
 * @param dark colours by name when the reader prefers dark
 */
public record Theme(String id, String name, String description, @Nullable String parent, List<String> chain,
		String version, String stylesheet, Map<String, String> light, Map<String, String> dark) {

	/** Address of the stylesheet. */
	public String stylesheetAddress() {
		return root() + "style.css";
	}

	/** Address of an asset of this theme or a parent: "site.js". */
	public String assetAddress(String path) {
		return root() + "assets/" + path;
	}

	/**
	 * Name of a template of this theme or a parent, for the template engine: "layout".
	 */
	public String template(String name) {
		return ThemeTemplateResolver.PREFIX + this.id + "/" + name;
	}

	private String root() {
		return "/giao-dien/" + this.id + "/" + this.version + "/";
	}

}
