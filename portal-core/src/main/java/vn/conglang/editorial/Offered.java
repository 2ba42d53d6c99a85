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

/** That an offer lies before a site, and what the site made of it. */
@Entity
class Offered extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long offerId;

	@Enumerated(EnumType.STRING)
	private State state = State.NEW;

	private @Nullable Long entryId;

	private String introduction = "";

	@Enumerated(EnumType.STRING)
	private @Nullable Follow follow;

	private int takenRevision;

	private @Nullable Long baseRevisionId;

	private String reason = "";

	private @Nullable Long byId;

	private String byName = "";

	private Instant at;

	@SuppressWarnings("NullAway.Init")
	protected Offered() {
	}

	Offered(long offerId, Instant at) {
		this.offerId = offerId;
		this.at = at;
	}

	void take(long entryId, String introduction, Follow follow, User by, Instant at) {
		this.state = State.TAKEN;
		this.entryId = entryId;
		this.introduction = introduction;
		this.follow = follow;
		this.reason = "";
		this.byId = by.id();
		this.byName = by.displayName();
		this.at = at;
	}

	/** The entry says now what the offer says in this correction. */
	void has(int revision, long entryRevisionId) {
		this.takenRevision = revision;
		this.baseRevisionId = entryRevisionId;
	}

	void refuse(String reason, User by, Instant at) {
		this.state = State.REFUSED;
		this.reason = reason;
		this.byId = by.id();
		this.byName = by.displayName();
		this.at = at;
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("Not saved yet");
		}
		return this.id;
	}

	long offerId() {
		return this.offerId;
	}

	State state() {
		return this.state;
	}

	@Nullable Long entryId() {
		return this.entryId;
	}

	/** The site's own words before the text; may be empty. */
	String introduction() {
		return this.introduction;
	}

	@Nullable Follow follow() {
		return this.follow;
	}

	int takenRevision() {
		return this.takenRevision;
	}

	/** The revision of the entry that was made of the offer last. */
	@Nullable Long baseRevisionId() {
		return this.baseRevisionId;
	}

	String reason() {
		return this.reason;
	}

	@Nullable Long byId() {
		return this.byId;
	}

	String byName() {
		return this.byName;
	}

	Instant at() {
		return this.at;
	}

	/** What the site made of it. */
	enum State {

		NEW, TAKEN, REFUSED

	}

	/** What becomes of corrections. */
	enum Follow {

		/** Published without asking, as long as the site has changed nothing itself. */
		AT_ONCE,

		/** Laid before the board like any other text. */
		FOR_APPROVAL

	}

}
