package vn.conglang.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** That an account holds a role over a site, an area or the province. */
@Entity
class Membership {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Account account;

	@Enumerated(EnumType.STRING)
	private Role role;

	private @Nullable Long siteId;

	private @Nullable Long areaId;

	private @Nullable Long provinceId;

	private boolean suspended;

	@SuppressWarnings("NullAway.Init")
	protected Membership() {
	}

	Membership(Account account, Role role, long scope) {
		this.account = account;
		this.role = role;
		switch (role.scope()) {
			case SITE -> this.siteId = scope;
			case AREA -> this.areaId = scope;
			case PROVINCE -> this.provinceId = scope;
		}
	}

	User.Grant grant() {
		Long scope = switch (this.role.scope()) {
			case SITE -> this.siteId;
			case AREA -> this.areaId;
			case PROVINCE -> this.provinceId;
		};
		if (scope == null) {
			throw new IllegalStateException("A membership without its scope: " + this.id);
		}
		return new User.Grant(this.role, scope);
	}

	Account account() {
		return this.account;
	}

	Role role() {
		return this.role;
	}

	void become(Role role) {
		if (role.scope() != this.role.scope()) {
			throw new IllegalArgumentException("Another kind of scope: " + role);
		}
		this.role = role;
	}

	/** Kept, but giving no right for the time being. */
	boolean isSuspended() {
		return this.suspended;
	}

	void suspend(boolean suspended) {
		this.suspended = suspended;
	}

	boolean isOverSite(long site) {
		return this.siteId != null && this.siteId == site;
	}

	boolean is(Role role, long scope) {
		return grant().equals(new User.Grant(role, scope));
	}

}
