package vn.conglang.web;

import org.jspecify.annotations.Nullable;

/** The page number in an address ({@code trang}). */
final class PageNumber {

	private static final int LAST = 99_999;

	private PageNumber() {
	}

	/**
	 * The page asked for, from 0.
	 * @throws NotFoundException for what is no number between 1 and 99,999
	 */
	static int parse(@Nullable String text) {
		if (text == null) {
			return 0;
		}
		if (!text.matches("[0-9]{1,5}")) {
			throw new NotFoundException();
		}
		int number = Integer.parseInt(text);
		if (number < 1 || number > LAST) {
			throw new NotFoundException();
		}
		return number - 1;
	}

	/** A page behind the last one does not exist, but the first one always does. */
	static void check(int page, int size, long total) {
		if (page > 0 && (long) page * size >= total) {
			throw new NotFoundException();
		}
	}

}
