package vn.conglang.search;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the rows of {@code search_document} anew from the entries, site by site, while
 * they are searched. How far it has come is kept, so that whoever is broken off goes on.
 */
@Component
class Again {

	private final JdbcClient jdbc;

	private final JdbcClient overseer;

	private final Indexer indexer;

	private final Synonyms synonyms;

	private final Sites sites;

	Again(JdbcClient jdbc, @Qualifier("overseerJdbc") JdbcClient overseer, Indexer indexer, Synonyms synonyms,
			Sites sites) {
		this.jdbc = jdbc;
		this.overseer = overseer;
		this.indexer = indexer;
		this.synonyms = synonyms;
		this.sites = sites;
	}

	/** How many entries there are, in one site or in all. */
	long entries(List<Site> some) {
		return this.overseer.sql("SELECT count(*) FROM entry WHERE site_id IN (SELECT unnest(:sites))")
			.param("sites", some.stream().map((site) -> site.id().value()).toArray(Long[]::new))
			.query(Long.class)
			.single();
	}

	/**
	 * All sites that are not through yet, in the order in which they are gone through.
	 */
	List<Site> open() {
		long doneTo = this.overseer
			.sql("SELECT coalesce(max(done_to), 0) FROM search_again WHERE ended IS NULL AND analysis = :analysis")
			.param("analysis", this.synonyms.analysis())
			.query(Long.class)
			.single();
		return this.sites.all()
			.stream()
			.filter((site) -> site.id().value() > doneTo)
			.sorted(Comparator.comparing((site) -> site.id().value()))
			.toList();
	}

	/** Goes through all sites, or through the rest where that was broken off. */
	void all(LongConsumer entriesDone) {
		this.jdbc
			.sql("""
					INSERT INTO search_again (analysis)
					SELECT :analysis WHERE NOT EXISTS (SELECT FROM search_again WHERE ended IS NULL AND analysis = :analysis)""")
			.param("analysis", this.synonyms.analysis())
			.update();
		// some work with the database while others take texts apart
		int atOnce = 2 * Runtime.getRuntime().availableProcessors();
		List<Site> open = open();
		for (int i = 0; i < open.size(); i += atOnce) {
			List<Site> some = open.subList(i, Math.min(open.size(), i + atOnce));
			sideBySide(some, (site) -> one(site, entriesDone));
			this.jdbc.sql("UPDATE search_again SET done_to = :site WHERE ended IS NULL")
				.param("site", some.getLast().id().value())
				.update();
		}
		sortIn();
		this.jdbc.sql("UPDATE search_again SET ended = now() WHERE ended IS NULL").update();
	}

	private void sortIn() {
		this.jdbc.sql("SELECT search_sort_in()").query((row) -> {
		});
	}

	private static void sideBySide(List<Site> some, Consumer<Site> work) {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<CompletableFuture<Void>> running = some.stream()
				.map((site) -> CompletableFuture.runAsync(() -> work.accept(site), threads))
				.toList();
			running.forEach(CompletableFuture::join);
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/** Goes through one site only. */
	void only(Site site, LongConsumer entriesDone) {
		one(site, entriesDone);
		sortIn();
	}

	private void one(Site site, LongConsumer entriesDone) {
		SiteId id = site.id();
		this.indexer.emptyStrays(id);
		List<Long> entries = this.overseer.sql("SELECT id FROM entry WHERE site_id = :site ORDER BY id")
			.param("site", id.value())
			.query((row, number) -> row.getLong(1))
			.list();
		for (int i = 0; i < entries.size(); i += Indexer.BATCH) {
			List<Long> some = entries.subList(i, Math.min(entries.size(), i + Indexer.BATCH));
			this.indexer.again(id, some);
			entriesDone.accept(some.size());
		}
	}

	/**
	 * Compares the rows with the entries: of each there is what citizens see and what the
	 * board works at, and nothing else. What is still to be indexed does not count.
	 * @return how many entries are wrong, by site
	 */
	List<Wrong> wrong() {
		return this.overseer
			.sql("""
					SELECT e.site_id, count(*) AS entries
					FROM (SELECT e.site_id, e.id, e.published_revision_id AS shown, e.latest_revision_id AS latest FROM entry e
						UNION ALL SELECT d.site_id, d.entry_id, NULL, NULL FROM search_document d
							WHERE (d.shown OR d.desk) AND NOT d.draft AND NOT EXISTS (SELECT FROM entry e WHERE e.id = d.entry_id AND e.site_id = d.site_id)) e
					LEFT JOIN search_document p ON p.site_id = e.site_id AND p.entry_id = e.id AND NOT p.draft
					LEFT JOIN search_document d ON d.site_id = e.site_id AND d.entry_id = e.id AND d.draft
					WHERE (e.shown IS DISTINCT FROM CASE WHEN p.shown THEN p.revision_id END
						OR e.latest IS DISTINCT FROM CASE WHEN p.desk THEN p.revision_id WHEN d.desk THEN d.revision_id END
						OR p.desk AND d.desk OR d.shown OR (p.shown OR p.desk) AND p.analysis <> :analysis OR d.desk AND d.analysis <> :analysis)
					AND NOT EXISTS (SELECT FROM search_pending w WHERE w.site_id = e.site_id AND w.entry_id = e.id)
					GROUP BY e.site_id ORDER BY e.site_id""")
			.param("analysis", this.synonyms.analysis())
			.query((row, number) -> new Wrong(new SiteId(row.getLong("site_id")), row.getLong("entries")))
			.list();
	}

	/** How many entries wait to be indexed. */
	long waiting() {
		return this.overseer.sql("SELECT count(*) FROM search_pending").query(Long.class).single();
	}

	/** How many entries of a site are wrong. */
	record Wrong(SiteId site, long entries) {
	}

}
