package vn.conglang.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.content.SearchableEntries;
import vn.conglang.content.SearchableEntries.Saved;
import vn.conglang.content.SearchableEntries.Searchable;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.search.Words.Word;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the rows of {@code search_document} from entries: in one transaction with the
 * removal of the notes that asked for it, so that nothing is lost however it ends, and
 * one node at a time for a site, so that no older text is written over a newer one.
 */
@Component
class Indexer {

	/** How many notes are worked off in a transaction. */
	static final int BATCH = 200;

	/**
	 * More is sorted into PostgreSQL's index at once, which takes less time; till then
	 * searches take longer.
	 */
	private static final String MANY_AT_ONCE = "SELECT set_config('gin_pending_list_limit', '64MB', true), set_config('work_mem', '64MB', true)";

	/** How much text, of files above all, is kept in memory before it is written. */
	private static final int MOST_LETTERS = 2_000_000;

	private static final Logger log = LoggerFactory.getLogger(Indexer.class);

	/** Names the advisory lock, beside the site. */
	private static final int LOCK = 21;

	private static final Pattern FILE = Pattern.compile("/tep/([0-9a-f]{32})/");

	private static final String WRITE = """
			INSERT INTO search_document AS known (site_id, entry_id, draft, version, revision_id, analysis, fingerprint, shown, desk, type,
				category, slug, day, expires, title, number, brief, body, head, words)
			SELECT site_id, entry_id, draft, nextval('search_version_seq'), revision_id, analysis, fingerprint, shown, desk, type,
				category, slug, day, expires, title, number, brief, body, head::tsvector, words::tsvector
			FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS written (site_id, entry_id, draft, revision_id, analysis,
				fingerprint, shown, desk, type, category, slug, day, expires, title, number, brief, body, head, words)
			ON CONFLICT (site_id, entry_id, draft) DO UPDATE SET version = excluded.version, revision_id = excluded.revision_id,
				analysis = excluded.analysis, fingerprint = excluded.fingerprint, shown = excluded.shown, desk = excluded.desk,
				type = excluded.type, category = excluded.category, slug = excluded.slug, day = excluded.day, expires = excluded.expires,
				title = excluded.title, number = excluded.number, brief = excluded.brief, body = excluded.body, head = excluded.head,
				words = excluded.words
			WHERE known.fingerprint <> excluded.fingerprint OR NOT (known.shown OR known.desk)
				OR ? AND (known.revision_id, known.analysis, known.shown, known.desk, known.type, known.category, known.slug, known.day, known.expires,
					known.title, known.number, known.brief, known.body, known.head, known.words) IS DISTINCT FROM (excluded.revision_id,
					excluded.analysis, excluded.shown, excluded.desk, excluded.type, excluded.category, excluded.slug, excluded.day,
					excluded.expires, excluded.title, excluded.number, excluded.brief, excluded.body, excluded.head, excluded.words)""";

	/** The types of what is written. */
	private static final List<String> COLUMNS = List.of("int8", "int8", "bool", "int8", "int4", "int8", "bool", "bool",
			"text", "text", "text", "date", "date", "text", "text", "text", "text", "text", "text");

	private static final String EMPTY = """
			UPDATE search_document d SET version = nextval('search_version_seq'), revision_id = NULL, fingerprint = 0, shown = false,
				desk = false, title = '', number = '', brief = '', body = '', head = '', words = ''
			WHERE (shown OR desk) AND site_id = ?""";

	private static final String EMPTY_SOME = EMPTY + " AND (entry_id, draft) IN (SELECT * FROM unnest(?, ?))";

	private static final String EMPTY_STRAYS = EMPTY
			+ " AND NOT EXISTS (SELECT FROM entry e WHERE e.id = d.entry_id AND e.site_id = d.site_id)";

	private final SearchableEntries entries;

	private final Synonyms synonyms;

	private final NearWords nearWords;

	private final FileTexts files;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final TransactionTemplate transaction;

