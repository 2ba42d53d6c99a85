package vn.conglang.content;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What somebody writes: the content of one save.
 *
 * @param title one line, the abstract of a legal document
 * @param summary one paragraph, may be empty
 * @param bodyHtml HTML as it came; it is cleaned when saved
 * @param categoryId may be missing in a draft
 * @param fields values of the type's fields by key; empty ones are left out
 * @param author as readers see it, may be empty
 */
public record EntryText(String title, String summary, String bodyHtml, @Nullable Long categoryId,
		Map<String, String> fields, String author) {

	static final int LONGEST_TITLE = 500;

	static final int LONGEST_SUMMARY = 2000;

	static final int LONGEST_FIELD = 500;

	/** About 2 MB: the longest decree in the samples has a tenth of it. */
	static final int LONGEST_BODY = 2_000_000;

	/** Brings lines to one line and leaves out empty fields. */
	public EntryText {
		title = CleanHtml.line(title);
		summary = CleanHtml.line(summary);
		author = CleanHtml.line(author);
		Map<String, String> clean = new LinkedHashMap<>();
		fields.forEach((key, value) -> {
			String line = CleanHtml.line(value);
			if (!line.isEmpty()) {
				clean.put(key, line);
			}
		});
		fields = Map.copyOf(clean);
	}

	/** What keeps it from being saved even as a draft. */
	public List<Problem> problems(EntryType type) {
		List<Problem> problems = new ArrayList<>();
		if (this.title.isEmpty()) {
			problems.add(new Problem("title", "content.title.missing"));
		}
		limit(problems, "title", this.title, LONGEST_TITLE);
		limit(problems, "summary", this.summary, LONGEST_SUMMARY);
		limit(problems, "bodyHtml", this.bodyHtml, LONGEST_BODY);
		limit(problems, "author", this.author, 200);
		for (EntryType.Field field : type.fields()) {
			String value = this.fields.getOrDefault(field.key(), "");
			limit(problems, field.key(), value, LONGEST_FIELD);
			if (field.kind() == EntryType.Field.Kind.DATE && !value.isEmpty() && !isDay(value)) {
				problems.add(new Problem(field.key(), "content.date.invalid"));
			}
		}
		return problems;
	}

	/** What keeps it from being published, beside {@link #problems}. */
	public List<Problem> gaps(EntryType type) {
		List<Problem> gaps = new ArrayList<>();
		if (type.categorized() && this.categoryId == null) {
			gaps.add(new Problem("categoryId", "content.category.missing"));
		}
		boolean empty = CleanHtml.of(this.bodyHtml).html().isEmpty();
		if (type != EntryType.LEGAL_DOCUMENT && empty) {
			gaps.add(new Problem("bodyHtml", "content.body.missing"));
		}
		for (EntryType.Field field : type.fields()) {
			if (field.required() && !this.fields.containsKey(field.key())) {
				gaps.add(new Problem(field.key(), "content.field.missing"));
			}
		}
		return gaps;
	}

	private static void limit(List<Problem> problems, String field, String value, int most) {
		if (value.length() > most) {
			problems.add(new Problem(field, "content.text.tooLong", most));
		}
	}

	private static boolean isDay(String value) {
		try {
			int year = LocalDate.parse(value).getYear();
			return year >= 1900 && year <= 2200;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	/**
	 * Something to mend before going on.
	 *
	 * @param field name of the form field
	 * @param message key of the message that says what and how
	 * @param arguments for the message
	 */
	public record Problem(String field, String message, Object... arguments) {
	}

}
