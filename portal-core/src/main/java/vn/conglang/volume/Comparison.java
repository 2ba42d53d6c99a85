package vn.conglang.volume;

import org.jspecify.annotations.Nullable;

/**
 * A figure beside that of another period.
 *
 * @param than the other period
 * @param before what the figure was there
 * @param percent by how much it grew or, below nought, shrank; {@code null} where it was
 * nothing
 */
record Comparison(Period than, int before, @Nullable Long percent) {

	static Comparison of(int now, int before, Period than) {
		return new Comparison(than, before, (before != 0) ? Math.round((now - before) * 100.0 / before) : null);
	}

}
