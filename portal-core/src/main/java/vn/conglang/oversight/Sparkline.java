package vn.conglang.oversight;

import java.util.ArrayList;
import java.util.List;

/**
 * Months as small columns, in pixels. A month with anything at all is to be seen.
 *
 * @param columns from the oldest
 */
record Sparkline(int width, int height, List<Column> columns) {

	private static final int HEIGHT = 20;

	private static final int COLUMN = 4;

	private static final int STEP = 6;

	static Sparkline of(List<Integer> values) {
		int most = Math.max(1, values.stream().mapToInt(Integer::intValue).max().orElse(0));
		List<Column> columns = new ArrayList<>();
		for (int i = 0; i < values.size(); i++) {
			int value = values.get(i);
			int height = (value == 0) ? 1 : Math.max(3, Math.round((float) value * HEIGHT / most));
			columns.add(new Column(i * STEP, HEIGHT - height, COLUMN, height, value == 0));
		}
		return new Sparkline(Math.max(0, values.size() * STEP - (STEP - COLUMN)), HEIGHT, columns);
	}

	/**
	 * A month.
	 *
	 * @param empty whether nothing was published
	 */
	record Column(int x, int y, int width, int height, boolean empty) {
	}

}
