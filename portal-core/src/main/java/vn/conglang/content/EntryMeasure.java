package vn.conglang.content;

import java.time.Instant;

/**
 * What it took to write a published entry.
 *
 * @param publishedAt day and time that readers see
 * @param words of the text that readers see
 */
public record EntryMeasure(EntryType type, String slug, String title, Instant publishedAt, int words) {

	/** Public address, from the site's root. */
	public String address() {
		return this.type.address(this.slug);
	}

}
