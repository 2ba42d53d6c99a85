package vn.conglang.search;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What PostgreSQL has for Elasticsearch: rows of all sites, read as the overseer, and the
 * notes which of them were sent, kept by functions of the owner.
 */
class SearchRows {

	private static final String COLUMNS = "d.site_id, d.entry_id, d.draft, d.version, d.fingerprint, d.shown, d.desk, d.type, d.category, d.day, "
			+ "d.expires, d.title, d.number, d.brief, d.body";

	/** After so long a document that was refused is sent again. */
	private static final String WANTED = "(u.refused_at IS NULL OR u.refused_at < now() - interval '1 hour')";

	/** Names the advisory locks. */
	private static final int LOCK = 24;

	/** So much is read ahead. */
	private static final int FETCH = 50;

	private final JdbcClient jdbc;

	private final JdbcClient overseer;

	private final JdbcTemplate streams;

	private final TransactionTemplate reading;

	SearchRows(JdbcClient jdbc, @Qualifier("overseerDataSource") DataSource overseer) {
		this.jdbc = jdbc;
		this.overseer = JdbcClient.create(overseer);
		this.streams = new JdbcTemplate(overseer);
		this.streams.setFetchSize(FETCH);
		this.reading = new TransactionTemplate(new JdbcTransactionManager(overseer));
		this.reading.setReadOnly(true);
	}

	/**
	 * Does some work that one node at a time is to do.
	 * @return whether nobody else was doing it
	 */
	boolean alone(Task task, Runnable work) {
		return Boolean.TRUE.equals(this.reading.execute((status) -> {
			boolean free = this.overseer.sql("SELECT pg_try_advisory_xact_lock(:lock, :task)")
				.param("lock", LOCK)
				.param("task", task.ordinal())
				.query(Boolean.class)
				.single();
			if (free) {
				work.run();
			}
			return free;
		}));
	}

	/** What Elasticsearch has yet to get, the oldest first; not more than fits. */
	List<ElasticDocument> unsent(int most, int mostWeight) {
		List<ElasticDocument> documents = new ArrayList<>();
		int[] weight = { 0 };
		stream("SELECT " + COLUMNS
				+ " FROM search_unsent u JOIN search_document d USING (site_id, entry_id, draft) WHERE " + WANTED
				+ " ORDER BY u.version LIMIT ?", (statement) -> statement.setInt(1, most), (document) -> {
					documents.add(document);
					weight[0] += document.weight();
					return weight[0] < mostWeight;
				});
		return documents;
	}

	/**
	 * All that anybody may find in the sites behind one, site by site, until the reader
	 * has enough.
	 */
	void after(long site, Reader reader) {
		stream("SELECT " + COLUMNS
				+ " FROM search_document d WHERE site_id > ? AND (shown OR desk) ORDER BY site_id, entry_id, draft",
				(statement) -> statement.setLong(1, site), reader);
	}

	/** All rows of a site, emptied ones, too. */
	void of(long site, Reader reader) {
		stream("SELECT " + COLUMNS + " FROM search_document d WHERE site_id = ? ORDER BY entry_id, draft",
				(statement) -> statement.setLong(1, site), reader);
	}

	/** Reads without holding all at once, which needs a transaction. */
	private void stream(String sql, PreparedStatementSetter parameters, Reader reader) {
		this.reading.executeWithoutResult((status) -> this.streams.query(sql, parameters, (ResultSet rows) -> {
			boolean more = true;
			while (more && rows.next()) {
				more = reader.read(document(rows));
			}
			return null;
		}));
	}

	private static ElasticDocument document(ResultSet row) throws SQLException {
		return new ElasticDocument(row.getLong("site_id"), row.getLong("entry_id"), row.getBoolean("draft"),
				row.getLong("version"), row.getLong("fingerprint"), row.getBoolean("shown"), row.getBoolean("desk"),
				row.getString("type"), row.getString("category"), row.getObject("day", LocalDate.class),
				day(row.getDate("expires")), row.getString("title"), row.getString("number"), row.getString("brief"),
				row.getString("body"));
	}

	private static @Nullable LocalDate day(@Nullable Date day) {
		return (day != null) ? day.toLocalDate() : null;
	}

	/** Elasticsearch has got them. */
	void sent(Collection<ElasticDocument> documents) {
		note("search_sent", documents);
	}

	/** Elasticsearch does not want them. */
	void refused(Collection<ElasticDocument> documents) {
		note("search_refused", documents);
	}

	private void note(String function, Collection<ElasticDocument> documents) {
		if (!documents.isEmpty()) {
			this.jdbc.sql("SELECT " + function + "(:sites, :entries, :drafts, :versions)")
				.param("sites", documents.stream().map(ElasticDocument::site).toArray(Long[]::new))
				.param("entries", documents.stream().map(ElasticDocument::entry).toArray(Long[]::new))
				.param("drafts", documents.stream().map(ElasticDocument::draft).toArray(Boolean[]::new))
				.param("versions", documents.stream().map(ElasticDocument::version).toArray(Long[]::new))
				.query((row) -> {
				});
		}
	}

