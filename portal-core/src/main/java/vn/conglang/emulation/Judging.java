package vn.conglang.emulation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.editorial.Telling;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people add to scores: points given by hand, objections of boards, and answers to
 * them. Each is written in the site it is about, while nobody closes the period. The
 * answer is {@code null}, or the key of a message that says why nothing was done.
 */
@Service
class Judging {

	private final ManualPointsRepository manual;

	private final AppealRepository appeals;

	private final AppealAnswerRepository answers;

	private final ScorePeriodRepository periods;

	private final Scores scores;

	private final FrozenScores frozen;

	private final CriteriaBook book;

	private final EmulationPolicy policy;

	private final Users users;

	private final Telling telling;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Judging(ManualPointsRepository manual, AppealRepository appeals, AppealAnswerRepository answers,
			ScorePeriodRepository periods, Scores scores, FrozenScores frozen, CriteriaBook book,
			EmulationPolicy policy, Users users, Telling telling, TransactionTemplate transaction, Clock clock) {
		this.manual = manual;
		this.appeals = appeals;
		this.answers = answers;
		this.periods = periods;
		this.scores = scores;
		this.frozen = frozen;
		this.book = book;
		this.policy = policy;
		this.users = users;
		this.telling = telling;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** An officer gives points for what the portal cannot count. */
	@Nullable String give(Site site, long periodId, String key, ManualPoints.Given given, User by) {
		return inSite(site, periodId, (period) -> {
			String refusal = this.policy.whyNotJudge(by, site, period);
			if (refusal != null) {
				return refusal;
			}
			Criteria.Criterion criterion = this.book.inForce(period.days()).find(key).orElse(null);
			if (criterion == null || criterion.measure() != null) {
				return "emulation.criterion.unknown";
			}
			if (given.points().compareTo(criterion.points()) > 0) {
				return "emulation.points.much";
			}
			this.manual.save(new ManualPoints(periodId, key, given, by, this.clock.instant()));
			return null;
		});
	}

	/** A board objects, once for each criterion. */
	@Nullable String object(Site site, long periodId, String key, String text, User by) {
		return inSite(site, periodId, (period) -> {
			LocalDate today = LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
			String refusal = this.policy.whyNotObject(by, site, period, today);
			if (refusal != null) {
				return refusal;
			}
			Criteria.Criterion criterion = this.book.inForce(period.days()).find(key).orElse(null);
			Optional<Line> line = this.scores.sheet(period, site).flatMap((sheet) -> line(sheet.lines(), key));
			if (criterion == null || line.isEmpty()) {
				return "emulation.criterion.unknown";
			}
			if (this.appeals.existsByPeriodIdAndCriterion(periodId, key)) {
				return "emulation.appeal.exists";
			}
			this.appeals.save(new Appeal(periodId, criterion, line.get().points(), text, by, this.clock.instant()));
			return null;
		});
	}

	/**
	 * Officers answer.
	 * @param points the corrected points, or {@code null} to refuse
	 */
	@Nullable String answer(Site site, long periodId, long appealId, @Nullable BigDecimal points, String reason, User by) {
		return inSite(site, periodId, (period) -> {
			String refusal = this.policy.whyNotAnswer(by, site, period);
			if (refusal != null) {
				return refusal;
			}
			Appeal appeal = this.appeals.findById(appealId).filter((one) -> one.periodId() == periodId).orElse(null);
			if (appeal == null) {
				return "emulation.unknown";
			}
			if (this.answers.existsByAppealId(appealId)) {
				return "emulation.answer.exists";
			}
			BigDecimal most = most(period, site, appeal.criterion());
			if (points != null && points.compareTo(most) > 0) {
				return "emulation.points.much";
			}
			this.answers.save(new AppealAnswer(appeal, points, reason, period.closed(), by, this.clock.instant()));
			this.telling.tell(Telling.Kind.ANSWERED, this.users.holders(EmulationPolicy.LEADERS, site), appeal.title(),
					by.displayName(), reason, OwnScoreController.objectionsOf(site, periodId));
			return null;
		});
	}

	/** The most that the criterion gives: of a closed period as it was signed. */
	private BigDecimal most(ScorePeriod period, Site site, String key) {
		if (period.closed()) {
			return line(this.frozen.lines(period.id(), site.id()), key).map(Line::most).orElse(BigDecimal.ZERO);
		}
		return this.book.inForce(period.days()).find(key).map(Criteria.Criterion::points).orElse(BigDecimal.ZERO);
	}

	private static Optional<Line> line(List<Line> lines, String key) {
		return lines.stream().filter((line) -> line.criterion().equals(key)).findFirst();
	}

	/** All that people did about a site in a period. */
	Acts acts(Site site, long periodId) {
		return CurrentSite.call(site.id(), () -> this.transaction.execute((status) -> {
			Map<Long, AppealAnswer> byAppeal = new HashMap<>();
			this.answers.findByPeriodIdOrderById(periodId).forEach((answer) -> byAppeal.put(answer.appealId(), answer));
			return new Acts(this.manual.findByPeriodIdOrderByIdDesc(periodId),
					this.appeals.findByPeriodIdOrderById(periodId)
						.stream()
						.map((appeal) -> new Objection(appeal, byAppeal.get(appeal.id())))
						.toList());
		}));
	}

	private @Nullable String inSite(Site site, long periodId, Work work) {
		String refusal = CurrentSite.call(site.id(), () -> this.transaction.execute((status) -> {
			ScorePeriod period = this.periods.lock(periodId).orElse(null);
			return (period != null) ? work.in(period) : "emulation.unknown";
		}));
		if (refusal == null) {
			this.scores.forget(periodId);
		}
		return refusal;
	}

	/** What is done while the period stays as it is. */
	private interface Work {

		@Nullable String in(ScorePeriod period);

	}

	/** What people did, the latest points first. */
	record Acts(List<ManualPoints> manual, List<Objection> objections) {
	}

	/** An appeal with its answer, once there is one. */
	record Objection(Appeal appeal, @Nullable AppealAnswer answer) {
	}

}
