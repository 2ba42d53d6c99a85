package vn.conglang.editorial;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.site.SiteOwned;

/** A text on its way through the stages of a workflow, until it is decided. */
@Entity
class Review extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long entryId;

	private String title;

	private long revisionId;

	private long workflowId;

	private int stage;

	private String stageName;

	@Enumerated(EnumType.STRING)
	private Role role;

	@Enumerated(EnumType.STRING)
	private State state = State.OPEN;

	private long submittedById;

	private String submittedBy;

	private Instant submittedAt;

	private Instant stageSince;

	private Instant dueAt;

	private int escalation;

	private @Nullable Long decidedById;

	private @Nullable String decidedBy;

	private @Nullable Instant decidedAt;

	@SuppressWarnings("NullAway.Init")
	protected Review() {
	}

	Review(long entryId, String title, long revisionId, Workflow workflow, WorkingTime time, User by, Instant at) {
		Workflow.Stage first = workflow.stages().getFirst();
		this.stageName = first.name();
		this.role = first.role();
		this.stageSince = at;
		this.dueAt = time.after(at, Duration.ofHours(first.hours()));
		this.entryId = entryId;
		this.title = title;
		this.revisionId = revisionId;
		this.workflowId = workflow.id();
		this.submittedById = by.id();
		this.submittedBy = by.displayName();
		this.submittedAt = at;
	}

	/** Brings the text before a stage. */
	void enter(int stage, Workflow workflow, WorkingTime time, Instant at) {
		Workflow.Stage entered = workflow.stages().get(stage);
		this.stage = stage;
		this.stageName = entered.name();
		this.role = entered.role();
		this.stageSince = at;
		this.dueAt = time.after(at, Duration.ofHours(entered.hours()));
		this.escalation = 0;
	}

	/** A reviewer has changed the text: it is the new one that is decided on. */
	void follow(long revisionId) {
		this.revisionId = revisionId;
	}

	void decide(State state, User by, Instant at) {
		this.state = state;
		this.decidedById = by.id();
		this.decidedBy = by.displayName();
		this.decidedAt = at;
	}

	void escalated(int level) {
		this.escalation = level;
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

	String title() {
		return this.title;
	}

	long revisionId() {
		return this.revisionId;
	}

	long workflowId() {
		return this.workflowId;
	}

	int stage() {
		return this.stage;
	}

	String stageName() {
		return this.stageName;
	}

	Role role() {
		return this.role;
	}

	State state() {
		return this.state;
	}

	long submittedById() {
		return this.submittedById;
	}

	String submittedBy() {
		return this.submittedBy;
	}

	Instant submittedAt() {
		return this.submittedAt;
	}

	Instant stageSince() {
		return this.stageSince;
	}

	Instant dueAt() {
		return this.dueAt;
	}

	int escalation() {
		return this.escalation;
	}

	@Nullable String decidedBy() {
		return this.decidedBy;
	}

	/** How a review stands or ended. */
	enum State {

		/** Waits at a stage. */
		OPEN,

		/** Went through all stages. */
		APPROVED,

		/** Came back with a reason. */
		RETURNED,

		/** Taken back by who had submitted it. */
		RECALLED

	}

}
