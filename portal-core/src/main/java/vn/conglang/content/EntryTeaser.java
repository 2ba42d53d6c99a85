package vn.conglang.content;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A published entry as lists show it, without its body.
 *
 * @param summary may be empty
 * @param publishedAt day and time that readers see
 * @param category where it lies, if anywhere
 * @param cover its picture, if it has one
 */
public record EntryTeaser(long id, EntryType type, String slug, String title, String summary, Instant publishedAt,
		@Nullable CategoryInfo category, @Nullable Cover cover) {

	// for queries, which cannot nest records
	EntryTeaser(Long id, EntryType type, String slug, String title, String summary, Instant publishedAt,
			@Nullable Long categoryId, @Nullable String categorySlug, @Nullable String categoryName,
			@Nullable Cover cover) {
		this(id, type, slug, title, summary, publishedAt,
				(categoryId != null && categorySlug != null && categoryName != null)
						? new CategoryInfo(categoryId, categorySlug, categoryName, true) : null,
				cover);
	}

	/** Public address, from the site's root. */
	public String address() {
		return this.type.address(this.slug);
	}

}
