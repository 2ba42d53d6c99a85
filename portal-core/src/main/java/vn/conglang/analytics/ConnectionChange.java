package vn.conglang.analytics;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.conglang.site.SiteOwned;

/**
 * That somebody changed the connections of a site, and all of them after it. Never
 * changed: the latest is in force, and to take something back is a change, too.
 */
@Entity
@Immutable
class ConnectionChange extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@JdbcTypeCode(SqlTypes.JSON)
	private ConnectionChoice choice;

	private boolean undo;

	private String byName;

	private Instant at;

	@SuppressWarnings("NullAway.Init")
	protected ConnectionChange() {
	}

	ConnectionChange(ConnectionChoice choice, boolean undo, String byName, Instant at) {
		this.choice = choice;
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

	ConnectionChoice choice() {
		return this.choice;
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
