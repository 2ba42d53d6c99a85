package vn.conglang.search;

import vn.conglang.content.EntryPublished;
import vn.conglang.content.EntrySaved;
import vn.conglang.content.EntryWithdrawn;
import vn.conglang.kernel.SiteEvent;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Notes, inside the transaction that changes an entry, that it is to be indexed anew; the
 * note stays until that is done.
 */
@Component
class SearchFeed {

	private final JdbcClient jdbc;

	private final IndexRunner runner;

	SearchFeed(JdbcClient jdbc, IndexRunner runner) {
		this.jdbc = jdbc;
		this.runner = runner;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(EntrySaved event) {
		note(event, event.entryId());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(EntryPublished event) {
		note(event, event.entryId());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(EntryWithdrawn event) {
		note(event, event.entryId());
	}

	private void note(SiteEvent event, long entryId) {
		this.jdbc.sql("INSERT INTO search_pending (site_id, entry_id) VALUES (:site, :entry)")
			.param("site", event.site().value())
			.param("entry", entryId)
			.update();
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT,
			classes = { EntrySaved.class, EntryPublished.class, EntryWithdrawn.class })
	void committed() {
		this.runner.wake();
	}

}
