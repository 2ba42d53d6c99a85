package vn.conglang.likeness;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;
import vn.conglang.site.Site;

/**
 * Two entries of different sites with nearly the same text.
 *
 * @param copy the later one
 * @param source the earlier one
 * @param overlap how much of the copy stands in the source, in percent
 * @param since when it was found
 * @param word what an officer last said of it
 */
public record Pair(long id, End copy, End source, int overlap, Instant since, @Nullable Word word) {

	/** Whether it counts as a copy. */
	public boolean counts() {
		return this.word == null || !this.word.rightful();
	}

	/**
	 * One of the two, as it is published.
	 *
	 * @param at since when its text is public
	 */
	public record End(Site site, long entry, EntryType type, String slug, String title, Instant at) {

		/** Its address in the newsroom. */
		public String desk() {
			return "/bien-tap/" + this.site.slug() + "/bai/" + this.entry;
		}

	}

	/**
	 * What an officer said of it.
	 *
	 * @param rightful whether both may have the text
	 */
	public record Word(boolean rightful, String reason, String by, Instant at) {
	}

}
