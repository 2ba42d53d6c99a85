package vn.conglang.search;

import java.io.Writer;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Collects text until there is enough of it. */
final class PlainText extends Writer {

	private static final Pattern UNSEEN = Pattern.compile("[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff]");

	/** Old Word ends cells with a bell and lines with a vertical tab. */
	private static final Pattern BREAKS = Pattern.compile("[\\r\\f\\u000b\\u0007\\u2028\\u2029]");

	private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\p{Zs}&&[^\\n]]+");

	private static final Pattern LINES = Pattern.compile(" ?\\n(?:[ \\n]*\\n)? ?");

	private final StringBuilder text = new StringBuilder();

	@Override
	public void write(char[] letters, int from, int count) {
		int room = FileText.MOST_LETTERS - this.text.length();
		this.text.append(letters, from, Math.min(room, count));
		if (count > room) {
			throw new Full();
		}
	}

	@Override
	public void write(String letters) {
		write(letters.toCharArray(), 0, letters.length());
	}

	@Override
	public void write(int letter) {
		write(new char[] { (char) letter }, 0, 1);
	}

	void line(String letters) {
		write(letters);
		write('\n');
	}

	/** Composed, without what is not seen, lines and blanks in moderation. */
	String finished() {
		String seen = UNSEEN.matcher(this.text).replaceAll("");
		seen = BREAKS.matcher(seen).replaceAll("\n");
		String lines = LINES.matcher(BLANKS.matcher(seen).replaceAll(" ")).replaceAll("\n").strip();
		return Normalizer.normalize(lines, Normalizer.Form.NFC);
	}

	@Override
	public void flush() {
	}

	@Override
	public void close() {
	}

	/** There is enough. */
	static final class Full extends RuntimeException {

	}

}
