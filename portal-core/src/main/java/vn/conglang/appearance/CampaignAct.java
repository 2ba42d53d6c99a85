package vn.conglang.appearance;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;

/** Who did what with a campaign. Never changed. */
@Entity
class CampaignAct {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long campaignId;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private long byId;

	private String byName;

	private int sites;

	private Instant at;

	@SuppressWarnings("NullAway.Init")
	protected CampaignAct() {
	}

	CampaignAct(long campaignId, Kind kind, int sites, User by, Instant at) {
		this.campaignId = campaignId;
		this.kind = kind;
		this.sites = sites;
		this.byId = by.id();
		this.byName = by.displayName();
		this.at = at;
	}

	Kind kind() {
		return this.kind;
	}

	String byName() {
		return this.byName;
	}

	/** How many it reached by this act. */
	int sites() {
		return this.sites;
	}

	Instant at() {
		return this.at;
	}

	/** What was done. */
	enum Kind {

		BEGUN, CHANGED, STOPPED

	}

}
