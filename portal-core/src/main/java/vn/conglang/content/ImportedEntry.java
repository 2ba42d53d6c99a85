package vn.conglang.content;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.conglang.kernel.VietnameseText;

/**
 * An entry as it lies in a file: a line of JSON, or a record of CSV.
 *
 * @param category name, or {@code null} for the type's usual one
 * @param publishedAt day and time to keep, or {@code null} for the moment of the import
 * @param key by which the same entry is recognised in a second import
 */
record ImportedEntry(EntryType type, String title, String summary, String bodyHtml, @Nullable String category,
		@Nullable Instant publishedAt, Map<String, String> fields, String author, String key) {

	/**
	 * Reads a JSON object: {@code title}, {@code summary}, {@code body_html},
	 * {@code category}, {@code published_at}, optional {@code type}, {@code fields} and
	 * {@code author}.
	 * @throws IllegalArgumentException with the reason, where something is missing or
	 * wrong
	 */
	static ImportedEntry of(JsonNode line, EntryType usual) {
		if (!line.isObject()) {
			throw new IllegalArgumentException("not a JSON object");
		}
		EntryType type = usual;
		String named = text(line, "type");
		if (!named.isEmpty()) {
			type = EntryType.ofOption(named)
				.orElseThrow(() -> new IllegalArgumentException("unknown type \"" + named + "\""));
		}
		Map<String, String> fields = new LinkedHashMap<>();
		for (EntryType.Field field : type.fields()) {
			String value = text(line.path("fields"), field.key());
			if (!value.isEmpty()) {
				fields.put(field.key(), value);
			}
		}
		return of(type, text(line, "title"), text(line, "summary"), text(line, "body_html"), text(line, "category"),
				text(line, "published_at"), fields, text(line, "author"));
	}

	/**
	 * Reads a record of a list of legal documents: {@code number}, {@code date},
	 * {@code issuer}, {@code type}, {@code title}. Where the abstract is missing, type
	 * and number stand for it.
	 * @throws IllegalArgumentException with the reason, where something is missing or
	 * wrong
	 */
	static ImportedEntry of(CSVRecord line) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("number", text(line, "number"));
		fields.put("documentType", text(line, "type"));
		fields.put("issuer", text(line, "issuer"));
		String issued = text(line, "date");
		fields.put("issued", issued);
		if (fields.get("number").isEmpty()) {
			throw new IllegalArgumentException("number is missing");
		}
		String title = text(line, "title");
		if (title.isEmpty()) {
			title = text(line, "type") + " số " + text(line, "number");
		}
		return of(EntryType.LEGAL_DOCUMENT, title, "", "", "", issued, fields, "");
	}

	private static ImportedEntry of(EntryType type, String title, String summary, String body, String category,
			String publishedAt, Map<String, String> fields, String author) {
		if (title.isBlank()) {
			throw new IllegalArgumentException("title is missing");
		}
		Instant at = instant(publishedAt);
		String key = VietnameseText.slug(type.option() + " " + fields.getOrDefault("number", "") + " " + title, 200)
				+ " " + Integer.toHexString((type.name() + fields.getOrDefault("number", "")
						+ fields.getOrDefault("issuer", "") + title.strip() + publishedAt)
					.hashCode());
		return new ImportedEntry(type, title, summary, body, category.isBlank() ? null : category, at, fields, author,
				key);
	}

	private static @Nullable Instant instant(String text) {
		if (text.isBlank()) {
			return null;
		}
		try {
			if (text.length() == 10) {
				return LocalDate.parse(text).atStartOfDay(VietnameseText.ZONE).toInstant();
			}
			return (text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10)
					? OffsetDateTime.parse(text).toInstant()
					: LocalDateTime.parse(text).atZone(VietnameseText.ZONE).toInstant();
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException(
					"\"" + text + "\" is no date (expected 2026-11-20 or 2026-11-20T08:05:00+07:00)", ex);
		}
	}

	private static String text(JsonNode node, String field) {
		JsonNode value = node.path(field);
		if (value.isMissingNode() || value.isNull()) {
			return "";
		}
		if (!value.isString()) {
			throw new IllegalArgumentException(field + " is not a text");
		}
		return value.asString();
	}

	private static String text(CSVRecord line, String column) {
		if (!line.isMapped(column)) {
			throw new IllegalArgumentException("column \"" + column + "\" is missing");
		}
		return line.isSet(column) ? line.get(column).strip() : "";
	}

}
