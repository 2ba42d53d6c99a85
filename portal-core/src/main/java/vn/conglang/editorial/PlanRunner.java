package vn.conglang.editorial;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.content.Publishing;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every second or two for plans whose time has come, in all sites, and carries each
 * out inside its site. A time that was missed because no node was up is made up at once
 * when one is. Time is that of the clock in UTC, so summer time or another zone on the
 * machine changes nothing.
 */
@Component
@ConditionalOnWebApplication
class PlanRunner {

	private static final Logger log = LoggerFactory.getLogger(PlanRunner.class);

	private final JdbcClient overseer;

	private final Plans plans;

	private final MessageSource messages;

	private final Clock clock;

	PlanRunner(@Qualifier("overseerJdbc") JdbcClient overseer, Plans plans, MessageSource messages, Clock clock) {
		this.overseer = overseer;
		this.plans = plans;
		this.messages = messages;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${portal.plans.look-every}")
	void run() {
		List<Due> due = this.overseer
			.sql("SELECT site_id, id FROM planned_act WHERE state = 'WAITING' AND at <= :now ORDER BY at, id LIMIT 500")
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.query((row, number) -> new Due(new SiteId(row.getLong("site_id")), row.getLong("id")))
			.list();
		due.forEach((plan) -> CurrentSite.run(plan.site(), () -> carryOut(plan.id())));
	}

	private void carryOut(long plan) {
		try {
			this.plans.carryOut(plan);
		}
		catch (TransientDataAccessException ex) {
			// somebody is at the entry this very moment: next time
			log.debug("Plan {} waits for the entry", plan, ex);
		}
		catch (Publishing.Refused ex) {
			this.plans.failed(plan,
					ex.problems()
						.stream()
						.map((problem) -> text(problem.message(), problem.arguments()))
						.collect(Collectors.joining(" ")));
		}
		catch (Publishing.NotFound ex) {
			this.plans.failed(plan, text("editorial.plan.gone"));
		}
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	private record Due(SiteId site, long id) {
	}

}
