package vn.conglang.search;

/**
 * What came out of a file.
 *
 * @param text plain, composed (NFC), without control characters; empty unless the outcome
 * is {@link Outcome#isDone() done}, and for a scan then, too
 */
record FileText(String text, Outcome outcome) {

	/** About one megabyte of Vietnamese in UTF-8. */
	static final int MOST_LETTERS = 750_000;

	static FileText none(Outcome outcome) {
		return new FileText("", outcome);
	}

	/** How it went; the code is that with which the reading process ends. */
	enum Outcome {

		DONE(0),

		/** All that fits; the rest of the file is left out. */
		CUT(10),

		/** Needs a password. */
		ENCRYPTED(11),

		/** Is not what it says it is, or damaged. */
		BROKEN(12),

		/** Unpacks to more than is sane. */
		TOO_LARGE(13),

		/** Takes more memory than it may; the code is Java's own. */
		MEMORY(3),

		/** Takes longer than it may. */
		TIME(14),

		/** The process ended, nobody knows why. */
		CRASHED(-1),

		/** Is no more in the store. */
		GONE(-1);

		private final int code;

		Outcome(int code) {
			this.code = code;
		}

		int code() {
			return this.code;
		}

		boolean isDone() {
			return this == DONE || this == CUT;
		}

		/** Whether the machine, not the file, may be to blame. */
		boolean isWorthAnotherTry() {
			return this == TIME || this == CRASHED;
		}

		static Outcome of(int code) {
			for (Outcome outcome : values()) {
				if (outcome.code == code && outcome != GONE) {
					return outcome;
				}
			}
			return CRASHED;
		}

	}

}
