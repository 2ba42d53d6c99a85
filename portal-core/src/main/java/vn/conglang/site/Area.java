package vn.conglang.site;

import vn.conglang.kernel.VietnameseText;

/**
 * A part of the province under which its sites are grouped; a district until 2025.
 *
 * @param kind "huyện", "thị xã", "thành phố"
 * @param name "Thoại Sơn"
 */
public record Area(long id, Province province, String slug, String kind, String name) {

	/** "huyện Thoại Sơn". */
	public String fullName() {
		return this.kind + " " + this.name;
	}

	/** "Huyện Thoại Sơn", for headings. */
	public String title() {
		return VietnameseText.capitalized(fullName());
	}

}
