package vn.conglang.appearance;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which themes sites may not choose, in the whole province or in single areas. A site
 * that has such a theme keeps it until its board changes to another.
 */
@Service
class ThemeLocks {

	private final JdbcClient jdbc;

	private final Clock clock;

	ThemeLocks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Ids of the themes that this site may not choose. */
	@Transactional(readOnly = true)
	public List<String> of(Site site) {
		return this.jdbc.sql("SELECT DISTINCT theme FROM theme_lock WHERE area_id IS NULL OR area_id = :area")
			.param("area", site.area().id())
			.query((row, number) -> row.getString("theme") + "")
			.list();
	}

	/** All of them, those of the whole province first. */
	@Transactional(readOnly = true)
	public List<Lock> all() {
		return this.jdbc.sql("SELECT theme, area_id, by_name, at FROM theme_lock ORDER BY theme, area_id NULLS FIRST")
			.query((row, number) -> new Lock(row.getString("theme"), row.getObject("area_id", Long.class),
					row.getString("by_name"), row.getObject("at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/**
	 * Locks a theme.
	 * @param area identity of the area, or {@code null} for the whole province
	 */
	@Transactional
	public void lock(String theme, @Nullable Long area, String by) {
		this.jdbc.sql("""
				INSERT INTO theme_lock (theme, area_id, by_name, at) VALUES (:theme, :area, :by, :now)
				ON CONFLICT DO NOTHING""")
			.param("theme", theme)
			.param("area", area)
			.param("by", by)
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

	/** Takes one lock away; others on the same theme stay. */
	@Transactional
	public void release(String theme, @Nullable Long area) {
		this.jdbc
			.sql("DELETE FROM theme_lock WHERE theme = :theme AND area_id IS NOT DISTINCT FROM CAST(:area AS bigint)")
			.param("theme", theme)
			.param("area", area)
			.update();
	}

	/**
	 * That a theme may not be chosen.
	 *
	 * @param area identity of the area where, or {@code null} for the whole province
	 */
	record Lock(String theme, @Nullable Long area, String by, Instant at) {
	}

}
