package vn.conglang.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;
import vn.conglang.search.Words.Word;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * What means the same (UBND, Ủy ban nhân dân), and what means little in a question (ở
 * đâu). What means the same is given a name, the concept, which is indexed beside the
 * words; so looking for a concept costs no more than looking for a word.
 */
@Component
class Synonyms {

	/** By the first word, folded; the longest first. */
	private final Map<String, List<Member>> members;

	/** Folded, or as written where it is a single word. */
	private final Map<String, List<List<String>>> small;

	private final int analysis;

	Synonyms(@Value("${portal.search.synonyms}") Resource synonyms,
			@Value("${portal.search.small-words}") Resource small) {
		this.members = new HashMap<>();
		this.small = new HashMap<>();
		CRC32 all = new CRC32();
		for (String line : lines(synonyms)) {
			all.update((line + "\n").getBytes(StandardCharsets.UTF_8));
			List<List<Word>> group = new ArrayList<>();
			for (String member : line.split("=")) {
				List<Word> words = words(member);
				if (!words.isEmpty()) {
					group.add(words);
				}
			}
			if (group.size() > 1) {
				String concept = "=" + group.getFirst().stream().map(Word::folded).collect(Collectors.joining("-"));
				group.forEach(
						(words) -> this.members.computeIfAbsent(words.getFirst().folded(), (first) -> new ArrayList<>())
							.add(new Member(words, concept)));
			}
		}
		this.members.values()
			.forEach((list) -> list
				.sort(Comparator.comparing((Member member) -> member.words().size(), Comparator.reverseOrder())));
		for (String line : lines(small)) {
			List<Word> words = words(line);
			List<String> phrase = (words.size() == 1) ? List.of(words.getFirst().exact())
					: words.stream().map(Word::folded).toList();
			if (!phrase.isEmpty()) {
				this.small.computeIfAbsent(phrase.getFirst(), (first) -> new ArrayList<>()).add(phrase);
			}
		}
		this.small.values()
			.forEach((list) -> list
				.sort(Comparator.comparing((List<String> phrase) -> phrase.size(), Comparator.reverseOrder())));
		this.analysis = (int) (all.getValue() & 0xFFFFFF) * 100 + Words.VERSION;
	}

	/**
	 * A number for the way in which texts are taken apart; another one, after the file of
	 * synonyms was changed, say, means that they have to be taken apart again.
	 */
	int analysis() {
		return this.analysis;
	}

	/** The concepts in a text, each once. */
	Set<String> concepts(List<Word> text) {
		Set<String> concepts = new HashSet<>();
		for (int i = 0; i < text.size(); i++) {
			for (Member member : this.members.getOrDefault(text.get(i).folded(), List.of())) {
				if (member.standsIn(text, i)) {
					concepts.add(member.concept());
				}
			}
		}
		return concepts;
	}

	/** The longest member of a group that stands at a place of a text. */
	@Nullable Member at(List<Word> text, int place) {
		for (Member member : this.members.getOrDefault(text.get(place).folded(), List.of())) {
			if (member.standsIn(text, place)) {
				return member;
			}
		}
		return null;
	}

	/** How many words from a place on mean little; 0 where the word means something. */
	int smallAt(List<Word> text, int place) {
		Word word = text.get(place);
		for (List<String> phrase : this.small.getOrDefault(word.folded(), List.of())) {
			if (phrase.size() > 1 && stands(phrase, text, place)) {
				return phrase.size();
			}
		}
		// where nothing has diacritics, "cho" may be meant as "chợ"
		return (text.stream().anyMatch(Word::hasDiacritics)
				&& this.small.getOrDefault(word.exact(), List.of()).stream().anyMatch((phrase) -> phrase.size() == 1))
						? 1 : 0;
	}

	/** All spellings of a concept, folded. */
	List<List<String>> spellings(String concept) {
		return this.members.values()
			.stream()
			.flatMap(List::stream)
			.filter((member) -> member.concept().equals(concept))
			.map((member) -> member.words().stream().map(Word::folded).toList())
			.distinct()
			.toList();
	}

	private static boolean stands(List<String> phrase, List<Word> text, int place) {
		if (place + phrase.size() > text.size()) {
			return false;
		}
		for (int i = 0; i < phrase.size(); i++) {
			if (!text.get(place + i).folded().equals(phrase.get(i))) {
				return false;
			}
		}
		return true;
	}

	private static List<Word> words(String text) {
		return Words.of(Words.composed(text));
	}

	private static List<String> lines(Resource file) {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
			return reader.lines()
				.map((line) -> line.replaceFirst("#.*", "").strip())
				.filter((line) -> !line.isEmpty())
				.collect(Collectors.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One spelling of a concept.
	 */
	record Member(List<Word> words, String concept) {

		/**
		 * Whether it stands at a place of a text, with its diacritics or without any:
		 * "lon" may be meant as "lợn", "lớn" is something else.
		 */
		boolean standsIn(List<Word> text, int place) {
			if (place + this.words.size() > text.size()) {
				return false;
			}
			for (int i = 0; i < this.words.size(); i++) {
				Word word = text.get(place + i);
				String same = word.hasDiacritics() ? this.words.get(i).exact() : this.words.get(i).folded();
				if (!word.exact().equals(same)) {
					return false;
				}
			}
			return true;
		}

	}

}
