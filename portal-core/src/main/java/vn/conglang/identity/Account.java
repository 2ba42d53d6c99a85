package vn.conglang.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import org.jspecify.annotations.Nullable;

/** A person who may log in to the newsroom, and what they are there. */
@Entity
class Account {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String username;

	private String displayName;

	private String passwordHash;

	private boolean enabled = true;

	private @Nullable String email;

	@Enumerated(EnumType.STRING)
	private MailChoice mail = MailChoice.AT_ONCE;

	private @Nullable Instant lastLoginAt;

	private boolean ownPassword;

	private boolean guideOpened;

	private boolean stepsHidden;

	private Instant createdAt = Instant.now();

	@OneToMany(mappedBy = "account", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("id")
	private List<Membership> memberships = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Account() {
	}

	Account(String username, String displayName, String passwordHash) {
		this.username = username;
		this.displayName = displayName;
		this.passwordHash = passwordHash;
	}

	void grant(Role role, long scope) {
		for (Membership membership : this.memberships) {
			if (membership.is(role, scope)) {
				membership.suspend(false);
				return;
			}
		}
		this.memberships.add(new Membership(this, role, scope));
	}

	/** Makes this the only role over a site of which they are a member. */
	void appoint(Role role, long site) {
		List<Membership> here = ofSite(site);
		boolean suspended = here.stream().anyMatch(Membership::isSuspended);
		Membership kept = here.stream()
			.filter((membership) -> membership.role() == role)
			.findFirst()
			.orElseGet(here::getFirst);
		kept.become(role);
		kept.suspend(suspended);
		this.memberships.removeIf((membership) -> membership.isOverSite(site) && membership != kept);
	}

	void suspend(long site, boolean suspended) {
		ofSite(site).forEach((membership) -> membership.suspend(suspended));
	}

	void dismiss(long site) {
		this.memberships.removeIf((membership) -> membership.isOverSite(site));
	}

	private List<Membership> ofSite(long site) {
		return this.memberships.stream().filter((membership) -> membership.isOverSite(site)).toList();
	}

	void revoke(Role role, long scope) {
		this.memberships.removeIf((membership) -> membership.is(role, scope));
	}

	/**
	 * Sets the password.
	 * @param own whether the person chose it themselves
	 */
	void changePassword(String hash, boolean own) {
		this.passwordHash = hash;
		this.ownPassword = own;
	}

	void loggedIn(Instant at) {
		this.lastLoginAt = at;
	}

	@Nullable Instant lastLoginAt() {
		return this.lastLoginAt;
	}

	void openGuide() {
		this.guideOpened = true;
	}

	void hideSteps() {
		this.stepsHidden = true;
	}

	Users.FirstSteps firstSteps() {
		return new Users.FirstSteps(this.email != null, this.ownPassword, this.guideOpened, this.stepsHidden);
	}

	void describe(String displayName, @Nullable String email, MailChoice mail) {
		this.displayName = displayName;
		this.email = email;
		this.mail = mail;
	}

	void enable(boolean enabled) {
		this.enabled = enabled;
	}

	String passwordHash() {
		return this.passwordHash;
	}

	User user() {
		if (this.id == null) {
			throw new IllegalStateException("Not saved yet");
		}
		return new User(this.id, this.username, this.displayName, this.enabled, this.createdAt, this.email, this.mail,
				this.memberships.stream()
					.filter((membership) -> !membership.isSuspended())
					.map(Membership::grant)
					.toList());
	}

}
