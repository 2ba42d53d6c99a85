package vn.conglang.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Area;
import vn.conglang.site.Site;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of the newsroom. Rights are read afresh for every request, so that a role
 * taken away is gone at once, also for somebody who is logged in.
 */
@Service
public class Users {

	static final int SHORTEST_PASSWORD = 10;

	private static final int LONGEST_NAME = 100;

	private static final Pattern EMAIL = Pattern
		.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

	private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");

	private final AccountRepository accounts;

	private final MembershipRepository memberships;

	private final PasswordEncoder passwords;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Users(AccountRepository accounts, MembershipRepository memberships, PasswordEncoder passwords,
			ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.memberships = memberships;
		this.passwords = passwords;
		this.events = events;
		this.clock = clock;
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

	/** The account with this identity. */
	@Transactional(readOnly = true)
	public Optional<User> byId(long id) {
		return this.accounts.findById(id).map(Account::user);
	}

	/**
	 * Who may log in and holds one of the roles over this very site; not the staff of
	 * districts or the province, who reach it from above.
	 */
	@Transactional(readOnly = true)
	public List<User> holders(Set<Role> roles, Site site) {
		return this.accounts.ofSite(roles, site.id().value()).stream().map(Account::user).toList();
	}

	/** Who may work now for each of these very sites, in one statement. */
	@Transactional(readOnly = true)
	public Map<SiteId, List<Holder>> boards(Collection<Site> sites) {
		if (sites.isEmpty()) {
			return Map.of();
		}
		return this.memberships.ofSites(sites.stream().map((site) -> site.id().value()).toList())
			.stream()
			.collect(Collectors.groupingBy((holder) -> new SiteId(holder.site())));
	}

	/** Who may log in and watches over the area, without the province's staff. */
	@Transactional(readOnly = true)
	public List<User> monitors(Area area) {
		return this.accounts.ofArea(area.id()).stream().map(Account::user).toList();
	}

	/** Who may log in and belongs to the province's own staff. */
	@Transactional(readOnly = true)
	public List<User> ofProvince() {
		return this.accounts.ofRoles(Role.of(Role.Scope.PROVINCE)).stream().map(Account::user).toList();
	}

	/**
	 * Everybody with a role over this very site, suspended ones too; each once, with the
	 * highest of their roles, the highest first.
	 */
	@Transactional(readOnly = true)
	public List<Member> board(Site site) {
		Map<Long, Member> byAccount = new LinkedHashMap<>();
		for (Membership membership : this.memberships.ofSite(site.id().value())) {
			User user = membership.account().user();
			Member member = new Member(user, membership.role(), membership.isSuspended(),
					membership.account().lastLoginAt());
			byAccount.merge(user.id(), member, (one, other) -> (one.role().compareTo(other.role()) >= 0) ? one : other);
		}
		return byAccount.values()
			.stream()
			.sorted(Comparator.comparing(Member::role)
				.reversed()
				.thenComparing((member) -> member.user().displayName(), VietnameseText.alphabetical()))
			.toList();
	}

	/** The same, and others wait who want to change this board. */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Member> boardToChange(Site site) {
		this.memberships.lock(site.id().value());
		return board(site);
	}

	/** Gives a member of a board another role there. */
	@Transactional
	public void appoint(long id, Site site, Role role) {
		account(id).appoint(role, site.id().value());
	}

	/**
	 * Keeps a member from a board, or lets them in again. Other sites are not touched.
	 */
	@Transactional
	public void suspend(long id, Site site, boolean suspended) {
		account(id).suspend(site.id().value(), suspended);
	}

	/** Takes all roles over the site from a member. Other sites are not touched. */
	@Transactional
	public void dismiss(long id, Site site) {
		account(id).dismiss(site.id().value());
	}

	/** What a newcomer has done so far, as far as the account tells. */
	@Transactional(readOnly = true)
	public FirstSteps firstSteps(long id) {
		return account(id).firstSteps();
	}

	/** The person has opened the guide. */
	@Transactional
	public void openGuide(long id) {
		account(id).openGuide();
	}

	/** The person needs no first steps any more. */
	@Transactional
	public void hideSteps(long id) {
		account(id).hideSteps();
	}

	/** Remembers when somebody came last. */
	@EventListener
	@Transactional
	public void on(AuthenticationSuccessEvent event) {
		this.accounts.findByUsername(event.getAuthentication().getName())
			.ifPresent((account) -> account.loggedIn(this.clock.instant()));
	}

	/**
	 * Opens an account for somebody who chooses the password themselves.
	 * @param email where to write to, may be empty
	 * @return why not, as message keys by field, empty when it was opened
	 */
	@Transactional
	public Map<String, String> join(String username, String displayName, String email, String password,
			User.Grant grant) {
		String refused = add(username, displayName, password, grant);
		if (refused != null) {
			// "identity.username.taken" is about the field "username"
			return Map.of(refused.split("\\.")[1], refused);
		}
		Account account = account(username);
		account.describe(displayName.strip(), email.isBlank() ? null : email.strip(), MailChoice.AT_ONCE);
		account.changePassword(account.passwordHash(), true);
		return Map.of();
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
		if (displayName.isBlank() || displayName.strip().length() > LONGEST_NAME) {
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

	/**
	 * Changes what people say about themselves.
	 * @param email where to write to, empty for nowhere
	 * @return why not, as message keys by field, empty when it was changed
	 */
	@Transactional
	public Map<String, String> describe(String username, String displayName, String email, MailChoice mail) {
		Map<String, String> problems = new LinkedHashMap<>();
		if (displayName.isBlank() || displayName.strip().length() > LONGEST_NAME) {
			problems.put("displayName", "identity.displayName.invalid");
		}
		if (!email.isBlank() && !isEmail(email)) {
			problems.put("email", "identity.email.invalid");
		}
		if (problems.isEmpty()) {
			Account account = account(username);
			boolean renamed = !account.user().displayName().equals(displayName.strip());
			account.describe(displayName.strip(), email.isBlank() ? null : email.strip(), mail);
			if (renamed) {
				this.events.publishEvent(new UserRenamed(account.user()));
			}
		}
		return problems;
	}

	/** Whether one could write to this address, by its form. */
	public static boolean isEmail(String text) {
		return text.strip().length() <= 254 && EMAIL.matcher(text.strip()).matches();
	}

	/** Lets an account log in, or no longer. */
	@Transactional
	public void enable(String username, boolean enabled) {
		account(username).enable(enabled);
	}

	/**
	 * Lets somebody choose a new password who knows the old one.
	 * @return why not, as a message key, or {@code null} when it was set
	 */
	@Transactional
	public @Nullable String changeOwnPassword(String username, String old, String password) {
		if (!this.passwords.matches(old, account(username).passwordHash())) {
			return "identity.oldPassword.wrong";
		}
		return changePassword(username, password, true);
	}

	/**
	 * Sets a new password.
	 * @return why not, as a message key, or {@code null} when it was set
	 */
	@Transactional
	public @Nullable String changePassword(String username, String password) {
		return changePassword(username, password, false);
	}

	private @Nullable String changePassword(String username, String password, boolean own) {
		if (password.length() < SHORTEST_PASSWORD || password.length() > 200) {
			return "identity.password.invalid";
		}
		account(username).changePassword(encode(password), own);
		return null;
	}

	private Account account(String username) {
		return this.accounts.findByUsername(normalized(username))
			.orElseThrow(() -> new IllegalArgumentException("No account " + username));
	}

	private Account account(long id) {
		return this.accounts.findById(id).orElseThrow(() -> new IllegalArgumentException("No account " + id));
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

	/**
	 * Somebody of a site's board.
	 *
	 * @param role the highest they hold over the site
	 * @param suspended kept from this site for the time being
	 */
	public record Member(User user, Role role, boolean suspended, @Nullable Instant lastLoginAt) {

		/** Whether they can work for the site now. */
		public boolean isActive() {
			return !this.suspended && this.user.enabled();
		}

	}

	/**
	 * That somebody holds a role over a site.
	 *
	 * @param id of the account
	 */
	public record Holder(long site, long id, String name, Role role) {
	}

	/**
	 * The first steps of somebody new.
	 *
	 * @param email whether they told where to write to
	 * @param ownPassword whether they chose the password themselves
	 * @param guideOpened whether they opened the guide
	 * @param hidden whether they want to see no more of it
	 */
	public record FirstSteps(boolean email, boolean ownPassword, boolean guideOpened, boolean hidden) {
	}

	/** Nobody is logged in, or no longer. */
	public static class NotSignedIn extends RuntimeException {

	}

}
