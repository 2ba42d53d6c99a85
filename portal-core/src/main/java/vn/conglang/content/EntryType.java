package vn.conglang.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of entries, each declared here once: where it lies, what fields it has beside
 * title, summary and body, and which rules it follows. One editor, one way of publishing
 * and one count of volume serve them all.
 */
public enum EntryType {

	/** Tin, bài: news, in a category, with a date. */
	ARTICLE("bai-viet", true, true, List.of()),

	/** A standing page such as the introduction. */
	PAGE("trang", false, false, List.of()),

	/**
	 * Văn bản: a decision, plan, notice … with number and issuer; its title is the
	 * abstract.
	 */
	LEGAL_DOCUMENT("van-ban", true, true,
			List.of(new Field("number", Field.Kind.TEXT, true), new Field("documentType", Field.Kind.TEXT, true),
					new Field("issuer", Field.Kind.TEXT, true), new Field("issued", Field.Kind.DATE, false),
					new Field("effective", Field.Kind.DATE, false), new Field("expires", Field.Kind.DATE, false),
					new Field("state", Field.Kind.CHOICE, false,
							List.of("IN_FORCE", "NOT_YET", "PARTLY_EXPIRED", "EXPIRED")),
					new Field("signer", Field.Kind.TEXT, false))),

	/** Thông báo: current until the day it ends, and readable ever after. */
	ANNOUNCEMENT("thong-bao", true, false, List.of(new Field("ends", Field.Kind.DATE, false))),

	/**
	 * Thủ tục hành chính: what to bring, what happens, how long it takes, what it costs.
	 */
	PROCEDURE("thu-tuc", false, false,
			List.of(new Field("field", Field.Kind.TEXT, true), new Field("papers", Field.Kind.LONG_TEXT, true),
					new Field("steps", Field.Kind.LONG_TEXT, false), new Field("time", Field.Kind.TEXT, false),
					new Field("fee", Field.Kind.TEXT, false), new Field("place", Field.Kind.TEXT, false),
					new Field("serviceUrl", Field.Kind.URL, false))),

	/** Album ảnh: at least one picture. */
	ALBUM("album", true, false,
			List.of(new Field("taken", Field.Kind.DATE, false), new Field("place", Field.Kind.TEXT, false))),

	/** A film that lies elsewhere; the page leads there and loads nothing from there. */
	VIDEO("video", true, false,
			List.of(new Field("videoUrl", Field.Kind.URL, true), new Field("duration", Field.Kind.TEXT, false)));

	private final String path;

	private final boolean dated;

	private final boolean categorized;

	private final List<Field> fields;

	EntryType(String path, boolean dated, boolean categorized, List<Field> fields) {
		this.path = path;
		this.dated = dated;
		this.categorized = categorized;
		this.fields = fields;
	}

	/** Public address of the list of entries of this type, where there is one. */
	public String list() {
		return "/" + this.path;
	}

	/** Public address of an entry of this type, from the site's root. */
	public String address(String slug) {
		return "/" + this.path + "/" + slug;
	}

	/** Whether readers are told the day of publication. */
	public boolean dated() {
		return this.dated;
	}

	/**
	 * Whether an entry of this type needs a category to be published; any may have one.
	 */
	public boolean categorized() {
		return this.categorized;
	}

	/** Fields beside title, summary and body. */
	public List<Field> fields() {
		return this.fields;
	}

	/** The name on the command line: {@code legal-document}. */
	public String option() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The type whose entries have addresses in this list: "/bai-viet". */
	public static Optional<EntryType> ofPath(String list) {
		return Arrays.stream(values()).filter((type) -> list.equals("/" + type.path)).findFirst();
	}

	/**
	 * The type with this name on the command line, in upper or lower case, with - or _.
	 */
	public static Optional<EntryType> ofOption(String option) {
		return Arrays.stream(values())
			.filter((type) -> type.option().equalsIgnoreCase(option.replace('_', '-')))
			.findFirst();
	}

	/**
	 * A field of a type. Its label is the message {@code content.field.<key>}.
	 *
	 * @param key name in forms, imports and the database
	 * @param required whether an entry needs it to be published
	 * @param options of a choice; their labels are {@code content.field.<key>.<option>}
	 */
	public record Field(String key, Kind kind, boolean required, List<String> options) {

		Field(String key, Kind kind, boolean required) {
			this(key, kind, required, List.of());
		}

		/** How a field is written and checked. */
		public enum Kind {

			/** One line of text. */
			TEXT,

			/** Several lines of text. */
			LONG_TEXT,

			/** A day, as yyyy-MM-dd. */
			DATE,

			/** An address that begins with https. */
			URL,

			/** One of the options. */
			CHOICE

		}

	}

}
