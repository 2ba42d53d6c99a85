package vn.conglang.care;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import vn.conglang.editorial.OpenOffers;
import vn.conglang.editorial.Telling;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;
import vn.conglang.upkeep.Finding;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds boards: writes it down and tells people, in one transaction inside the site.
 */
@Service
class Reminding {

	static final int LONGEST_WORD = 1000;

	/** So that a notice remains one; the page of the board shows all. */
	private static final int MOST_LINES = 12;

	private final Reminders reminders;

	private final Following following;

	private final Telling telling;

	private final Users users;

	private final Sites sites;

	private final CareTexts texts;

	private final TransactionTemplate transaction;

	Reminding(Reminders reminders, Following following, Telling telling, Users users, Sites sites, CareTexts texts,
			TransactionTemplate transaction) {
		this.reminders = reminders;
		this.following = following;
		this.telling = telling;
		this.users = users;
		this.sites = sites;
		this.texts = texts;
		this.transaction = transaction;
	}

	/** All of the board who may edit. */
	List<User> board(Site site) {
		return this.users.holders(Addressing.BOARD, site);
	}

	/** Whom the portal tells about these sites, as it is now. */
	Addressing addressing(Collection<Site> sites) {
		return new Addressing(this.users, sites);
	}

	/**
	 * An officer reminds a board.
	 * @param rules of the findings of which it is reminded; others than there are now are
	 * left out
	 * @param token the same for a form that was sent twice
	 */
	Outcome remind(Site site, Set<String> rules, String word, User by, String token) {
		return remind(site,
				this.following.now(List.of(site))
					.standing(site.id())
					.findings()
					.stream()
					.filter((finding) -> rules.contains(finding.rule()))
					.toList(),
				word, by, token);
	}

	/** Of these findings. */
	Outcome remind(Site site, List<Finding> findings, String word, User by, String token) {
		List<Reminder.Item> items = findings.stream().map(Following::item).toList();
		return give(site, items, word, by, token,
				this.texts.of((items.size() == 1) ? "care.remind.title.one" : "care.remind.title", items.size()),
				pageOf(site));
	}

	/** An officer reminds a board of an offer that it has not answered. */
	Outcome remindOfOffer(Site site, long offer, User by, String token) {
		return this.following.now(List.of(site))
			.offers(site.id())
			.stream()
			.filter((open) -> open.id() == offer)
			.findFirst()
			.map((open) -> give(site, List.of(item(open)), "", by, token,
					this.texts.of("care.offer.title", open.title()), open.href()))
			.orElse(Outcome.NOTHING);
	}

	/** Of all these offers. */
	Outcome remindOfOffers(Site site, List<OpenOffers.Open> open, User by, String token) {
		return give(site, open.stream().map(this::item).toList(), "", by, token,
				this.texts.of("care.offers.title", open.size()), pageOf(site));
	}

	private Reminder.Item item(OpenOffers.Open open) {
		return Following.item(open, this.texts.of("care.offer.sentence", open.title(), open.origin()));
	}

	private Outcome give(Site site, List<Reminder.Item> items, String word, User by, String token, String title,
			String href) {
		if (items.isEmpty()) {
			return Outcome.NOTHING;
		}
		List<User> board = board(site);
		if (board.isEmpty()) {
			return Outcome.NOBODY;
		}
		String name = this.texts.of("care.by", by.displayName(),
				by.isOfProvince() ? this.sites.province().fullName() : site.area().fullName());
		CurrentSite.run(site.id(), () -> this.transaction.executeWithoutResult((status) -> {
			if (this.reminders.add(Whom.BOARD, names(board), word, by, name, items, token)) {
				this.telling.tell(Telling.Kind.REMINDED, board, title, name, detail(word, items), href);
			}
		}));
		return Outcome.DONE;
	}

	/**
	 * The portal reminds by rule.
	 * @param wanted whom the rule names
	 * @param whom those who are told instead or as such
	 * @param before the last reminder that the decision knew of; if there is a later one,
	 * the decision is void
	 * @return whether somebody was told
	 */
	boolean byRule(Site site, Whom wanted, Addressing.Addressees whom, List<Reminder.Item> items, long before,
			String token) {
		boolean board = whom.whom().isBoard();
		String by = this.texts.of("care.by.portal");
		String title = board
				? this.texts.of((items.size() == 1) ? "care.remind.title.one" : "care.remind.title", items.size())
				: this.texts.of(wanted.isBoard() ? "care.escalated.nobody" : "care.escalated.title", site.fullName(),
						items.size());
		return CurrentSite.call(site.id(), () -> Boolean.TRUE.equals(this.transaction.execute((status) -> {
			this.reminders.takeTurns();
			if (this.reminders.lastHere() > before
					|| !this.reminders.add(whom.whom(), names(whom.people()), "", null, by, items, token)) {
				return false;
			}
			this.telling.tell(board ? Telling.Kind.REMINDED : Telling.Kind.REMINDED_AREA, whom.people(), title, by,
					detail("", items), board ? pageOf(site) : fileOf(site));
			return true;
		})));
	}

	/** Where a board sees of what it was reminded, from the newsroom's root. */
	static String pageOf(Site site) {
		return "/bien-tap/" + site.slug() + BoardRemindersController.SCREEN;
	}

	/** Where officers see all about a site, from the newsroom's root. */
	static String fileOf(Site site) {
		return SiteFileController.PATH + "/" + site.slug();
	}

	private static String names(List<User> people) {
		return people.stream().map(User::displayName).collect(Collectors.joining(", "));
	}

	private String detail(String word, List<Reminder.Item> items) {
		StringBuilder detail = new StringBuilder();
		if (!word.isEmpty()) {
			detail.append(word).append('\n');
		}
		items.stream().limit(MOST_LINES).forEach((item) -> detail.append("– ").append(item.sentence()).append('\n'));
		if (items.size() > MOST_LINES) {
			detail.append(this.texts.of("care.remind.more", items.size() - MOST_LINES));
		}
		return detail.toString().strip();
	}

	/** A word as it is kept: no longer than allowed, without blanks around it. */
	static String word(@Nullable String typed) {
		String word = (typed != null) ? typed.strip() : "";
		return (word.length() > LONGEST_WORD) ? word.substring(0, LONGEST_WORD) : word;
	}

	/** What came of reminding. */
	enum Outcome {

		DONE,

		/** There is nothing of which to remind. */
		NOTHING,

		/** Nobody of the board could read it. */
		NOBODY

	}

}
