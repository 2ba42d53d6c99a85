package vn.conglang.content;

import java.time.Instant;
import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.SiteOwned;

/** One save of an entry: never changed, never removed. */
@Entity
@Immutable
class Revision extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revision_seq")
	@SequenceGenerator(name = "revision_seq", sequenceName = "revision_seq", allocationSize = 50)
	private @Nullable Long id;

	private long entryId;

	private int number;

	private String title;

	private String summary;

	private String body;

	private @Nullable Long categoryId;

	@JdbcTypeCode(SqlTypes.JSON)
	private Map<String, String> fields;

	private String searchText;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable Cover cover;

	private int words;

	private int images;

	private String author;

	private String savedBy;

	private @Nullable Long savedById;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected Revision() {
	}

	Revision(long entryId, int number, EntryText text, String savedBy, @Nullable Long savedById, Instant at) {
		CleanHtml clean = CleanHtml.of(text.bodyHtml());
		this.entryId = entryId;
		this.number = number;
		this.title = text.title();
		this.summary = text.summary();
		this.body = clean.html();
		this.categoryId = text.categoryId();
		this.fields = text.fields();
		this.searchText = VietnameseText
			.fold(text.title() + " " + text.summary() + " " + text.fields().getOrDefault("number", ""));
		this.cover = clean.cover();
		this.words = clean.words();
		this.images = clean.images();
		this.author = text.author();
		this.savedBy = savedBy;
		this.savedById = savedById;
		this.createdAt = at;
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("Not saved yet");
		}
		return this.id;
	}

	long entryId() {
		return this.entryId;
	}

	int number() {
		return this.number;
	}

	EntryText text() {
		return new EntryText(this.title, this.summary, this.body, this.categoryId, this.fields, this.author);
	}

	@Nullable Cover cover() {
		return this.cover;
	}

	int words() {
		return this.words;
	}

	int images() {
		return this.images;
	}

	String savedBy() {
		return this.savedBy;
	}

	/** Account of who saved it; none for a program such as an import. */
	@Nullable Long savedById() {
		return this.savedById;
	}

	Instant createdAt() {
		return this.createdAt;
	}

}
