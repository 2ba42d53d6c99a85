package vn.conglang.kernel;

import java.text.CollationKey;
import java.text.Collator;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What Vietnamese text needs everywhere: folding for addresses and for search without
 * diacritics, and the order of the alphabet.
 */
public final class VietnameseText {

	/** The language of the interface. */
	public static final Locale LOCALE = Locale.of("vi", "VN");

	/** The time zone of all dates that people see or enter. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern NOT_SLUG = Pattern.compile("[^a-z0-9]+");

	private static final Collator COLLATOR = Collator.getInstance(LOCALE);

	private VietnameseText() {
	}

	/**
	 * Lower case without diacritics, {@code đ} as {@code d}: "Thoại Giang" becomes "thoai
	 * giang". White space is reduced to single blanks.
	 */
	public static String fold(String text) {
		String lower = bare(text).toLowerCase(LOCALE).replace('đ', 'd');
		return bare(lower).strip().replaceAll("\\s+", " ");
	}

	/**
	 * The text as part of an address: folded, words joined by single hyphens, cut at a
	 * word where possible.
	 * @param maxLength the most characters the result may have
	 * @return at least one character; "muc" where the text has no letter or digit
	 */
	public static String slug(String text, int maxLength) {
		String slug = trimHyphens(NOT_SLUG.matcher(fold(text)).replaceAll("-"));
		if (slug.length() > maxLength) {
			int end = slug.lastIndexOf('-', maxLength);
			slug = trimHyphens(slug.substring(0, (end > maxLength / 2) ? end : maxLength));
		}
		return slug.isEmpty() ? "muc" : slug;
	}

	/** The text with its first letter as a capital: "xã Bình Mỹ" becomes "Xã Bình Mỹ". */
	public static String capitalized(String text) {
		return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(LOCALE) + text.substring(1);
	}

	/** The order of the Vietnamese alphabet, in which Đ follows D and Ê follows E. */
	public static Comparator<String> alphabetical() {
		// a collator must not be shared between threads
		Collator own = (Collator) COLLATOR.clone();
		return own::compare;
	}

	/**
	 * What many texts are put into that order by: quick to compare, some work to make.
	 */
	public static CollationKey alphabeticalKey(String text) {
		return ((Collator) COLLATOR.clone()).getCollationKey(text);
	}

	private static String bare(String text) {
		return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
	}

	private static String trimHyphens(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && text.charAt(start) == '-') {
			start++;
		}
		while (end > start && text.charAt(end - 1) == '-') {
			end--;
		}
		return text.substring(start, end);
	}

}
