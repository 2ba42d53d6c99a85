package vn.conglang.links;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has the links of what was published looked through, by one node at a time, and asks
 * addresses outside, a few hosts at a time. Has threads of its own, because whoever is
 * asked may take long.
 */
@Component
@ConditionalOnWebApplication
class LinksRunner implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(LinksRunner.class);

	/** Names the advisory lock. */
	private static final int LOCK = 32;

	private final LinkCollector collector;

	private final ExternalLinks external;

	private final LinkSettings settings;

	private final JdbcClient overseer;

	private final TransactionTemplate reading;

	private final ScheduledExecutorService threads;

	private volatile boolean stopped;

	LinksRunner(LinkCollector collector, ExternalLinks external, LinkSettings settings,
			@Qualifier("overseerDataSource") DataSource overseer, MeterRegistry metrics) {
		this.collector = collector;
		this.external = external;
		this.settings = settings;
		this.overseer = JdbcClient.create(overseer);
		JdbcTransactionManager manager = new JdbcTransactionManager(overseer);
		// else the first connection of the application would stay until the end, with its
		// site
		manager.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
		this.reading = new TransactionTemplate(manager);
		this.reading.setReadOnly(true);
		this.threads = Executors.newScheduledThreadPool(1 + settings.workers(),
				Thread.ofPlatform().daemon().name("links-", 0).factory());
		Gauge.builder("portal.links.broken", external, (links) -> links.count("state = 'BROKEN'"))
			.description("Addresses outside that do not answer as they should")
			.register(metrics);
		Gauge.builder("portal.links.due", external, (links) -> links.count("due <= now()"))
			.description("Addresses outside that wait to be asked")
			.register(metrics);
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		long pause = this.settings.lookEvery().toMillis();
		if (pause > 0) {
			this.threads.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
		}
		if (pause > 0 && this.settings.external()) {
			for (int i = 0; i < this.settings.workers(); i++) {
				this.threads.scheduleWithFixedDelay(this::ask, pause, 1_000, TimeUnit.MILLISECONDS);
			}
		}
	}

	/**
	 * Looks through what was published, unless another node does.
	 * @return whether it did
	 */
	boolean lookNow() {
		return Boolean.TRUE.equals(this.reading.execute((status) -> {
			boolean free = this.overseer.sql("SELECT pg_try_advisory_xact_lock(:lock, 0)")
				.param("lock", LOCK)
				.query(Boolean.class)
				.single();
			if (free) {
				this.collector.look();
			}
			return free;
		}));
	}

	private void look() {
		try {
			lookNow();
		}
		catch (RuntimeException ex) {
			tell(ex);
		}
	}

	private void ask() {
		try {
			while (!this.stopped && this.external.askNext()) {
				log.trace("An address was asked");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException ex) {
			tell(ex);
		}
	}

	private void tell(RuntimeException ex) {
		if (!this.stopped) {
			log.warn("Links are not checked now, but later: {}", ex.toString());
		}
	}

	@Override
	public void destroy() throws InterruptedException {
		this.stopped = true;
		this.threads.shutdownNow();
		this.threads.awaitTermination(10, TimeUnit.SECONDS);
	}

}
