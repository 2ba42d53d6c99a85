package vn.conglang.content;

import java.util.Collection;
import java.util.List;

/**
 * Which legal documents somebody looks for; an empty text stands for any.
 *
 * @param text to be found in number or abstract, with or without diacritics
 * @param found entries that have the text, too, as the search knows
 * @param type "Quyết định"
 * @param issuer "Ủy ban nhân dân xã …"
 * @param year of issue, "2025"
 */
public record DocumentQuery(String text, Collection<Long> found, String type, String issuer, String year) {

	/** All documents. */
	public static final DocumentQuery ALL = new DocumentQuery("", List.of(), "", "", "");

	/** Whether it asks for anything in particular. */
	public boolean filtered() {
		return !(this.text + this.type + this.issuer + this.year).isBlank();
	}

}
