package vn.conglang.emulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;

/** A period in which the sites of the province are scored; it belongs to no site. */
@Entity
@Table(name = "emulation_period")
class ScorePeriod {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Enumerated(EnumType.STRING)
	private ScoredDays.Kind kind;

	private LocalDate firstDay;

	private LocalDate lastDay;

	@Enumerated(EnumType.STRING)
	private State state;

	private String openedBy;

	private Instant openedAt;

	private @Nullable String publishedBy;

	private @Nullable Instant publishedAt;

	private @Nullable LocalDate appealsUntil;

	private @Nullable String closedBy;

	private @Nullable Long closedById;

	private @Nullable Instant closedAt;

	private @Nullable String criteria;

	private @Nullable String criteriaTitle;

	private @Nullable String signerName;

	private @Nullable String signerPosition;

	private @Nullable LocalDate signedOn;

	private @Nullable String decisionNumber;

	@Version
	private int lockVersion;

	@SuppressWarnings("NullAway.Init")
	protected ScorePeriod() {
	}

	ScorePeriod(ScoredDays days, User by, Instant at) {
		this.kind = days.kind();
		this.firstDay = days.first();
		this.lastDay = days.last();
		this.state = State.OPEN;
		this.openedBy = by.displayName();
		this.openedAt = at;
	}

	/** Shows everybody what is to be, and lets boards object until the day is over. */
	void publish(User by, Instant at, LocalDate appealsUntil) {
		require(State.OPEN);
		this.state = State.PUBLISHED;
		this.publishedBy = by.displayName();
		this.publishedAt = at;
		this.appealsUntil = appealsUntil;
	}

	/** Nothing of it changes from now on. */
	void close(Criteria criteria, Signature signature, User by, Instant at) {
		require(State.PUBLISHED);
		this.state = State.CLOSED;
		this.criteria = criteria.version();
		this.criteriaTitle = criteria.title();
		this.signerName = signature.name();
		this.signerPosition = signature.position();
		this.signedOn = signature.day();
		this.decisionNumber = signature.decision();
		this.closedBy = by.displayName();
		this.closedById = by.id();
		this.closedAt = at;
	}

	private void require(State state) {
		if (this.state != state) {
			throw new IllegalStateException("The period is " + this.state);
		}
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("Not saved yet");
		}
		return this.id;
	}

	ScoredDays days() {
		return new ScoredDays(this.kind, this.firstDay);
	}

	State state() {
		return this.state;
	}

	boolean closed() {
		return this.state == State.CLOSED;
	}

	String openedBy() {
		return this.openedBy;
	}

	Instant openedAt() {
		return this.openedAt;
	}

	@Nullable String publishedBy() {
		return this.publishedBy;
	}

	@Nullable Instant publishedAt() {
		return this.publishedAt;
	}

	/** Last day on which boards may object. */
	@Nullable LocalDate appealsUntil() {
		return this.appealsUntil;
	}

	@Nullable String closedBy() {
		return this.closedBy;
	}

	@Nullable Instant closedAt() {
		return this.closedAt;
	}

	/** Title and version of the criteria by which it was closed. */
	@Nullable String criteria() {
		return (this.criteriaTitle != null) ? this.criteriaTitle + " (" + this.criteria + ")" : null;
	}

	/** Who signed it off, once it is closed. */
	@Nullable Signature signature() {
		return (this.signerName != null) ? new Signature(this.signerName, Objects.requireNonNull(this.signerPosition),
				Objects.requireNonNull(this.signedOn), Objects.requireNonNull(this.decisionNumber)) : null;
	}

	/**
	 * Who signs off.
	 *
	 * @param decision number of the decision; may be empty
	 */
	record Signature(String name, String position, LocalDate day, String decision) {
	}

	/** How far it is. */
	enum State {

		/** Scores follow the facts. */
		OPEN,

		/** They still do, and boards may object. */
		PUBLISHED,

		/** Nothing changes any more. */
		CLOSED

	}

}
