package vn.conglang.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.conglang.search.Plan.Alternative;
import vn.conglang.search.Plan.Clause;
import vn.conglang.search.Plan.Kind;
import vn.conglang.search.Plan.Term;
import vn.conglang.search.SearchResult.Closeness;
import vn.conglang.search.Synonyms.Member;
import vn.conglang.search.Words.Word;

import org.springframework.stereotype.Component;

/** Makes plans of what was typed: first to the letter, then ever more lenient. */
@Component
class Planner {

	/** Further words are passed over. */
	private static final int MOST_WORDS = 16;

	/** Up to this many clauses any two of them may be missing. */
	private static final int MOST_FOR_TWO_MISSING = 9;

	/** In so few clauses any word may be mistyped; of more some may be missing. */
	private static final int FEW = 3;

	private static final Set<String> BEFORE_NUMBERS = Set.of("so", "nam");

	private static final Pattern QUOTED = Pattern.compile("[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]");

	private final Synonyms synonyms;

	private final NearWords nearWords;

	Planner(Synonyms synonyms, NearWords nearWords) {
		this.synonyms = synonyms;
		this.nearWords = nearWords;
	}

	/** Takes apart what was typed. */
	Typed read(String text) {
		List<List<Word>> phrases = new ArrayList<>();
		String loose = QUOTED.matcher(text).replaceAll((quoted) -> {
			List<Word> phrase = Words.of(quoted.group(1));
			if (!phrase.isEmpty()) {
				phrases.add(phrase.subList(0, Math.min(MOST_WORDS, phrase.size())));
			}
			// the words keep their places in the text
			return " ".repeat(quoted.group().length());
		});
		List<Word> words = Words.of(loose);
		return new Typed(words.subList(0, Math.min(MOST_WORDS, words.size())),
				phrases.subList(0, Math.min(MOST_WORDS / 4, phrases.size())));
	}

	/** All words as typed; those without diacritics may have any. */
	Plan asTyped(Typed typed) {
		return plan(Closeness.AS_TYPED, typed, Kind.EXACT, (word) -> false);
	}

	/** All words whatever their diacritics; the same as typed if none had any. */
	Plan anyDiacritics(Typed typed) {
		return plan(Closeness.ANY_DIACRITICS, typed, Kind.FOLDED, (word) -> false);
	}

	/** All words, or such as differ by one letter from those that stand nowhere. */
	Plan corrected(Typed typed) {
		return plan(Closeness.CORRECTED, typed, Kind.FOLDED, (word) -> !this.nearWords.known(word.folded()));
	}

	/** All words, or any such as differ by one letter. */
	private Plan guessed(Typed typed) {
		return plan(Closeness.CORRECTED, typed, Kind.FOLDED, (word) -> true);
	}

	/** All words in title and number; {@code null} of a short plan. */
	@Nullable Plan allInTitle(Plan all) {
		return (all.clauses().size() <= FEW) ? null
				: new Plan(all.closeness(), all.clauses(), all.least(), all.inOrder(), true);
	}

	/** Most of the words of a long plan. */
	Plan mostWords(Plan all) {
		int count = all.clauses().size();
		boolean two = count >= 2 * FEW && count <= MOST_FOR_TWO_MISSING;
		return new Plan(all.closeness(), all.clauses(), count - (two ? 2 : 1), all.inOrder(), false);
	}

	/**
	 * If not even all words with unknown ones corrected are found: other letters in any
	 * of few words, or some of many words, ever fewer. A single one must be as it was
	 * typed: with a letter changed it says nothing.
	 */
	List<Plan> lenient(Typed typed) {
		Plan corrected = corrected(typed);
		int count = corrected.clauses().size();
		List<Plan> plans = new ArrayList<>();
		if (count <= FEW) {
			plans.add(guessed(typed));
		}
		if (count > 2) {
			plans.add(some(corrected, count - 1));
		}
		if (count > 3 && count <= MOST_FOR_TWO_MISSING) {
			plans.add(some(corrected, count - 2));
		}
		if (count > 1) {
			plans.add(some(anyDiacritics(typed), 1));
		}
		return plans;
	}

	private static Plan some(Plan all, int least) {
		return new Plan(Closeness.SOME_WORDS, all.clauses(), least, all.inOrder(), false);
	}

