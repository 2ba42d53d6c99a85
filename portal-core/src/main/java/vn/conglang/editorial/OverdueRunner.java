package vn.conglang.editorial;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for reviews that are late, in all sites, and has those above told. */
@Component
@ConditionalOnWebApplication
class OverdueRunner {

	private static final Logger log = LoggerFactory.getLogger(OverdueRunner.class);

	private final JdbcClient overseer;

	private final Overdue overdue;

	private final Clock clock;

	OverdueRunner(@Qualifier("overseerJdbc") JdbcClient overseer, Overdue overdue, Clock clock) {
		this.overseer = overseer;
		this.overdue = overdue;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${portal.reviews.look-every}")
	void run() {
		List<Late> late = this.overseer.sql(
				"SELECT site_id, entry_id FROM review WHERE state = 'OPEN' AND escalation < 2 AND due_at <= :now ORDER BY due_at LIMIT 1000")
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.query((row, number) -> new Late(new SiteId(row.getLong("site_id")), row.getLong("entry_id")))
			.list();
		for (Late review : late) {
			try {
				CurrentSite.run(review.site(), () -> this.overdue.escalate(review.entry()));
			}
			catch (TransientDataAccessException ex) {
				// somebody decides it this very moment
				log.debug("Review of {} is being decided", review.entry(), ex);
			}
		}
	}

	private record Late(SiteId site, long entry) {
	}

}
