package vn.conglang.editorial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.conglang.content.EntryType;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people of the site at work have typed and not saved yet: kept every few seconds,
 * one per person and text, without a revision. Also knows who has an entry open.
 */
@Service
class WorkingCopies {

	/** Somebody who was not heard of for so long has left. */
	private static final Duration PRESENT = Duration.ofSeconds(30);

	private static final TypeReference<LinkedHashMap<String, String>> TEXT = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	WorkingCopies(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Keeps what is typed, unless a save has overtaken it.
	 * @param place the entry's number or the key of an entry just begun
	 * @param entry {@code null} for one just begun
	 * @return whether it was kept
	 */
	@Transactional
	public boolean keep(User user, String place, @Nullable Long entry, EntryType type, int base,
			Map<String, String> text) {
		return this.jdbc.sql("""
				INSERT INTO working_copy AS copy (site_id, account_id, place, entry_id, type, base, text, saved_at)
				VALUES (:site, :account, :place, :entry, :type, :base, :text::json, :now)
				ON CONFLICT (site_id, account_id, place) DO UPDATE
				SET base = excluded.base, text = excluded.text, saved_at = excluded.saved_at
				WHERE copy.base <= excluded.base""")
			.param("site", CurrentSite.require().value())
			.param("account", user.id())
			.param("place", place)
			.param("entry", entry)
			.param("type", type.name())
			.param("base", base)
			.param("text", this.json.writeValueAsString(text))
			.param("now", now())
			.update() > 0;
	}

	/** The working copy of this person, if there is one. */
	@Transactional(readOnly = true)
	public Optional<Copy> find(User user, String place) {
		return this.jdbc.sql("""
				SELECT place, entry_id, type, base, text, saved_at FROM working_copy
				WHERE account_id = :account AND place = :place AND text IS NOT NULL""")
			.param("account", user.id())
			.param("place", place)
			.query(this::copy)
			.optional();
	}

	/** All working copies of this person in the site at work, the latest first. */
	@Transactional(readOnly = true)
	public List<Copy> mine(User user) {
		return this.jdbc.sql("""
				SELECT place, entry_id, type, base, text, saved_at FROM working_copy
				WHERE account_id = :account AND text IS NOT NULL ORDER BY saved_at DESC LIMIT 50""")
			.param("account", user.id())
			.query(this::copy)
			.list();
	}

	/** Drops what this person has typed there. */
	@Transactional
	public void drop(User user, String place) {
		this.jdbc.sql("DELETE FROM working_copy WHERE account_id = :account AND place = :place AND text IS NOT NULL")
			.param("account", user.id())
			.param("place", place)
			.update();
	}

	/**
	 * What was typed is saved now: takes the text away, within the transaction that saves
	 * it, and lets nothing older in.
	 * @param number of the revision that holds it
	 * @return the entry that was begun from this place before, if it was
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Long> saved(User user, String place, @Nullable Long entry, EntryType type, int number) {
		return this.jdbc.sql("""
				INSERT INTO working_copy AS copy (site_id, account_id, place, entry_id, type, base, saved_at)
				VALUES (:site, :account, :place, :entry, :type, :base, :now)
				ON CONFLICT (site_id, account_id, place) DO UPDATE
				SET base = greatest(copy.base, excluded.base), text = NULL, saved_at = excluded.saved_at,
					entry_id = coalesce(copy.entry_id, excluded.entry_id)
				RETURNING entry_id""")
			.param("site", CurrentSite.require().value())
			.param("account", user.id())
			.param("place", place)
			.param("entry", entry)
			.param("type", type.name())
			.param("base", number)
			.param("now", now())
			.query((row, index) -> Optional.ofNullable(row.getObject("entry_id", Long.class)))
			.single();
	}

	/**
	 * Notes that somebody has the entry open.
	 * @param page which window of theirs
	 * @return who else has; one's own name if it is open in another window
	 */
	@Transactional
	public List<String> present(User user, long entry, String page) {
		return this.jdbc.sql("""
				WITH seen AS (
					INSERT INTO presence (site_id, entry_id, account_id, page, name, seen_at)
					VALUES (:site, :entry, :account, :page, :name, :now)
					ON CONFLICT (site_id, entry_id, account_id, page) DO UPDATE SET seen_at = excluded.seen_at)
				SELECT DISTINCT name FROM presence
				WHERE entry_id = :entry AND seen_at > :since AND (account_id <> :account OR page <> :page)
				ORDER BY name""")
			.param("site", CurrentSite.require().value())
			.param("entry", entry)
			.param("account", user.id())
			.param("page", page)
			.param("name", user.displayName())
			.param("now", now())
			.param("since", now().minus(PRESENT))
			.query((row, index) -> row.getString("name") + "")
			.list();
	}

	/** Notes that a window was closed. */
	@Transactional
	public void left(User user, long entry, String page) {
		this.jdbc.sql("DELETE FROM presence WHERE entry_id = :entry AND account_id = :account AND page = :page")
			.param("entry", entry)
			.param("account", user.id())
			.param("page", page)
			.update();
	}

	/** Removes what nobody has touched for long, in the site at work. */
	@Transactional
	public void clean(Duration age) {
		this.jdbc.sql("DELETE FROM working_copy WHERE saved_at < :limit").param("limit", now().minus(age)).update();
		this.jdbc.sql("DELETE FROM presence WHERE seen_at < :limit")
			.param("limit", now().minus(Duration.ofDays(1)))
			.update();
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	private Copy copy(ResultSet row, int index) throws SQLException {
		return new Copy(row.getString("place"), row.getObject("entry_id", Long.class),
				EntryType.valueOf(row.getString("type")), row.getInt("base"),
				this.json.readValue(row.getString("text"), TEXT),
				row.getObject("saved_at", OffsetDateTime.class).toInstant());
	}

	/**
	 * A working copy.
	 *
	 * @param place the entry's number or the key of an entry just begun
	 * @param entry {@code null} for one just begun
	 * @param base number of the revision that it began with
	 * @param text the fields of the form by name
	 */
	record Copy(String place, @Nullable Long entry, EntryType type, int base, Map<String, String> text,
			Instant savedAt) {

		String title() {
			return this.text.getOrDefault("title", "").strip();
		}

	}

}
