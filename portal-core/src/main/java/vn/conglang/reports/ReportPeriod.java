package vn.conglang.reports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.conglang.volume.Period;

/** The days a report is about, and as what people ask for them. */
record ReportPeriod(Kind kind, Period days) {

	/** Whoever wants more takes several reports. */
	static final int MOST_DAYS = 3660;

	private static final Pattern KEY = Pattern.compile(
			"(?<year>[12][0-9]{3})(-(?<month>[01][0-9])|-q(?<quarter>[1-4]))?|(?<from>[0-9]{4}-[0-9]{2}-[0-9]{2})--(?<to>[0-9]{4}-[0-9]{2}-[0-9]{2})");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

	private static final String[] ROMAN = { "I", "II", "III", "IV" };

	/**
	 * Understands "2026-11", "2026-q4", "2026" and "2026-11-01--2026-11-15".
	 * @return empty for anything else, for days in the wrong order and for too many
	 */
	static Optional<ReportPeriod> of(String key) {
		Matcher matcher = KEY.matcher(key);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(read(matcher)).filter(ReportPeriod::isSane);
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static ReportPeriod read(Matcher key) {
		String from = key.group("from");
		String to = key.group("to");
		if (from != null && to != null) {
			return of(LocalDate.parse(from), LocalDate.parse(to));
		}
		int year = Integer.parseInt(key.group("year"));
		String month = key.group("month");
		String quarter = key.group("quarter");
		if (month != null) {
			return month(YearMonth.of(year, Integer.parseInt(month)));
		}
		return (quarter != null) ? new ReportPeriod(Kind.QUARTER, Period.quarter(year, Integer.parseInt(quarter)))
				: new ReportPeriod(Kind.YEAR, Period.year(year));
	}

	/** Any days; where they make a month, quarter or year they are called so. */
	static ReportPeriod of(LocalDate from, LocalDate to) {
		Period days = new Period(from, to);
		for (ReportPeriod known : new ReportPeriod[] { month(YearMonth.from(from)), quarter(from),
				new ReportPeriod(Kind.YEAR, Period.year(from.getYear())) }) {
			if (known.days().equals(days)) {
				return known;
			}
		}
		return new ReportPeriod(Kind.SPAN, days);
	}

	static ReportPeriod month(YearMonth month) {
		return new ReportPeriod(Kind.MONTH, Period.month(month));
	}

	/** The quarter in which a day lies. */
	static ReportPeriod quarter(LocalDate day) {
		return new ReportPeriod(Kind.QUARTER, Period.quarter(day.getYear(), (day.getMonthValue() + 2) / 3));
	}

	private boolean isSane() {
		return from().getYear() >= 2000 && to().getYear() <= 2100 && this.days.days() <= MOST_DAYS;
	}

	public LocalDate from() {
		return this.days.from();
	}

	public LocalDate to() {
		return this.days.to();
	}

	/** As it stands in addresses. */
	public String key() {
		return switch (this.kind) {
			case MONTH -> YearMonth.from(from()).toString();
			case QUARTER -> from().getYear() + "-q" + quarterNumber();
			case YEAR -> "" + from().getYear();
			case SPAN -> from() + "--" + to();
		};
	}

	/** "tháng 11 năm 2026", as in the middle of a sentence. */
	public String title() {
		int year = from().getYear();
		return switch (this.kind) {
			case MONTH -> "tháng " + from().getMonthValue() + " năm " + year;
			case QUARTER -> "quý " + ROMAN[quarterNumber() - 1] + " năm " + year;
			case YEAR -> "năm " + year;
			case SPAN -> "từ ngày " + DAY.format(from()) + " đến ngày " + DAY.format(to());
		};
	}

	private int quarterNumber() {
		return (from().getMonthValue() + 2) / 3;
	}

	/** How the days are called. */
	enum Kind {

		/** Whole ones of the calendar. */
		MONTH, QUARTER, YEAR,

		/** Any others. */
		SPAN

	}

}
