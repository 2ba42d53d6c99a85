package vn.conglang.editorial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.content.DeskEntries;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What waits for somebody, over all boards they belong to. Who watches an area or the
 * province sees what is late there.
 */
@Service
class Tasks {

	private static final int MOST = 20;

	private static final Duration SOON = Duration.ofDays(7);

	private final JdbcClient overseer;

	private final ReviewRepository reviews;

	private final Remarks remarks;

	private final Plans plans;

	private final WorkingCopies copies;

	private final DeskEntries entries;

	private final Sites sites;

	private final Clock clock;

	Tasks(@Qualifier("overseerJdbc") JdbcClient overseer, ReviewRepository reviews, Remarks remarks, Plans plans,
			WorkingCopies copies, DeskEntries entries, Sites sites, Clock clock) {
		this.overseer = overseer;
		this.reviews = reviews;
		this.remarks = remarks;
		this.plans = plans;
		this.copies = copies;
		this.entries = entries;
		this.sites = sites;
		this.clock = clock;
	}

	/** All that waits, ready to be shown. */
	TaskList of(User user) {
		TaskList list = new TaskList(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
				new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		for (Site site : boards(user)) {
			CurrentSite.run(site.id(), () -> addOf(site, user, list));
		}
		list.late().addAll(late(user));
		return list;
	}

	/** How many texts wait for a decision of this user. */
	long waiting(User user) {
		return boards(user).stream()
			.mapToLong((site) -> CurrentSite.call(site.id(), () -> decidable(site, user)).size())
			.sum();
	}

	private List<Review> decidable(Site site, User user) {
		return this.reviews.allOpen().stream().filter((review) -> user.holds(review.role().andAbove(), site)).toList();
	}

	private void addOf(Site site, User user, TaskList list) {
		Instant now = this.clock.instant();
		List<Review> decidable = decidable(site, user);
		decidable.forEach((review) -> list.decide().add(task(site, review, "/duyet", now)));
		for (Review review : this.reviews.allOpen()) {
			if (review.submittedById() == user.id() && !decidable.contains(review)) {
				list.sent().add(task(site, review, "", now));
			}
		}
		for (Review review : this.reviews.lastReturned(user.id())) {
			list.returned()
				.add(new Task(site, review.title(), href(site, review.entryId(), ""), "", review.decidedBy() + "",
						review.stageSince(), null, false));
		}
		for (DeskEntries.Row row : this.entries.unsent(user.id(), MOST)) {
			list.drafts()
				.add(new Task(site, row.title(), href(site, row.id(), ""), "", "", row.changedAt(), null, false));
		}
		for (WorkingCopies.Copy copy : this.copies.mine(user)) {
			if (copy.entry() == null) {
				list.drafts()
					.add(new Task(site, copy.title(), "/bien-tap/" + site.slug() + "/bai/moi?loai="
							+ copy.type().option() + "&ban=" + copy.place(), "", "", copy.savedAt(), null, false));
			}
		}
		List<Remark> open = this.remarks.openFor(user);
		Map<Long, String> titles = this.entries.titles(open.stream().map(Remark::entryId).distinct().toList());
		open.forEach((remark) -> list.remarks()
			.add(new Task(site, titles.getOrDefault(remark.entryId(), ""), href(site, remark.entryId(), "/duyet#gop-y"),
					remark.text(), remark.byName(), remark.at(), null, false)));
		List<PlannedAct> soon = this.plans.between(now.minus(SOON), now.plus(SOON));
		Map<Long, String> planned = this.entries.titles(soon.stream().map(PlannedAct::entryId).distinct().toList());
		soon.forEach((plan) -> list.planned()
			.add(new Task(site, planned.getOrDefault(plan.entryId(), ""), href(site, plan.entryId(), ""),
					plan.kind().name(), plan.setBy(), plan.at(), null, false)));
	}

	/** Reviews that are late in what the user watches over. */
	private List<Task> late(User user) {
		if (user.grants().stream().allMatch((grant) -> grant.role().scope() == Role.Scope.SITE)) {
			return List.of();
		}
		return this.overseer.sql("""
				SELECT site_id, entry_id, title, stage_name, submitted_by, stage_since, due_at FROM review
				WHERE state = 'OPEN' AND due_at <= now() ORDER BY due_at LIMIT 500""")
			.query((row, number) -> new Late(new SiteId(row.getLong("site_id")), row.getLong("entry_id"),
					row.getString("title"), row.getString("stage_name"), row.getString("submitted_by"),
					row.getObject("stage_since", OffsetDateTime.class).toInstant(),
					row.getObject("due_at", OffsetDateTime.class).toInstant()))
			.list()
			.stream()
			.flatMap((late) -> this.sites.byId(late.site())
				.filter((site) -> user.watches(site.area()))
				.map((site) -> new Task(site, late.title(), href(site, late.entry(), "/duyet"), late.stage(), late.by(),
						late.since(), late.due(), true))
				.stream())
			.toList();
	}

	private List<Site> boards(User user) {
		return user.grants()
			.stream()
			.filter((grant) -> grant.role().scope() == Role.Scope.SITE)
			.flatMap((grant) -> this.sites.byId(new SiteId(grant.scopeId())).stream())
			.distinct()
			.toList();
	}

	private static Task task(Site site, Review review, String part, Instant now) {
		return new Task(site, review.title(), href(site, review.entryId(), part), review.stageName(),
				review.submittedBy(), review.stageSince(), review.dueAt(), review.dueAt().isBefore(now));
	}

	private static String href(Site site, long entry, String part) {
		return "/bien-tap/" + site.slug() + "/bai/" + entry + part;
	}

	private record Late(SiteId site, long entry, String title, String stage, String by, Instant since, Instant due) {
	}

	/**
	 * What waits, by what is to be done.
	 *
	 * @param decide texts at a stage of theirs
	 * @param returned their texts that came back
	 * @param remarks on their texts, still open
	 * @param drafts what they write and have not sent
	 * @param sent what they have sent and others decide on
	 * @param planned what happens by itself within a week
	 * @param late reviews in what they watch over
	 */
	record TaskList(List<Task> decide, List<Task> returned, List<Task> remarks, List<Task> drafts, List<Task> sent,
			List<Task> planned, List<Task> late) {

		/** Whether there is nothing at all. */
		public boolean isEmpty() {
			return this.decide.isEmpty() && this.returned.isEmpty() && this.remarks.isEmpty() && this.drafts.isEmpty()
					&& this.sent.isEmpty() && this.planned.isEmpty() && this.late.isEmpty();
		}

	}

	/**
	 * One thing that waits.
	 *
	 * @param what the stage, the remark, or what is planned
	 * @param by who sent, returned, said or planned it
	 * @param due by when, if there is a deadline
	 */
	record Task(Site site, String title, String href, String what, String by, Instant at, @Nullable Instant due,
			boolean late) {
	}

}
