package vn.conglang.content;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A published legal document as lists show it.
 *
 * @param title the abstract
 * @param issued the day of issue, where known
 */
public record DocumentTeaser(String slug, String title, String number, String documentType, String issuer,
		@Nullable LocalDate issued) {

	DocumentTeaser(String slug, String title, Map<String, String> fields) {
		this(slug, title, fields.getOrDefault("number", ""), fields.getOrDefault("documentType", ""),
				fields.getOrDefault("issuer", ""),
				fields.containsKey("issued") ? LocalDate.parse(fields.get("issued")) : null);
	}

	/** Public address, from the site's root. */
	public String address() {
		return EntryType.LEGAL_DOCUMENT.address(this.slug);
	}

}
