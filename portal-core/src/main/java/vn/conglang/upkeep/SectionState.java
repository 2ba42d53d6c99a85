package vn.conglang.upkeep;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How a mandatory section of a site was found, and how it stands on a day.
 *
 * @param found what there was when somebody looked
 * @param currentUntil last day on which it is current; {@code null}: it does not age
 * @param lastOn when the latest of it appeared, or was attested
 * @param number how many entries there are, counted no further than is asked for
 * @param entry the page, where it is one
 * @param attested whether it is the board's word, not the portal's look
 */
record SectionState(Found found, @Nullable LocalDate currentUntil, @Nullable LocalDate lastOn, int number,
		@Nullable Long entry, boolean attested) {

	static final SectionState MISSING = new SectionState(Found.MISSING, null, null, 0, null, false);

	/** How it stands on this day. */
	State on(LocalDate day) {
		return switch (this.found) {
			case MISSING -> State.MISSING;
			case EMPTY -> State.EMPTY;
			case PRESENT -> (this.currentUntil == null || !this.currentUntil.isBefore(day)) ? State.CURRENT : State.OLD;
		};
	}

	/** Whether this tells better news than another on the day. */
	SectionState better(SectionState other, LocalDate day) {
		int order = on(day).compareTo(other.on(day));
		if (order == 0 && this.currentUntil != null) {
			return (other.currentUntil == null || other.currentUntil.isAfter(this.currentUntil)) ? other : this;
		}
		return (order <= 0) ? this : other;
	}

	/** What there was. */
	enum Found {

		/** It is there. */
		PRESENT,

		/** There is a place for it with nothing, or too little, in it. */
		EMPTY,

		/** There is no place for it. */
		MISSING

	}

	/** How a section stands, the best first. */
	enum State {

		/** Đủ: there and up to date. */
		CURRENT("du"),

		/** Cũ: there, but out of date. */
		OLD("cu"),

		/** Trống: a place for it, with nothing in it. */
		EMPTY("trong"),

		/** Thiếu: not there. */
		MISSING("thieu");

		private final String option;

		State(String option) {
			this.option = option;
		}

		/** Its name in addresses. */
		public String option() {
			return this.option;
		}

	}

}
