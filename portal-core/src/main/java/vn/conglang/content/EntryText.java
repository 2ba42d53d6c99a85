package vn.conglang.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

	static final int LONGEST_LONG_FIELD = 5000;

	private static final Set<String> OF_SEVERAL_LINES = Arrays.stream(EntryType.values())
		.flatMap((type) -> type.fields().stream())
		.filter((field) -> field.kind() == EntryType.Field.Kind.LONG_TEXT)
		.map(EntryType.Field::key)
		.collect(Collectors.toUnmodifiableSet());

	/** About 2 MB: the longest decree in the samples has a tenth of it. */
	static final int LONGEST_BODY = 2_000_000;

	/** Brings lines to one line where there is one, and leaves out empty fields. */
	public EntryText {
		title = CleanHtml.line(title);
		summary = CleanHtml.line(summary);
		author = CleanHtml.line(author);
		Map<String, String> clean = new LinkedHashMap<>();
		fields.forEach((key, value) -> {
			String line = OF_SEVERAL_LINES.contains(key) ? CleanHtml.lines(value) : CleanHtml.line(value);
			if (!line.isEmpty()) {
				clean.put(key, line);
			}
		});
		fields = Map.copyOf(clean);
	}

	/** The same as it would be saved: its HTML made harmless and plain. */
	public EntryText cleaned() {
		return new EntryText(this.title, this.summary, CleanHtml.of(this.bodyHtml).html(), this.categoryId, this.fields,
				this.author);
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
			boolean several = field.kind() == EntryType.Field.Kind.LONG_TEXT;
			limit(problems, field.key(), value, several ? LONGEST_LONG_FIELD : LONGEST_FIELD);
			if (!value.isEmpty()) {
				switch (field.kind()) {
					case DATE -> require(problems, isDay(value), field, "content.date.invalid");
					case URL -> require(problems, isSecureAddress(value), field, "types.url.invalid");
					case CHOICE -> require(problems, field.options().contains(value), field, "types.choice.invalid");
					case TEXT, LONG_TEXT -> {
					}
				}
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
		CleanHtml body = CleanHtml.of(this.bodyHtml);
		switch (type) {
			case ARTICLE, PAGE, ANNOUNCEMENT -> {
				if (body.html().isEmpty()) {
					gaps.add(new Problem("bodyHtml", "content.body.missing"));
				}
			}
			case ALBUM -> {
				if (body.images() == 0) {
					gaps.add(new Problem("bodyHtml", "types.album.missing"));
				}
			}
			case LEGAL_DOCUMENT, PROCEDURE, VIDEO -> {
			}
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

	private static void require(List<Problem> problems, boolean right, EntryType.Field field, String message) {
		if (!right) {
			problems.add(new Problem(field.key(), message));
		}
	}

	private static boolean isSecureAddress(String value) {
		try {
			URI address = new URI(value);
			return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null
					&& address.getHost().contains(".") && address.getUserInfo() == null;
		}
		catch (URISyntaxException ex) {
			return false;
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
