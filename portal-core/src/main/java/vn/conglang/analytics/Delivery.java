package vn.conglang.analytics;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.analytics.Collector.Outcome;
import vn.conglang.analytics.Collector.Trouble;

/**
 * Hands over what the {@link HitLog} holds, one bulk at a time and in order. What is not
 * taken is tried again, later and later; nothing overtakes it.
 */
final class Delivery {

	/** Between two full bulks, so that catching up after an outage floods nobody. */
	private static final Duration BREATH = Duration.ofMillis(500);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	private static final Logger log = LoggerFactory.getLogger(Delivery.class);

	private final HitLog hits;

	private final Collector collector;

	private final AnalyticsSettings settings;

	private final Clock clock;

	private final CountDownLatch stop = new CountDownLatch(1);

	private final Thread thread = Thread.ofVirtual().name("analytics-delivery").unstarted(this::work);

	private Duration pause = FIRST_PAUSE;

	private @Nullable Trouble trouble;

	private @Nullable Instant silentSince;

	private @Nullable Instant lastDelivery;

	private long delivered;

	private long refused;

	Delivery(HitLog hits, Collector collector, AnalyticsSettings settings, Clock clock) {
		this.hits = hits;
		this.collector = collector;
		this.settings = settings;
		this.clock = clock;
	}

	void start() {
		this.thread.start();
	}

	private void work() {
		try {
			Duration rest = Duration.ZERO;
			while (!this.stop.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
				rest = pass();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Hands over a bulk.
	 * @return how long to rest then
	 */
	private Duration pass() {
		try {
			this.hits.makeRoom();
			List<MaskedHit> bulk = this.hits.next(this.settings.matomo().bulk());
			if (bulk.isEmpty()) {
				return this.settings.deliverEvery();
			}
			Outcome outcome = this.collector.deliver(bulk);
			// what has been taken is told as taken even if the disk does not take note of
			// it
			Duration rest = (this.stop.getCount() > 0 || outcome.done() > 0) ? note(outcome) : Duration.ZERO;
			this.hits.passed(outcome.done());
			// a bulk can be small although more waits: where a file ends, and of long
			// hits
			boolean gather = rest.isZero() && bulk.size() < this.settings.matomo().bulk()
					&& this.hits.waiting() < this.settings.matomo().bulk();
			return gather ? this.settings.deliverEvery() : rest.plus(BREATH);
		}
		catch (IOException ex) {
			// to be told to stop while reading or writing is no trouble with the disk
			return (this.stop.getCount() == 0) ? Duration.ZERO
					: note(new Outcome(0, 0, new Trouble(Trouble.Kind.DISK, ex.toString())));
		}
		catch (RuntimeException ex) {
			log.error("Hits could not be handed over", ex);
			return note(new Outcome(0, 0, new Trouble(Trouble.Kind.FAILURE, ex.toString())));
		}
	}

	/** Remembers how it went, and says so when that changes. */
	private synchronized Duration note(Outcome outcome) {
		Instant now = this.clock.instant();
		long taken = outcome.done() - outcome.refused();
		if (outcome.refused() > 0) {
			if (this.refused == 0) {
				log.warn("Matomo refuses hits, {} now: they are counted as refused and not sent again",
						outcome.refused());
			}
			this.refused += outcome.refused();
		}
		if (taken > 0) {
			this.delivered += taken;
			this.lastDelivery = now;
		}
		Trouble found = outcome.trouble();
		if (found == null) {
			if (this.trouble != null) {
				log.info("Matomo takes hits again");
			}
			this.trouble = null;
			this.silentSince = null;
			this.pause = FIRST_PAUSE;
			return Duration.ZERO;
		}
		if (this.trouble == null || this.trouble.kind() != found.kind()) {
			log.warn("Hits wait for Matomo: {}", found.detail());
		}
		if (this.silentSince == null || taken > 0) {
			this.silentSince = now;
		}
		this.trouble = found;
		Duration rest = this.pause;
		Duration longer = rest.multipliedBy(2);
		this.pause = (longer.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : longer;
		return rest;
	}

	synchronized TrackingState state(long waiting, long dropped, long robots) {
		return new TrackingState(true, this.silentSince, (this.trouble != null) ? this.trouble.kind().name() : null,
				waiting, this.delivered, this.refused, dropped, robots, this.lastDelivery);
	}

	/** Ends at once; a bulk that is on its way may be sent again after the next start. */
	void stop() throws InterruptedException {
		this.stop.countDown();
		this.thread.interrupt();
		this.thread.join();
	}

}
