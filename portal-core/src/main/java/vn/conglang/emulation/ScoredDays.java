package vn.conglang.emulation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The days that are scored together: a whole month, quarter, half-year or year.
 *
 * @param first first day
 */
record ScoredDays(Kind kind, LocalDate first) {

	ScoredDays {
		if (first.getDayOfMonth() != 1 || (first.getMonthValue() - 1) % kind.months() != 0) {
			throw new IllegalArgumentException("No " + kind + " begins on " + first);
		}
	}

	/** The one in which a day lies. */
	static ScoredDays with(Kind kind, LocalDate day) {
		int month = (day.getMonthValue() - 1) / kind.months() * kind.months() + 1;
		return new ScoredDays(kind, LocalDate.of(day.getYear(), month, 1));
	}

	/** Last day, inclusive. */
	LocalDate last() {
		return this.first.plusMonths(this.kind.months()).minusDays(1);
	}

	/** The one that ended the day before. */
	ScoredDays before() {
		return new ScoredDays(this.kind, this.first.minusMonths(this.kind.months()));
	}

	/** How many days. */
	int length() {
		return (int) ChronoUnit.DAYS.between(this.first, last()) + 1;
	}

	/** How often it has what a criterion is asked for each of. */
	BigDecimal times(Each each) {
		return switch (each) {
			case PERIOD -> BigDecimal.ONE;
			case MONTH -> BigDecimal.valueOf(this.kind.months());
			case WEEK -> BigDecimal.valueOf(length()).divide(BigDecimal.valueOf(7), MathContext.DECIMAL64);
		};
	}

	/** "quý II năm 2026", "tháng 11 năm 2026". */
	String title() {
		int year = this.first.getYear();
		int number = (this.first.getMonthValue() - 1) / this.kind.months();
		return switch (this.kind) {
			case MONTH -> "tháng " + this.first.getMonthValue() + " năm " + year;
			case QUARTER -> "quý " + new String[] { "I", "II", "III", "IV" }[number] + " năm " + year;
			case HALF -> "6 tháng " + ((number == 0) ? "đầu" : "cuối") + " năm " + year;
			case YEAR -> "năm " + year;
		};
	}

	/** For what a counted measure is asked. */
	enum Each {

		PERIOD, WEEK, MONTH;

		/** Key of the messages about it. */
		String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** How long it is. */
	enum Kind {

		MONTH(1), QUARTER(3), HALF(6), YEAR(12);

		private final int months;

		Kind(int months) {
			this.months = months;
		}

		int months() {
			return this.months;
		}

	}

}
