package vn.conglang.oversight;

import java.util.Arrays;
import java.util.Optional;

import vn.conglang.upkeep.Light;

/**
 * What the map and the table can be coloured and sorted by. Each puts a site into one of
 * a few classes; the more intense the colour, the more there is of it.
 */
enum Measure {

	/** The traffic light of the rules. */
	LIGHT("den"),

	/** Own entries published in the period. */
	PUBLISHED("dang"),

	/** Days since the last own publication. */
	SILENCE("im-lang"),

	/** Mandatory sections that are there and current. */
	SECTIONS("muc");

	/** Days of silence at which the next class begins. */
	private static final int[] SILENT = { 8, 15, 31, 91 };

	/** Percent of the sections at which the next class begins. */
	private static final int[] COMPLETE = { 1, 40, 60, 80, 100 };

	private final String option;

	Measure(String option) {
		this.option = option;
	}

	/** Its name in addresses. */
	public String option() {
		return this.option;
	}

	/** The measure of this name in an address. */
	static Optional<Measure> ofOption(String option) {
		return Arrays.stream(values()).filter((measure) -> measure.option.equals(option)).findFirst();
	}

	/**
	 * The class of a site.
	 * @param steps where the classes of {@link #PUBLISHED} begin
	 * @return from 0; a message {@code overview.class.<measure>.<class>} says it in words
	 */
	int of(SiteRow row, int[] steps) {
		return switch (this) {
			case LIGHT -> row.light().ordinal();
			case PUBLISHED -> reached(row.published(), steps);
			case SILENCE -> (row.last() == null) ? SILENT.length + 1 : reached(row.silentDays(), SILENT);
			case SECTIONS -> (row.sections() == 0) ? 0 : reached(row.currentPercent(), COMPLETE);
		};
	}

	/** How many classes there are. */
	int classes(int[] steps) {
		return switch (this) {
			case LIGHT -> Light.values().length;
			case PUBLISHED -> steps.length + 1;
			case SILENCE -> SILENT.length + 2;
			case SECTIONS -> COMPLETE.length + 1;
		};
	}

	/** The first value of a class, for its words; 0 where it has none. */
	int begins(int number, int[] steps) {
		int[] begins = switch (this) {
			case LIGHT -> new int[0];
			case PUBLISHED -> steps;
			case SILENCE -> SILENT;
			case SECTIONS -> COMPLETE;
		};
		return (number > 0 && number <= begins.length) ? begins[number - 1] : 0;
	}

	private static int reached(int value, int[] begins) {
		int number = 0;
		while (number < begins.length && value >= begins[number]) {
			number++;
		}
		return number;
	}

}
