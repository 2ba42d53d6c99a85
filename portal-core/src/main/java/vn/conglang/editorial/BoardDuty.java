package vn.conglang.editorial;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import vn.conglang.site.SiteOwned;

/** What a member of the board is besides, and what they answer for. */
@Entity
class BoardDuty extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long accountId;

	private String title = "";

	private String duty = "";

	@SuppressWarnings("NullAway.Init")
	protected BoardDuty() {
	}

	BoardDuty(long accountId) {
		this.accountId = accountId;
	}

	void describe(String title, String duty) {
		this.title = title;
		this.duty = duty;
	}

	long accountId() {
		return this.accountId;
	}

	String title() {
		return this.title;
	}

	String duty() {
		return this.duty;
	}

}
