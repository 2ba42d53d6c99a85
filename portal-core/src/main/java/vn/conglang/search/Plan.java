package vn.conglang.search;

import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.search.SearchResult.Closeness;

/**
 * What an engine is to look for. Every engine finds the same with the same plan and ranks
 * it by the same formula ({@link Ranking}).
 *
 * @param clauses the parts of what was typed, at least one
 * @param least how many of them must be found anywhere in an entry
 * @param inOrder all that was typed, folded; entries with that in their titles, word for
 * word, rank higher; empty where it says nothing
 * @param titles whether the clauses must be found in title or number
 */
record Plan(Closeness closeness, List<Clause> clauses, int least, List<Term> inOrder, boolean titles) {

	/** The same, looked for in titles and numbers only. */
	Plan inTitles() {
		return new Plan(this.closeness, this.clauses, this.least, this.inOrder, true);
	}

	/**
	 * A part of what was typed with all that may stand for it.
	 *
	 * @param alternatives any of these is enough
	 * @param typed what was typed, where the alternatives are wider; entries with it rank
	 * higher
	 * @param anywhere whether {@code typed} is looked for in all the text, otherwise in
	 * title, number and brief
	 */
	record Clause(List<Alternative> alternatives, @Nullable Alternative typed, boolean anywhere) {

		static Clause of(Alternative alternative) {
			return new Clause(List.of(alternative), null, false);
		}

	}

	/**
	 * One word, or several that must follow each other. All are of the same kind, or only
	 * the last is a prefix.
	 */
	record Alternative(List<Term> terms) {

		static Alternative of(String word, Kind kind) {
			return new Alternative(List.of(new Term(word, kind)));
		}

	}

	/** A word, lower case, only letters and digits, or a concept: {@code =ubnd}. */
	record Term(String text, Kind kind) {
	}

	/** How a word is compared. */
	enum Kind {

		/** As it is written, with its diacritics. */
		EXACT,

		/** Without diacritics. */
		FOLDED,

		/** The beginning of a word, without diacritics. */
		PREFIX

	}

}
