package vn.conglang.appearance;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What one folder of a theme holds, without what it inherits.
 *
 * @param location of the folder, with a slash at the end
 * @param added whether it was brought by the operator, not with the portal
 * @param parent id of another folder; {@code null} for the base
 * @param regions {@code null} where the parent's are meant
 * @param files all that are there, from the folder
 * @param hash follows from all that the files hold
 */
record ThemeFolder(String id, String location, boolean added, String name, String description, @Nullable String parent,
		Map<String, String> light, Map<String, String> dark, @Nullable List<Theme.Region> regions, Set<String> files,
		String hash) {

	static final String STYLE = "style.css";

	static final String PREVIEW = "preview.webp";

	static String templateFile(String name) {
		return "templates/" + name + ".html";
	}

	/**
	 * What the template engine calls a template of this folder. Those brought by
	 * operators carry the folder's hash, so that what it parsed once is never taken for a
	 * newer one.
	 */
	String template(String name) {
		return ThemeTemplateResolver.PREFIX + this.id + (this.added ? "@" + this.hash.substring(0, 8) : "") + "/"
				+ name;
	}

}
