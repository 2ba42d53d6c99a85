package vn.conglang.likeness;

import java.util.BitSet;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import vn.conglang.likeness.Syllables.Syllable;

/**
 * Two texts for reading beside each other, what both have marked. Pictures are left out
 * and links lead nowhere: it is about the words.
 *
 * @param copy HTML
 * @param source HTML
 */
record SideBySide(String copy, String source) {

	static SideBySide of(String copy, String source) {
		Element left = words(copy);
		Element right = words(source);
		List<Syllable> ofLeft = Syllables.of(left);
		List<Syllable> ofRight = Syllables.of(right);
		Shingles here = Shingles.of(ofLeft);
		Shingles there = Shingles.of(ofRight);
		mark(ofLeft, there);
		mark(ofRight, here);
		return new SideBySide(left.html(), right.html());
	}

	private static Element words(String html) {
		Document document = Jsoup.parseBodyFragment(html);
		document.outputSettings().prettyPrint(false);
		Element body = document.body();
		body.select("img").remove();
		body.select("a").unwrap();
		body.select("[id]").removeAttr("id");
		return body;
	}

	private static void mark(List<Syllable> syllables, Shingles other) {
		BitSet common = new BitSet();
		long[] runs = Shingles.runs(syllables).toArray();
		for (int i = 0; i < runs.length; i++) {
			if (other.has(runs[i])) {
				common.set(i, i + Shingles.LENGTH);
			}
		}
		// from the end, so that the places before stay right
		int last = syllables.size() - 1;
		while (last >= 0) {
			int first = last;
			if (common.get(last)) {
				while (first > 0 && common.get(first - 1) && sameNode(syllables, first - 1, last)) {
					first--;
				}
				wrap(syllables.get(first), syllables.get(last));
			}
			last = first - 1;
		}
	}

	private static boolean sameNode(List<Syllable> syllables, int one, int other) {
		return syllables.get(one).node().equals(syllables.get(other).node());
	}

	private static void wrap(Syllable first, Syllable last) {
		TextNode node = first.node();
		if (last.end() < node.getWholeText().length()) {
			node.splitText(last.end());
		}
		TextNode marked = (first.start() > 0) ? node.splitText(first.start()) : node;
		marked.wrap("<mark></mark>");
	}

}
