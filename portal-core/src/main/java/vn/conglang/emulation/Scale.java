package vn.conglang.emulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How a value becomes points. The points are never below 0 nor above what the criterion
 * gives at most, and have two decimals.
 */
sealed interface Scale {

	/** How many decimals points have. */
	int DECIMALS = 2;

	/**
	 * The points for a value.
	 * @param most what the criterion gives or takes at most
	 */
	BigDecimal points(BigDecimal value, BigDecimal most);

	/** Whether a larger value has more points, or at least as many. */
	boolean rising();

	/** The value nearest to nothing at which all points are had. */
	BigDecimal goal(BigDecimal most);

	private static BigDecimal within(BigDecimal points, BigDecimal most) {
		return points.max(BigDecimal.ZERO).min(most).setScale(DECIMALS, RoundingMode.HALF_UP);
	}

	/**
	 * Nothing at one value, everything at the other, and in between by proportion.
	 *
	 * @param none may be larger than {@code full}: then less is better
	 */
	record Linear(BigDecimal none, BigDecimal full) implements Scale {

		private static final int DIGITS = 8;

		@Override
		public BigDecimal points(BigDecimal value, BigDecimal most) {
			return within(value.subtract(this.none)
				.multiply(most)
				.divide(this.full.subtract(this.none), DIGITS, RoundingMode.HALF_UP), most);
		}

		@Override
		public boolean rising() {
			return this.full.compareTo(this.none) > 0;
		}

		@Override
		public BigDecimal goal(BigDecimal most) {
			return this.full;
		}

	}

	/**
	 * The points of the best step that is reached, and nothing below.
	 *
	 * @param steps the one with the most points first
	 * @param rising whether a step is reached by at least its value, or by at most that
	 */
	record Steps(List<Step> steps, boolean rising) implements Scale {

		@Override
		public BigDecimal points(BigDecimal value, BigDecimal most) {
			return within(this.steps.stream()
				.filter((step) -> this.rising ? value.compareTo(step.bound()) >= 0 : value.compareTo(step.bound()) <= 0)
				.map(Step::points)
				.findFirst()
				.orElse(BigDecimal.ZERO), most);
		}

		@Override
		public BigDecimal goal(BigDecimal most) {
			return this.steps.getFirst().bound();
		}

	}

	/** A step. */
	record Step(BigDecimal bound, BigDecimal points) {
	}

	/**
	 * So many points for each full amount above a number.
	 *
	 * @param above what counts for nothing
	 */
	record Per(BigDecimal amount, BigDecimal each, BigDecimal above) implements Scale {

		@Override
		public BigDecimal points(BigDecimal value, BigDecimal most) {
			BigDecimal full = value.subtract(this.above).divide(this.amount, 0, RoundingMode.FLOOR);
			return within(full.multiply(this.each), most);
		}

		@Override
		public boolean rising() {
			return true;
		}

		@Override
		public BigDecimal goal(BigDecimal most) {
			return this.above.add(most.divide(this.each, 0, RoundingMode.CEILING).multiply(this.amount));
		}

	}

}
