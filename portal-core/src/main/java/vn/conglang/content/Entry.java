package vn.conglang.content;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import vn.conglang.site.SiteOwned;

/**
 * The identity of what a site publishes, whatever its type: it keeps its address while
 * its text changes from revision to revision. At most one revision is published; a later
 * one leaves it up until it is published in turn.
 */
@Entity
class Entry extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entry_seq")
	@SequenceGenerator(name = "entry_seq", sequenceName = "entry_seq", allocationSize = 50)
	private @Nullable Long id;

	@Enumerated(EnumType.STRING)
	private EntryType type;

	private String slug;

	@Enumerated(EnumType.STRING)
	private EntryStatus status = EntryStatus.DRAFT;

	@Enumerated(EnumType.STRING)
	private Progress progress = Progress.WRITING;

	private Instant progressSince;

	private @Nullable String waitsFor;

	private @Nullable Long categoryId;

	private @Nullable Long latestRevisionId;

	private @Nullable Long publishedRevisionId;

	private int revisionCount;

	private @Nullable Instant firstPublishedAt;

	private @Nullable Instant publishedAt;

	private @Nullable Instant revisedAt;

	private @Nullable Instant withdrawnAt;

	private @Nullable String importKey;

	private @Nullable Long sharedFrom;

	@Version
	private int lockVersion;

	private Instant createdAt;

	private Instant changedAt;

	@SuppressWarnings("NullAway.Init")
	protected Entry() {
	}

	Entry(EntryType type, String slug, @Nullable String importKey, Instant at) {
		this.type = type;
		this.slug = slug;
		this.importKey = importKey;
		this.createdAt = at;
		this.changedAt = at;
		this.progressSince = at;
	}

	/** Takes a new text; what is published stays as it is. */
	Revision revise(EntryText text, String savedBy, @Nullable Long savedById, Instant at) {
		this.revisionCount++;
		this.changedAt = at;
		if (this.progress == Progress.DONE) {
			progress(Progress.WRITING, null, at);
		}
		return new Revision(id(), this.revisionCount, text, savedBy, savedById, at);
	}

	/** Says where the latest text stands now. */
	void progress(Progress progress, @Nullable String waitsFor, Instant at) {
		this.progress = progress;
		this.waitsFor = waitsFor;
		this.progressSince = at;
	}

	void revised(Revision revision) {
		this.latestRevisionId = revision.id();
	}

	/** The address may still follow the title while nobody can have linked to it. */
	boolean mayMove() {
		return this.firstPublishedAt == null;
	}

	void move(String slug) {
		if (!mayMove()) {
			throw new IllegalStateException("A published entry keeps its address");
		}
		this.slug = slug;
	}

	/**
	 * Puts a revision before the citizens.
	 * @param at day and time that readers see; kept from the first time on
	 * @return whether the entry was not to be seen before
	 */
	boolean publish(Revision revision, Instant at, Instant now) {
		boolean appears = this.status != EntryStatus.PUBLISHED;
		this.status = EntryStatus.PUBLISHED;
		this.publishedRevisionId = revision.id();
		progress((this.latestRevisionId == null || this.latestRevisionId == revision.id()) ? Progress.DONE
				: Progress.WRITING, null, now);
		this.categoryId = revision.text().categoryId();
		if (this.firstPublishedAt == null) {
			this.firstPublishedAt = at;
			this.publishedAt = at;
		}
		else {
			this.revisedAt = now;
		}
		this.withdrawnAt = null;
		this.changedAt = now;
		return appears;
	}

	/** Takes the entry from the citizens' sight; nothing of it is lost. */
	void withdraw(Instant at) {
		this.status = EntryStatus.WITHDRAWN;
		this.publishedRevisionId = null;
		if (this.progress == Progress.WRITING) {
			progress(Progress.DONE, null, at);
		}
		this.withdrawnAt = at;
		this.changedAt = at;
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("Not saved yet");
		}
		return this.id;
	}

	/** Notes that it was taken over from an offer of a district or the province. */
	void comesFrom(long offer) {
		this.sharedFrom = offer;
	}

	/** Whether it was taken over, and so is no work of the site's own. */
	boolean isShared() {
		return this.sharedFrom != null;
	}

	EntryType type() {
		return this.type;
	}

	String slug() {
		return this.slug;
	}

	EntryStatus status() {
		return this.status;
	}

	@Nullable Long latestRevisionId() {
		return this.latestRevisionId;
	}

	@Nullable Long publishedRevisionId() {
		return this.publishedRevisionId;
	}

	@Nullable Instant publishedAt() {
		return this.publishedAt;
	}

	Progress progress() {
		return this.progress;
	}

	Instant progressSince() {
		return this.progressSince;
	}

	@Nullable String waitsFor() {
		return this.waitsFor;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant changedAt() {
		return this.changedAt;
	}

}
