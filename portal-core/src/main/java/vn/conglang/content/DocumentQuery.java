package vn.conglang.content;

/**
 * Which legal documents somebody looks for; an empty text stands for any.
 *
 * @param text to be found in number or abstract, with or without diacritics
 * @param type "Quyết định"
 * @param issuer "Ủy ban nhân dân xã …"
 * @param year of issue, "2025"
 */
public record DocumentQuery(String text, String type, String issuer, String year) {

	/** Whether it asks for anything in particular. */
	public boolean filtered() {
		return !(this.text + this.type + this.issuer + this.year).isBlank();
	}

}
