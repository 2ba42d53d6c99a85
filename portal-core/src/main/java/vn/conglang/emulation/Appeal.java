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

/** That a board objects to its points for a criterion. */
@Entity
class Appeal extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long periodId;

	private String criterion;

	private String title;

	private BigDecimal points;

	private String text;

	private long byId;

	private String byName;

	private Instant at;

	@SuppressWarnings("NullAway.Init")
	protected Appeal() {
	}

	Appeal(long periodId, Criteria.Criterion criterion, BigDecimal points, String text, User by, Instant at) {
		this.periodId = periodId;
		this.criterion = criterion.key();
		this.title = criterion.title();
		this.points = points;
		this.text = text;
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

	long periodId() {
		return this.periodId;
	}

	String criterion() {
		return this.criterion;
	}

	/** What the criterion was called. */
	String title() {
		return this.title;
	}

	/** What the site had for it when the board objected. */
	BigDecimal points() {
		return this.points;
	}

	String text() {
		return this.text;
	}

	String byName() {
		return this.byName;
	}

	Instant at() {
		return this.at;
	}

}
