package vn.conglang.emulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The scores of sites: of closed periods as they were signed, of others by the facts as
 * they are. What was found out is kept for some seconds, so that many may look at it.
 */
@Service
public class Scores {

	private static final Duration FRESH = Duration.ofSeconds(20);

	/** How many periods anybody looks back. */
	private static final int MOST_PERIODS = 120;

	private final ScorePeriodRepository periods;

	private final LiveScores live;

	private final FrozenScores frozen;

	private final Clock clock;

	private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

	Scores(ScorePeriodRepository periods, LiveScores live, FrozenScores frozen, Clock clock) {
		this.periods = periods;
		this.live = live;
		this.frozen = frozen;
		this.clock = clock;
	}

	/** The periods, the latest first. */
	@Transactional(readOnly = true)
	public List<PeriodInfo> periods() {
		return this.periods.latest(Limit.of(MOST_PERIODS)).stream().map(PeriodInfo::of).toList();
	}

	/**
	 * What sites have in a period; those that are not scored in it are missing, and all
	 * are where there is no such period.
	 */
	@Transactional(readOnly = true)
	public Map<SiteId, Score> of(Collection<Site> sites, long period) {
		Map<SiteId, Score> scores = this.periods.findById(period).map((one) -> board(one).scores()).orElse(Map.of());
		Map<SiteId, Score> wanted = new HashMap<>();
		for (Site site : sites) {
			Score score = scores.get(site.id());
			if (score != null) {
				wanted.put(site.id(), score);
			}
		}
		return wanted;
	}

	/** The scores of all sites. */
	Scoreboard board(ScorePeriod period) {
		return kept(period).board();
	}

	/** The lines of a site; none where it is not scored. */
	Optional<Sheet> sheet(ScorePeriod period, Site site) {
		Kept kept = kept(period);
		Score score = kept.board().scores().get(site.id());
		if (score == null) {
			return Optional.empty();
		}
		LiveScores.Scored scored = kept.live();
		return Optional
			.of((scored != null) ? new Sheet(score, this.live.lines(scored, site), Map.of()) : new Sheet(score,
					this.frozen.lines(period.id(), site.id()), this.frozen.corrections(period.id(), site.id())));
	}

	/** The criteria in force for a period that is not closed. */
	Optional<Criteria> criteria(ScorePeriod period) {
		return Optional.ofNullable(kept(period).live()).map(LiveScores.Scored::criteria);
	}

	/** Lets what was just done be seen at once, on this node. */
	void forget(long period) {
		this.kept.remove(period);
	}

	private Kept kept(ScorePeriod period) {
		Instant now = this.clock.instant();
		// whoever comes meanwhile waits instead of counting as well
		return this.kept.compute(period.id(), (id, before) -> {
			if (before != null && before.closed() == period.closed() && now.isBefore(before.at().plus(FRESH))
					&& !now.isBefore(before.at())) {
				return before;
			}
			if (period.closed()) {
				return new Kept(this.frozen.board(id), null, now);
			}
			LiveScores.Scored scored = this.live.score(id, period.days());
			return new Kept(scored.board(), scored, now);
		});
	}

	/**
	 * What is kept for a while.
	 *
	 * @param live {@code null} of a closed period
	 */
	private record Kept(Scoreboard board, LiveScores.@Nullable Scored live, Instant at) {

		boolean closed() {
			return this.live == null;
		}

	}

	/**
	 * The score of a site, line by line.
	 *
	 * @param corrections what was corrected after the closing, by criterion
	 */
	record Sheet(Score score, List<Line> lines, Map<String, OfficerActs.Judged> corrections) {
	}

}
