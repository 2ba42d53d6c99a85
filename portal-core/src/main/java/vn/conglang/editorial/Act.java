package vn.conglang.editorial;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.site.SiteOwned;

/** Something that was done with an entry: what, by whom, when and why. */
@Entity
@Immutable
class Act extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long entryId;

	private @Nullable Long revisionId;

	private @Nullable Long reviewId;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private @Nullable String stageName;

	private @Nullable Long byId;

	private String byName;

	private @Nullable String reason;

	private @Nullable Instant plannedAt;

	private Instant at;

	@SuppressWarnings("NullAway.Init")
	protected Act() {
	}

	Act(Kind kind, long entryId, @Nullable Long revisionId, @Nullable User by, String byName, Instant at) {
		this.kind = kind;
		this.entryId = entryId;
		this.revisionId = revisionId;
		this.byId = (by != null) ? by.id() : null;
		this.byName = byName;
		this.at = at;
	}

	Act in(Review review) {
		this.reviewId = review.id();
		this.stageName = review.stageName();
		return this;
	}

	Act because(@Nullable String reason) {
		this.reason = reason;
		return this;
	}

	Act plannedFor(Instant time) {
		this.plannedAt = time;
		return this;
	}

	Kind kind() {
		return this.kind;
	}

	@Nullable Long revisionId() {
		return this.revisionId;
	}

	@Nullable Long reviewId() {
		return this.reviewId;
	}

	@Nullable String stageName() {
		return this.stageName;
	}

	@Nullable Long byId() {
		return this.byId;
	}

	String byName() {
		return this.byName;
	}

	@Nullable String reason() {
		return this.reason;
	}

	@Nullable Instant plannedAt() {
		return this.plannedAt;
	}

	Instant at() {
		return this.at;
	}

	/** What can be done with an entry. Its label is {@code editorial.act.<kind>}. */
	enum Kind {

		/** Sent on its way. */
		SUBMITTED,

		/** Passed a stage without a decision: who sent it holds that stage themselves. */
		SKIPPED,

		/** Approved at a stage. */
		APPROVED,

		/** Sent back with a reason. */
		RETURNED,

		/** Taken back by who had sent it. */
		RECALLED,

		/** Put before the citizens. */
		PUBLISHED,

		/** To be published or withdrawn at a time. */
		PLANNED_PUBLISH, PLANNED_WITHDRAW,

		/** The plan was dropped. */
		UNPLANNED,

		/** What was planned could not be done. */
		FAILED,

		/** Taken from the citizens' sight. */
		WITHDRAWN,

		/** An earlier text was brought back. */
		RESTORED,

		/** Taken over from what a district or the province offers. */
		SHARED,

		/** What was taken over was corrected there. */
		CORRECTED

	}

}
