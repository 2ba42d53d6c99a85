package vn.conglang.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts of made-up Vietnamese, the same for the same seed. */
final class MadeTexts {

	private static final String[] BEGINNINGS = { "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng",
			"nh", "ph", "qu", "s", "t", "th", "tr", "v", "x" };

	private static final String[] ENDS = { "a", "á", "à", "an", "áng", "ạnh", "ao", "âm", "ân", "ây", "e", "ên", "ết",
			"iêm", "iền", "inh", "o", "ọc", "oi", "ong", "ồng", "ơi", "ua", "ung", "ườn", "ướt", "y", "uyên", "ích" };

	private final Random random;

	MadeTexts(long seed) {
		this.random = new Random(seed);
	}

	/** So many syllables, often ones more often than others. */
	List<String> syllables(int count) {
		List<String> syllables = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			syllables.add(BEGINNINGS[often(BEGINNINGS.length)] + ENDS[often(ENDS.length)]);
		}
		return syllables;
	}

	private int often(int count) {
		return (int) (count * Math.pow(this.random.nextDouble(), 1.5));
	}

	/** The same with some syllables in the place of others. */
	List<String> altered(List<String> syllables, double share) {
		List<String> altered = new ArrayList<>();
		for (String syllable : syllables) {
			altered.add((this.random.nextDouble() < share) ? syllables(1).getFirst() + "k" : syllable);
		}
		return altered;
	}

	/** As a body of several paragraphs. */
	static String html(List<String> syllables) {
		StringBuilder html = new StringBuilder();
		for (int from = 0; from < syllables.size(); from += 40) {
			html.append("<p>")
				.append(String.join(" ", syllables.subList(from, Math.min(syllables.size(), from + 40))))
				.append(".</p>");
		}
		return html.toString();
	}

}
