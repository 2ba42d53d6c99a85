package vn.conglang.likeness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.content.EntryType;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps {@code text_sketch} as it should be: of every published entry whose text may be
 * compared a sketch of what citizens see. A site's version tells whether there is
 * anything to do, so publishing itself has nothing to note.
 */
@Component
class Sketches {

	/**
	 * What is written freely. Legal documents and procedures have the same text by
	 * nature, standing pages tell what the law says of every commune.
	 */
	private static final List<String> COMPARED = List.of(EntryType.ARTICLE.name(), EntryType.ANNOUNCEMENT.name(),
			EntryType.ALBUM.name(), EntryType.VIDEO.name());

	/** So many texts are in memory at a time, per thread. */
	private static final int BATCH = 50;

	/** From this likeness on a later revision is a correction, not another text. */
	private static final double CORRECTED = 0.5;

	private static final String WRITE = """
			INSERT INTO text_sketch (site_id, entry_id, revision_id, day, at, own, shingles, sketch, method)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (site_id, entry_id) DO UPDATE SET revision_id = excluded.revision_id, day = excluded.day, at = excluded.at,
				own = excluded.own, shingles = excluded.shingles, sketch = excluded.sketch, method = excluded.method""";

	private static final String OPEN = """
			INSERT INTO text_open (site_id, entry_id) SELECT site_id, entry_id FROM text_sketch WHERE entry_id = ?
			ON CONFLICT DO NOTHING""";

	private static final int[] TYPES = { Types.BIGINT, Types.BIGINT, Types.BIGINT, Types.DATE,
			Types.TIMESTAMP_WITH_TIMEZONE, Types.BOOLEAN, Types.INTEGER, Types.ARRAY, Types.INTEGER };

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final JdbcClient overseer;

	private final TransactionTemplate transaction;

	private final CampaignTexts campaigns;

	private final LikenessSettings settings;

	private final Clock clock;

	Sketches(JdbcClient jdbc, JdbcTemplate batches, @Qualifier("overseerJdbc") JdbcClient overseer,
			TransactionTemplate transaction, CampaignTexts campaigns, LikenessSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.overseer = overseer;
		this.transaction = transaction;
		this.campaigns = campaigns;
		this.settings = settings;
		this.clock = clock;
	}

	/** The sites of which something has changed, or all of which is to be done again. */
	List<Outdated> outdated() {
		return this.overseer
			.sql("""
					SELECT s.id, s.status = 'ACTIVE' AS in_service, l.site_id IS NULL OR l.method <> :method
						OR l.made_at < (SELECT a.begun FROM likeness_again a WHERE a.ended IS NULL) AS all_of_it
					FROM site s LEFT JOIN likeness_site l ON l.site_id = s.id
					WHERE l.site_id IS NULL OR l.version <> s.version OR l.method <> :method OR l.in_service <> (s.status = 'ACTIVE')
						OR l.made_at < (SELECT a.begun FROM likeness_again a WHERE a.ended IS NULL)
					ORDER BY s.id""")
			.param("method", Sketch.METHOD)
			.query((row, number) -> new Outdated(new SiteId(row.getLong("id")), row.getBoolean("in_service"),
					row.getBoolean("all_of_it")))
			.list();
	}

	/** How many entries of these sites are published and may be compared. */
	long entries(Collection<Outdated> sites) {
		return this.overseer
			.sql("""
					SELECT count(*) FROM entry WHERE status = 'PUBLISHED' AND type IN (:types) AND site_id IN (SELECT unnest(:sites))""")
			.param("types", COMPARED)
			.param("sites", sites.stream().map((site) -> site.id().value()).toArray(Long[]::new))
			.query(Long.class)
			.single();
	}

	/** Makes the sketches of a site as they should be; new ones wait to be compared. */
	void renew(Outdated site, LongConsumer entriesDone) {
		CurrentSite.run(site.id(), () -> {
			Instant now = this.clock.instant();
			long version = this.jdbc.sql("SELECT version FROM site WHERE id = :site")
				.param("site", site.id().value())
				.query(Long.class)
				.single();
			List<Long> gone = this.jdbc.sql("""
					SELECT s.entry_id FROM text_sketch s LEFT JOIN entry e ON e.id = s.entry_id
					WHERE :retired OR e.published_revision_id IS DISTINCT FROM s.revision_id""")
				.param("retired", !site.inService())
				.query((row, number) -> row.getLong(1))
				.list();
			reopenCopies(site.id(), gone);
			this.batches.batchUpdate("DELETE FROM text_sketch WHERE entry_id = ?",
					gone.stream().map((entry) -> new Object[] { entry }).toList());
			if (site.inService()) {
				make(site, entriesDone);
			}
			this.jdbc
				.sql("""
						INSERT INTO likeness_site (site_id, version, in_service, method, made_at)
						VALUES (:site, :version, :service, :method, :now)
						ON CONFLICT (site_id) DO UPDATE SET version = :version, in_service = :service, method = :method, made_at = :now""")
				.param("site", site.id().value())
				.param("version", version)
				.param("service", site.inService())
				.param("method", Sketch.METHOD)
				.param("now", time(now))
				.update();
		});
	}

