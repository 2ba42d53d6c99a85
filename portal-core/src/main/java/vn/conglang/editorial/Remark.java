package vn.conglang.editorial;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.site.SiteOwned;

/**
 * What somebody has to say about an entry, or about a passage of it. The passage is kept
 * as its words with a little of what stands around them, so that it is found again when
 * the text moves.
 */
@Entity
class Remark extends SiteOwned {

	static final int LONGEST = 2000;

	private static final int LONGEST_QUOTE = 500;

	private static final int AROUND = 60;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long entryId;

	private long revisionId;

	private @Nullable Long answersId;

	private String quote;

	private String prefix;

	private String suffix;

	private String text;

	private long byId;

	private String byName;

	private Instant at;

	private @Nullable String resolvedBy;

	private @Nullable Instant resolvedAt;

	@SuppressWarnings("NullAway.Init")
	protected Remark() {
	}

	Remark(long entryId, long revisionId, @Nullable Long answersId, Passage passage, String text, User by, Instant at) {
		this.entryId = entryId;
		this.revisionId = revisionId;
		this.answersId = answersId;
		this.quote = cut(passage.exact(), LONGEST_QUOTE);
		this.prefix = cut(passage.prefix(), AROUND);
		this.suffix = cut(passage.suffix(), AROUND);
		this.text = text;
		this.byId = by.id();
		this.byName = by.displayName();
		this.at = at;
	}

	private static String cut(String text, int most) {
		String clean = text.replaceAll("\\p{Cntrl}", " ");
		return clean.substring(0, Math.min(clean.length(), most));
	}

	void resolve(User by, Instant at) {
		this.resolvedBy = by.displayName();
		this.resolvedAt = at;
	}

	void reopen() {
		this.resolvedBy = null;
		this.resolvedAt = null;
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

	@Nullable Long answersId() {
		return this.answersId;
	}

	Passage passage() {
		return new Passage(this.quote, this.prefix, this.suffix);
	}

	String text() {
		return this.text;
	}

	long byId() {
		return this.byId;
	}

	String byName() {
		return this.byName;
	}

	Instant at() {
		return this.at;
	}

	@Nullable String resolvedBy() {
		return this.resolvedBy;
	}

	/**
	 * Words of the text, with what stands before and after them; all empty for the whole.
	 */
	record Passage(String exact, String prefix, String suffix) {
	}

}
