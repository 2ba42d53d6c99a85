package vn.conglang.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import vn.conglang.kernel.VietnameseText;

/**
 * The syllables of a text in order, each folded, so that neither capitals nor the way in
 * which diacritics are written make a difference.
 */
final class Syllables {

	private static final Pattern SYLLABLE = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

	private static final int MOST_KNOWN = 50_000;

	/** Vietnamese has some thousand syllables: folding each anew would take longest. */
	private static final Map<String, Long> KNOWN = new ConcurrentHashMap<>();

	private Syllables() {
	}

	/** Those of stored HTML. */
	static List<Syllable> of(String html) {
		return of(Jsoup.parseBodyFragment(html).body());
	}

	/** Those of text without any mark-up. */
	static List<Syllable> ofPlain(String text) {
		return of(new Element("p").appendText(text));
	}

	/** Those of an element, with their places in it. */
	static List<Syllable> of(Element element) {
		List<Syllable> syllables = new ArrayList<>();
		element.nodeStream(TextNode.class).forEach((node) -> {
			Matcher syllable = SYLLABLE.matcher(node.getWholeText());
			while (syllable.find()) {
				syllables.add(new Syllable(node, syllable.start(), syllable.end(), hash(syllable.group())));
			}
		});
		return syllables;
	}

	private static long hash(String syllable) {
		Long known = KNOWN.get(syllable);
		if (known == null) {
			known = Mix.hash(VietnameseText.fold(syllable));
			if (KNOWN.size() < MOST_KNOWN) {
				KNOWN.put(syllable, known);
			}
		}
		return known;
	}

	/**
	 * A syllable, a number or whatever else is written without a gap.
	 *
	 * @param hash of its letters, folded
	 */
	record Syllable(TextNode node, int start, int end, long hash) {
	}

}