	/**
	 * While somebody is typing.
	 * @param open whether the last word may go on
	 */
	Plan begun(Typed typed, boolean open) {
		List<Clause> clauses = new ArrayList<>();
		List<Word> words = typed.words();
		for (int i = 0; i < words.size(); i++) {
			boolean last = i == words.size() - 1;
			Word word = words.get(i);
			clauses
				.add(Clause.of((last && open) ? Alternative.of(word.folded(), Kind.PREFIX) : single(word, Kind.EXACT)));
		}
		typed.phrases().forEach((phrase) -> clauses.add(Clause.of(phrase(phrase, Kind.EXACT))));
		return new Plan(Closeness.AS_TYPED, List.copyOf(new LinkedHashSet<>(clauses)), clauses.size(), List.of(), true);
	}

	/**
	 * @param near which words may have another letter
	 */
	private Plan plan(Closeness closeness, Typed typed, Kind kind, Predicate<Word> near) {
		Set<Clause> clauses = new LinkedHashSet<>();
		List<Word> words = typed.words();
		boolean onlySmall = typed.phrases().isEmpty() && count(words) == 0;
		for (int i = 0; i < words.size();) {
			int small = onlySmall ? 0 : smallAt(words, i);
			Member member = this.synonyms.at(words, i);
			if (small > 0) {
				i += small;
			}
			else if (member != null) {
				List<Word> span = words.subList(i, i + member.words().size());
				clauses.add(new Clause(List.of(Alternative.of(member.concept(), Kind.FOLDED)), phrase(span, Kind.EXACT),
						false));
				i += span.size();
			}
			else {
				clauses.add(clause(words.get(i), kind, near.test(words.get(i))));
				i++;
			}
		}
		for (List<Word> phrase : typed.phrases()) {
			clauses.add(wider(phrase(phrase, kind), phrase(phrase, Kind.EXACT)));
		}
		List<Term> inOrder = new ArrayList<>();
		if (closeness != Closeness.CORRECTED) {
			words.forEach((word) -> inOrder.add(new Term(word.folded(), Kind.FOLDED)));
		}
		return new Plan(closeness, List.copyOf(clauses), clauses.size(),
				(inOrder.size() > 1) ? List.copyOf(inOrder) : List.of(), false);
	}

	private Clause clause(Word word, Kind kind, boolean near) {
		Alternative typed = single(word, Kind.EXACT);
		Alternative wide = single(word, kind);
		if (!near) {
			return wider(wide, typed);
		}
		List<Alternative> alternatives = new ArrayList<>(List.of(wide));
		this.nearWords.of(word.folded()).forEach((other) -> alternatives.add(Alternative.of(other, Kind.FOLDED)));
		// what stands nowhere need not be looked for, which takes long
		return new Clause(List.copyOf(alternatives), this.nearWords.known(word.folded()) ? typed : null, true);
	}

	private static Clause wider(Alternative wide, Alternative typed) {
		return wide.equals(typed) ? Clause.of(wide) : new Clause(List.of(wide), typed, true);
	}

	/** How many words are left when those that mean little are passed over. */
	private int count(List<Word> words) {
		int count = 0;
		for (int i = 0; i < words.size();) {
			int small = smallAt(words, i);
			count += (small > 0) ? 0 : 1;
			i += Math.max(1, small);
		}
		return count;
	}

	/** "số 2590" is the number 2590, "năm 2022" the year 2022. */
	private int smallAt(List<Word> words, int place) {
		boolean number = BEFORE_NUMBERS.contains(words.get(place).folded()) && place + 1 < words.size()
				&& Character.isDigit(words.get(place + 1).folded().charAt(0));
		return number ? 1 : this.synonyms.smallAt(words, place);
	}

	private static Alternative single(Word word, Kind kind) {
		return phrase(List.of(word), kind);
	}

	/**
	 * Words that follow each other: with their diacritics if one of them has any and they
	 * matter.
	 */
	private static Alternative phrase(List<Word> words, Kind kind) {
		boolean exact = kind == Kind.EXACT && words.stream().anyMatch(Word::hasDiacritics);
		return new Alternative(words.stream()
			.map((word) -> exact ? new Term(word.exact(), Kind.EXACT) : new Term(word.folded(), Kind.FOLDED))
			.toList());
	}

	/**
	 * What was typed.
	 *
	 * @param words outside of quotes
	 * @param phrases between quotes, none of them empty
	 */
	record Typed(List<Word> words, List<List<Word>> phrases) {

		boolean isEmpty() {
			return this.words.isEmpty() && this.phrases.isEmpty();
		}

	}

}
