package vn.conglang.editorial;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.DeskEntries;
import vn.conglang.content.Progress;
import vn.conglang.content.Publishing;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of a text through the board: submit, approve, return, recall. Each act is one
 * transaction, in which the review, the entry and its history change together. Rights are
 * read afresh inside it: who lost a role a moment ago does not decide any more.
 */
@Service
class Reviews {

	static final int LONGEST_REASON = 2000;

	private final ReviewRepository reviews;

	private final ActRepository acts;

	private final Workflows workflows;

	private final EditorialPolicy policy;

	private final Publishing publishing;

	private final DeskEntries entries;

	private final Plans plans;

	private final Users users;

	private final WorkingTime workingTime;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Reviews(ReviewRepository reviews, ActRepository acts, Workflows workflows, EditorialPolicy policy,
			Publishing publishing, DeskEntries entries, Plans plans, Users users, WorkingTime workingTime,
			ApplicationEventPublisher events, Clock clock) {
		this.reviews = reviews;
		this.acts = acts;
		this.workflows = workflows;
		this.policy = policy;
		this.publishing = publishing;
		this.entries = entries;
		this.plans = plans;
		this.users = users;
		this.workingTime = workingTime;
		this.events = events;
		this.clock = clock;
	}

	/** The review the entry is in, if it is in one. */
	@Transactional(readOnly = true)
	public Optional<Review> open(long entryId) {
		return this.reviews.open(entryId);
	}

	/**
	 * Why the user could not publish the latest text at once; {@code null} if they can.
	 */
	@Transactional(readOnly = true)
	public @Nullable String whyNotPublishAtOnce(User user, Site site, DeskEntries.@Nullable Opened entry) {
		Workflow workflow = this.workflows.current();
		if (!user.holds(workflow.stages().getLast().role().andAbove(), site)) {
			return "editorial.policy.publishers";
		}
		List<Long> writers = (entry != null) ? this.entries.writersSincePublished(entry.id()) : List.of();
		return this.policy.whyNotAlone(user, workflow, writers, List.of());
	}

	/**
	 * Sends the latest text on its way. Stages that the sender holds themselves are
	 * skipped, except the last one.
	 * @throws Publishing.Refused if something is missing that citizens would miss
	 * @throws NotNow if it may not or cannot be sent
	 */
	@Transactional
	public Review submit(Site site, long entryId, User by) {
		User user = afresh(by);
		DeskEntries.Opened entry = entry(entryId);
		refuse(this.policy.whyNotWrite(user, site));
		Optional<Review> before = this.reviews.lock(entryId);
		if (before.isPresent()) {
			throw new NotNow("editorial.review.alreadySent", before.get().stageName());
		}
		this.publishing.requireComplete(entryId);
		Workflow workflow = this.workflows.toFollow();
		Instant now = this.clock.instant();
		Review review = new Review(entryId, entry.text().title(), entry.revisionId(), workflow, this.workingTime, user,
				now);
		this.reviews.save(review);
		record(Act.Kind.SUBMITTED, review, user, null);
		while (!workflow.isLast(review.stage()) && user.holds(review.role().andAbove(), site)) {
			record(Act.Kind.SKIPPED, review, user, null);
			review.enter(review.stage() + 1, workflow, this.workingTime, now);
		}
		wait(review);
		return review;
	}

	/**
	 * Submits and approves in one act, for those who publish.
	 * @param at when to publish, {@code null} for at once
	 */
	@Transactional
	public void publishAtOnce(Site site, long entryId, User by, @Nullable Instant at) {
		Review review = this.reviews.lock(entryId).orElseGet(() -> submit(site, entryId, by));
		decide(site, review, afresh(by), at);
	}

	/**
	 * Approves at the stage the review stands at: passes it on, or publishes it at the
	 * last one, now or at a time.
	 * @param seen the revision that the approver has read
	 * @param at when to publish, {@code null} for at once; of no meaning before the last
	 * stage
	 * @return whether it is published or planned; otherwise it went on to a further stage
	 * @throws NotNow if somebody else decided, or changed the text meanwhile
	 */
	@Transactional
	public boolean approve(Site site, long entryId, long seen, User by, @Nullable Instant at) {
		Review review = locked(entryId);
		if (review.revisionId() != seen) {
			throw new NotNow("editorial.review.textChanged");
		}
		return decide(site, review, afresh(by), at);
	}

	private boolean decide(Site site, Review review, User user, @Nullable Instant at) {
		refuse(this.policy.whyNotDecide(user, site, review));
		Workflow workflow = this.workflows.byId(review.workflowId());
		Instant now = this.clock.instant();
		if (!workflow.isLast(review.stage())) {
			record(Act.Kind.APPROVED, review, user, null);
			review.enter(review.stage() + 1, workflow, this.workingTime, now);
			wait(review);
			return false;
		}
		refuse(this.policy.whyNotAlone(user, workflow, this.entries.writersSincePublished(review.entryId()),
				this.acts.approvers(review.id())));
		record(Act.Kind.APPROVED, review, user, null);
		review.decide(Review.State.APPROVED, user, now);
		if (at != null && at.isAfter(now)) {
			this.plans.publication(review, at, user);
		}
		else {
			this.plans.dropPublication(review.entryId());
			this.publishing.publishRevision(review.entryId(), review.revisionId());
			record(Act.Kind.PUBLISHED, review, user, null);
		}
		this.events.publishEvent(new ReviewDecided(site.id(), review.entryId(), review.title(), review.submittedById(),
				(at != null && at.isAfter(now)) ? ReviewDecided.Outcome.PLANNED : ReviewDecided.Outcome.PUBLISHED,
				user.id(), user.displayName(), null));
		return true;
	}

