package vn.conglang.editorial;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.site.SiteOwned;

/** A publication or withdrawal that is to happen by itself at a time. */
@Entity
class PlannedAct extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long entryId;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private @Nullable Long revisionId;

	private Instant at;

	private @Nullable Long setById;

	private String setBy;

	@Enumerated(EnumType.STRING)
	private State state = State.WAITING;

	private @Nullable Instant doneAt;

	private @Nullable String failure;

	@SuppressWarnings("NullAway.Init")
	protected PlannedAct() {
	}

	PlannedAct(Kind kind, long entryId, @Nullable Long revisionId, Instant at, User by) {
		this.kind = kind;
		this.entryId = entryId;
		this.revisionId = revisionId;
		this.at = at;
		this.setById = by.id();
		this.setBy = by.displayName();
	}

	void ended(State state, Instant at, @Nullable String failure) {
		this.state = state;
		this.doneAt = at;
		this.failure = failure;
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

	Kind kind() {
		return this.kind;
	}

	@Nullable Long revisionId() {
		return this.revisionId;
	}

	Instant at() {
		return this.at;
	}

	@Nullable Long setById() {
		return this.setById;
	}

	String setBy() {
		return this.setBy;
	}

	/** What is to happen. */
	enum Kind {

		/** An approved revision is put before the citizens. */
		PUBLISH,

		/** The entry is taken from their sight. */
		WITHDRAW

	}

	/** How far it is. */
	enum State {

		/** Its time has not come, or it is about to be done. */
		WAITING,

		/** It has happened. */
		DONE,

		/** Somebody dropped it. */
		CANCELLED,

		/** It could not be done; the failure says why. */
		FAILED

	}

}
