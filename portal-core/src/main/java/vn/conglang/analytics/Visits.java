package vn.conglang.analytics;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import vn.conglang.kernel.Robots;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Is told what citizens did and sees to it that it is counted, without their waiting for
 * anything: the request only puts a {@link Hit} into a queue in memory. One thread takes
 * from it ten times a second, leaves out programs and sites that count otherwise, masks
 * the visitor and appends to the {@link HitLog}; another, {@link Delivery}, hands over to
 * the {@link Collector}.
 */
@Component
@Order(0)
public class Visits implements ApplicationRunner, DisposableBean {

	/** About the most bytes that hits in memory may take; beyond, they are lost. */
	private static final int ROOM = 6 << 20;

	private static final long WRITE_EVERY_MS = 100;

	/**
	 * The most hits that are taken between two looks of the writer, on and on: 20,000 a
	 * second. Whoever asks for more pages is no crowd of citizens, and the processor
	 * belongs to the pages.
	 */
	private static final int PORTION = 2_000;

	/** The most hits that are taken at once after a quieter time. */
	private static final int BURST = 5 * PORTION;

	/**
	 * As many hits are written together as stay in the processor's own memory meanwhile.
	 */
	private static final int TOGETHER = 500;

	private static final Duration TELL_AGAIN = Duration.ofMinutes(1);

	private static final Logger log = LoggerFactory.getLogger(Visits.class);

	private final AnalyticsSettings settings;

	private final MatomoSites sites;

	private final Connections connections;

	private final VisitSalts salts;

	private final ObjectProvider<Collector> collector;

	private final Clock clock;

	private final boolean on;

	private final Queue<Hit> seen = new ConcurrentLinkedQueue<>();

	private final AtomicInteger weight = new AtomicInteger();

	/** How many more hits are taken until the writer has looked again. */
	private final AtomicInteger free = new AtomicInteger(BURST);

	private final LongAdder lost = new LongAdder();

	private final LongAdder robots = new LongAdder();

	private final CountDownLatch stop = new CountDownLatch(1);

	private @Nullable Delivery delivery;

	private @Nullable HitLog hits;

	private @Nullable Thread writer;

	private boolean diskFails;

	/** Until when what nobody thought of has been told often enough. */
	private Instant toldUntil = Instant.EPOCH;

	/** Of the one thread that writes. */
	private final MessageDigest digest = Visitor.digest();

	Visits(AnalyticsSettings settings, MatomoSites sites, Connections connections, VisitSalts salts,
			ObjectProvider<Collector> collector, Clock clock, MeterRegistry meters, Environment environment) {
		this.settings = settings;
		this.sites = sites;
		this.connections = connections;
		this.salts = salts;
		this.collector = collector;
		this.clock = clock;
		this.on = settings.matomo().on() && !environment.getProperty("portal.command", Boolean.class, false);
		if (this.on) {
			Gauge.builder("portal.analytics.waiting", () -> state().waiting())
				.description("Hits that are kept for Matomo")
				.register(meters);
			Gauge.builder("portal.analytics.silent", () -> silentSeconds())
				.baseUnit("seconds")
				.description("For how long Matomo has taken nothing")
				.register(meters);
			Gauge.builder("portal.analytics.memory", () -> this.weight.get())
				.baseUnit("bytes")
				.description("Memory of hits that are not on disk yet, about")
				.register(meters);
			count(meters, "delivered", "Hits that Matomo has taken");
			count(meters, "refused", "Hits that Matomo will never take");
			count(meters, "dropped", "Hits that were lost: no room, too old, disk");
			count(meters, "robots", "Requests of programs, which were left out");
		}
	}

	private void count(MeterRegistry meters, String name, String description) {
		FunctionCounter.builder("portal.analytics." + name, this, (visits) -> {
			TrackingState state = visits.state();
			return switch (name) {
				case "delivered" -> state.delivered();
				case "refused" -> state.refused();
				case "dropped" -> state.dropped();
				default -> state.robots();
			};
		}).description(description).register(meters);
	}

	private double silentSeconds() {
		TrackingState state = state();
		return (state.silentSince() == null) ? 0 : (this.clock.millis() - state.silentSince().toEpochMilli()) / 1000.0;
	}

	/**
	 * Whether what this request is about may be counted: the site is in Matomo, there is
	 * room, and nobody has asked not to be followed or fetches a page only in case it is
	 * wanted. To be asked before every {@link #saw}. While there is no room, nothing of
	 * the request is read.
	 */
	public boolean counts(Site site, HttpServletRequest request) {
		return this.on && isInMatomo(site) && hasRoom() && !"1".equals(request.getHeader("DNT"))
				&& !"1".equals(request.getHeader("Sec-GPC")) && request.getHeader("Sec-Purpose") == null
				&& request.getHeader("Purpose") == null;
	}

