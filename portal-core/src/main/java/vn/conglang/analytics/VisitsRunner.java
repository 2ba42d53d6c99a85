package vn.conglang.analytics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has what Matomo counted brought home every quarter of an hour, by one node at a time.
 * Has a thread of its own: what else is done regularly must not wait for Matomo.
 */
@Component
@ConditionalOnWebApplication
class VisitsRunner implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(VisitsRunner.class);

	private final MatomoApi matomo;

	private final VisitsImport visits;

	private final VisitFacts facts;

	private final Duration every;

	private final Clock clock;

	private final ScheduledExecutorService one = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("visits").factory());

	private boolean told;

	VisitsRunner(MatomoApi matomo, VisitsImport visits, VisitFacts facts, VisitReport report, ReportSettings settings,
			Clock clock, MeterRegistry metrics) {
		this.matomo = matomo;
		this.visits = visits;
		this.facts = facts;
		this.every = settings.lookEvery();
		this.clock = clock;
		Gauge.builder("portal.analytics.reports.age", report::age)
			.description("Seconds since everything that Matomo counted came home last")
			.baseUnit("seconds")
			.register(metrics);
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		if (this.matomo.configured()) {
			long pause = this.every.toMillis();
			this.one.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
		}
	}

	private void look() {
		try {
			// somebody else may have been a little later the last time
			run(this.every.multipliedBy(3).dividedBy(4));
		}
		catch (RuntimeException ex) {
			log.warn("What Matomo counted is not fetched now: {}", ex.toString());
		}
	}

	/**
	 * Fetches, unless somebody has just done it.
	 * @param pause how long ago "just" is
	 */
	void run(Duration pause) {
		Instant now = this.clock.instant();
		if (!this.facts.claim(now, pause)) {
			return;
		}
		try {
			this.visits.due();
			this.facts.succeeded(this.clock.instant());
			this.told = false;
		}
		catch (MatomoApi.Failure ex) {
			this.facts.failed(ex);
			if (!this.told) {
				log.warn("What Matomo counted does not come, it is asked again every {} minutes: {}",
						this.every.toMinutes(), ex.getMessage());
				this.told = true;
			}
		}
	}

	@Override
	public void destroy() {
		this.one.shutdownNow();
	}

}
