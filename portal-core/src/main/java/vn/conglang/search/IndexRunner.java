package vn.conglang.search;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.SiteId;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the notes of all sites worked off: at once when this node wrote one, and every
 * second for those of other nodes and of commands. Does nothing in a command.
 */
@Component
class IndexRunner implements ApplicationRunner, DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(IndexRunner.class);

	private static final Duration LONGEST_BATCH = Duration.ofSeconds(10);

	private final JdbcClient overseer;

	private final JdbcClient jdbc;

	private final Indexer indexer;

	private final Synonyms synonyms;

	private final ObjectProvider<Sender> sender;

	private final boolean serving;

	private final Semaphore work = new Semaphore(0);

	private volatile boolean stopped;

	private volatile @Nullable Thread worker;

	IndexRunner(@Qualifier("overseerJdbc") JdbcClient overseer, JdbcClient jdbc, Indexer indexer, Synonyms synonyms,
			ObjectProvider<Sender> sender, Environment environment) {
		this.overseer = overseer;
		this.jdbc = jdbc;
		this.indexer = indexer;
		this.synonyms = synonyms;
		this.sender = sender;
		this.serving = !environment.getProperty("portal.command", Boolean.class, false);
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.serving) {
			long again = this.jdbc.sql("SELECT search_again(:analysis)")
				.param("analysis", this.synonyms.analysis())
				.query(Long.class)
				.single();
			if (again > 0) {
				log.info("The way texts are taken apart for search has changed: {} entries are indexed anew", again);
			}
			this.worker = Thread.ofVirtual().name("search-index").start(this::work);
		}
	}

	/** There is something to do. */
	@Scheduled(fixedDelayString = "${portal.search.look-every}")
	void wake() {
		// however often it is woken, it looks once more
		if (this.work.availablePermits() == 0) {
			this.work.release();
		}
	}

	private void work() {
		while (!this.stopped) {
			try {
				this.work.acquire();
				this.work.drainPermits();
				while (!this.stopped && workOff()) {
					log.debug("There is more to index");
				}
				this.sender.ifAvailable(Sender::wake);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			catch (DataAccessException ex) {
				if (!this.stopped) {
					log.warn("The search index waits for the database: {}", ex.getMessage());
				}
			}
		}
	}

	/** A batch of every site that waits, so that none waits for another to be through. */
	private boolean workOff() {
		List<Long> sites = this.overseer.sql("SELECT DISTINCT site_id FROM search_pending")
			.query((row, number) -> row.getLong(1))
			.list();
		boolean more = false;
		for (long site : sites) {
			if (!this.stopped) {
				more |= this.indexer.workOff(new SiteId(site));
			}
		}
		return more;
	}

	/** The database must not be taken away under a batch. */
	@Override
	public void destroy() throws InterruptedException {
		this.stopped = true;
		this.work.release();
		Thread working = this.worker;
		if (working != null) {
			working.join(LONGEST_BATCH);
		}
	}

}
