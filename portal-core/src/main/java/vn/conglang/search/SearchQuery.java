package vn.conglang.search;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;

/**
 * What somebody looks for.
 *
 * @param text as it was typed, of any length and with anything in it
 * @param page from 0
 * @param size how many hits a page has, 1 to 50
 */
public record SearchQuery(String text, Reach reach, Filter filter, int page, int size) {

	/** Nothing is asked beyond the words. */
	public static final Filter NO_FILTER = new Filter(null, null, null, null, null);

	/** The most hits a page may have. */
	public static final int MOST_ON_PAGE = 50;

	/** A query without filter, from its beginning. */
	public SearchQuery(String text, Reach reach, int size) {
		this(text, reach, NO_FILTER, 0, size);
	}

	public SearchQuery {
		size = Math.clamp(size, 1, MOST_ON_PAGE);
		page = Math.clamp(page, 0, reach.most() / size);
	}

	/**
	 * What hits are to have besides; {@code null} stands for any. What nobody has ever
	 * heard of finds nothing.
	 *
	 * @param category slug of a category, which many sites share
	 * @param year of publication, or of issue for legal documents
	 * @param area slug of an area; for {@link Reach#PROVINCE}
	 * @param site slug of a site; for {@link Reach#PROVINCE}
	 */
	public record Filter(@Nullable EntryType type, @Nullable String category, @Nullable Integer year,
			@Nullable String area, @Nullable String site) {

		/** Whether anything is asked for. */
		public boolean any() {
			return !equals(NO_FILTER);
		}

	}

}
