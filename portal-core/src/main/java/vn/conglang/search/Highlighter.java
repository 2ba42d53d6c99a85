package vn.conglang.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import vn.conglang.search.Plan.Alternative;
import vn.conglang.search.Plan.Clause;
import vn.conglang.search.Plan.Kind;
import vn.conglang.search.Plan.Term;
import vn.conglang.search.SearchResult.Piece;
import vn.conglang.search.Words.Word;

/**
 * Marks in a text the words that a plan looked for, and cuts the piece of it that shows
 * most of them. The text stays as it was written.
 */
final class Highlighter {

	/** Words of an excerpt. */
	private static final int EXCERPT = 38;

	/** Words before the first that was found. */
	private static final int BEFORE = 8;

	private final Set<String> exact = new HashSet<>();

	private final Set<String> folded = new HashSet<>();

	private final List<String> beginnings = new ArrayList<>();

	/** Folded words that mean something only together. */
	private final List<List<String>> phrases = new ArrayList<>();

	Highlighter(Plan plan, Synonyms synonyms) {
		for (Clause clause : plan.clauses()) {
			for (Alternative alternative : clause.alternatives()) {
				if (alternative.terms().size() > 1) {
					this.phrases.add(alternative.terms().stream().map(Term::text).toList());
					continue;
				}
				Term term = alternative.terms().getFirst();
				if (term.text().startsWith("=")) {
					this.phrases.addAll(synonyms.spellings(term.text()));
				}
				else if (term.kind() == Kind.PREFIX) {
					this.beginnings.add(term.text());
				}
				else {
					((term.kind() == Kind.EXACT) ? this.exact : this.folded).add(term.text());
				}
			}
		}
	}

	/** The whole text with its marks. */
	List<Piece> mark(String text) {
		return pieces(read(text), 0, text.length());
	}

	/**
	 * The part of an entry that has most of the words, with its marks: of the brief,
	 * unless the words stand in the body only.
	 */
	List<Piece> excerpt(String brief, String body) {
		Marked inBrief = read(brief);
		if (!brief.isEmpty() && inBrief.any()) {
			return excerpt(inBrief);
		}
		Marked inBody = read(body);
		return excerpt((brief.isEmpty() || inBody.any()) ? inBody : inBrief);
	}

	private static List<Piece> excerpt(Marked text) {
		List<Word> words = text.words();
		if (words.size() <= EXCERPT) {
			return pieces(text, 0, text.text().length());
		}
		int best = 0;
		int most = -1;
		for (int i = 0; i < words.size(); i++) {
			if (text.marks()[i]) {
				Set<String> different = new HashSet<>();
				for (int j = i; j < Math.min(words.size(), i + EXCERPT - BEFORE); j++) {
					if (text.marks()[j]) {
						different.add(words.get(j).folded());
					}
				}
				if (different.size() > most) {
					most = different.size();
					best = i;
				}
			}
		}
		int first = Math.max(0, Math.min(best - BEFORE, words.size() - EXCERPT));
		int last = Math.min(words.size(), first + EXCERPT) - 1;
		int start = (first == 0) ? 0 : words.get(first).start();
		int end = (last == words.size() - 1) ? text.text().length() : words.get(last).end();
		List<Piece> pieces = new ArrayList<>();
		if (start > 0) {
			pieces.add(new Piece("… ", false));
		}
		pieces.addAll(pieces(text, start, end));
		if (end < text.text().length()) {
			pieces.add(new Piece(" …", false));
		}
		return pieces;
	}

	private static List<Piece> pieces(Marked marked, int start, int end) {
		String text = marked.text();
		List<Word> words = marked.words();
		boolean[] marks = marked.marks();
		List<Piece> pieces = new ArrayList<>();
		int at = start;
		for (int i = 0; i < words.size(); i++) {
			if (!marks[i] || words.get(i).start() < start || words.get(i).end() > end) {
				continue;
			}
			int first = i;
			// words that stand together are marked together
			while (i + 1 < words.size() && marks[i + 1] && words.get(i + 1).end() <= end
					&& words.get(i + 1).start() - words.get(i).end() <= 1) {
				i++;
			}
			if (words.get(first).start() > at) {
				pieces.add(new Piece(text.substring(at, words.get(first).start()), false));
			}
			at = words.get(i).end();
			pieces.add(new Piece(text.substring(words.get(first).start(), at), true));
		}
		if (at < end) {
			pieces.add(new Piece(text.substring(at, end), false));
		}
		return pieces;
	}

	private Marked read(String text) {
		List<Word> words = Words.of(text);
		boolean[] marks = new boolean[words.size()];
		for (int i = 0; i < marks.length; i++) {
			Word word = words.get(i);
			marks[i] |= this.exact.contains(word.exact()) || this.folded.contains(word.folded())
					|| begins(word.folded());
			for (List<String> phrase : this.phrases) {
				if (stands(phrase, words, i)) {
					for (int j = 0; j < phrase.size(); j++) {
						marks[i + j] = true;
					}
				}
			}
		}
		return new Marked(text, words, marks);
	}

	private boolean begins(String word) {
		for (String beginning : this.beginnings) {
			if (word.startsWith(beginning)) {
				return true;
			}
		}
		return false;
	}

	private static boolean stands(List<String> phrase, List<Word> words, int at) {
		if (at + phrase.size() > words.size()) {
			return false;
		}
		for (int i = 0; i < phrase.size(); i++) {
			Word word = words.get(at + i);
			if (!word.exact().equals(phrase.get(i)) && !word.folded().equals(phrase.get(i))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * A text taken apart, which takes longer than all the rest and is done once.
	 *
	 * @param marks which of the words are marked
	 */
	private record Marked(String text, List<Word> words, boolean[] marks) {

		private boolean any() {
			for (boolean mark : this.marks) {
				if (mark) {
					return true;
				}
			}
			return false;
		}

	}

}
