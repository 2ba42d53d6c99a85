package vn.conglang.content;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The work that stands in a published revision: what it is measured by, and whose it is.
 *
 * @param revisionId the revision that citizens see
 * @param categorySlug lasting key of its category
 * @param category what that is called
 * @param words in its body
 * @param images in its body
 * @param shared whether it was taken over from a district or the province, and so is no
 * work of the site's own
 * @param authorId account that saved the first revision; none where a program did
 * @param author name of that account, else what stands in the byline, if anything
 * @param begun when somebody began the draft; {@code null} where a program wrote it
 */
public record EntryWork(long revisionId, @Nullable String categorySlug, @Nullable String category, int words,
		int images, boolean shared, @Nullable Long authorId, @Nullable String author, @Nullable Instant begun) {
}
