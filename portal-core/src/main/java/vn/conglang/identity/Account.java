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
		if (this.memberships.stream().noneMatch((membership) -> membership.is(role, scope))) {
			this.memberships.add(new Membership(this, role, scope));
		}
	}

	void revoke(Role role, long scope) {
		this.memberships.removeIf((membership) -> membership.is(role, scope));
	}

	void changePassword(String hash) {
		this.passwordHash = hash;
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
				this.memberships.stream().map(Membership::grant).toList());
	}

}
