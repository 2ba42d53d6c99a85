package vn.conglang.content;

/** Patterns for SQL's LIKE from what people type, with {@code \} as the escape. */
final class LikePattern {

	private LikePattern() {
	}

	static String containing(String text) {
		return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
