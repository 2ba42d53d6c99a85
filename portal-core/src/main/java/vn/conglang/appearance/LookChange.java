package vn.conglang.appearance;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.conglang.site.SiteOwned;

/**
 * That somebody changed a part of the look, and the whole look after it. Never changed:
 * the latest is in force, and to take something back is a change, too.
 */
@Entity
@Immutable
class LookChange extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Enumerated(EnumType.STRING)
	private Look.Part part;

	@JdbcTypeCode(SqlTypes.JSON)
	private Look look;

	private boolean undo;

	private String byName;

	private Instant at;

	@SuppressWarnings("NullAway.Init")
	protected LookChange() {
	}

	LookChange(Look.Part part, Look look, boolean undo, String byName, Instant at) {
		this.part = part;
		this.look = look;
		this.undo = undo;
		this.byName = byName;
		this.at = at;
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("Not saved yet");
		}
		return this.id;
	}

	Look.Part part() {
		return this.part;
	}

	Look look() {
		return this.look;
	}

	/** Whether it took back another change. */
	boolean undo() {
		return this.undo;
	}

	String byName() {
		return this.byName;
	}

	Instant at() {
		return this.at;
	}

}
