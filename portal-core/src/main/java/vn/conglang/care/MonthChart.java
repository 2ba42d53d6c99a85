package vn.conglang.care;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Publications of months as columns with their numbers.
 *
 * @param months from the oldest
 */
record MonthChart(int width, int height, List<Month> months) {

	private static final int STEP = 30;

	private static final int COLUMN = 22;

	private static final int TOP = 16;

	private static final int TALLEST = 64;

	private static final int FOOT = 18;

	static MonthChart of(YearMonth first, int[] counts) {
		int most = 1;
		for (int count : counts) {
			most = Math.max(most, count);
		}
		List<Month> months = new ArrayList<>();
		for (int i = 0; i < counts.length; i++) {
			YearMonth month = first.plusMonths(i);
			int height = (counts[i] == 0) ? 1 : Math.max(3, counts[i] * TALLEST / most);
			months.add(new Month(month, i * STEP + (STEP - COLUMN) / 2, TOP + TALLEST - height, COLUMN, height,
					i * STEP + STEP / 2, counts[i]));
		}
		return new MonthChart(counts.length * STEP, TOP + TALLEST + FOOT, months);
	}

	/** Where the names of months stand. */
	public int foot() {
		return this.height - 4;
	}

	/** How many all together. */
	public int total() {
		return this.months.stream().mapToInt(Month::count).sum();
	}

	/**
	 * A month.
	 *
	 * @param middle of its column
	 */
	record Month(YearMonth month, int x, int y, int width, int height, int middle, int count) {

		/** Where its number stands. */
		public int above() {
			return this.y - 4;
		}

		/** "T11". */
		public String tick() {
			return "T" + this.month.getMonthValue();
		}

		/** "11/2026". */
		public String name() {
			return "%02d/%d".formatted(this.month.getMonthValue(), this.month.getYear());
		}

	}

}
