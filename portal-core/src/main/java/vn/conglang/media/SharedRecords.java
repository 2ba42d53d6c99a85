package vn.conglang.media;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the shared pictures; they belong to no site. */
@Component
class SharedRecords {

	private static final String COLUMNS = "SELECT *, 'PICTURE' AS kind FROM shared_media ";

	private final JdbcClient jdbc;

	SharedRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The picture with this hash, whosever it is. */
	Optional<MediaRecords.Item> find(String hash) {
		return this.jdbc.sql(COLUMNS + "WHERE hash = :hash ORDER BY id LIMIT 1")
			.param("hash", hash)
			.query(MediaRecords::item)
			.optional();
	}

	/** The picture with this hash of an area, or of the province. */
	Optional<MediaRecords.Item> find(String hash, @Nullable Long area) {
		return this.jdbc.sql(COLUMNS + "WHERE hash = :hash AND area_id IS NOT DISTINCT FROM :area::bigint")
			.param("hash", hash)
			.param("area", area)
			.query(MediaRecords::item)
			.optional();
	}

	/** One of those that these areas have, or of all. */
	Optional<MediaRecords.Item> find(long id, Owners owners) {
		return this.jdbc.sql(COLUMNS + "WHERE id = :id AND (:all OR area_id IN (:areas))")
			.param("id", id)
			.param("all", owners.all())
			.param("areas", owners.orNone())
			.query(MediaRecords::item)
			.optional();
	}

	/**
	 * A part of them, latest first.
	 * @param from how many come before it
	 * @param most how many it may have
	 */
	List<MediaRecords.Item> part(Owners owners, String text, long from, int most) {
		return this.jdbc.sql(COLUMNS + """
				WHERE (:all OR area_id IN (:areas)) AND search_text LIKE :pattern ESCAPE '\\'
				ORDER BY uploaded_at DESC, id DESC LIMIT :most OFFSET :from""")
			.param("all", owners.all())
			.param("areas", owners.orNone())
			.param("pattern", "%" + VietnameseText.fold(text).replaceAll("([\\\\%_])", "\\\\$1") + "%")
			.param("most", most)
			.param("from", from)
			.query(MediaRecords::item)
			.list();
	}

	/** How many bytes of originals an area or the province has. */
	long used(@Nullable Long area) {
		return Objects.requireNonNull(this.jdbc
			.sql("SELECT coalesce(sum(original_bytes), 0)::bigint FROM shared_media"
					+ " WHERE area_id IS NOT DISTINCT FROM :area::bigint")
			.param("area", area)
			.query(Long.class)
			.single());
	}

	void add(MediaRecords.Item item, @Nullable Long area) {
		this.jdbc.sql("""
				INSERT INTO shared_media (area_id, hash, name, title, content_type, bytes, width, height, alt,
					search_text, original_type, original_bytes, uploaded_by)
				VALUES (:area::bigint, :hash, :name, :title, :type, :bytes, :width, :height, :alt,
					:search, :originalType, :originalBytes, :by)
				ON CONFLICT (area_id, hash) DO NOTHING""")
			.param("area", area)
			.param("hash", item.hash())
			.param("name", item.name())
			.param("title", item.title())
			.param("type", item.contentType())
			.param("bytes", item.bytes())
			.param("width", item.width())
			.param("height", item.height())
			.param("alt", item.alt())
			.param("search", VietnameseText.fold(item.title() + " " + item.alt() + " " + item.uploadedBy()))
			.param("originalType", item.originalType())
			.param("originalBytes", item.originalBytes())
			.param("by", item.uploadedBy())
			.update();
	}

	void remove(MediaRecords.Item item) {
		this.jdbc.sql("DELETE FROM shared_media WHERE id = :id").param("id", item.id()).update();
	}

	/**
	 * Whose pictures are meant.
	 *
	 * @param all everybody's
	 * @param areas otherwise only those of these areas
	 */
	record Owners(boolean all, Collection<Long> areas) {

		Collection<Long> orNone() {
			return this.areas.isEmpty() ? List.of(-1L) : this.areas;
		}

	}

}
