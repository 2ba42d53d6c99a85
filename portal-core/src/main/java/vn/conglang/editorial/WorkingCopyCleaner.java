package vn.conglang.editorial;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes working copies that nobody came back to, in all sites. Nodes that do so at once
 * do no harm: what is gone is gone.
 */
@Component
@ConditionalOnWebApplication
class WorkingCopyCleaner {

	static final Duration AGE = Duration.ofDays(90);

	private final JdbcClient overseer;

	private final WorkingCopies copies;

	private final Clock clock;

	WorkingCopyCleaner(@Qualifier("overseerJdbc") JdbcClient overseer, WorkingCopies copies, Clock clock) {
		this.overseer = overseer;
		this.copies = copies;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
	void clean() {
		OffsetDateTime now = OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		this.overseer.sql("""
				SELECT site_id FROM working_copy WHERE saved_at < :old
				UNION SELECT site_id FROM presence WHERE seen_at < :yesterday""")
			.param("old", now.minus(AGE))
			.param("yesterday", now.minusDays(1))
			.query(Long.class)
			.list()
			.forEach((site) -> CurrentSite.run(new SiteId(site), () -> this.copies.clean(AGE)));
	}

}
