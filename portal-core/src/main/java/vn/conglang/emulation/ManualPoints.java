package vn.conglang.emulation;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.site.SiteOwned;

/** Points that an officer gave a site by hand; of several the latest count. */
@Entity
class ManualPoints extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long periodId;

	private String criterion;

	private BigDecimal points;

	private String reason;

	private String href;

	private long byId;

	private String byName;

	private Instant at;

	@SuppressWarnings("NullAway.Init")
	protected ManualPoints() {
	}

	ManualPoints(long periodId, String criterion, Given given, User by, Instant at) {
		this.periodId = periodId;
		this.criterion = criterion;
		this.points = given.points();
		this.reason = given.reason();
		this.href = given.href();
		this.byId = by.id();
		this.byName = by.displayName();
		this.at = at;
	}

	String criterion() {
		return this.criterion;
	}

	BigDecimal points() {
		return this.points;
	}

	String reason() {
		return this.reason;
	}

	/** Where it can be seen; may be empty. */
	String href() {
		return this.href;
	}

	String byName() {
		return this.byName;
	}

	Instant at() {
		return this.at;
	}

	/**
	 * What is given.
	 *
	 * @param href where it can be seen; may be empty
	 */
	record Given(BigDecimal points, String reason, String href) {
	}

}
