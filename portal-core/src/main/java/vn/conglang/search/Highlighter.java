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
		return pieces(text, Words.of(text), 0, text.length());
	}

	/** Whether anything in the text would be marked. */
	boolean marks(String text) {
		List<Word> words = Words.of(text);
		for (boolean marked : marked(words)) {
			if (marked) {
				return true;
			}
		}
		return false;
	}

	/** The part of the text that has most of the words, with its marks. */
	List<Piece> excerpt(String text) {
		List<Word> words = Words.of(text);
		if (words.size() <= EXCERPT) {
			return pieces(text, words, 0, text.length());
		}
		boolean[] marked = marked(words);
		int best = 0;
		int most = -1;
		for (int i = 0; i < words.size(); i++) {
			if (marked[i]) {
				Set<String> different = new HashSet<>();
				for (int j = i; j < Math.min(words.size(), i + EXCERPT - BEFORE); j++) {
					if (marked[j]) {
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
		int end = (last == words.size() - 1) ? text.length() : words.get(last).end();
		List<Piece> pieces = new ArrayList<>();
		if (start > 0) {
			pieces.add(new Piece("… ", false));
		}
		pieces.addAll(pieces(text, words, start, end));
		if (end < text.length()) {
			pieces.add(new Piece(" …", false));
		}
		return pieces;
	}

	private List<Piece> pieces(String text, List<Word> words, int start, int end) {
		boolean[] marked = marked(words);
		List<Piece> pieces = new ArrayList<>();
		int at = start;
		for (int i = 0; i < words.size(); i++) {
			if (!marked[i] || words.get(i).start() < start || words.get(i).end() > end) {
				continue;
			}
			int first = i;
			// words that stand together are marked together
			while (i + 1 < words.size() && marked[i + 1] && words.get(i + 1).end() <= end
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

	private boolean[] marked(List<Word> words) {
		boolean[] marked = new boolean[words.size()];
		for (int i = 0; i < marked.length; i++) {
			Word word = words.get(i);
			marked[i] |= this.exact.contains(word.exact()) || this.folded.contains(word.folded())
					|| this.beginnings.stream().anyMatch(word.folded()::startsWith);
			for (List<String> phrase : this.phrases) {
				if (stands(phrase, words, i)) {
					for (int j = 0; j < phrase.size(); j++) {
						marked[i + j] = true;
					}
				}
			}
		}
		return marked;
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

}
