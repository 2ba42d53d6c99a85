package vn.conglang.upkeep;

import java.util.List;
import java.util.function.Supplier;

/**
 * How a site stands today.
 *
 * @param words the one sentence that matters most; found when somebody reads it
 * @param findings all that is to be done, the most urgent first
 * @param sections how many mandatory sections there are; 0 where nobody has looked yet
 * @param present of them those that are there, though some may be out of date
 * @param current of them those that are there and up to date
 */
public record Standing(Light light, Supplier<String> words, List<Finding> findings, int sections, int present,
		int current) {

	/** Of a site of which nothing is known. */
	public static final Standing UNKNOWN = new Standing(Light.GOOD, () -> "", List.of(), 0, 0, 0);

	/** The one sentence that matters most. */
	public String reason() {
		return this.words.get();
	}

}
