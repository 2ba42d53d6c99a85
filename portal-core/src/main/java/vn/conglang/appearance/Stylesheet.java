package vn.conglang.appearance;

/** What can be left out of a style sheet without changing what it means. */
final class Stylesheet {

	/** Beside these a space means nothing. */
	private static final String SIGNS = "{};,";

	private Stylesheet() {
	}

	/** Without comments and needless spaces; texts in quotes stay as they are. */
	static String compact(String css) {
		StringBuilder out = new StringBuilder(css.length());
		boolean space = false;
		for (int at = 0; at < css.length(); at++) {
			char here = css.charAt(at);
			if (here == '/' && css.startsWith("/*", at)) {
				int end = css.indexOf("*/", at + 2);
				at = (end < 0) ? css.length() : end + 1;
				space = true;
			}
			else if (Character.isWhitespace(here)) {
				space = true;
			}
			else {
				if (space && needed(out, here)) {
					out.append(' ');
				}
				space = false;
				int end = opaque(css, at);
				out.append(css, at, end);
				at = end - 1;
			}
		}
		return out.toString();
	}

	private static boolean needed(StringBuilder out, char next) {
		return !out.isEmpty() && SIGNS.indexOf(out.charAt(out.length() - 1)) < 0 && SIGNS.indexOf(next) < 0;
	}

	/** Where the text in quotes, address or single sign ends that begins here. */
	private static int opaque(String css, int from) {
		char first = css.charAt(from);
		if (first == '\\') {
			return Math.min(from + 2, css.length());
		}
		boolean address = css.startsWith("url(", from);
		int inside = address ? from + 4 : from;
		while (address && inside < css.length() && Character.isWhitespace(css.charAt(inside))) {
			inside++;
		}
		char opener = (inside < css.length()) ? css.charAt(inside) : ' ';
		char closer;
		if (opener == '"' || opener == '\'') {
			closer = opener;
			inside++;
		}
		else if (address) {
			closer = ')';
		}
		else {
			return from + 1;
		}
		for (int at = inside; at < css.length(); at++) {
			if (css.charAt(at) == '\\') {
				at++;
			}
			else if (css.charAt(at) == closer) {
				return at + 1;
			}
		}
		return css.length();
	}

}
