package vn.conglang.content;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An entry in full, as citizens see it or, in a preview, would see it.
 *
 * @param teaser what lists show of it
 * @param bodyHtml clean HTML
 * @param fields values of the type's fields by key
 * @param author as readers see it, may be empty
 * @param revisedAt when the published text was last renewed, if ever
 */
public record PublishedEntry(EntryTeaser teaser, String bodyHtml, Map<String, String> fields, String author,
		@Nullable Instant revisedAt, int words) {
}
