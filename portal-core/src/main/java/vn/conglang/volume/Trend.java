package vn.conglang.volume;

import java.text.NumberFormat;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;

/**
 * Figures of months as a curve. Across, everything is told in percent, so that the
 * drawing fits every width and its letters keep their size; downwards in pixels.
 *
 * @param points from the oldest to the latest month
 * @param lines of the scale, from the bottom
 * @param peak the highest point, if any is above nothing
 */
record Trend(List<Point> points, List<Line> lines, @Nullable Point peak) {

	/**
	 * How many months are shown: so that the same month of the year before is among them.
	 */
	static final int MONTHS = 13;

	/** Height of the drawing in pixels, with the line of months below. */
	private static final int HEIGHT = 192;

	private static final int TOP = 24;

	private static final int BOTTOM = 160;

	private static final int MOST_LINES = 4;

	/**
	 * Draws the months.
	 * @param open the month that is not over yet; it still grows
	 * @param evidence address of what was published in a month
	 */
	static Trend of(SortedMap<YearMonth, Integer> months, YearMonth open, Function<YearMonth, String> evidence) {
		int most = months.values().stream().mapToInt(Integer::intValue).max().orElse(0);
		int step = step(most);
		int top = Math.max(step, (most + step - 1) / step * step);
		List<Line> lines = new ArrayList<>();
		for (int value = 0; value <= top; value += step) {
			lines.add(new Line(y(value, top), number(value)));
		}
		double width = 100.0 / months.size();
		List<Point> points = new ArrayList<>();
		Point peak = null;
		for (Map.Entry<YearMonth, Integer> month : months.entrySet()) {
			int i = points.size();
			YearMonth when = month.getKey();
			boolean year = when.getMonthValue() == 1 || i == 0;
			Point point = new Point(i * width, width, (i + 0.5) * width, y(month.getValue(), top),
					"Tháng " + when.getMonthValue() + "/" + when.getYear(),
					"T" + when.getMonthValue() + (year ? "/" + when.getYear() : ""), i % 3 != 0, month.getValue(),
					!when.isBefore(open), evidence.apply(when));
			if (point.value() > ((peak != null) ? peak.value() : 0)) {
				peak = point;
			}
			points.add(point);
		}
		return new Trend(points, lines, peak);
	}

	/** 1, 2 or 5 and noughts, such that there are few lines. */
	private static int step(int most) {
		int step = 1;
		while (true) {
			for (int factor : new int[] { 1, 2, 5 }) {
				if (most <= (long) factor * step * MOST_LINES) {
					return factor * step;
				}
			}
			step *= 10;
		}
	}

	private static int y(int value, int top) {
		return (int) Math.round(BOTTOM - (BOTTOM - TOP) * (double) value / top);
	}

	private static String number(int value) {
		return NumberFormat.getIntegerInstance(VietnameseText.LOCALE).format(value);
	}

	/** For templates. */
	public int height() {
		return HEIGHT;
	}

	/** Where the labels of the months stand, in pixels from above. */
	public int foot() {
		return BOTTOM + 20;
	}

	/**
	 * A month.
	 *
	 * @param left where its part of the drawing begins, in percent
	 * @param room how wide that is, in percent
	 * @param x in percent
	 * @param y in pixels
	 * @param name "Tháng 11/2026"
	 * @param tick what stands below it
	 * @param minor whether that is left out where there is little room
	 * @param open whether it still grows
	 * @param href to what was published in it
	 */
	record Point(double left, double room, double x, int y, String name, String tick, boolean minor, int value,
			boolean open, String href) {

		/** The figure, as people write it. */
		public String number() {
			return Trend.number(this.value);
		}

	}

	/** A line of the scale: its height in pixels from above, and its figure. */
	record Line(int y, String label) {
	}

}
