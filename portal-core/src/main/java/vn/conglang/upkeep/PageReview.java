package vn.conglang.upkeep;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import vn.conglang.content.Holdings;
import vn.conglang.identity.User;
import vn.conglang.site.SiteOwned;

/** A standing page or procedure: who looks after it, and when it is looked at again. */
@Entity
class PageReview extends SiteOwned implements Persistable<Long> {

	@Id
	private Long entryId;

	private String title;

	private @Nullable Long authorId;

	private String authorName;

	private LocalDate changedOn;

	private @Nullable Long ownerId;

	private @Nullable String ownerName;

	private @Nullable LocalDate reviewedOn;

	private @Nullable LocalDate nextOn;

	private @Nullable Long byId;

	private @Nullable String byName;

	private @Nullable Instant at;

	private @Nullable LocalDate dueOn;

	@Transient
	private boolean fresh;

	@SuppressWarnings("NullAway.Init")
	protected PageReview() {
	}

	@SuppressWarnings("NullAway.Init")
	PageReview(long entryId) {
		this.entryId = entryId;
		this.fresh = true;
	}

	/** Follows what citizens see. */
	void follow(Holdings.Standing page, int months) {
		this.title = page.title();
		this.authorId = page.authorId();
		this.authorName = page.author();
		this.changedOn = page.changedOn();
		// a new text has been looked at
		this.dueOn = (this.nextOn != null && this.reviewedOn != null && !this.reviewedOn.isBefore(this.changedOn))
				? this.nextOn : this.changedOn.plusMonths(months);
	}

	/** Citizens do not see the page any more. */
	void rest() {
		this.dueOn = null;
	}

	/** Somebody has looked it through, and it is right. */
	void confirm(User by, LocalDate on, LocalDate next, Instant at) {
		this.reviewedOn = on;
		this.nextOn = next;
		this.byId = by.id();
		this.byName = by.displayName();
		this.at = at;
		this.dueOn = next;
	}

	/** Somebody is to look after it. */
	void entrust(long ownerId, String ownerName) {
		this.ownerId = ownerId;
		this.ownerName = ownerName;
	}

	long entryId() {
		return this.entryId;
	}

	String title() {
		return this.title;
	}

	/** Who looks after it. */
	String owner() {
		return (this.ownerName != null) ? this.ownerName : this.authorName;
	}

	/** The account of who looks after it, if it is known. */
	@Nullable Long ownerId() {
		return (this.ownerName != null) ? this.ownerId : this.authorId;
	}

	LocalDate changedOn() {
		return this.changedOn;
	}

	@Nullable LocalDate reviewedOn() {
		return this.reviewedOn;
	}

	@Nullable String byName() {
		return this.byName;
	}

	@Nullable LocalDate dueOn() {
		return this.dueOn;
	}

	@Override
	public Long getId() {
		return this.entryId;
	}

	@Override
	public boolean isNew() {
		return this.fresh;
	}

}
