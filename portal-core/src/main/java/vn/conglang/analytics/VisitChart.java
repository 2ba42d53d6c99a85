package vn.conglang.analytics;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.conglang.analytics.VisitReport.Visits;
import vn.conglang.kernel.VietnameseText;

/**
 * Visits as columns: one a day, or one a month where there would be too many. Across,
 * everything is told in percent, so that the drawing fits every width and its letters
 * keep their size; downwards in pixels.
 *
 * @param columns from the oldest to today
 * @param lines of the scale, from the bottom
 * @param highest place of the highest column, -1 where all are empty
 */
record VisitChart(List<Column> columns, List<Line> lines, int highest) {

	/** Height of the drawing in pixels, with the line of days below. */
	static final int HEIGHT = 232;

	private static final int TOP = 24;

	private static final int BOTTOM = 200;

	private static final int MOST_LINES = 4;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, dd/MM/yyyy", VietnameseText.LOCALE);

	private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("dd/MM", VietnameseText.LOCALE);

	/** One column for every day. */
	static VisitChart ofDays(Map<LocalDate, Visits> days, LocalDate from, LocalDate to) {
		List<LocalDate> all = from.datesUntil(to.plusDays(1)).toList();
		// a label for about every sixth part, counted from today
		int every = (all.size() <= 7) ? 1 : (all.size() + 4) / 5;
		List<Bucket> buckets = new ArrayList<>();
		for (int i = 0; i < all.size(); i++) {
			LocalDate day = all.get(i);
			boolean labelled = (all.size() - 1 - i) % every == 0;
			buckets.add(new Bucket(VietnameseText.capitalized(DAY.format(day)), labelled ? SHORT_DAY.format(day) : "",
					false, days.get(day), day.equals(to)));
		}
		return of(buckets);
	}

	/** One column for every month that the period touches. */
	static VisitChart ofMonths(Map<LocalDate, Visits> days, LocalDate from, LocalDate to) {
		List<Bucket> buckets = new ArrayList<>();
		int count = 0;
		for (LocalDate month = from.withDayOfMonth(1); !month.isAfter(to); month = month.plusMonths(1)) {
			LocalDate next = month.plusMonths(1);
			Visits sum = null;
			for (Map.Entry<LocalDate, Visits> day : days.entrySet()) {
				if (!day.getKey().isBefore(month) && day.getKey().isBefore(next)) {
					sum = (sum != null) ? sum.plus(day.getValue()) : day.getValue();
				}
			}
			boolean year = month.getMonthValue() == 1 || buckets.isEmpty();
			buckets.add(new Bucket("Tháng " + month.getMonthValue() + "/" + month.getYear(),
					"T" + month.getMonthValue() + (year ? "/" + month.getYear() : ""), count++ % 3 != 0, sum,
					next.isAfter(to)));
		}
		return of(buckets);
	}

	private static VisitChart of(List<Bucket> buckets) {
		long most = 0;
		int highest = -1;
		for (int i = 0; i < buckets.size(); i++) {
			if (buckets.get(i).count() > most) {
				most = buckets.get(i).count();
				highest = i;
			}
		}
		long step = step(most);
		long top = Math.max(step, (most + step - 1) / step * step);
		List<Line> lines = new ArrayList<>();
		for (long value = 0; value <= top; value += step) {
			lines.add(new Line(y(value, top), number(value)));
		}
		double width = 100.0 / buckets.size();
		List<Column> columns = new ArrayList<>();
		for (int i = 0; i < buckets.size(); i++) {
			Bucket bucket = buckets.get(i);
			int y = y(bucket.count(), top);
			columns.add(new Column(i * width, width, (i + 0.16) * width, 0.68 * width, (i + 0.5) * width, y, BOTTOM - y,
					bucket.name(), bucket.tick(), bucket.minor(), bucket.visits(), bucket.open()));
		}
		return new VisitChart(columns, lines, highest);
	}

	/** 1, 2 or 5 and noughts, such that there are few lines. */
	private static long step(long most) {
		long step = 1;
		while (true) {
			for (long factor : new long[] { 1, 2, 5 }) {
				if (most <= factor * step * MOST_LINES) {
					return factor * step;
				}
			}
			step *= 10;
		}
	}

	private static int y(long value, long top) {
		return (int) Math.round(BOTTOM - (BOTTOM - TOP) * (double) value / top);
	}

	static String number(long value) {
		return NumberFormat.getIntegerInstance(VietnameseText.LOCALE).format(value);
	}

	/** For templates. */
	public int height() {
		return HEIGHT;
	}

	/** Where the labels of the columns stand, in pixels from above. */
	public int foot() {
		return BOTTOM + 20;
	}

	/** The highest column, if any has a height. */
	public @Nullable Column peak() {
		return (this.highest < 0) ? null : this.columns.get(this.highest);
	}

	/**
	 * A column.
	 *
	 * @param left where its part of the drawing begins, in percent
	 * @param x where it begins itself, in percent
	 * @param middle in percent
	 * @param y of its upper end, in pixels
	 * @param name "Thứ Ba, 17/11/2026"
	 * @param tick what stands below it, or nothing
	 * @param minor whether that is left out where there is little room
	 * @param visits {@code null} where nothing is known
	 * @param open whether it still grows
	 */
	record Column(double left, double room, double x, double width, double middle, int y, int height, String name,
			String tick, boolean minor, @Nullable Visits visits, boolean open) {

		/** The figure, as people write it. */
		public String number() {
			return (this.visits != null) ? VisitChart.number(this.visits.visits()) : "";
		}

	}

	/** A line of the scale: its height in pixels from above, and its figure. */
	record Line(int y, String label) {
	}

	private record Bucket(String name, String tick, boolean minor, @Nullable Visits visits, boolean open) {

		long count() {
			return (this.visits != null) ? this.visits.visits() : 0;
		}

	}

}
