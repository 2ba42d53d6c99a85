package vn.conglang.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import vn.conglang.search.ElasticIndex.EngineTrouble;
import vn.conglang.search.ElasticIndex.Fate;
import vn.conglang.search.ElasticIndex.Outcome;
import vn.conglang.search.ElasticIndex.Standing;
import vn.conglang.search.SearchRows.Queue;
import vn.conglang.search.SearchRows.Rebuild;
import vn.conglang.search.SearchRows.Task;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;

/**
 * Brings what has changed to Elasticsearch: at once when this node changed it, and every
 * second for the others. What Elasticsearch does not take stays noted in PostgreSQL and
 * is sent again, later and later. Where there is no index it has one made. Knows how far
 * Elasticsearch is behind.
 */
class Sender implements ApplicationRunner, DisposableBean {

	/** The most documents in a bulk. */
	static final int BULK = 500;

	/** About the most bytes in a bulk. */
	static final int BULK_WEIGHT = 8 << 20;

	/** If it is further behind, PostgreSQL searches. */
	static final Duration MOST_BEHIND = Duration.ofSeconds(30);

	/** If it refuses more documents, something is wrong with the index. */
	static final int MOST_REFUSED = 20;

	private static final Logger log = LoggerFactory.getLogger(Sender.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

	/** How often is looked whether Elasticsearch and its index are as they should be. */
	private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

	private final SearchRows rows;

	private final ElasticIndex index;

	private final Rebuilding rebuilding;

	private final Clock clock;

	private final boolean serving;

	private final Semaphore work = new Semaphore(0);

	private volatile boolean stopped;

	private volatile @Nullable Standing standing;

	private volatile String trouble = "Elasticsearch has not been asked yet";

	private volatile Queue queue = new Queue(0, 0, 0, 0);

	/** By then everything had been sent, as far as is known. */
	private volatile @Nullable Instant caughtUp;

	private Instant looked = Instant.EPOCH;

	private Instant watchedSince = Instant.EPOCH;

	private long watched;

	private Duration pause = PAUSE;

	private Instant next = Instant.EPOCH;

	Sender(SearchRows rows, ElasticIndex index, Rebuilding rebuilding, Clock clock, MeterRegistry meters,
			boolean serving) {
		this.rows = rows;
		this.index = index;
		this.rebuilding = rebuilding;
		this.clock = clock;
		this.serving = serving;
		Gauge.builder("portal.search.elasticsearch.unsent", () -> this.queue.waiting())
			.description("Changes that Elasticsearch has yet to get")
			.register(meters);
		Gauge.builder("portal.search.elasticsearch.refused", () -> this.queue.refused())
			.description("Documents that Elasticsearch does not take")
			.register(meters);
		Gauge.builder("portal.search.elasticsearch.behind", () -> behind().toMillis() / 1000.0)
			.baseUnit("seconds")
			.description("By how much Elasticsearch is behind")
			.register(meters);
	}

	/** Why Elasticsearch cannot be searched now; {@code null} if it can. */
	@Nullable String notReady() {
		Standing known = this.standing;
		if (known == null) {
			return this.trouble;
		}
		if (known.live() == null) {
			return "There is no index yet";
		}
		if (behind().compareTo(MOST_BEHIND) > 0) {
			return "The index is behind";
		}
		return (this.queue.refused() > MOST_REFUSED) ? "The index does not take what it gets" : null;
	}

	/** By how much Elasticsearch is behind; very much as long as that is not known. */
	Duration behind() {
		Instant then = this.caughtUp;
		if (then == null) {
			return Duration.ofDays(1);
		}
		return (this.queue.waiting() == 0) ? Duration.ZERO : Duration.between(then, this.clock.instant());
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.serving) {
			Thread.ofVirtual().name("search-sender").start(this::work);
		}
	}

	/** There is something to send. */
	void wake() {
		if (this.work.availablePermits() == 0) {
			this.work.release();
		}
	}

