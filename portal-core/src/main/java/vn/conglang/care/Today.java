package vn.conglang.care;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import vn.conglang.editorial.OpenOffers;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.upkeep.Light;
import vn.conglang.upkeep.Severity;
import vn.conglang.upkeep.Standing;

import org.springframework.stereotype.Component;

/** Puts together what an officer has to do today, in a few statements for all sites. */
@Component
class Today {

	/** What was given longer ago and led to nothing is up to other means. */
	private static final Duration LATELY = Duration.ofDays(90);

	private static final int SOON = 7;

	private static final String SILENCE = "im-lang/";

	private final Following following;

	private final Reminders reminders;

	private final Contacts contacts;

	private final Users users;

	private final ReminderRules rules;

	Today(Following following, Reminders reminders, Contacts contacts, Users users, ReminderRules rules) {
		this.following = following;
		this.reminders = reminders;
		this.contacts = contacts;
		this.users = users;
		this.rules = rules;
	}

	Agenda of(User user, List<Site> sites) {
		LocalDate today = this.rules.today();
		int pace = this.rules.pace(today);
		Map<SiteId, Site> byId = new HashMap<>();
		sites.forEach((site) -> byId.put(site.id(), site));
		Following.Now now = this.following.now(sites);
		Map<SiteId, List<Users.Holder>> boards = this.users.boards(sites);
		Map<SiteId, LocalDate> contacted = this.contacts.last(sites);
		Map<SiteId, Followed> ofBoard = new HashMap<>();
		List<Followed> above = new ArrayList<>();
		now.follow(this.reminders.latest(sites, today.atStartOfDay(VietnameseText.ZONE).toInstant().minus(LATELY)))
			.forEach((followed) -> {
				if (followed.reminder().whom().isBoard()) {
					ofBoard.put(followed.reminder().site(), followed);
				}
				else {
					above.add(followed);
				}
			});
		List<Row> need = new ArrayList<>();
		List<Row> waiting = new ArrayList<>();
		List<Row> silent = new ArrayList<>();
		for (Site site : sites) {
			Standing standing = now.standing(site.id());
			Followed last = ofBoard.get(site.id());
			boolean lately = last != null && ChronoUnit.DAYS.between(last.reminder().day(), today) < pace;
			Row row = new Row(site, standing, last, contacted.get(site.id()), now.offers(site.id()),
					hasEditors(boards.getOrDefault(site.id(), List.of())));
			if (standing.light() == Light.BAD && !lately) {
				need.add(row);
			}
			else if (last != null && !last.isDone()) {
				waiting.add(row);
			}
			if (isSilent(standing)) {
				silent.add(row);
			}
		}
		need.sort(Comparator.comparingLong(Row::worries).reversed());
		List<Escalated> escalated = above.stream()
			.filter((followed) -> !followed.isDone() && concerns(user, followed))
			.filter((followed) -> !isActedOn(followed, contacted.get(followed.reminder().site()),
					ofBoard.get(followed.reminder().site())))
			.flatMap((followed) -> Stream.ofNullable(byId.get(followed.reminder().site()))
				.map((site) -> new Escalated(site, followed)))
			.toList();
		List<Again> again = this.contacts.toLookAgain(sites, today.plusDays(SOON))
			.stream()
			.flatMap((contact) -> Stream.ofNullable(byId.get(contact.site()))
				.map((site) -> new Again(site, contact, isDue(contact, today))))
			.toList();
		return new Agenda(again, escalated, need, waiting, silent, pace);
	}

	private static boolean isDue(Contact contact, LocalDate today) {
		LocalDate until = contact.words().until();
		return until != null && !until.isAfter(today);
	}

	private static boolean hasEditors(List<Users.Holder> board) {
		return board.stream().anyMatch((holder) -> BoardReminders.ROLES.contains(holder.role()));
	}

	private static boolean isSilent(Standing standing) {
		return standing.findings()
			.stream()
			.anyMatch((finding) -> finding.severity() == Severity.BAD && finding.rule().startsWith(SILENCE));
	}

	/** The province hears of what came to it, districts of what came to them. */
	private static boolean concerns(User user, Followed followed) {
		return user.isOfProvince() == (followed.reminder().whom() == Whom.PROVINCE);
	}

	/** Whether an officer has been in contact or reminded the board since then. */
	private static boolean isActedOn(Followed above, @Nullable LocalDate contacted, @Nullable Followed ofBoard) {
		return (contacted != null && !contacted.isBefore(above.reminder().day()))
				|| (ofBoard != null && !ofBoard.reminder().byRule() && ofBoard.reminder().id() > above.reminder().id());
	}

	/**
	 * What is to be done.
	 *
	 * @param again contacts after which to look again
	 * @param escalated what boards did not mend
	 * @param need sites in need that were not reminded lately
	 * @param waiting sites that were reminded and have not done all of it
	 * @param silent sites that have been silent for too long
	 * @param pace a site is reminded at most once in so many days
	 */
	record Agenda(List<Again> again, List<Escalated> escalated, List<Row> need, List<Row> waiting, List<Row> silent,
			int pace) {

		/** Whether there is nothing at all. */
		public boolean isEmpty() {
			return this.again.isEmpty() && this.escalated.isEmpty() && this.need.isEmpty() && this.waiting.isEmpty()
					&& this.silent.isEmpty();
		}

	}

	/**
	 * A site that needs something.
	 *
	 * @param last the last reminder of its board, if there was one lately
	 * @param contacted day of the last contact, if there was one
	 * @param offers that it has not answered
	 * @param reachable whether anybody of the board could read a reminder
	 */
	record Row(Site site, Standing standing, @Nullable Followed last, @Nullable LocalDate contacted,
			List<OpenOffers.Open> offers, boolean reachable) {

		public String href() {
			return Reminding.fileOf(this.site);
		}

		/** How many of its findings are urgent. */
		public long worries() {
			return this.standing.findings().stream().filter((one) -> one.severity() == Severity.BAD).count();
		}

	}

	/** A site whose board did not mend what it was reminded of. */
	record Escalated(Site site, Followed followed) {

		public String href() {
			return Reminding.fileOf(this.site);
		}

	}

	/**
	 * A site at which to look again.
	 *
	 * @param due whether the day has come
	 */
	record Again(Site site, Contact contact, boolean due) {

		public String href() {
			return Reminding.fileOf(this.site);
		}

	}

}
