package vn.conglang.emulation;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the portal itself can count of a site, and a criterion give points for. Its words
 * are messages such as {@code emulation.quantity.<key>}.
 */
enum Measure {

	/** Own entries that appeared for the first time in the period, of whatever type. */
	OWN_ENTRIES("own-entries", Unit.COUNT, true, false),

	/** Own news among them. */
	NEWS("news", Unit.COUNT, true, false),

	/** Own announcements among them. */
	ANNOUNCEMENTS("announcements", Unit.COUNT, true, false),

	/** Own legal documents among them. */
	DOCUMENTS("documents", Unit.COUNT, true, false),

	/** Own procedures among them. */
	PROCEDURES("procedures", Unit.COUNT, true, false),

	/** Own albums and videos among them. */
	ALBUMS_VIDEOS("albums-videos", Unit.COUNT, true, false),

	/** Own entries in percent of all that appeared, with those taken over. */
	OWN_SHARE("own-share", Unit.PERCENT, false, false),

	/** Words of an own entry, on the average. */
	WORDS_PER_ENTRY("words-per-entry", Unit.COUNT, false, false),

	/** Pictures of an own entry, on the average. */
	PICTURES_PER_ENTRY("pictures-per-entry", Unit.COUNT, false, false),

	/** Own entries that repeat one of another site, in percent. */
	COPIED_SHARE("copied-share", Unit.PERCENT, false, false),

	/** The most days in a row without an own entry, inside the period. */
	LONGEST_SILENCE("longest-silence", Unit.DAYS, false, true),

	/** Mandatory sections in which something is, in percent; as of now. */
	SECTIONS_PRESENT("sections-present", Unit.PERCENT, false, false),

	/** Mandatory sections that are kept current, in percent; as of now. */
	SECTIONS_CURRENT("sections-current", Unit.PERCENT, false, false),

	/** Standing pages that have not been looked through for too long; as of now. */
	PAGES_OVERDUE("pages-overdue", Unit.COUNT, false, false),

	/** Reviews that fell due in the period and were not decided by then. */
	REVIEWS_LATE("reviews-late", Unit.COUNT, true, true),

	/** Texts offered to the site in the period that it took or refused, in percent. */
	OFFERS_ANSWERED("offers-answered", Unit.PERCENT, false, false),

	/** Texts that it took and published in the period. */
	OFFERS_TAKEN("offers-taken", Unit.COUNT, true, false),

	/** Visits; unknown where the site is not connected with Matomo. */
	VISITS("visits", Unit.COUNT, true, false);

	private final String key;

	private final Unit unit;

	private final boolean additive;

	private final boolean irrevocable;

	Measure(String key, Unit unit, boolean additive, boolean irrevocable) {
		this.key = key;
		this.unit = unit;
		this.additive = additive;
		this.irrevocable = irrevocable;
	}

	/** The measure that criteria call so. */
	static Optional<Measure> of(String key) {
		return Arrays.stream(values()).filter((measure) -> measure.key.equals(key)).findFirst();
	}

	/** All names, for messages. */
	static String keys() {
		return Arrays.stream(values()).map(Measure::key).collect(Collectors.joining(", "));
	}

	/** How criteria and messages call it. */
	String key() {
		return this.key;
	}

	/** In what it is told. */
	Unit unit() {
		return this.unit;
	}

	/**
	 * Whether it grows with the length of a period, so that it can be asked for a week or
	 * a month.
	 */
	boolean additive() {
		return this.additive;
	}

	/** Whether what was lost cannot be made good within the period. */
	boolean irrevocable() {
		return this.irrevocable;
	}

	/** In what a value is told. */
	enum Unit {

		COUNT, PERCENT, DAYS

	}

}
