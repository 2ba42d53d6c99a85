package vn.conglang.kernel;

/** Texts in files that are opened with a spreadsheet program. */
public final class SpreadsheetText {

	private SpreadsheetText() {
	}

	/**
	 * The text as a cell that no program takes for a formula: what somebody named
	 * "=HYPERLINK(…)" stays a name.
	 */
	public static String harmless(String text) {
		return (!text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

}
