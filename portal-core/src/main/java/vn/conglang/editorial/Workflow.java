package vn.conglang.editorial;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.site.SiteOwned;

/**
 * How a board passes a text on until it is published. Never changed: a board that wants
 * it otherwise gets a new one, and reviews that are under way end by the one they began
 * with.
 */
@Entity
@Immutable
class Workflow extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String name;

	private boolean twoPerson;

	@JdbcTypeCode(SqlTypes.JSON)
	private List<Stage> stages;

	private String createdBy;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected Workflow() {
	}

	Workflow(String name, boolean twoPerson, List<Stage> stages, String createdBy, Instant at) {
		this.name = name;
		this.twoPerson = twoPerson;
		this.stages = List.copyOf(stages);
		this.createdBy = createdBy;
		this.createdAt = at;
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

	/** Whether nobody may publish what they alone have written. */
	boolean twoPerson() {
		return this.twoPerson;
	}

	List<Stage> stages() {
		return this.stages;
	}

	/** Whether approving at this stage publishes. */
	boolean isLast(int stage) {
		return stage == this.stages.size() - 1;
	}

	/**
	 * A step on the way.
	 *
	 * @param name what is done there, as people read it
	 * @param role who does it, or anybody above
	 * @param hours working hours they have for it
	 */
	record Stage(String name, Role role, int hours) {
	}

}