	/** Never fails, because it is asked when the page has been sent. */
	private boolean isInMatomo(Site site) {
		try {
			return this.sites.idOf(site) != null;
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

	private boolean hasRoom() {
		boolean room = this.free.get() > 0 && this.weight.get() < ROOM;
		if (!room) {
			this.lost.increment();
		}
		return room;
	}

	/** Takes note of a hit; never waits. */
	public void saw(Hit hit) {
		this.free.decrementAndGet();
		this.weight.addAndGet(hit.weight());
		this.seen.add(hit);
	}

	/** How counting goes on this node. */
	public TrackingState state() {
		HitLog kept = this.hits;
		Delivery out = this.delivery;
		if (kept == null || out == null) {
			return new TrackingState(this.on, null, null, 0, 0, 0, this.lost.sum(), this.robots.sum(), null);
		}
		return out.state(kept.waiting(), kept.dropped() + this.lost.sum(), this.robots.sum());
	}

	/**
	 * The first of what is run after the start, because pages are being served already.
	 */
	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		if (!this.on) {
			return;
		}
		AnalyticsSettings.Buffer buffer = this.settings.buffer();
		HitLog kept = HitLog.open(buffer.folder(), buffer.size().toBytes(), buffer.age(), this.clock);
		this.hits = kept;
		this.writer = Thread.ofPlatform().name("analytics-writer").daemon().start(() -> write(kept));
		this.delivery = new Delivery(kept, this.collector.getObject(), this.settings, this.clock);
		this.delivery.start();
	}

	private void write(HitLog kept) {
		try {
			while (!this.stop.await(WRITE_EVERY_MS, TimeUnit.MILLISECONDS)) {
				try {
					drain(kept);
					this.free.updateAndGet((free) -> Math.min(BURST, free + PORTION));
				}
				catch (RuntimeException ex) {
					wonder(ex);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** What nobody thought of must not end counting. */
	private void wonder(RuntimeException unexpected) {
		Instant now = this.clock.instant();
		if (now.isAfter(this.toldUntil)) {
			log.error("Some visits are not counted", unexpected);
			this.toldUntil = now.plus(TELL_AGAIN);
		}
	}

	/** Masks and keeps what is in the queue. */
	private void drain(HitLog kept) {
		byte[] salt = this.salts.today();
		Map<SiteId, Boolean> here = new HashMap<>();
		while (!this.seen.isEmpty()) {
			List<MaskedHit> some = new ArrayList<>(TOGETHER);
			int lighter = 0;
			for (int i = 0; i < TOGETHER; i++) {
				Hit hit = this.seen.poll();
				if (hit == null) {
					break;
				}
				lighter += hit.weight();
				MaskedHit masked = masked(hit, salt, here);
				if (masked != null) {
					some.add(masked);
				}
			}
			this.weight.addAndGet(-lighter);
			if (!some.isEmpty()) {
				keep(some, kept);
			}
		}
	}

	/**
	 * The hit as it is kept, or {@code null} where it is not.
	 * @param here which sites the portal counts, as far as they have been asked about
	 */
	private @Nullable MaskedHit masked(Hit hit, byte[] salt, Map<SiteId, Boolean> here) {
		try {
			if (!here.computeIfAbsent(hit.site().id(), (id) -> this.connections.areVisitsCountedHere(hit.site()))) {
				return null;
			}
			if (Robots.areBehind(hit.userAgent())) {
				this.robots.increment();
				return null;
			}
			return MaskedHit.of(hit, Visitor.masked(hit.address(), this.settings.maskBytes()),
					Visitor.name(this.digest, salt, hit.site().id(), hit.address(), hit.userAgent()));
		}
		catch (RuntimeException ex) {
			this.lost.increment();
			wonder(ex);
			return null;
		}
	}

	private void keep(List<MaskedHit> some, HitLog kept) {
		try {
			kept.append(some);
			this.diskFails = false;
		}
		catch (IOException ex) {
			this.lost.add(some.size());
			if (!this.diskFails) {
				log.error("Visits are not counted because the disk does not take them: {}", ex.toString());
			}
			this.diskFails = true;
		}
	}

	/** Keeps what is in memory; on disk it waits for the next start. */
	@Override
	public void destroy() throws InterruptedException {
		this.stop.countDown();
		Delivery out = this.delivery;
		Thread writing = this.writer;
		HitLog kept = this.hits;
		if (out == null || writing == null || kept == null) {
			return;
		}
		writing.join();
		try {
			drain(kept);
		}
		catch (RuntimeException ex) {
			wonder(ex);
		}
		out.stop();
		kept.close();
	}

}