	Indexer(SearchableEntries entries, Synonyms synonyms, NearWords nearWords, FileTexts files, JdbcClient jdbc,
			JdbcTemplate batches, TransactionTemplate transaction) {
		this.entries = entries;
		this.synonyms = synonyms;
		this.nearWords = nearWords;
		this.files = files;
		this.jdbc = jdbc;
		this.batches = batches;
		this.transaction = transaction;
	}

	/**
	 * Works off notes of a site.
	 * @return whether there may be more to do
	 */
	boolean workOff(SiteId site) {
		return CurrentSite.call(site, () -> {
			try {
				return workOff(site, BATCH);
			}
			catch (RuntimeException ex) {
				log.debug("Some entry cannot be indexed: now one by one", ex);
				return oneByOne(site);
			}
		});
	}

	private boolean workOff(SiteId site, int most) {
		Set<String> learned = new HashSet<>();
		boolean more = Boolean.TRUE.equals(this.transaction.execute((status) -> {
			if (!lock(site)) {
				return false;
			}
			List<Note> notes = this.jdbc.sql("SELECT id, entry_id FROM search_pending ORDER BY id LIMIT :most")
				.param("most", most)
				.query((row, number) -> new Note(row.getLong("id"), row.getLong("entry_id")))
				.list();
			if (notes.isEmpty()) {
				return false;
			}
			Set<Long> ids = new LinkedHashSet<>();
			notes.forEach((note) -> ids.add(note.entryId()));
			learned.addAll(write(site, ids, false));
			this.batches.batchUpdate("DELETE FROM search_pending WHERE id = ?",
					notes.stream().map((note) -> new Object[] { note.id() }).toList());
			return notes.size() == most;
		}));
		this.nearWords.learn(learned);
		return more;
	}

	/** The one that cannot be indexed is told and passed over; a check will miss it. */
	private boolean oneByOne(SiteId site) {
		try {
			return workOff(site, 1);
		}
		catch (RuntimeException ex) {
			Long passed = this.transaction.execute((status) -> this.jdbc
				.sql("DELETE FROM search_pending WHERE id = (SELECT min(id) FROM search_pending) RETURNING entry_id")
				.query(Long.class)
				.optional()
				.orElse(null));
			log.error("Entry {} of site {} cannot be indexed for search", passed, site, ex);
			return true;
		}
	}