	/** Copies of what is there no longer may be copies of something else. */
	private void reopenCopies(SiteId site, List<Long> gone) {
		if (gone.isEmpty()) {
			return;
		}
		Map<Long, List<Long>> copies = new TreeMap<>();
		this.overseer
			.sql("""
					SELECT site_id, entry_id FROM text_likeness WHERE other_site = :site AND other_entry IN (SELECT unnest(:gone))
					ORDER BY entry_id""")
			.param("site", site.value())
			.param("gone", gone.toArray(Long[]::new))
			.query((row) -> {
				copies.computeIfAbsent(row.getLong("site_id"), (key) -> new ArrayList<>()).add(row.getLong("entry_id"));
			});
		copies.forEach((other, entries) -> CurrentSite.run(new SiteId(other), () -> this.batches.batchUpdate(OPEN,
				entries.stream().map((entry) -> new Object[] { entry }).toList())));
	}

	private void make(Outdated site, LongConsumer entriesDone) {
		Shingles quoted = this.campaigns.shingles();
		long after = 0;
		List<Text> some = texts(site, after);
		while (!some.isEmpty()) {
			List<Object[]> rows = some.stream().map((text) -> row(site.id(), text, quoted)).toList();
			List<Object[]> entries = some.stream().map((text) -> new Object[] { text.entry() }).toList();
			this.transaction.executeWithoutResult((status) -> {
				this.batches.batchUpdate(WRITE, rows, TYPES);
				this.batches.batchUpdate(OPEN, entries);
			});
			entriesDone.accept(some.size());
			after = some.getLast().entry();
			some = texts(site, after);
		}
	}

	private List<Text> texts(Outdated site, long after) {
		return this.jdbc
			.sql("""
					SELECT e.id, r.id AS revision, e.published_at, e.shared_from IS NULL AS own, r.number, r.created_at, left(r.body, :most) AS body
					FROM entry e JOIN revision r ON r.id = e.published_revision_id
					WHERE e.id > :after AND e.type IN (:types) AND r.words >= :least AND (:all OR NOT EXISTS (
						SELECT FROM text_sketch s WHERE s.site_id = e.site_id AND s.entry_id = e.id AND s.revision_id = r.id))
					ORDER BY e.id LIMIT :batch""")
			.param("most", ComparedTexts.MOST_LETTERS)
			.param("after", after)
			.param("types", COMPARED)
			.param("least", this.settings.leastWords())
			.param("all", site.all())
			.param("batch", BATCH)
			.query(Sketches::text)
			.list();
	}

	private Object[] row(SiteId site, Text text, Shingles quoted) {
		Shingles shingles = Shingles.of(Syllables.of(text.body())).without(quoted);
		Sketch sketch = Sketch.of(shingles);
		return new Object[] { site.value(), text.entry(), text.revision(),
				text.publishedAt().atZone(VietnameseText.ZONE).toLocalDate(), time(since(text, sketch)), text.own(),
				shingles.size(), sketch.keys(), Sketch.METHOD };
	}

	/**
	 * Since when a text is public: since the entry is, if what was published first was
	 * alike; so nobody loses being first by a correction, and nobody becomes first by
	 * putting another text in the place of an old one.
	 */
	private Instant since(Text text, Sketch sketch) {
		if (text.number() == 1 || !text.createdAt().isAfter(text.publishedAt())) {
			return text.publishedAt();
		}
		Instant since = text.createdAt();
		for (Text earlier : earlier(text)) {
			if (Sketch.of(Shingles.of(Syllables.of(earlier.body()))).alike(sketch) >= CORRECTED) {
				if (earlier.number() == 1) {
					return text.publishedAt();
				}
				since = earlier.createdAt();
				break;
			}
		}
		return since.isAfter(text.publishedAt()) ? since : text.publishedAt();
	}

	private List<Text> earlier(Text text) {
		return this.jdbc
			.sql("""
					SELECT r.entry_id AS id, r.id AS revision, r.created_at AS published_at, true AS own, r.number, r.created_at, left(r.body, :most) AS body
					FROM revision r WHERE r.entry_id = :entry AND r.number < :number ORDER BY r.number LIMIT 20""")
			.param("most", ComparedTexts.MOST_LETTERS)
			.param("entry", text.entry())
			.param("number", text.number())
			.query(Sketches::text)
			.list();
	}

	private static Text text(ResultSet row, int number) throws SQLException {
		return new Text(row.getLong("id"), row.getLong("revision"), instant(row, "published_at"), row.getBoolean("own"),
				row.getInt("number"), instant(row, "created_at"), row.getString("body"));
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static OffsetDateTime time(Instant at) {
		return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

	/** All sketches are to be made again, unless that has been begun and goes on. */
	void beginAgain() {
		this.jdbc.sql("INSERT INTO likeness_again (begun) VALUES (:now) ON CONFLICT DO NOTHING")
			.param("now", time(this.clock.instant()))
			.update();
	}

	void endAgain() {
		this.jdbc.sql("UPDATE likeness_again SET ended = :now WHERE ended IS NULL")
			.param("now", time(this.clock.instant()))
			.update();
	}

	/**
	 * A site with something to do.
	 *
	 * @param inService whether it is served; the texts of others are compared with none
	 * @param all whether all of its sketches are to be made again
	 */
	record Outdated(SiteId id, boolean inService, boolean all) {
	}

	private record Text(long entry, long revision, Instant publishedAt, boolean own, int number, Instant createdAt,
			String body) {
	}

}
