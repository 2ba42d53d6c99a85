package vn.conglang.volume;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import vn.conglang.kernel.VietnameseText;

/**
 * A year of days, a column for each week: the more was published, the darker. Drawn in
 * units of a square; the shades differ in black and white, too.
 *
 * @param cells every day of it
 * @param months where a month begins, for the labels above
 * @param weeks how many columns there are
 * @param busy on how many days something was published
 * @param longestGap the most days in a row on which nothing was
 */
record HeatCalendar(List<Cell> cells, List<Label> months, int weeks, int busy, int longestGap) {

	/** Width and height of a day with the gap beside it. */
	static final int STEP = 14;

	private static final int[] SHADES = { 1, 2, 4, 7 };

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, dd/MM/yyyy", VietnameseText.LOCALE);

	/** The year that ends with this day. */
	static Period year(LocalDate last) {
		return new Period(last.minusYears(1).plusDays(1), last);
	}

	/** Draws the days of a period. */
	static HeatCalendar of(SortedMap<LocalDate, Integer> days, Period period) {
		LocalDate monday = period.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		List<Cell> cells = new ArrayList<>();
		List<Label> months = new ArrayList<>();
		int gap = 0;
		int longest = 0;
		int busy = 0;
		for (LocalDate day : period.from().datesUntil(period.to().plusDays(1)).toList()) {
			int week = (int) ((day.toEpochDay() - monday.toEpochDay()) / 7);
			int count = days.getOrDefault(day, 0);
			gap = (count == 0) ? gap + 1 : 0;
			longest = Math.max(longest, gap);
			busy += (count > 0) ? 1 : 0;
			cells.add(new Cell(week * STEP, (day.getDayOfWeek().getValue() - 1) * STEP, shade(count), day,
					VietnameseText.capitalized(DAY.format(day)), count));
			if (day.getDayOfMonth() == 1) {
				months.add(new Label(week * STEP, "T" + day.getMonthValue()));
			}
		}
		return new HeatCalendar(cells, months, cells.getLast().x() / STEP + 1, busy, longest);
	}

	private static int shade(int count) {
		int shade = 0;
		while (shade < SHADES.length && count >= SHADES[shade]) {
			shade++;
		}
		return shade;
	}

	/** Width of the drawing. */
	public int width() {
		return this.weeks * STEP;
	}

	/** Days on which something was published, the latest first. */
	public List<Cell> published() {
		return this.cells.reversed().stream().filter((cell) -> cell.count() > 0).toList();
	}

	/**
	 * A day.
	 *
	 * @param shade 0 where nothing was published, to 4
	 * @param name "Thứ Ba, 17/11/2026"
	 */
	record Cell(int x, int y, int shade, LocalDate day, String name, int count) {
	}

	/** The name of a month, above the week in which it begins. */
	record Label(int x, String text) {
	}

}
