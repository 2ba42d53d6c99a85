package vn.conglang.search;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.EntryType.Field;
import vn.conglang.content.SearchableEntries.Saved;
import vn.conglang.content.SearchableEntries.Searchable;
import vn.conglang.kernel.VietnameseText;

/**
 * A row of {@code search_document}: an entry's text as it is found, plain, in composed
 * Unicode.
 *
 * @param draft whether it is the latest text of an entry of which citizens see another
 * one, or none
 * @param category slug, or {@code null}
 * @param day of publication, of issue for a legal document, of the save for a draft
 * @param expires the last day on which it holds, or {@code null}
 * @param number of a legal document, or empty
 * @param brief the summary and the short fields, a line each
 * @param body the rest, with the text of attached files
 */
record SearchDocument(long entryId, boolean draft, boolean desk, long revisionId, EntryType type,
		@Nullable String category, String slug, LocalDate day, @Nullable LocalDate expires, String title, String number,
		String brief, String body) {

	private static final int LONGEST_BODY = 2_000_000;

	/**
	 * What is to be found of an entry.
	 * @param files text of the files that are attached
	 */
	static SearchDocument of(Searchable entry, Saved saved, boolean draft, String files) {
		EntryText text = saved.text();
		EntryType type = entry.type();
		String brief = type.fields()
			.stream()
			.filter((field) -> field.kind() == Field.Kind.TEXT && !field.key().equals("number"))
			.map((field) -> text.fields().getOrDefault(field.key(), ""))
			.collect(Collectors.joining("\n"));
		String rest = type.fields()
			.stream()
			.filter((field) -> field.kind() == Field.Kind.LONG_TEXT)
			.map((field) -> text.fields().getOrDefault(field.key(), ""))
			.collect(Collectors.joining("\n"));
		String body = String.join("\n", List.of(Jsoup.parseBodyFragment(text.bodyHtml()).text(), rest, files));
		LocalDate published = LocalDate
			.ofInstant((draft || entry.publishedAt() == null) ? saved.at() : entry.publishedAt(), VietnameseText.ZONE);
		LocalDate issued = (type == EntryType.LEGAL_DOCUMENT) ? day(text, "issued") : null;
		LocalDate day = (issued != null) ? issued : published;
		return new SearchDocument(entry.id(), draft, draft || isLatest(entry, saved), saved.revisionId(), type,
				saved.category(), entry.slug(), day, expires(type, text, day), clean(text.title()),
				clean(text.fields().getOrDefault("number", "")), clean(text.summary() + "\n" + brief),
				clean(body.substring(0, Math.min(body.length(), LONGEST_BODY))));
	}

	static boolean isLatest(Searchable entry, Saved saved) {
		return entry.latest() != null && entry.latest().revisionId() == saved.revisionId();
	}

	private static @Nullable LocalDate expires(EntryType type, EntryText text, LocalDate day) {
		return switch (type) {
			case ANNOUNCEMENT -> day(text, "ends");
			case LEGAL_DOCUMENT -> {
				LocalDate expires = day(text, "expires");
				// it has expired, nobody said when
				boolean expired = text.fields().getOrDefault("state", "").equals("EXPIRED");
				yield expired && expires == null ? day : expires;
			}
			case ARTICLE, PAGE, PROCEDURE, ALBUM, VIDEO -> null;
		};
	}

	private static @Nullable LocalDate day(EntryText text, String field) {
		String value = text.fields().get(field);
		try {
			return (value != null) ? LocalDate.parse(value) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/** PostgreSQL keeps no NUL, and blank lines say nothing. */
	private static String clean(String text) {
		return Words.composed(text.replace('\0', ' ').strip().replaceAll("\\s*\n\\s*", "\n"));
	}

	/** A number for all that is indexed, below 2^31. */
	long fingerprint(int analysis) {
		CRC32 sum = new CRC32();
		for (Object part : List.of(analysis, this.desk, this.revisionId, this.type, Objects.toString(this.category, ""),
				this.slug, this.day, Objects.toString(this.expires, ""), this.title, this.number, this.brief,
				this.body)) {
			sum.update((part + "\n").getBytes(StandardCharsets.UTF_8));
		}
		return sum.getValue() >>> 1;
	}

}
