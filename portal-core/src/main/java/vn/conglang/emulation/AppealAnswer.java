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

/** What officers said to an appeal; never changed. */
@Entity
class AppealAnswer extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long periodId;

	private long appealId;

	private String criterion;

	private @Nullable BigDecimal points;

	private String reason;

	private boolean afterClosing;

	private long byId;

	private String byName;

	private Instant at;

	@SuppressWarnings("NullAway.Init")
	protected AppealAnswer() {
	}

	AppealAnswer(Appeal appeal, @Nullable BigDecimal points, String reason, boolean afterClosing, User by, Instant at) {
		this.periodId = appeal.periodId();
		this.appealId = appeal.id();
		this.criterion = appeal.criterion();
		this.points = points;
		this.reason = reason;
		this.afterClosing = afterClosing;
		this.byId = by.id();
		this.byName = by.displayName();
		this.at = at;
	}

	long appealId() {
		return this.appealId;
	}

	/** The corrected points; {@code null} where it was refused. */
	@Nullable BigDecimal points() {
		return this.points;
	}

	String reason() {
		return this.reason;
	}

	/** Whether the score had been signed off, so that the correction stands beside it. */
	boolean afterClosing() {
		return this.afterClosing;
	}

	String byName() {
		return this.byName;
	}

	Instant at() {
		return this.at;
	}

}
