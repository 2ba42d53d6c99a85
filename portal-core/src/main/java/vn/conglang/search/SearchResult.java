package vn.conglang.search;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;
import vn.conglang.site.Site;

/**
 * What was found.
 *
 * @param text what was looked for, cleaned: one line, not longer than
 * {@link Search#LONGEST}
 * @param closeness how close the hits are to what was typed
 * @param correction what was probably meant, with the wrong words put right, or
 * {@code null}
 * @param total how many there are
 * @param more whether there are more than {@code total}
 * @param reachable how many of them can be paged through
 * @param hits those of the page
 */
public record SearchResult(String text, Closeness closeness, @Nullable String correction, long total, boolean more,
		long reachable, List<Hit> hits, Facets facets) {

	/** How close hits are to what was typed. */
	public enum Closeness {

		/** All words as typed; those typed without diacritics with any. */
		AS_TYPED,

		/** All words, whatever their diacritics. */
		ANY_DIACRITICS,

		/** All words, some of them with a letter changed. */
		CORRECTED,

		/** Only some of the words. */
		SOME_WORDS

	}

	/**
	 * An entry that was found.
	 *
	 * @param slug by which it is addressed
	 * @param day of publication, or of issue for a legal document; of the latest save for
	 * a draft
	 * @param number of a legal document, empty for others
	 * @param expired whether it is a legal document that is not in force any more, or an
	 * announcement that has ended
	 * @param draft whether this is a text that citizens do not see
	 * @param category its slug, or {@code null}
	 * @param title with the words that were found marked
	 * @param excerpt from the text, around the words that were found; may be empty
	 */
	public record Hit(Site site, long entryId, EntryType type, String slug, LocalDate day, String number,
			boolean expired, boolean draft, @Nullable String category, List<Piece> title, List<Piece> excerpt) {

		/** Public address, from the site's root. */
		public String address() {
			return this.type.address(this.slug);
		}

	}

	/** A piece of text, marked or not. */
	public record Piece(String text, boolean marked) {
	}

	/**
	 * How many hits there would be with another choice of a filter, the most first; years
	 * the latest first. Areas and sites are told for {@link Reach#PROVINCE} only.
	 *
	 * @param types values are names of {@link EntryType}
	 * @param categories values are slugs
	 * @param areas values are slugs
	 * @param sites values are slugs
	 */
	public record Facets(List<Count> types, List<Count> categories, List<Count> years, List<Count> areas,
			List<Count> sites) {

		static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of(), List.of());

	}

	/** How many hits have a value. */
	public record Count(String value, long hits) {
	}

}
