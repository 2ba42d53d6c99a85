package vn.conglang.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of the newsroom. Rights are read afresh for every request, so that a role
 * taken away is gone at once, also for somebody who is logged in.
 */
@Service
public class Users {

	static final int SHORTEST_PASSWORD = 10;

	private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");

	private final AccountRepository accounts;

	private final PasswordEncoder passwords;

	Users(AccountRepository accounts, PasswordEncoder passwords) {
		this.accounts = accounts;
		this.passwords = passwords;
	}

	/**
	 * Who is logged in.
	 * @throws NotSignedIn when nobody is, or the account was disabled meanwhile
	 */
	@Transactional(readOnly = true)
	public User current() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return Optional.ofNullable(authentication)
			.flatMap((known) -> this.accounts.findByUsername(known.getName()))
			.map(Account::user)
			.filter(User::enabled)
			.orElseThrow(NotSignedIn::new);
	}

	/** Everybody, by name. */
	@Transactional(readOnly = true)
	public List<User> all() {
		return this.accounts.findAllByOrderByUsername().stream().map(Account::user).toList();
	}

	/** The account with this name. */
	@Transactional(readOnly = true)
	public Optional<User> find(String username) {
		return this.accounts.findByUsername(normalized(username)).map(Account::user);
	}

	/**
	 * Opens an account with its first role.
	 * @return why it cannot be opened, as a message key, or {@code null} when it was
	 */
	@Transactional
	public @Nullable String add(String username, String displayName, String password, User.Grant grant) {
		String name = normalized(username);
		if (!USERNAME.matcher(name).matches()) {
			return "identity.username.invalid";
		}
		if (displayName.isBlank() || displayName.length() > 100) {
			return "identity.displayName.invalid";
		}
		if (password.length() < SHORTEST_PASSWORD || password.length() > 200) {
			return "identity.password.invalid";
		}
		if (this.accounts.existsByUsername(name)) {
			return "identity.username.taken";
		}
		Account account = new Account(name, displayName.strip(), encode(password));
		account.grant(grant.role(), grant.scopeId());
		this.accounts.save(account);
		return null;
	}

	/** Gives an account a further role. */
	@Transactional
	public void grant(String username, User.Grant grant) {
		account(username).grant(grant.role(), grant.scopeId());
	}

	/** Takes a role from an account. */
	@Transactional
	public void revoke(String username, User.Grant grant) {
		account(username).revoke(grant.role(), grant.scopeId());
	}

	/** Lets an account log in, or no longer. */
	@Transactional
	public void enable(String username, boolean enabled) {
		account(username).enable(enabled);
	}

	/**
	 * Sets a new password.
	 * @return why not, as a message key, or {@code null} when it was set
	 */
	@Transactional
	public @Nullable String changePassword(String username, String password) {
		if (password.length() < SHORTEST_PASSWORD || password.length() > 200) {
			return "identity.password.invalid";
		}
		account(username).changePassword(encode(password));
		return null;
	}

	private Account account(String username) {
		return this.accounts.findByUsername(normalized(username))
			.orElseThrow(() -> new IllegalArgumentException("No account " + username));
	}

	private String encode(String password) {
		return String.valueOf(this.passwords.encode(password));
	}

	/** A password that nobody guesses: 16 characters, fit for typing. */
	static String generatedPassword() {
		byte[] random = new byte[12];
		new SecureRandom().nextBytes(random);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
	}

	static String normalized(String username) {
		return username.strip().toLowerCase(Locale.ROOT);
	}

	/** Nobody is logged in, or no longer. */
	public static class NotSignedIn extends RuntimeException {

	}

}
