package vn.conglang.editorial;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invitations to the board of the site at work. A link names its site, so that it is
 * looked for inside that site and nowhere else; the secret in it is kept as a hash only.
 */
@Service
class Invitations {

	private static final int SECRET_BYTES = 24;

	private static final Pattern TOKEN = Pattern.compile("([0-9]{1,10})-[A-Za-z0-9_-]{32}");

	private final InvitationRepository invitations;

	private final Members members;

	private final Users users;

	private final SiteAddresses addresses;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Invitations(InvitationRepository invitations, Members members, Users users, SiteAddresses addresses,
			ApplicationEventPublisher events, Clock clock) {
		this.invitations = invitations;
		this.members = members;
		this.users = users;
		this.addresses = addresses;
		this.events = events;
		this.clock = clock;
	}

	/** Those not taken up yet, the latest first. */
	@Transactional(readOnly = true)
	public List<Invitation> open() {
		return this.invitations.open();
	}

	/** What keeps somebody from being invited, as message keys by field. */
	@Transactional(readOnly = true)
	public Map<String, String> problems(Site site, String name, String email, @Nullable Role role) {
		Map<String, String> problems = new LinkedHashMap<>();
		if (name.isBlank() || name.strip().length() > 100) {
			problems.put("name", "identity.displayName.invalid");
		}
		if (!email.isBlank() && !Users.isEmail(email)) {
			problems.put("email", "identity.email.invalid");
		}
		if (role == null || !Members.ROLES.contains(role)) {
			problems.put("role", "editorial.board.role.invalid");
		}
		if (!email.isBlank() && this.users.board(site)
			.stream()
			.anyMatch((member) -> email.strip().equalsIgnoreCase(member.user().email()))) {
			problems.put("email", "editorial.board.invite.member");
		}
		return problems;
	}

	/**
	 * Invites somebody; there are no {@link #problems}.
	 * @return the link to hand over
	 */
	@Transactional
	public String invite(Site site, String name, String email, Role role, User by) {
		User chief = this.members.afresh(site, by);
		String token = token();
		this.invitations
			.save(new Invitation(name.strip(), email.strip(), role, hash(token), chief, this.clock.instant()));
		this.members.record(BoardAct.Kind.INVITED, chief, name.strip(), role, null);
		return told(site, email.strip(), name.strip(), chief, token);
	}

	/**
	 * Makes a new link; the one before is of no use any more.
	 * @return the link to hand over
	 */
	@Transactional
	public String renew(Site site, long id, User by) {
		User chief = this.members.afresh(site, by);
		Invitation invitation = this.invitations.lockOpen(id).orElseThrow(Members.Unknown::new);
		String token = token();
		invitation.renew(hash(token), this.clock.instant());
		this.members.record(BoardAct.Kind.INVITATION_RENEWED, chief, invitation.name(), invitation.role(), null);
		return told(site, invitation.email(), invitation.name(), chief, token);
	}

	/** Takes an invitation back. */
	@Transactional
	public void withdraw(Site site, long id, User by) {
		User chief = this.members.afresh(site, by);
		Invitation invitation = this.invitations.lockOpen(id).orElseThrow(Members.Unknown::new);
		invitation.end(Invitation.State.WITHDRAWN);
		this.members.record(BoardAct.Kind.INVITATION_WITHDRAWN, chief, invitation.name(), invitation.role(), null);
	}

	/** The site that a link belongs to, as the link says. */
	static Optional<SiteId> site(String token) {
		Matcher parts = TOKEN.matcher(token);
		return parts.matches() ? Optional.of(new SiteId(Long.parseLong(parts.group(1)))) : Optional.empty();
	}

	/** The invitation behind a link of the site at work, if it can be taken up. */
	@Transactional(readOnly = true)
	public Optional<Invitation> find(String token) {
		return this.invitations.findByTokenHash(hash(token))
			.filter((invitation) -> invitation.canBeTaken(this.clock.instant()));
	}

	/**
	 * Takes an invitation up with an account that is there.
	 * @throws Reviews.NotNow if they are a member already
	 */
	@Transactional
	public void take(Site site, String token, User user) {
		Invitation invitation = locked(token);
		if (this.users.boardToChange(site).stream().anyMatch((member) -> member.user().id() == user.id())) {
			throw new Reviews.NotNow("editorial.invitation.member");
		}
		this.users.grant(user.username(), new User.Grant(invitation.role(), site.id().value()));
		joined(invitation, user);
	}

	/**
	 * Takes an invitation up with a new account.
	 * @return why not, as message keys by field, empty when it was taken up
	 */
	@Transactional
	public Map<String, String> join(Site site, String token, String username, String name, String password) {
		Invitation invitation = locked(token);
		Map<String, String> problems = this.users.join(username, name, invitation.email(), password,
				new User.Grant(invitation.role(), site.id().value()));
		if (problems.isEmpty()) {
			joined(invitation, this.users.find(username).orElseThrow());
		}
		return problems;
	}

	private void joined(Invitation invitation, User user) {
		invitation.end(Invitation.State.TAKEN);
		this.members.record(BoardAct.Kind.JOINED, user, user.displayName(), invitation.role(), null);
	}

	private Invitation locked(String token) {
		return this.invitations.lockByHash(hash(token))
			.filter((invitation) -> invitation.canBeTaken(this.clock.instant()))
			.orElseThrow(Members.Unknown::new);
	}

	private String told(Site site, String email, String name, User by, String token) {
		String link = this.addresses.newsroom() + "/loi-moi/" + token;
		if (!email.isEmpty()) {
			this.events.publishEvent(new MemberInvited(site.id(), email, name, by.displayName(), link));
		}
		return link;
	}

	private static String token() {
		byte[] secret = new byte[SECRET_BYTES];
		new SecureRandom().nextBytes(secret);
		return CurrentSite.require().value() + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
	}

	private static String hash(String token) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
