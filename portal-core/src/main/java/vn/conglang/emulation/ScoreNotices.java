package vn.conglang.emulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.editorial.Telling;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells those who lead a board that its score is published and until when they may
 * object, and what came of it when the period is closed: each once, site by site, so that
 * whoever is broken off goes on, and several nodes do no harm.
 */
@Component
@ConditionalOnWebApplication
class ScoreNotices {

	private static final Logger log = LoggerFactory.getLogger(ScoreNotices.class);

	/** What was closed longer ago is no news. */
	private static final Duration NEWS = Duration.ofDays(30);

	private final Periods periods;

	private final FrozenScores frozen;

	private final Sites sites;

	private final Users users;

	private final Telling telling;

	private final Sentences sentences;

	private final JdbcClient jdbc;

	private final JdbcClient overseer;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ScoreNotices(Periods periods, FrozenScores frozen, Sites sites, Users users, Telling telling, Sentences sentences,
			JdbcClient jdbc, @Qualifier("overseerJdbc") JdbcClient overseer, TransactionTemplate transaction,
			Clock clock) {
		this.periods = periods;
		this.frozen = frozen;
		this.sites = sites;
		this.users = users;
		this.telling = telling;
		this.sentences = sentences;
		this.jdbc = jdbc;
		this.overseer = overseer;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${portal.emulation.look-every}",
			fixedDelayString = "${portal.emulation.look-every}")
	void run() {
		this.periods.all().forEach(this::tell);
	}

	private void tell(ScorePeriod period) {
		List<Site> sites = isNews(period) ? toTell(period) : List.of();
		if (!sites.isEmpty()) {
			Map<SiteId, Score> signed = period.closed() ? this.frozen.board(period.id()).scores() : Map.of();
			for (Site site : sites) {
				try {
					CurrentSite.run(site.id(), () -> this.transaction
						.executeWithoutResult((status) -> tell(period, site, signed.get(site.id()), signed.size())));
				}
				catch (DataAccessException ex) {
					log.warn("The board of {} could not be told its score; there is a next time", site.slug(), ex);
				}
			}
		}
	}

	private boolean isNews(ScorePeriod period) {
		Instant closed = period.closedAt();
		LocalDate until = period.appealsUntil();
		return (closed != null) ? closed.isAfter(this.clock.instant().minus(NEWS))
				: until != null && !this.periods.today().isAfter(until);
	}

	private List<Site> toTell(ScorePeriod period) {
		Set<SiteId> told = new HashSet<>();
		this.overseer.sql("SELECT site_id FROM score_told WHERE period_id = :period AND state = :state")
			.param("period", period.id())
			.param("state", period.state().name())
			.query((row) -> {
				told.add(new SiteId(row.getLong("site_id")));
			});
		return this.sites.all().stream().filter((site) -> !told.contains(site.id())).toList();
	}

	/** A site that was not there yet when the period was signed has no score in it. */
	private void tell(ScorePeriod period, Site site, @Nullable Score signed, int sites) {
		int first = this.jdbc.sql("""
				INSERT INTO score_told (site_id, period_id, state, at) VALUES (:site, :period, :state, :at)
				ON CONFLICT DO NOTHING""")
			.param("site", site.id().value())
			.param("period", period.id())
			.param("state", period.state().name())
			.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
		News news = period.closed() ? closed(period, signed, sites) : published(period);
		if (first == 1 && news != null) {
			this.telling.tell(Telling.Kind.SCORED, this.users.holders(EmulationPolicy.LEADERS, site), news.title(),
					news.by(), news.detail(), OwnScoreController.of(site, period.id()));
		}
	}

	private @Nullable News published(ScorePeriod period) {
		LocalDate until = period.appealsUntil();
		return (until == null) ? null : new News(this.sentences.text("emulation.task", period.days().title()),
				this.sentences.text("emulation.task.what", Sentences.day(until)), period.publishedBy() + "");
	}

	private @Nullable News closed(ScorePeriod period, @Nullable Score signed, int sites) {
		return (signed == null) ? null
				: new News(
						this.sentences.text("emulation.notice.closed", period.days().title(),
								Sentences.points(signed.total())),
						this.sentences.text("emulation.notice.closed.rank", signed.rank(), sites, signed.areaTitle(),
								signed.areaRank()),
						period.closedBy() + "");
	}

	/** What a board is told. */
	private record News(String title, String detail, String by) {
	}

}
