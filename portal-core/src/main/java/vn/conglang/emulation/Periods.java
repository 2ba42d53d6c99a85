package vn.conglang.emulation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A period from its opening to its end: open, published for objections, closed. The
 * answer is {@code null}, or the key of a message that says why nothing was done.
 */
@Service
class Periods {

	private static final int MOST = 120;

	/** No period began before the platform, and none is opened long before it begins. */
	private static final LocalDate EARLIEST = LocalDate.of(2023, 1, 1);

	private final ScorePeriodRepository periods;

	private final LiveScores live;

	private final FrozenScores frozen;

	private final CriteriaBook book;

	private final Scores scores;

	private final EmulationPolicy policy;

	private final Clock clock;

	Periods(ScorePeriodRepository periods, LiveScores live, FrozenScores frozen, CriteriaBook book, Scores scores,
			EmulationPolicy policy, Clock clock) {
		this.periods = periods;
		this.live = live;
		this.frozen = frozen;
		this.book = book;
		this.scores = scores;
		this.policy = policy;
		this.clock = clock;
	}

	/** Today, in Vietnam. */
	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
	}

	/** The periods, the latest first. */
	@Transactional(readOnly = true)
	public List<ScorePeriod> all() {
		return this.periods.latest(Limit.of(MOST));
	}

	@Transactional(readOnly = true)
	public Optional<ScorePeriod> find(long id) {
		return this.periods.findById(id);
	}

	/** The one of the same kind that ended the day before this begins. */
	@Transactional(readOnly = true)
	public Optional<ScorePeriod> before(ScorePeriod period) {
		ScoredDays days = period.days().before();
		return this.periods.findByKindAndFirstDay(days.kind(), days.first());
	}

	/** Opens a period, which must have begun. */
	@Transactional
	public @Nullable String open(ScoredDays days, User by) {
		String refusal = this.policy.whyNotLead(by);
		if (refusal != null) {
			return refusal;
		}
		if (days.first().isBefore(EARLIEST)) {
			return "emulation.open.early";
		}
		if (days.first().isAfter(today())) {
			return "emulation.open.future";
		}
		if (this.periods.findByKindAndFirstDay(days.kind(), days.first()).isPresent()) {
			return "emulation.open.exists";
		}
		this.periods.save(new ScorePeriod(days, by, this.clock.instant()));
		return null;
	}

	/** Publishes the scores for objections, once the period is over. */
	@Transactional
	public @Nullable String publish(long id, User by) {
		String refusal = this.policy.whyNotLead(by);
		ScorePeriod period = this.periods.lock(id).orElse(null);
		if (refusal != null || period == null) {
			return (refusal != null) ? refusal : "emulation.unknown";
		}
		if (period.state() != ScorePeriod.State.OPEN) {
			return "emulation.published.already";
		}
		if (!today().isAfter(period.days().last())) {
			return "emulation.publish.early";
		}
		period.publish(by, this.clock.instant(), today().plusDays(this.book.inForce(period.days()).appealDays()));
		return null;
	}

	/** Freezes all that was scored, and has it signed. */
	@Transactional
	public @Nullable String close(long id, ScorePeriod.Signature signature, User by) {
		String refusal = this.policy.whyNotLead(by);
		ScorePeriod period = this.periods.lock(id).orElse(null);
		if (refusal != null || period == null) {
			return (refusal != null) ? refusal : "emulation.unknown";
		}
		refusal = whyNotClose(period);
		if (refusal != null) {
			return refusal;
		}
		Instant now = this.clock.instant();
		LiveScores.Scored scored = this.live.score(id, period.days());
		this.frozen.freeze(id, scored);
		period.close(scored.criteria(), signature, by, now);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				Periods.this.scores.forget(id);
			}

		});
		return null;
	}

	/** Why a period cannot be closed now. */
	@Nullable String whyNotClose(ScorePeriod period) {
		LocalDate until = period.appealsUntil();
		if (period.closed()) {
			return "emulation.closed";
		}
		if (period.state() != ScorePeriod.State.PUBLISHED || until == null) {
			return "emulation.close.unpublished";
		}
		return today().isAfter(until) ? null : "emulation.close.early";
	}

}
