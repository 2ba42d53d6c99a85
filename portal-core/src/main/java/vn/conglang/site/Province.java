package vn.conglang.site;

import vn.conglang.kernel.VietnameseText;

/**
 * The province that runs the portal.
 *
 * @param kind "tỉnh"
 * @param name "An Giang"
 */
public record Province(long id, String slug, String kind, String name) {

	/** "tỉnh An Giang". */
	public String fullName() {
		return this.kind + " " + this.name;
	}

	/** "Tỉnh An Giang", for headings. */
	public String title() {
		return VietnameseText.capitalized(fullName());
	}

}