	/** What waits to be sent. */
	Queue queue() {
		return this.overseer
			.sql("SELECT count(*) FILTER (WHERE refused_at IS NULL) AS waiting, count(refused_at) AS refused, "
					+ "coalesce(min(version) FILTER (WHERE refused_at IS NULL), 0) AS first, coalesce(max(version) FILTER (WHERE refused_at IS NULL), 0) AS last FROM search_unsent")
			.query((row, number) -> new Queue(row.getLong("waiting"), row.getLong("refused"), row.getLong("first"),
					row.getLong("last")))
			.single();
	}

	/** Begins to make an index anew, unless one is being made. */
	void beginRebuild(String index) {
		this.jdbc.sql("SELECT search_begin_rebuild(:index)").param("index", index).query(Boolean.class).single();
	}

	/** The index that is being made, if any. */
	@Nullable Rebuild rebuild() {
		return this.overseer.sql("SELECT id, index_name, done_to, documents FROM search_rebuild WHERE ended IS NULL")
			.query((row, number) -> new Rebuild(row.getLong("id"), row.getString("index_name"), row.getLong("done_to"),
					row.getLong("documents")))
			.optional()
			.orElse(null);
	}

	/** How many documents an index has that has all of them. */
	long expected() {
		return this.overseer.sql("SELECT count(*) FROM search_document WHERE shown OR desk").query(Long.class).single();
	}

	/** All sites up to this one are through. */
	void rebuilt(Rebuild rebuild, long site, long documents) {
		this.jdbc.sql("UPDATE search_rebuild SET done_to = :site, documents = documents + :documents WHERE id = :id")
			.param("site", site)
			.param("documents", documents)
			.param("id", rebuild.id())
			.update();
	}

	/** It has come to an end. */
	void endRebuild(Rebuild rebuild, @Nullable String failure) {
		this.jdbc.sql("UPDATE search_rebuild SET ended = now(), failure = :failure WHERE id = :id")
			.param("failure", failure)
			.param("id", rebuild.id())
			.update();
	}

	/** The index is in its place: all that was noted before it was begun is in it. */
	void forgetOlderThan(Rebuild rebuild) {
		this.jdbc.sql("SELECT search_in_place(:id)").param("id", rebuild.id()).query((row) -> {
		});
	}

	/** Why a rebuild came to nothing, or {@code null}. */
	@Nullable String failure(long rebuild) {
		return this.overseer.sql("SELECT failure FROM search_rebuild WHERE id = :id AND failure IS NOT NULL")
			.param("id", rebuild)
			.query(String.class)
			.optional()
			.orElse(null);
	}

	/** Whether a rebuild has come to nothing so recently that the next one can wait. */
	boolean hasJustFailed() {
		return this.overseer.sql(
				"SELECT EXISTS (SELECT FROM search_rebuild WHERE failure IS NOT NULL AND ended > now() - interval '10 minutes')")
			.query(Boolean.class)
			.single();
	}

	/** How many rows of each site can be found, and the sum of their fingerprints. */
	Map<Long, Sum> sums() {
		Map<Long, Sum> sums = new HashMap<>();
		this.overseer.sql(
				"SELECT site_id, count(*) AS count, sum(fingerprint) AS sum FROM search_document WHERE shown OR desk GROUP BY site_id")
			.query((row) -> {
				sums.put(row.getLong("site_id"), new Sum(row.getLong("count"), row.getLong("sum")));
			});
		return sums;
	}

	/** Sites of which something is still to be sent. */
	List<Long> unsentSites() {
		return this.overseer.sql("SELECT DISTINCT site_id FROM search_unsent")
			.query((row, number) -> row.getLong(1))
			.list();
	}

	/** Fingerprints of what can be found in a site, by id in Elasticsearch. */
	Map<String, Long> fingerprints(long site) {
		Map<String, Long> fingerprints = new HashMap<>();
		this.overseer
			.sql("SELECT entry_id, draft, fingerprint FROM search_document WHERE site_id = :site AND (shown OR desk)")
			.param("site", site)
			.query((row) -> {
				fingerprints.put(ElasticDocument.id(row.getLong("entry_id"), row.getBoolean("draft")),
						row.getLong("fingerprint"));
			});
		return fingerprints;
	}

	/** What of a site is still to be sent and was not refused, by id in Elasticsearch. */
	List<String> unsentIds(long site) {
		return this.overseer
			.sql("SELECT entry_id, draft FROM search_unsent WHERE site_id = :site AND refused_at IS NULL")
			.param("site", site)
			.query((row, number) -> ElasticDocument.id(row.getLong("entry_id"), row.getBoolean("draft")))
			.list();
	}

	/** What one node at a time does. */
	enum Task {

		SEND, REBUILD

	}

	/**
	 * What waits to be sent.
	 *
	 * @param waiting how many rows
	 * @param refused how many rows were not wanted
	 * @param first the lowest version that waits, or 0
	 * @param last the highest version, or 0
	 */
	record Queue(long waiting, long refused, long first, long last) {
	}

	/**
	 * An index that is being made.
	 *
	 * @param doneTo all sites up to this one are through
	 * @param documents how many it has got
	 */
	record Rebuild(long id, String index, long doneTo, long documents) {
	}

	/** Count and sum of fingerprints. */
	record Sum(long count, long sum) {

		static final Sum NONE = new Sum(0, 0);

	}

	/** Reads rows until it has enough. */
	@FunctionalInterface
	interface Reader {

		/** Reads a row and says whether it wants another one. */
		boolean read(ElasticDocument document);

	}

}
