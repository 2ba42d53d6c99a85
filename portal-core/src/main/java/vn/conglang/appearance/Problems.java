package vn.conglang.appearance;

import java.util.LinkedHashMap;
import java.util.Map;

import vn.conglang.kernel.VietnameseText;

import org.springframework.context.MessageSource;

/**
 * What is to be mended in a form, by the name of the field; also checks what many fields
 * have in common.
 */
final class Problems {

	private final MessageSource messages;

	private final Map<String, String> byField = new LinkedHashMap<>();

	Problems(MessageSource messages) {
		this.messages = messages;
	}

	void add(String field, String key, Object... arguments) {
		this.byField.putIfAbsent(field, this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "");
	}

	Map<String, String> byField() {
		return this.byField;
	}

	boolean isEmpty() {
		return this.byField.isEmpty();
	}

	/** One line; too long a one is a problem and comes back cut. */
	String line(String field, String typed, int most) {
		return within(field, Checks.line(typed), most);
	}

	/** One line that must be there. */
	String required(String field, String typed, int most, String missing) {
		String line = line(field, typed, most);
		if (line.isEmpty()) {
			add(field, missing);
		}
		return line;
	}

	String lines(String field, String typed, int most) {
		return within(field, Checks.lines(typed), most);
	}

	/** An address, or empty. */
	String address(String field, String typed) {
		if (Checks.line(typed).isEmpty()) {
			return "";
		}
		String address = Checks.address(typed);
		if (address == null) {
			add(field, "arrange.problem.address");
			return "";
		}
		return address;
	}

	String phone(String field, String typed) {
		String line = Checks.line(typed);
		if (!line.isEmpty() && !Checks.isPhone(line)) {
			add(field, "arrange.problem.phone");
			return "";
		}
		return line;
	}

	String email(String field, String typed) {
		String line = Checks.line(typed);
		if (!line.isEmpty() && !Checks.isEmail(line)) {
			add(field, "arrange.problem.email");
			return "";
		}
		return line;
	}

	private String within(String field, String text, int most) {
		if (text.length() <= most) {
			return text;
		}
		add(field, "arrange.problem.long", most, text.length());
		return text.substring(0, most);
	}

}
