package vn.conglang.appearance;

import java.util.stream.IntStream;

/**
 * How well one colour can be read on another, as WCAG 2.2 counts it. Colours are written
 * as {@code #rrggbb}.
 */
public final class Contrast {

	/** The least at which text of usual size can be read. */
	public static final double TEXT = 4.5;

	private Contrast() {
	}

	/** From 1 for equal colours to 21 for black and white; the order does not matter. */
	public static double of(String one, String other) {
		double first = luminance(one);
		double second = luminance(other);
		return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
	}

	private static double luminance(String colour) {
		double[] linear = IntStream.range(0, 3).mapToDouble((part) -> linear(part(colour, part))).toArray();
		return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
	}

	/** Red, green or blue of a colour, from 0 to 255. */
	static int part(String colour, int index) {
		return Integer.parseInt(colour, 1 + 2 * index, 3 + 2 * index, 16);
	}

	static double linear(int part) {
		double share = part / 255.0;
		return (share <= 0.04045) ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

}
