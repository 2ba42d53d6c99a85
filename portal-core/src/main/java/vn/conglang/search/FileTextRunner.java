package vn.conglang.search;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.media.Attachments;
import vn.conglang.media.Stored;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the files that wait for it, in all sites, one at a time on this node. Has a
 * thread of its own: what else is done regularly must not wait for a large file. A file
 * that a node was reading when it was killed is taken up again after some minutes.
 */
@Component
@ConditionalOnWebApplication
class FileTextRunner implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(FileTextRunner.class);

	private final JdbcClient overseer;

	private final FileTexts texts;

	private final Attachments attachments;

	private final Extraction extraction;

	private final IndexRunner index;

	private final Duration lookEvery;

	private final ScheduledExecutorService one = Executors.newSingleThreadScheduledExecutor(
			Thread.ofPlatform().daemon().name("file-texts").priority(Thread.MIN_PRIORITY).factory());

	FileTextRunner(@Qualifier("overseerJdbc") JdbcClient overseer, FileTexts texts, Attachments attachments,
			Extraction extraction, IndexRunner index, @Value("${portal.search.files.look-every}") Duration lookEvery,
			MeterRegistry metrics) {
		this.overseer = overseer;
		this.texts = texts;
		this.attachments = attachments;
		this.extraction = extraction;
		this.index = index;
		this.lookEvery = lookEvery;
		for (String state : List.of("WAITING", "FAILED")) {
			Gauge.builder("portal.search.files", () -> count(state))
				.description("Attached files by whether their words can be found")
				.tag("state", state.toLowerCase(Locale.ROOT))
				.register(metrics);
		}
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		long every = this.lookEvery.toMillis();
		this.one.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
	}

	private void look() {
		try {
			run();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException ex) {
			log.warn("Attached files wait to be read: {}", ex.toString());
		}
	}

	/** Reads everything that waits. */
	synchronized void run() throws InterruptedException {
		List<Waiting> waiting;
		do {
			waiting = this.overseer
				.sql("SELECT site_id, hash FROM search_file WHERE state = 'WAITING' AND at <= now()"
						+ " ORDER BY at LIMIT 20")
				.query((row, number) -> new Waiting(new SiteId(row.getLong("site_id")), row.getString("hash")))
				.list();
			for (Waiting file : waiting) {
				try (CurrentSite.Scope scope = CurrentSite.enter(file.site())) {
					read(file.hash());
				}
			}
		}
		while (!waiting.isEmpty());
	}

	private void read(String hash) throws InterruptedException {
		Optional<Integer> attempt = this.texts.take(hash);
		if (attempt.isEmpty()) {
			return;
		}
		try {
			FileText text = (attempt.get() > FileTexts.MOST_TRIES) ? FileText.none(FileText.Outcome.CRASHED)
					: text(hash);
			if (!text.outcome().isWorthAnotherTry() || attempt.get() >= FileTexts.MOST_TRIES) {
				this.texts.keep(hash, text);
				this.index.wake();
			}
			if (!text.outcome().isDone()) {
				log.info("File {} of site {} was not read: {}, try {}", hash, CurrentSite.require(), text.outcome(),
						attempt.get());
			}
		}
		catch (IOException | IllegalStateException ex) {
			log.warn("File {} of site {} waits to be read: {}", hash, CurrentSite.require(), ex.toString());
			this.texts.giveBack(hash);
		}
	}

	private FileText text(String hash) throws IOException, InterruptedException {
		Stored file = this.attachments.find(hash).orElse(null);
		if (file == null) {
			return FileText.none(FileText.Outcome.GONE);
		}
		return file.contentType().startsWith("audio/") ? FileText.none(FileText.Outcome.DONE)
				: this.extraction.read(file.resource(), file.contentType());
	}

	/** NaN while the database does not answer. */
	private double count(String state) {
		try {
			return Objects.requireNonNull(this.overseer.sql("SELECT count(*) FROM search_file WHERE state = :state")
				.param("state", state)
				.query(Long.class)
				.single());
		}
		catch (DataAccessException ex) {
			return Double.NaN;
		}
	}

	/** A file that is being read will be read again. */
	@Override
	public void destroy() {
		this.one.shutdownNow();
	}

	private record Waiting(SiteId site, String hash) {
	}

}
