package vn.conglang.editorial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.UserRenamed;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.media.MediaUses;
import vn.conglang.site.Site;
import vn.conglang.site.SiteVersions;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The board of the site at work as it presents itself: founding decision, members and
 * what they answer for. Citizens see of it what the chief lets them see.
 */
@Service
public class PublicBoard implements MediaUses {

	private final BoardRepository boards;

	private final BoardDutyRepository duties;

	private final Users users;

	private final Members members;

	private final SiteVersions versions;

	private final Sites sites;

	private final TransactionTemplate transaction;

	PublicBoard(BoardRepository boards, BoardDutyRepository duties, Users users, Members members, SiteVersions versions,
			Sites sites, PlatformTransactionManager transactions) {
		this.boards = boards;
		this.duties = duties;
		this.users = users;
		this.members = members;
		this.versions = versions;
		this.sites = sites;
		this.transaction = new TransactionTemplate(transactions);
		// the change of the name is over and done by then
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** Whether citizens see the board. */
	@Transactional(readOnly = true)
	public boolean isShown() {
		return this.boards.find().filter((board) -> board.facts().shown()).isPresent();
	}

	/** What citizens see of the board, if they see it. */
	@Transactional(readOnly = true)
	public Optional<Shown> shown(Site site) {
		return this.boards.find().map(Board::facts).filter(Board.Facts::shown).map((facts) -> {
			List<Person> people = new ArrayList<>();
			if (facts.namesShown()) {
				Map<Long, BoardDuty> duties = duties();
				for (Users.Member member : this.users.board(site)) {
					if (member.isActive()) {
						BoardDuty duty = duties.get(member.user().id());
						people.add(new Person(member.user().displayName(), member.role(),
								(duty != null) ? duty.title() : "", (duty != null) ? duty.duty() : ""));
					}
				}
			}
			return new Shown(facts.number(), facts.date(), facts.issuer(), facts.file(), facts.phone(), facts.email(),
					people);
		});
	}

	/** All that is known of the board, for those who watch over the site. */
	@Transactional(readOnly = true)
	public Shown known() {
		Board.Facts facts = facts();
		return new Shown(facts.number(), facts.date(), facts.issuer(), facts.file(), facts.phone(), facts.email(),
				List.of());
	}

	/** What each member is besides and answers for, by account; texts may be empty. */
	@Transactional(readOnly = true)
	public Map<Long, String> dutiesOfMembers() {
		Map<Long, String> byAccount = new HashMap<>();
		duties().forEach((account, duty) -> byAccount.put(account,
				duty.title() + ((duty.title().isEmpty() || duty.duty().isEmpty()) ? "" : "; ") + duty.duty()));
		return byAccount;
	}

	@Transactional(readOnly = true)
	Board.Facts facts() {
		return this.boards.find().map(Board::facts).orElse(Board.Facts.NONE);
	}

	@Transactional(readOnly = true)
	Map<Long, BoardDuty> duties() {
		Map<Long, BoardDuty> byAccount = new HashMap<>();
		this.duties.all().forEach((duty) -> byAccount.put(duty.accountId(), duty));
		return byAccount;
	}

	/**
	 * Describes the board.
	 * @param people title and duty by account; those of strangers are left out
	 */
	@Transactional
	void describe(Site site, Board.Facts facts, Map<Long, Duty> people, User by) {
		User chief = this.members.afresh(site, by);
		Board board = this.boards.find().orElseGet(Board::new);
		board.describe(facts);
		this.boards.save(board);
		Map<Long, BoardDuty> known = duties();
		for (Users.Member member : this.users.board(site)) {
			Duty told = people.get(member.user().id());
			if (told != null) {
				BoardDuty duty = known.getOrDefault(member.user().id(), new BoardDuty(member.user().id()));
				duty.describe(told.title(), told.duty());
				this.duties.save(duty);
			}
		}
		this.members.record(BoardAct.Kind.DESCRIBED, chief, "", null, null);
		this.versions.raise();
	}

	/** Pages with the name of somebody who goes by another one are made anew. */
	@TransactionalEventListener
	public void on(UserRenamed event) {
		for (Site site : this.sites.all()) {
			if (event.user().holds(Members.ROLES, site)) {
				CurrentSite.run(site.id(), () -> this.transaction.executeWithoutResult((status) -> {
					if (isShown()) {
						this.versions.raise();
					}
				}));
			}
		}
	}

	/** The decision's file is needed as long as the board refers to it. */
	@Override
	@Transactional(readOnly = true)
	public List<Use> of(Site site, Collection<String> hashes) {
		Board.Facts facts = facts();
		return hashes.stream()
			.filter((hash) -> facts.file().contains("/" + hash + "/"))
			.map((hash) -> new Use(hash, facts.number(), "/bien-tap/" + site.slug() + "/ban-bien-tap/quyet-dinh",
					facts.shown()))
			.toList();
	}

	/** What a member is besides, and answers for. */
	record Duty(String title, String duty) {
	}

	/**
	 * What citizens see of a board; texts may be empty.
	 *
	 * @param number of the decision that founded it
	 * @param date of that decision
	 * @param issuer of that decision
	 * @param file address of that decision, from the site's root
	 * @param members those at work, the chief first; empty where names are not shown
	 */
	public record Shown(String number, @Nullable LocalDate date, String issuer, String file, String phone, String email,
			List<Person> members) {
	}

	/**
	 * A member of the board.
	 *
	 * @param title what they are besides, may be empty
	 * @param duty what they answer for, may be empty
	 */
	public record Person(String name, Role role, String title, String duty) {
	}

}
