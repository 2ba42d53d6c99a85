package vn.conglang.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import vn.conglang.search.Words.Word;

/**
 * A {@code tsvector} in the making: the words of some texts, as written and folded, with
 * their places.
 */
final class Vector {

	/** PostgreSQL counts no further. */
	private static final int LAST_PLACE = 16_383;

	/** PostgreSQL keeps no more of one word. */
	private static final int MOST_PLACES = 250;

	/** Keeps a vector well below the megabyte that it may have. */
	private static final int MOST_WORDS = 20_000;

	/** So that no phrase reaches from one text into the next. */
	private static final int GAP = 10;

	private final Map<String, Places> lexemes = new LinkedHashMap<>();

	private int place;

	/**
	 * Adds a text.
	 * @param label "A" to "C", or empty
	 */
	Vector add(List<Word> text, Set<String> concepts, String label) {
		for (Word word : text) {
			this.place++;
			add(word.folded(), label);
			if (word.hasDiacritics()) {
				add(word.exact(), label);
			}
		}
		for (String concept : concepts) {
			this.place += GAP;
			add(concept, label);
		}
		this.place += GAP;
		return this;
	}

	/** Adds what stands nowhere in the texts, such as the site. */
	Vector mark(List<String> marks) {
		marks.forEach((mark) -> this.lexemes.put(mark, new Places()));
		return this;
	}

	private void add(String lexeme, String label) {
		Places places = this.lexemes.get(lexeme);
		if (places == null) {
			if (this.lexemes.size() >= MOST_WORDS) {
				return;
			}
			places = new Places();
			this.lexemes.put(lexeme, places);
		}
		if (this.place <= LAST_PLACE && places.count < MOST_PLACES) {
			places.text.append((places.count++ == 0) ? ':' : ',').append(this.place).append(label);
		}
	}

	/** As PostgreSQL reads it. Words are of letters and digits, so none needs care. */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(this.lexemes.size() * 16);
		this.lexemes
			.forEach((lexeme, places) -> text.append('\'').append(lexeme).append('\'').append(places.text).append(' '));
		return text.toString();
	}

	private static final class Places {

		private final StringBuilder text = new StringBuilder();

		private int count;

	}

}
