package vn.conglang.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes text apart into words, the same way for what is searched and for what is looked
 * for, whichever engine then compares them. Each word is known as it is written, in lower
 * case and with its tone mark in one place (hòa and hoà are one word), and folded,
 * without diacritics.
 */
final class Words {

	/**
	 * Raised whenever words come out differently: then everything is taken apart again.
	 */
	static final int VERSION = 2;

	private static final int LONGEST_WORD = 60;

	/** Letters with Vietnamese diacritics all lie below. */
	private static final int TABLE = 0x1F00;

	private static final char[] LOWER = new char[TABLE];

	private static final char[] BASE = new char[TABLE];

	private static final byte[] KIND = new byte[TABLE];

	static {
		for (char letter = 0; letter < TABLE; letter++) {
			LOWER[letter] = Character.toLowerCase(letter);
			String parts = Normalizer.normalize(String.valueOf(LOWER[letter]), Normalizer.Form.NFD);
			boolean plain = parts.length() > 1 && parts.charAt(0) < 0x80;
			BASE[letter] = (LOWER[letter] == 'đ') ? 'd' : plain ? parts.charAt(0) : LOWER[letter];
			KIND[letter] = kind(letter);
		}
	}

	private Words() {
	}

	/**
	 * The form in which text is compared and its words are counted: composed Unicode.
	 */
	static String composed(String text) {
		return Normalizer.isNormalized(text, Normalizer.Form.NFC) ? text
				: Normalizer.normalize(text, Normalizer.Form.NFC);
	}

	/**
	 * The words of a text.
	 * @param text {@link #composed}
	 */
	static List<Word> of(String text) {
		List<Word> words = new ArrayList<>(text.length() / 5 + 1);
		int length = text.length();
		int at = 0;
		while (at < length) {
			int kind = kind(text, at);
			if (kind == 0) {
				at += step(text, at);
				continue;
			}
			int start = at;
			while (at < length && (kind(text, at) == kind || isMark(text, at))) {
				at += step(text, at);
			}
			words.add(word(text, start, at, kind));
		}
		return words;
	}

	private static Word word(String text, int start, int end, int kind) {
		int from = start;
		if (kind == 2) {
			while (from < end - 1 && text.charAt(from) == '0') {
				from++;
			}
		}
		int to = Math.min(end, from + LONGEST_WORD);
		char[] exact = new char[to - from];
		char[] folded = new char[to - from];
		int marks = 0;
		for (int i = from; i < to; i++) {
			char letter = text.charAt(i);
			exact[i - from] = (letter < TABLE) ? LOWER[letter] : letter;
			// what could not be composed with its letter
			if (letter >= '\u0300' && letter <= '\u036F') {
				marks++;
			}
			else {
				folded[i - from - marks] = (letter < TABLE) ? BASE[letter] : letter;
			}
		}
		moveTone(exact);
		String plain = new String(folded, 0, folded.length - marks);
		String written = new String(exact);
		return new Word(written.equals(plain) ? plain : written, plain, start, end);
	}

	/** Puts the tone mark of òa, òe and ùy on the second vowel. */
	private static void moveTone(char[] word) {
		for (int i = 0; i + 1 < word.length; i++) {
			char next = word[i + 1];
			if (next == 'a' || next == 'e' || next == 'y') {
				String from = (next == 'y') ? "úùủũụ" : "óòỏõọ";
				int tone = from.indexOf(word[i]);
				if (tone >= 0) {
					word[i] = (next == 'y') ? 'u' : 'o';
					word[i + 1] = ((next == 'a') ? "áàảãạ" : (next == 'e') ? "éèẻẽẹ" : "ýỳỷỹỵ").charAt(tone);
				}
			}
		}
	}

	/** 0: between words, 1: in a word, 2: in a number. */
	private static int kind(String text, int at) {
		char letter = text.charAt(at);
		return (letter < TABLE) ? KIND[letter] : kind(text.codePointAt(at));
	}

	private static byte kind(int letter) {
		return (byte) (Character.isDigit(letter) ? 2 : Character.isLetter(letter) ? 1 : 0);
	}

	private static boolean isMark(String text, int at) {
		int type = Character.getType(text.codePointAt(at));
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
	}

	private static int step(String text, int at) {
		return Character.charCount(text.codePointAt(at));
	}

	/**
	 * A word of a text.
	 *
	 * @param exact in lower case, its tone mark in one place
	 * @param folded without diacritics
	 * @param start where it begins in the text
	 * @param end behind its last character
	 */
	record Word(String exact, String folded, int start, int end) {

		boolean hasDiacritics() {
			return !this.exact.equals(this.folded);
		}

	}

}
