package vn.conglang.media;

import java.util.regex.Pattern;

import vn.conglang.kernel.VietnameseText;

/** Names that come with files, made harmless. */
final class FileNames {

	private static final int LONGEST = 200;

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

	private FileNames() {
	}

	/** One line of text. */
	static String line(String text) {
		String line = CONTROL.matcher(text).replaceAll(" ").strip();
		return line.substring(0, Math.min(line.length(), 500));
	}

	/** The name without its folder, as people read it. */
	static String title(String fileName) {
		String bare = line(fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1));
		return bare.substring(0, Math.min(bare.length(), LONGEST));
	}

	/** The name in an address, with the ending that fits the content. */
	static String address(String fileName, String extension) {
		return VietnameseText.slug(stem(title(fileName)), 80) + "." + extension;
	}

	static String stem(String title) {
		int dot = title.lastIndexOf('.');
		return (dot > 0) ? title.substring(0, dot) : title;
	}

	/** What stands behind the last dot, in lower case. */
	static String ending(String fileName) {
		int dot = fileName.lastIndexOf('.');
		return (dot > 0) ? fileName.substring(dot + 1).toLowerCase(VietnameseText.LOCALE) : "";
	}

}
