package vn.conglang.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Keys with which programs of an office read its reports. Only a hash is kept: a key has
 * 256 random bits, so that a quick hash cannot be guessed at either.
 */
@Service
class ApiKeys {

	static final int LONGEST_NAME = 80;

	/** More than an office has programs. */
	static final int MOST = 20;

	private static final String BEGINNING = "cl_";

	private static final Pattern KEY = Pattern.compile(BEGINNING + "[A-Za-z0-9_-]{43}");

	private static final int HINT = BEGINNING.length() + 6;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	ApiKeys(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Makes a key.
	 * @param name what it is for
	 * @return the key itself, which nobody will see again
	 */
	String make(Office office, String name, User by) {
		byte[] secret = new byte[32];
		this.random.nextBytes(secret);
		String key = BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
		this.jdbc.sql("""
				INSERT INTO report_key (area_id, name, hint, hash, made_at, by_name)
				VALUES (:area, :name, :hint, :hash, :now, :by)""")
			.param("area", office.areaId(), Types.BIGINT)
			.param("name", name)
			.param("hint", key.substring(0, HINT))
			.param("hash", hash(key))
			.param("now", now())
			.param("by", by.displayName())
			.update();
		return key;
	}

	/** Those of the offices, valid ones first. */
	List<Key> of(Collection<Office> offices) {
		return this.jdbc.sql(
				"SELECT * FROM report_key WHERE coalesce(area_id, 0) = ANY (:offices) ORDER BY revoked_at IS NOT NULL, id DESC LIMIT 200")
			.param("offices", offices.stream().map(Office::key).toArray(Long[]::new))
			.query((row, number) -> key(row))
			.list();
	}

	/** How many valid ones an office has. */
	long count(Office office) {
		return this.jdbc
			.sql("SELECT count(*) FROM report_key WHERE coalesce(area_id, 0) = :office AND revoked_at IS NULL")
			.param("office", office.key())
			.query(Long.class)
			.single();
	}

	/**
	 * Makes a key of one of the offices worthless.
	 * @return whether there was one
	 */
	boolean revoke(Collection<Office> offices, long id, User by) {
		return this.jdbc.sql("""
				UPDATE report_key SET revoked_at = coalesce(revoked_at, :now), revoked_by = coalesce(revoked_by, :by)
				WHERE id = :id AND coalesce(area_id, 0) = ANY (:offices)""")
			.param("now", now())
			.param("by", by.displayName())
			.param("id", id)
			.param("offices", offices.stream().map(Office::key).toArray(Long[]::new))
			.update() == 1;
	}

	/**
	 * The valid key that a program sent, and notes that it was used, once a minute at
	 * most.
	 */
	Optional<Key> check(String key) {
		if (!KEY.matcher(key).matches()) {
			return Optional.empty();
		}
		Optional<Key> found = this.jdbc.sql("SELECT * FROM report_key WHERE hash = :hash AND revoked_at IS NULL")
			.param("hash", hash(key))
			.query((row, number) -> key(row))
			.optional();
		found.ifPresent((valid) -> this.jdbc.sql("""
				UPDATE report_key SET used_at = :now
				WHERE id = :id AND (used_at IS NULL OR used_at < :now - interval '1 minute')""")
			.param("now", now())
			.param("id", valid.id())
			.update());
		return found;
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	private static Key key(ResultSet row) throws SQLException {
		return new Key(row.getLong("id"), row.getObject("area_id", Long.class), row.getString("name"),
				row.getString("hint"), row.getObject("made_at", OffsetDateTime.class).toInstant(),
				row.getString("by_name"), instant(row, "used_at"), instant(row, "revoked_at"),
				row.getString("revoked_by"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static String hash(String key) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What is known of a key.
	 *
	 * @param areaId whose sites it reads; {@code null} for all of the province
	 * @param hint its first letters
	 */
	record Key(long id, @Nullable Long areaId, String name, String hint, Instant madeAt, String by,
			@Nullable Instant usedAt, @Nullable Instant revokedAt, @Nullable String revokedBy) {
	}

}
