package vn.conglang.emulation;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/**
 * What was found out about a site.
 *
 * @param value {@code null} where it cannot be known, such as a share of nothing; no
 * points are given or taken for that
 * @param part how many of {@code of} the value tells, where it is a share
 */
record Fact(@Nullable BigDecimal value, @Nullable Integer part, @Nullable Integer of) {

	static final Fact UNKNOWN = new Fact(null, null, null);

	private static final int DIGITS = 4;

	/** A number as it is. */
	static Fact of(long number) {
		return new Fact(BigDecimal.valueOf(number), null, null);
	}

	/** So many of so many, in percent. */
	static Fact share(int part, int of) {
		return (of > 0) ? new Fact(divide(100L * part, of), part, of) : UNKNOWN;
	}

	/** So much for each of so many. */
	static Fact average(long sum, int of) {
		return (of > 0) ? new Fact(divide(sum, of), null, of) : UNKNOWN;
	}

	private static BigDecimal divide(long dividend, int divisor) {
		return BigDecimal.valueOf(dividend).divide(BigDecimal.valueOf(divisor), DIGITS, RoundingMode.HALF_UP);
	}

}
