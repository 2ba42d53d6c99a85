package vn.conglang.care;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A contact as it is typed.
 *
 * @param corrects identity of the contact to be corrected, empty for a new one
 */
record ContactForm(String on, String how, String with, String said, String agreed, String until, String corrects) {

	static final int LONGEST = 4000;

	static final int LONGEST_NAME = 200;

	static ContactForm blank(LocalDate today) {
		return new ContactForm("" + today, Contact.How.PHONE.name(), "", "", "", "", "");
	}

	static ContactForm of(Contact contact) {
		Contact.Words words = contact.words();
		LocalDate until = words.until();
		return new ContactForm("" + words.on(), words.how().name(), words.with(), words.said(), words.agreed(),
				(until != null) ? "" + until : "", "" + contact.id());
	}

	static ContactForm of(Map<String, String> typed) {
		return new ContactForm(typed.getOrDefault("ngay", ""), typed.getOrDefault("cach", ""),
				typed.getOrDefault("voi", "").strip(), typed.getOrDefault("noi-dung", "").strip(),
				typed.getOrDefault("thong-nhat", "").strip(), typed.getOrDefault("hen", ""),
				typed.getOrDefault("sua", ""));
	}

	/** What is wrong, as message keys by field. */
	Map<String, String> problems(LocalDate today) {
		Map<String, String> problems = new LinkedHashMap<>();
		LocalDate day = day(this.on);
		if (day == null) {
			problems.put("ngay", "care.contact.day.missing");
		}
		else if (day.isAfter(today)) {
			problems.put("ngay", "care.contact.day.later");
		}
		else if (day.isBefore(today.minusYears(5))) {
			problems.put("ngay", "care.contact.day.missing");
		}
		if (Arrays.stream(Contact.How.values()).noneMatch((known) -> known.name().equals(this.how))) {
			problems.put("cach", "care.contact.how.missing");
		}
		if (this.with.length() > LONGEST_NAME) {
			problems.put("voi", "care.contact.with.long");
		}
		if (this.said.isEmpty()) {
			problems.put("noi-dung", "care.contact.said.missing");
		}
		else if (this.said.length() > LONGEST) {
			problems.put("noi-dung", "care.contact.long");
		}
		if (this.agreed.length() > LONGEST) {
			problems.put("thong-nhat", "care.contact.long");
		}
		LocalDate again = day(this.until);
		if (!this.until.isBlank() && (again == null || again.isAfter(today.plusYears(2)))) {
			problems.put("hen", "care.contact.day.missing");
		}
		else if (again != null && day != null && again.isBefore(day)) {
			problems.put("hen", "care.contact.until.before");
		}
		return problems;
	}

	/** What is kept of it; only where there are no problems. */
	Contact.Words words(LocalDate today) {
		LocalDate day = day(this.on);
		return new Contact.Words((day != null) ? day : today, Contact.How.valueOf(this.how), this.with, this.said,
				this.agreed, day(this.until));
	}

	private static @Nullable LocalDate day(String typed) {
		try {
			return typed.isBlank() ? null : LocalDate.parse(typed);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
