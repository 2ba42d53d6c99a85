package vn.conglang.editorial;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;

/** What a district or the province has written once, for many sites to take over. */
@Entity
class Offer {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private @Nullable Long areaId;

	private @Nullable Long sourceSite;

	private String origin;

	private String title;

	private String summary;

	private String body;

	@JdbcTypeCode(SqlTypes.JSON)
	private List<Long> targets;

	private int revision = 1;

	@Enumerated(EnumType.STRING)
	private State state = State.OPEN;

	private boolean settled;

	private long byId;

	private String byName;

	private Instant at;

	private Instant changedAt;

	@SuppressWarnings("NullAway.Init")
	protected Offer() {
	}

	Offer(@Nullable Long areaId, @Nullable Long sourceSite, String origin, Text text, List<Long> targets, User by,
			Instant at) {
		this.areaId = areaId;
		this.sourceSite = sourceSite;
		this.origin = origin;
		this.title = text.title();
		this.summary = text.summary();
		this.body = text.body();
		this.targets = List.copyOf(targets);
		this.byId = by.id();
		this.byName = by.displayName();
		this.at = at;
		this.changedAt = at;
	}

	void correct(Text text, User by, Instant at) {
		this.title = text.title();
		this.summary = text.summary();
		this.body = text.body();
		this.revision++;
		this.settled = false;
		this.byId = by.id();
		this.byName = by.displayName();
		this.changedAt = at;
	}

	/** Sites that have not answered do not see it any more. */
	void close() {
		this.state = State.CLOSED;
	}

	void settle() {
		this.settled = true;
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("Not saved yet");
		}
		return this.id;
	}

	/** Of the province, if of no area. */
	@Nullable Long areaId() {
		return this.areaId;
	}

	/** The site whose pictures and files it shows, if any. */
	@Nullable Long sourceSite() {
		return this.sourceSite;
	}

	/** Who it comes from, as citizens read it. */
	String origin() {
		return this.origin;
	}

	Text text() {
		return new Text(this.title, this.summary, this.body);
	}

	List<Long> targets() {
		return this.targets;
	}

	int revision() {
		return this.revision;
	}

	boolean isOpen() {
		return this.state == State.OPEN;
	}

	/** Account of who wrote what it says now. */
	long byId() {
		return this.byId;
	}

	String byName() {
		return this.byName;
	}

	Instant at() {
		return this.at;
	}

	Instant changedAt() {
		return this.changedAt;
	}

	/** Where it stands. */
	enum State {

		OPEN, CLOSED

	}

	/**
	 * What it says.
	 *
	 * @param body clean HTML
	 */
	record Text(String title, String summary, String body) {
	}

}
