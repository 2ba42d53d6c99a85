package vn.conglang.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Words that differ from one another by a letter: one too many, one missing, another one,
 * or two that changed places. Each word is kept with its variants (itself, and itself
 * without one of its letters); words that are so near have a variant in common, which an
 * index finds at once however many words there are.
 */
@Component
class NearWords {

	private static final int SHORTEST = 4;

	private static final int LONGEST = 20;

	private static final int MOST = 20;

	/** How many words are remembered as being in the table already. */
	private static final int MOST_REMEMBERED = 200_000;

	private final JdbcClient jdbc;

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	NearWords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The words, folded, that are near this one, without itself; none for short ones. */
	List<String> of(String word) {
		if (!isWord(word) || word.length() < SHORTEST) {
			return List.of();
		}
		return this.jdbc.sql("SELECT word FROM search_word WHERE variants && :variants::text[] ORDER BY word")
			.param("variants", array(variants(word)))
			.query((row, number) -> row.getString("word"))
			.list()
			.stream()
			.filter((other) -> near(word, other))
			.limit(MOST)
			.toList();
	}

	/** Whether a word, folded, stands anywhere, or is of a kind that is not kept. */
	boolean known(String word) {
		if (!isWord(word) || word.length() < SHORTEST || this.known.contains(word)) {
			return true;
		}
		boolean known = this.jdbc.sql("SELECT EXISTS (SELECT FROM search_word WHERE word = :word)")
			.param("word", word)
			.query((row, number) -> row.getBoolean(1))
			.single();
		if (known) {
			remember(List.of(word));
		}
		return known;
	}

	/** Learns the words, folded, of published texts. */
	void learn(Collection<String> words) {
		Set<String> fresh = words.stream()
			.filter((word) -> isWord(word) && word.length() >= SHORTEST - 1 && !this.known.contains(word))
			// in the same order everywhere, so that nodes do not wait for each other in a
			// circle
			.collect(Collectors.toCollection(TreeSet::new));
		if (fresh.isEmpty()) {
			return;
		}
		this.jdbc
			.sql("""
					INSERT INTO search_word (word, variants)
					SELECT word, ARRAY(SELECT word UNION SELECT overlay(word PLACING '' FROM i FOR 1) FROM generate_series(1, length(word)) i)
					FROM unnest(:words::text[]) word ON CONFLICT DO NOTHING""")
			.param("words", array(fresh))
			.update();
		remember(fresh);
	}

	/** A word that stood somewhere once is never forgotten. */
	private void remember(Collection<String> words) {
		if (this.known.size() < MOST_REMEMBERED) {
			this.known.addAll(words);
		}
	}

	private static boolean isWord(String word) {
		return word.length() <= LONGEST && word.chars().allMatch((letter) -> letter >= 'a' && letter <= 'z');
	}

	private static Set<String> variants(String word) {
		Set<String> variants = new HashSet<>(Set.of(word));
		for (int i = 0; i < word.length(); i++) {
			variants.add(word.substring(0, i) + word.substring(i + 1));
		}
		return variants;
	}

	/**
	 * Whether two different words differ by one letter, or by two that changed places.
	 */
	static boolean near(String one, String other) {
		int shorter = Math.min(one.length(), other.length());
		int begin = 0;
		while (begin < shorter && one.charAt(begin) == other.charAt(begin)) {
			begin++;
		}
		int end = 0;
		while (end < shorter - begin && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
			end++;
		}
		String left = one.substring(begin, one.length() - end);
		String right = other.substring(begin, other.length() - end);
		return !one.equals(other) && (left.length() <= 1 && right.length() <= 1 || left.length() == 2
				&& right.length() == 2 && left.charAt(0) == right.charAt(1) && left.charAt(1) == right.charAt(0));
	}

	private static String array(Collection<String> words) {
		return words.stream().collect(Collectors.joining(",", "{", "}"));
	}

}
