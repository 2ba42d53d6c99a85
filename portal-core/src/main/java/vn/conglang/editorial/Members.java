package vn.conglang.editorial;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.site.Site;
import vn.conglang.site.SiteVersions;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The members of a site's board, as its chief keeps them. Nothing here reaches beyond the
 * site: neither the account itself nor roles elsewhere. Acts on one board wait for each
 * other, so that two chiefs cannot remove each other at once.
 */
@Service
class Members {

	static final Set<Role> ROLES = EnumSet.range(Role.CONTRIBUTOR, Role.CHIEF_EDITOR);

	private final Users users;

	private final BoardActRepository acts;

	private final BoardDutyRepository duties;

	private final EditorialPolicy policy;

	private final SiteVersions versions;

	private final Clock clock;

	Members(Users users, BoardActRepository acts, BoardDutyRepository duties, EditorialPolicy policy,
			SiteVersions versions, Clock clock) {
		this.users = users;
		this.acts = acts;
		this.duties = duties;
		this.policy = policy;
		this.versions = versions;
		this.clock = clock;
	}

	/** What was done lately, the latest first. */
	@Transactional(readOnly = true)
	public List<BoardAct> acts() {
		return this.acts.findTop100ByOrderByIdDesc();
	}

	/**
	 * Gives a member another role.
	 * @return the name of the member
	 */
	@Transactional
	public String appoint(Site site, long accountId, @Nullable Role role, User by) {
		User chief = afresh(site, by);
		if (role == null || !ROLES.contains(role)) {
			throw new Reviews.NotNow("editorial.board.role.invalid");
		}
		Users.Member member = another(site, accountId, chief);
		if (member.role() != role) {
			keepAChief(site, member);
			this.users.appoint(accountId, site, role);
			record(BoardAct.Kind.ROLE_CHANGED, chief, member.user().displayName(), role, member.role());
			this.versions.raise();
		}
		return member.user().displayName();
	}

	/**
	 * Keeps a member from the site for a while, or lets them in again.
	 * @return the name of the member
	 */
	@Transactional
	public String suspend(Site site, long accountId, boolean suspended, User by) {
		User chief = afresh(site, by);
		Users.Member member = another(site, accountId, chief);
		if (member.suspended() != suspended) {
			if (suspended) {
				keepAChief(site, member);
			}
			this.users.suspend(accountId, site, suspended);
			record(suspended ? BoardAct.Kind.SUSPENDED : BoardAct.Kind.RESUMED, chief, member.user().displayName(),
					null, null);
			this.versions.raise();
		}
		return member.user().displayName();
	}

	/**
	 * Takes somebody off the board. What they wrote stays.
	 * @return the name of who was a member
	 */
	@Transactional
	public String remove(Site site, long accountId, User by) {
		User chief = afresh(site, by);
		Users.Member member = another(site, accountId, chief);
		keepAChief(site, member);
		this.users.dismiss(accountId, site);
		this.duties.deleteByAccountId(accountId);
		record(BoardAct.Kind.REMOVED, chief, member.user().displayName(), null, member.role());
		this.versions.raise();
		return member.user().displayName();
	}

	/** Writes down what was done with the board. */
	void record(BoardAct.Kind kind, User by, String about, @Nullable Role role, @Nullable Role before) {
		this.acts.save(new BoardAct(kind, by, about, role, before, this.clock.instant()));
	}

	/** Waits for others who change this board; who was its chief may be so no longer. */
	User afresh(Site site, User by) {
		this.users.boardToChange(site);
		User user = this.users.byId(by.id()).filter(User::enabled).orElseThrow(Users.NotSignedIn::new);
		String refusal = this.policy.whyNotLead(user, site);
		if (refusal != null) {
			throw new Reviews.NotNow(refusal);
		}
		return user;
	}

	private Users.Member another(Site site, long accountId, User by) {
		if (accountId == by.id()) {
			throw new Reviews.NotNow("editorial.board.self");
		}
		return this.users.board(site)
			.stream()
			.filter((member) -> member.user().id() == accountId)
			.findFirst()
			.orElseThrow(Unknown::new);
	}

	private void keepAChief(Site site, Users.Member member) {
		boolean chief = member.role() == Role.CHIEF_EDITOR && member.isActive();
		if (chief && this.users.board(site)
			.stream()
			.noneMatch((other) -> other.role() == Role.CHIEF_EDITOR && other.isActive()
					&& other.user().id() != member.user().id())) {
			throw new Reviews.NotNow("editorial.board.lastChief");
		}
	}

	/** The board has no such member or invitation. */
	static class Unknown extends RuntimeException {

	}

}
