package vn.conglang.volume;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Days, both inclusive, in Vietnam's time.
 *
 * @param to never before {@code from}
 */
public record Period(LocalDate from, LocalDate to) {

	public Period {
		if (to.isBefore(from)) {
			throw new IllegalArgumentException(to + " lies before " + from);
		}
	}

	/** A whole month. */
	public static Period month(YearMonth month) {
		return new Period(month.atDay(1), month.atEndOfMonth());
	}

	/**
	 * A whole quarter.
	 * @param quarter 1 to 4
	 */
	public static Period quarter(int year, int quarter) {
		YearMonth first = YearMonth.of(year, 3 * quarter - 2);
		return new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth());
	}

	/** A whole year. */
	public static Period year(int year) {
		return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
	}

	/** So many days, of which today is the last. */
	public static Period lastDays(int days, LocalDate today) {
		return new Period(today.minusDays(days - 1L), today);
	}

	/** How many days it has. */
	public long days() {
		return ChronoUnit.DAYS.between(this.from, this.to) + 1;
	}

	/** Whether it begins and ends with a month, as quarters and years do, too. */
	public boolean isOfWholeMonths() {
		return this.from.getDayOfMonth() == 1 && this.to.plusDays(1).getDayOfMonth() == 1;
	}

	/**
	 * The period before, which ends the day before this begins: as many months where this
	 * is of whole months, else as many days.
	 */
	public Period before() {
		if (isOfWholeMonths()) {
			return new Period(this.from.minusMonths(months()), this.from.minusDays(1));
		}
		return new Period(this.from.minusDays(days()), this.from.minusDays(1));
	}

	/** The same days a year before; the end of February remains its end. */
	public Period yearBefore() {
		LocalDate end = this.to.minusYears(1);
		boolean wholeMonths = isOfWholeMonths();
		return new Period(this.from.minusYears(1), wholeMonths ? YearMonth.from(end).atEndOfMonth() : end);
	}

	private long months() {
		return ChronoUnit.MONTHS.between(this.from, this.to.plusDays(1));
	}

}
