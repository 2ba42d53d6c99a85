package vn.conglang.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the library of the site at work. */
@Component
class MediaRecords {

	private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");

	private static final String FOUND = " FROM media WHERE site_id = :site"
			+ " AND (:kind = '' OR kind = :kind) AND (:text = '' OR search_text LIKE :pattern ESCAPE '\\') ";

	private final JdbcClient jdbc;

	private final JdbcClient overseer;

	MediaRecords(JdbcClient jdbc, @Qualifier("overseerJdbc") JdbcClient overseer) {
		this.jdbc = jdbc;
		this.overseer = overseer;
	}

	/**
	 * Lets nobody else add or remove the bytes with this hash until the end of the
	 * transaction.
	 */
	void lock(String hash) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:hash, 0))")
			.param("hash", "media " + hash)
			.query((row) -> {
			});
	}

	Optional<Item> find(String hash) {
		if (!HASH.matcher(hash).matches()) {
			return Optional.empty();
		}
		return this.jdbc.sql("SELECT * FROM media WHERE hash = :hash AND site_id = :site")
			.param("hash", hash)
			.param("site", site())
			.query(MediaRecords::item)
			.optional();
	}

	List<String> files(Collection<String> hashes) {
		return this.jdbc.sql("SELECT hash FROM media WHERE site_id = :site AND kind = 'FILE' AND hash IN (:hashes)")
			.param("site", site())
			.param("hashes", hashes)
			.query((row, number) -> row.getString("hash"))
			.list();
	}

	/** The row of another site. */
	Optional<Item> find(String hash, SiteId of) {
		if (!HASH.matcher(hash).matches()) {
			return Optional.empty();
		}
		return this.overseer.sql("SELECT * FROM media WHERE hash = :hash AND site_id = :site")
			.param("hash", hash)
			.param("site", of.value())
			.query(MediaRecords::item)
			.optional();
	}

	Optional<Item> find(long id) {
		return this.jdbc.sql("SELECT * FROM media WHERE id = :id AND site_id = :site")
			.param("id", id)
			.param("site", site())
			.query(MediaRecords::item)
			.optional();
	}

	/**
	 * A part of the library, latest first.
	 * @param from how many come before it
	 * @param most how many it may have
	 */
	List<Item> part(Kind kind, String text, long from, int most) {
		return found("SELECT *" + FOUND + "ORDER BY uploaded_at DESC, id DESC LIMIT :most OFFSET :from", kind, text)
			.param("most", most)
			.param("from", from)
			.query(MediaRecords::item)
			.list();
	}

	long count(Kind kind, String text) {
		return Objects.requireNonNull(found("SELECT count(*)" + FOUND, kind, text).query(Long.class).single());
	}

	private JdbcClient.StatementSpec found(String sql, Kind kind, String text) {
		String folded = VietnameseText.fold(text);
		return this.jdbc.sql(sql)
			.param("site", site())
			.param("kind", (kind == Kind.ANY) ? "" : kind.name())
			.param("text", folded)
			.param("pattern", "%" + folded.replaceAll("([\\\\%_])", "\\\\$1") + "%");
	}

	/** How many bytes of originals the site has. */
	long used() {
		return Objects.requireNonNull(
				this.jdbc
					.sql("SELECT coalesce(sum(coalesce(original_bytes, bytes)), 0)::bigint FROM media"
							+ " WHERE site_id = :site")
					.param("site", site())
					.query(Long.class)
					.single());
	}

	void add(Item item) {
		this.jdbc.sql("""
				INSERT INTO media (site_id, kind, hash, name, title, content_type, bytes, width, height, alt,
					search_text, original_type, original_bytes, uploaded_by)
				VALUES (:site, :kind, :hash, :name, :title, :type, :bytes, :width, :height, :alt,
					:search, :originalType, :originalBytes, :by)
				ON CONFLICT (site_id, hash) DO NOTHING""")
			.param("site", site())
			.param("kind", item.kind().name())
			.param("hash", item.hash())
			.param("name", item.name())
			.param("title", item.title())
			.param("type", item.contentType())
			.param("bytes", item.bytes())
			.param("width", item.width())
			.param("height", item.height())
			.param("alt", item.alt())
			.param("search", search(item.title(), item.alt(), item.uploadedBy()))
			.param("originalType", item.originalType())
			.param("originalBytes", item.originalBytes())
			.param("by", item.uploadedBy())
			.update();
	}

	void describe(Item item, String title, String alt) {
		this.jdbc
			.sql("UPDATE media SET title = :title, alt = :alt, search_text = :search"
					+ " WHERE id = :id AND site_id = :site")
			.param("title", title)
			.param("alt", alt)
			.param("search", search(title, alt, item.uploadedBy()))
			.param("id", item.id())
			.param("site", site())
			.update();
	}

	void remove(Item item) {
		this.jdbc.sql("DELETE FROM media WHERE id = :id AND site_id = :site")
			.param("id", item.id())
			.param("site", site())
			.update();
	}

	/** Whether any site at all, an area or the province still has these bytes. */
	boolean anybodyHas(String hash) {
		return Boolean.TRUE.equals(this.overseer
			.sql("SELECT EXISTS (SELECT FROM media WHERE hash = :hash)"
					+ " OR EXISTS (SELECT FROM shared_media WHERE hash = :hash)")
			.param("hash", hash)
			.query(Boolean.class)
			.single());
	}

	private static String search(String title, String alt, String by) {
		return VietnameseText.fold(title + " " + alt + " " + by);
	}

	private static long site() {
		return CurrentSite.require().value();
	}

	static Item item(ResultSet row, int number) throws SQLException {
		return new Item(row.getLong("id"), Kind.valueOf(row.getString("kind")), row.getString("hash"),
				row.getString("name"), row.getString("title"), row.getString("content_type"), row.getLong("bytes"),
				row.getObject("width", Integer.class), row.getObject("height", Integer.class), row.getString("alt"),
				row.getString("original_type"), row.getObject("original_bytes", Long.class),
				row.getString("uploaded_by"), row.getTimestamp("uploaded_at").toInstant());
	}

	/** What lies in a library. */
	enum Kind {

		/** For questions only. */
		ANY, PICTURE, FILE

	}

	/**
	 * A row of the library.
	 *
	 * @param hash in the address
	 * @param name last part of the address
	 * @param title as people read it
	 * @param bytes of what is served
	 * @param width of a picture, {@code null} for a file
	 * @param originalType content type of what was brought, if it is kept
	 * @param originalBytes its size
	 */
	record Item(long id, Kind kind, String hash, String name, String title, String contentType, long bytes,
			@Nullable Integer width, @Nullable Integer height, String alt, @Nullable String originalType,
			@Nullable Long originalBytes, String uploadedBy, Instant uploadedAt) {

		/** Address from the site's root. */
		String url() {
			return ((this.kind == Kind.PICTURE) ? "/media/" : "/tep/") + this.hash + "/" + this.name;
		}

		Picture picture(boolean duplicate) {
			return new Picture(url(), requireWidth(), requireHeight(), this.alt, duplicate);
		}

		/**
		 * The same, brought to another site by somebody there; the original stays where
		 * it is.
		 */
		Item by(String name) {
			return new Item(0, this.kind, this.hash, this.name, this.title, this.contentType, this.bytes, this.width,
					this.height, this.alt, null, null, name, this.uploadedAt);
		}

		int requireWidth() {
			return Objects.requireNonNull(this.width);
		}

		int requireHeight() {
			return Objects.requireNonNull(this.height);
		}

	}

}