	/**
	 * Makes the rows of some entries of a site anew, and compares all of them with what
	 * is there: whatever is not as it should be is written again.
	 * @return how many rows
	 */
	int again(SiteId site, Collection<Long> ids) {
		return CurrentSite.call(site, () -> {
			Set<String> learned = new HashSet<>();
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.sql(MANY_AT_ONCE + ", pg_advisory_xact_lock(:lock, :site)")
					.param("lock", LOCK)
					.param("site", (int) site.value())
					.query((row) -> {
					});
				learned.addAll(write(site, ids, true));
			});
			this.nearWords.learn(learned);
			return ids.size();
		});
	}

	/** Empties the rows of a site that no entry is behind. */
	void emptyStrays(SiteId site) {
		CurrentSite.run(site, () -> this.transaction
			.executeWithoutResult((status) -> this.batches.update(EMPTY_STRAYS, site.value())));
	}

	private boolean lock(SiteId site) {
		return this.jdbc.sql("SELECT pg_try_advisory_xact_lock(:lock, :site)")
			.param("lock", LOCK)
			.param("site", (int) site.value())
			.query(Boolean.class)
			.single();
	}

	/** Words of what citizens see are returned, to be learned. */
	private Set<String> write(SiteId site, Collection<Long> ids, boolean force) {
		List<@Nullable Object[]> written = new ArrayList<>();
		List<@Nullable Object[]> emptied = new ArrayList<>();
		Set<String> learned = new HashSet<>();
		int letters = 0;
		for (Searchable entry : this.entries.byId(ids)) {
			Saved shown = entry.shown();
			Saved latest = entry.latest();
			if (shown != null) {
				SearchDocument document = SearchDocument.of(entry, shown, false, files(shown));
				written.add(row(site, document, true, learned));
				letters += document.body().length();
			}
			else {
				emptied.add(new Object[] { entry.id(), false });
			}
			if (latest != null && (shown == null || latest.revisionId() != shown.revisionId())) {
				SearchDocument document = SearchDocument.of(entry, latest, true, files(latest));
				written.add(row(site, document, false, null));
				letters += document.body().length();
			}
			else {
				emptied.add(new Object[] { entry.id(), true });
			}
			if (letters > MOST_LETTERS) {
				write(written, force);
				written.clear();
				letters = 0;
			}
		}
		write(written, force);
		this.batches.execute(EMPTY_SOME, (PreparedStatement statement) -> {
			statement.setLong(1, site.value());
			setColumns(statement, 2, List.of("int8", "bool"), emptied);
			return statement.executeUpdate();
		});
		return learned;
	}

	/**
	 * All in one statement: what PostgreSQL has to prepare for its indexes takes as long
	 * for one row as for many.
	 */
	private void write(List<@Nullable Object[]> rows, boolean force) {
		this.batches.execute(WRITE, (PreparedStatement statement) -> {
			setColumns(statement, 1, COLUMNS, rows);
			statement.setBoolean(COLUMNS.size() + 1, force);
			return statement.executeUpdate();
		});
	}

	private static void setColumns(PreparedStatement statement, int first, List<String> types,
			List<@Nullable Object[]> rows) throws SQLException {
		for (int i = 0; i < types.size(); i++) {
			int column = i;
			@Nullable Object[] values = rows.stream().map((row) -> row[column]).toArray();
			statement.setArray(first + i, statement.getConnection().createArrayOf(types.get(i), values));
		}
	}

	private @Nullable Object[] row(SiteId site, SearchDocument document, boolean shown, @Nullable Set<String> learned) {
		List<Word> title = Words.of(document.title());
		List<Word> number = Words.of(document.number());
		List<Word> brief = Words.of(document.brief());
		List<Word> body = Words.of(document.body());
		Set<String> titleConcepts = this.synonyms.concepts(title);
		Set<String> numberConcepts = this.synonyms.concepts(number);
		Set<String> briefConcepts = this.synonyms.concepts(brief);
		List<String> marks = new ArrayList<>(
				List.of("@" + site.value(), "@y" + document.day().getYear(), "@t" + document.type()));
		if (document.category() != null) {
			marks.add("@c" + document.category());
		}
		Vector head = new Vector().mark(marks)
			.add(title, titleConcepts, "A")
			.add(number, numberConcepts, "B")
			.add(brief, briefConcepts, "C");
		Vector words = new Vector().mark(marks)
			.add(title, titleConcepts, "")
			.add(number, numberConcepts, "")
			.add(brief, briefConcepts, "")
			.add(body, this.synonyms.concepts(body), "");
		if (learned != null) {
			title.forEach((word) -> learned.add(word.folded()));
			brief.forEach((word) -> learned.add(word.folded()));
			body.forEach((word) -> learned.add(word.folded()));
		}
		int analysis = this.synonyms.analysis();
		return new @Nullable Object[] { site.value(), document.entryId(), document.draft(), document.revisionId(),
				analysis, document.fingerprint(analysis), shown, document.desk(), document.type().name(),
				document.category(), document.slug(), document.day(), document.expires(), document.title(),
				document.number(), document.brief(), document.body(), head.toString(), words.toString() };
	}

	private String files(Saved saved) {
		Set<String> hashes = new LinkedHashSet<>();
		Matcher file = FILE.matcher(saved.text().bodyHtml());
		while (file.find()) {
			hashes.add(file.group(1));
		}
		return this.files.textOf(hashes);
	}

	private record Note(long id, long entryId) {
	}

}
