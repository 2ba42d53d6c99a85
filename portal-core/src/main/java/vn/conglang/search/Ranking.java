package vn.conglang.search;

/**
 * The formula by which entries are ranked, in points. Title over summary over text, what
 * was typed over what is like it, recent over old, in force over expired. Engines share
 * it, so it does not matter to readers which of them answers.
 */
final class Ranking {

	/** Shared by the clauses found in the title. */
	static final double TITLE = 8;

	/** Shared by the clauses found in title, number or brief. */
	static final double HEAD = 4;

	/** Shared by the clauses found there as they were typed. */
	static final double TYPED = 3;

	/**
	 * Shared by the clauses found anywhere with the diacritics with which they were
	 * typed.
	 */
	static final double TYPED_ANYWHERE = 20;

	/** For all that was typed, word for word, in the title. */
	static final double IN_ORDER = 6;

	/**
	 * For all clauses in the number of a document: more than for a title that cites it.
	 */
	static final double NUMBER = 20;

	/** For what has not expired. */
	static final double IN_FORCE = 3;

	/**
	 * For what is of today; half of it a {@link #HALF_LIFE} earlier or later, a third
	 * twice as far off, and so on.
	 */
	static final double RECENT = 2;

	/** In days. */
	static final int HALF_LIFE = 365;

	private Ranking() {
	}

}