	private void work() {
		while (!this.stopped) {
			try {
				this.work.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
				this.work.drainPermits();
				if (!this.stopped && !this.clock.instant().isBefore(this.next)) {
					pass();
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			catch (DataAccessException ex) {
				if (!this.stopped) {
					log.warn("What Elasticsearch is to get waits for the database: {}", ex.getMessage());
				}
			}
		}
	}

	/** All that can be done now. */
	void pass() {
		try {
			boolean more = true;
			while (more && !this.stopped) {
				Standing found = look();
				more = sendBulk(found);
				measure();
				if (this.rebuilding.step(found)) {
					this.looked = Instant.EPOCH;
					more = true;
				}
			}
			this.pause = PAUSE;
		}
		catch (EngineTrouble ex) {
			if (this.stopped) {
				return;
			}
			failed((ex.getMessage() != null) ? ex.getMessage() : ex.toString());
			measure();
		}
	}

	private Standing look() {
		Instant now = this.clock.instant();
		Standing known = this.standing;
		if (known != null && Duration.between(this.looked, now).compareTo(LOOK_EVERY) < 0) {
			return known;
		}
		this.looked = now;
		Standing found;
		try {
			found = this.index.look();
		}
		catch (EngineTrouble ex) {
			this.standing = null;
			throw ex;
		}
		this.standing = found;
		if (!this.trouble.isEmpty()) {
			log.info("Elasticsearch answers and takes what has changed");
			this.trouble = "";
		}
		return found;
	}

	/** Remembers it and lets Elasticsearch rest; says so when it is something else. */
	private void failed(String problem) {
		if (!problem.equals(this.trouble)) {
			log.warn("Elasticsearch does not take what has changed; it is kept and sent later: {}", problem);
		}
		this.trouble = problem;
		this.looked = Instant.EPOCH;
		this.next = this.clock.instant().plus(this.pause);
		Duration longer = this.pause.multipliedBy(2);
		this.pause = (longer.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : longer;
	}

	/**
	 * Sends a bulk.
	 * @return whether there may be more
	 * @throws EngineTrouble if it has to be sent again
	 */
	boolean sendBulk(Standing known) {
		boolean[] more = { false };
		this.rows.alone(Task.SEND, () -> {
			List<ElasticDocument> documents = this.rows.unsent(BULK, BULK_WEIGHT);
			if (documents.isEmpty()) {
				return;
			}
			List<String> targets = targets(known);
			if (targets.isEmpty()) {
				return;
			}
			Outcome outcome = this.index.send(documents, targets);
			this.rows.sent(outcome.taken());
			this.rows.refused(outcome.refused());
			if (!outcome.refused().isEmpty()) {
				ElasticDocument first = outcome.refused().getFirst();
				log.error("Elasticsearch refuses {} documents, such as entry {} of site {}: {}",
						outcome.refused().size(), first.entry(), first.site(), outcome.problems().get(Fate.REFUSED));
			}
			String problem = outcome.problems().get(Fate.LATER);
			if (problem != null) {
				throw new EngineTrouble(problem, null);
			}
			more[0] = true;
		});
		return more[0];
	}

	/**
	 * Aliases that are to get what has changed. Asked after the rows were read: a rebuild
	 * that begins later reads these rows itself.
	 */
	private List<String> targets(Standing known) {
		List<String> targets = new ArrayList<>();
		if (known.live() != null) {
			targets.add(this.index.alias());
		}
		Rebuild rebuild = this.rows.rebuild();
		if (rebuild != null && this.index.isOurs(rebuild.index())) {
			targets.add(this.index.buildingAlias());
		}
		return targets;
	}

	/** Follows how far Elasticsearch has come. */
	private void measure() {
		Instant now = this.clock.instant();
		Queue waiting = this.rows.queue();
		if (waiting.waiting() == 0) {
			this.caughtUp = now;
			this.watched = 0;
		}
		else if (this.watched == 0 || waiting.first() > this.watched) {
			if (this.watched > 0) {
				this.caughtUp = this.watchedSince;
			}
			this.watched = waiting.last();
			this.watchedSince = now;
		}
		this.queue = waiting;
	}

	@Override
	public void destroy() {
		this.stopped = true;
		this.work.release();
	}

}
