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
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.site.SiteOwned;

/** Something that was done with the board itself: by whom, with whom, when. */
@Entity
@Immutable
class BoardAct extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private long byId;

	private String byName;

	private String about;

	@Enumerated(EnumType.STRING)
	private @Nullable Role role;

	@Enumerated(EnumType.STRING)
	private @Nullable Role roleBefore;

	private Instant at;

	@SuppressWarnings("NullAway.Init")
	protected BoardAct() {
	}

	BoardAct(Kind kind, User by, String about, @Nullable Role role, @Nullable Role before, Instant at) {
		this.kind = kind;
		this.byId = by.id();
		this.byName = by.displayName();
		this.about = about;
		this.role = role;
		this.roleBefore = before;
		this.at = at;
	}

	Kind kind() {
		return this.kind;
	}

	String byName() {
		return this.byName;
	}

	/** The name of the person it was done with; empty where it was no person. */
	String about() {
		return this.about;
	}

	@Nullable Role role() {
		return this.role;
	}

	@Nullable Role roleBefore() {
		return this.roleBefore;
	}

	Instant at() {
		return this.at;
	}

	/**
	 * What can be done with a board. Its sentence is {@code editorial.board.act.<kind>}.
	 */
	enum Kind {

		INVITED, INVITATION_RENEWED, INVITATION_WITHDRAWN, JOINED, ROLE_CHANGED, SUSPENDED, RESUMED, REMOVED, DESCRIBED

	}

}