	/**
	 * Sends the text back to who wrote it.
	 * @param reason what is to be done about it; without one nothing is returned
	 */
	@Transactional
	public void giveBack(Site site, long entryId, String reason, User by) {
		String why = reason.strip();
		if (why.isEmpty()) {
			throw new NotNow("editorial.review.reason.missing");
		}
		if (why.length() > LONGEST_REASON) {
			throw new NotNow("editorial.review.reason.tooLong", LONGEST_REASON);
		}
		User user = afresh(by);
		Review review = locked(entryId);
		refuse(this.policy.whyNotDecide(user, site, review));
		record(Act.Kind.RETURNED, review, user, why);
		review.decide(Review.State.RETURNED, user, this.clock.instant());
		this.publishing.progress(entryId, Progress.RETURNED, null);
		this.events.publishEvent(new ReviewDecided(site.id(), entryId, review.title(), review.submittedById(),
				ReviewDecided.Outcome.RETURNED, user.id(), user.displayName(), why));
	}

	/** Takes back what was sent on its way, to write on. */
	@Transactional
	public void recall(Site site, long entryId, User by) {
		User user = afresh(by);
		Review review = locked(entryId);
		refuse(this.policy.whyNotRecall(user, site, review));
		record(Act.Kind.RECALLED, review, user, null);
		review.decide(Review.State.RECALLED, user, this.clock.instant());
		this.publishing.progress(entryId, Progress.WRITING, null);
	}

	/** A reviewer has changed the text under review: the new one is decided on. */
	@Transactional
	public void revised(long entryId, long revisionId) {
		this.reviews.lock(entryId).ifPresent((review) -> review.follow(revisionId));
	}

	/** Takes a published entry from the citizens' sight. */
	@Transactional
	public void withdraw(Site site, long entryId, User by, @Nullable String reason) {
		User user = afresh(by);
		refuse(this.policy.whyNotWithdraw(user, site));
		DeskEntries.Opened entry = entry(entryId);
		if (entry.publishedRevisionId() == null) {
			throw new NotNow("editorial.withdraw.notPublished");
		}
		this.publishing.withdraw(entryId);
		this.plans.dropWithdrawal(entryId);
		this.acts.save(new Act(Act.Kind.WITHDRAWN, entryId, entry.publishedRevisionId(), user, user.displayName(),
				this.clock.instant())
			.because((reason != null && !reason.isBlank()) ? reason.strip() : null));
	}

	/** What was done with the entry, the latest first. */
	@Transactional(readOnly = true)
	public List<Act> history(long entryId) {
		return this.acts.findByEntryIdOrderByIdDesc(entryId);
	}

	/** Why the entry came back last, if it did. */
	@Transactional(readOnly = true)
	public Optional<Act> lastReturn(long entryId) {
		return history(entryId).stream().filter((act) -> act.kind() == Act.Kind.RETURNED).findFirst();
	}

	private void wait(Review review) {
		this.publishing.progress(review.entryId(), Progress.IN_REVIEW, review.stageName());
		this.events.publishEvent(new ReviewRequested(review.site(), review.entryId(), review.title(), review.role(),
				review.stageName(), review.submittedById(), review.submittedBy(), review.dueAt()));
	}

	private Review locked(long entryId) {
		return this.reviews.lock(entryId).orElseThrow(() -> {
			entry(entryId);
			return this.reviews.findFirstByEntryIdOrderByIdDesc(entryId)
				.filter((last) -> last.decidedBy() != null)
				.map((last) -> new NotNow("editorial.review.decided." + last.state(), last.decidedBy() + ""))
				.orElseGet(() -> new NotNow("editorial.review.none"));
		});
	}

	private void record(Act.Kind kind, Review review, User by, @Nullable String reason) {
		this.acts.save(new Act(kind, review.entryId(), review.revisionId(), by, by.displayName(), this.clock.instant())
			.in(review)
			.because(reason));
	}

	private DeskEntries.Opened entry(long entryId) {
		return this.entries.open(entryId).orElseThrow(Publishing.NotFound::new);
	}

	private User afresh(User user) {
		CurrentSite.require();
		return this.users.find(user.username()).filter(User::enabled).orElseThrow(Users.NotSignedIn::new);
	}

	private static void refuse(@Nullable String key) {
		if (key != null) {
			throw new NotNow(key);
		}
	}

	/** The act is not done; the message, by its key, says why and what one can do. */
	static class NotNow extends RuntimeException {

		private final transient Object[] arguments;

		NotNow(String key, Object... arguments) {
			super(key);
			this.arguments = arguments;
		}

		String key() {
			return String.valueOf(getMessage());
		}

		Object[] arguments() {
			return this.arguments;
		}

	}

}
