package vn.conglang.upkeep;

import java.util.List;
import java.util.function.Supplier;

/**
 * How a site stands today.
 *
 * @param words the one sentence that matters most; found when somebody reads it
 * @param findings all that is to be done, the most urgent first
 */
public record Standing(Tally tally, Supplier<String> words, List<Finding> findings) {

	/** Of a site of which nothing is known. */
	public static final Standing UNKNOWN = new Standing(Tally.NONE, () -> "", List.of());

	public Light light() {
		return this.tally.light();
	}

	/** The one sentence that matters most. */
	public String reason() {
		return this.words.get();
	}

}
