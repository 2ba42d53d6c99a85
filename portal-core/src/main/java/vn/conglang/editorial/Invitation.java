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

/**
 * An invitation to the board of a site. Whoever has its link may take it up, once: with
 * an account they have, or with one they open by it.
 */
@Entity
class Invitation extends SiteOwned {

	static final Duration LASTS = Duration.ofDays(7);

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String name;

	private String email;

	@Enumerated(EnumType.STRING)
	private Role role;

	private String tokenHash;

	private String invitedBy;

	private Instant at;

	private Instant expiresAt;

	@Enumerated(EnumType.STRING)
	private State state = State.OPEN;

	@SuppressWarnings("NullAway.Init")
	protected Invitation() {
	}

	Invitation(String name, String email, Role role, String tokenHash, User by, Instant at) {
		this.name = name;
		this.email = email;
		this.role = role;
		this.tokenHash = tokenHash;
		this.invitedBy = by.displayName();
		this.at = at;
		this.expiresAt = at.plus(LASTS);
	}

	/** The link before is of no use any more. */
	void renew(String tokenHash, Instant at) {
		this.tokenHash = tokenHash;
		this.expiresAt = at.plus(LASTS);
	}

	void end(State state) {
		this.state = state;
	}

	boolean canBeTaken(Instant now) {
		return this.state == State.OPEN && now.isBefore(this.expiresAt);
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("Not saved yet");
		}
		return this.id;
	}

	String name() {
		return this.name;
	}

	/** May be empty. */
	String email() {
		return this.email;
	}

	Role role() {
		return this.role;
	}

	String invitedBy() {
		return this.invitedBy;
	}

	Instant at() {
		return this.at;
	}

	Instant expiresAt() {
		return this.expiresAt;
	}

	/** Where it stands; an expired one is still open, but of no use. */
	enum State {

		OPEN, TAKEN, WITHDRAWN

	}

}
