package vn.conglang.emulation;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * The points of a site for one criterion, and what they are given for.
 *
 * @param measure {@code null} where a person judges
 * @param each for what a counted measure was asked
 * @param fact what was found out; unknown where a person judges
 * @param points positive, also where they are taken off
 * @param given whether a person gave the points, or corrected them
 * @param note what that person wrote
 * @param rule in words
 * @param href where it can be seen; may be empty
 */
record Line(String criterion, String group, String title, Criteria.Kind kind, BigDecimal most,
		@Nullable Measure measure, ScoredDays.Each each, Fact fact, BigDecimal points, boolean given, String note,
		String rule, String href) {

	/** The points as they add to the total. */
	BigDecimal signed() {
		return (this.kind == Criteria.Kind.DEDUCTION) ? this.points.negate() : this.points;
	}

	/** Whether an officer has still to judge. */
	boolean waiting() {
		return this.measure == null && !this.given;
	}

	/** What could still be gained. */
	BigDecimal missing() {
		return (this.kind == Criteria.Kind.DEDUCTION) ? this.points : this.most.subtract(this.points);
	}

}
