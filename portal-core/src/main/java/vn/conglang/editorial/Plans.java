package vn.conglang.editorial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.DeskEntries;
import vn.conglang.content.EntryStatus;
import vn.conglang.content.Progress;
import vn.conglang.content.Publishing;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be published or withdrawn at a time. */
@Service
class Plans {

	private static final Duration LONGEST = Duration.ofDays(2 * 366);

	private final PlannedActRepository planned;

	private final ActRepository acts;

	private final Publishing publishing;

	private final DeskEntries entries;

	private final EditorialPolicy policy;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Plans(PlannedActRepository planned, ActRepository acts, Publishing publishing, DeskEntries entries,
			EditorialPolicy policy, ApplicationEventPublisher events, Clock clock) {
		this.planned = planned;
		this.acts = acts;
		this.publishing = publishing;
		this.entries = entries;
		this.policy = policy;
		this.events = events;
		this.clock = clock;
	}

	/** What waits for the entry. */
	@Transactional(readOnly = true)
	public List<PlannedAct> of(long entryId) {
		return this.planned.waiting(entryId);
	}

	/** What is planned in the site between two moments, in order. */
	@Transactional(readOnly = true)
	public List<PlannedAct> between(Instant from, Instant to) {
		return this.planned.between(from, to);
	}

	/** Plans the publication of what was approved. */
	@Transactional
	public void publication(Review review, Instant at, User by) {
		requireSensible(at);
		dropPublication(review.entryId());
		this.planned.save(new PlannedAct(PlannedAct.Kind.PUBLISH, review.entryId(), review.revisionId(), at, by));
		this.publishing.progress(review.entryId(), Progress.SCHEDULED, null);
		record(Act.Kind.PLANNED_PUBLISH, review.entryId(), review.revisionId(), by, at);
	}

	/**
	 * Plans to take an entry from the citizens' sight.
	 * @throws Reviews.NotNow if it is neither published nor going to be, or the time is
	 * past
	 */
	@Transactional
	public void withdrawal(Site site, long entryId, Instant at, User by) {
		refuse(this.policy.whyNotWithdraw(by, site));
		requireSensible(at);
		DeskEntries.Opened entry = this.entries.open(entryId).orElseThrow(Publishing.NotFound::new);
		Instant appears = this.planned.waiting(entryId)
			.stream()
			.filter((plan) -> plan.kind() == PlannedAct.Kind.PUBLISH)
			.map(PlannedAct::at)
			.findFirst()
			.orElse(null);
		if (entry.status() != EntryStatus.PUBLISHED && appears == null) {
			throw new Reviews.NotNow("editorial.plan.notPublished");
		}
		if (appears != null && entry.status() != EntryStatus.PUBLISHED && !at.isAfter(appears)) {
			throw new Reviews.NotNow("editorial.plan.beforePublication");
		}
		drop(entryId, PlannedAct.Kind.WITHDRAW);
		this.planned.save(new PlannedAct(PlannedAct.Kind.WITHDRAW, entryId, null, at, by));
		record(Act.Kind.PLANNED_WITHDRAW, entryId, null, by, at);
	}

	/** Drops a plan; what was to be published is a draft again. */
	@Transactional
	public void drop(Site site, long entryId, PlannedAct.Kind kind, User by) {
		refuse(this.policy.whyNotWithdraw(by, site));
		if (drop(entryId, kind)) {
			if (kind == PlannedAct.Kind.PUBLISH) {
				this.publishing.progress(entryId, Progress.WRITING, null);
			}
			record(Act.Kind.UNPLANNED, entryId, null, by, null);
		}
	}

	void dropPublication(long entryId) {
		drop(entryId, PlannedAct.Kind.PUBLISH);
	}

	void dropWithdrawal(long entryId) {
		drop(entryId, PlannedAct.Kind.WITHDRAW);
	}

	private boolean drop(long entryId, PlannedAct.Kind kind) {
		List<PlannedAct> waiting = this.planned.waiting(entryId)
			.stream()
			.filter((plan) -> plan.kind() == kind)
			.toList();
		waiting.forEach((plan) -> plan.ended(PlannedAct.State.CANCELLED, this.clock.instant(), null));
		this.planned.flush();
		return !waiting.isEmpty();
	}

	/**
	 * Does what is planned, once: whoever comes second, on this node or another, finds it
	 * done. The act and the mark that it is done are one transaction.
	 */
	@Transactional
	public void carryOut(long plannedId) {
		this.planned.take(plannedId)
			.filter((plan) -> !plan.at().isAfter(this.clock.instant()))
			.ifPresent(this::carryOut);
	}

	private void carryOut(PlannedAct plan) {
		Instant now = this.clock.instant();
		if (plan.kind() == PlannedAct.Kind.WITHDRAW) {
			this.publishing.withdraw(plan.entryId());
		}
		else {
			this.publishing.publishRevision(plan.entryId(), java.util.Objects.requireNonNull(plan.revisionId()));
		}
		plan.ended(PlannedAct.State.DONE, now, null);
		Act.Kind done = (plan.kind() == PlannedAct.Kind.PUBLISH) ? Act.Kind.PUBLISHED : Act.Kind.WITHDRAWN;
		this.acts.save(new Act(done, plan.entryId(), plan.revisionId(), null, plan.setBy(), now).plannedFor(plan.at()));
	}

	/** It could not be done: marks it so that it is not tried forever, and tells why. */
	@Transactional
	public void failed(long plannedId, String why) {
		this.planned.take(plannedId).ifPresent((plan) -> {
			Instant now = this.clock.instant();
			plan.ended(PlannedAct.State.FAILED, now, why);
			if (plan.kind() == PlannedAct.Kind.PUBLISH) {
				this.publishing.progress(plan.entryId(), Progress.WRITING, null);
			}
			this.acts
				.save(new Act(Act.Kind.FAILED, plan.entryId(), plan.revisionId(), null, plan.setBy(), now).because(why)
					.plannedFor(plan.at()));
			this.events.publishEvent(
					new PlanFailed(CurrentSite.require(), plan.entryId(), title(plan.entryId()), plan.setById(), why));
		});
	}

	private void record(Act.Kind kind, long entryId, @Nullable Long revisionId, User by, @Nullable Instant at) {
		Act act = new Act(kind, entryId, revisionId, by, by.displayName(), this.clock.instant());
		this.acts.save((at != null) ? act.plannedFor(at) : act);
	}

	private String title(long entryId) {
		return this.entries.titles(List.of(entryId)).getOrDefault(entryId, "");
	}

	private void requireSensible(Instant at) {
		Instant now = this.clock.instant();
		if (at.isBefore(now)) {
			throw new Reviews.NotNow("editorial.plan.past");
		}
		if (at.isAfter(now.plus(LONGEST))) {
			throw new Reviews.NotNow("editorial.plan.tooFar");
		}
	}

	private static void refuse(@Nullable String key) {
		if (key != null) {
			throw new Reviews.NotNow(key);
		}
	}

}
