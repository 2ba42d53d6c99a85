package vn.conglang.reports;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what offices have chosen. */
@Component
class SettingsStore {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	SettingsStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** What the office has chosen, or what it begins with. */
	OfficeSettings of(Office office) {
		return this.jdbc.sql("SELECT settings FROM report_office WHERE office_id = :office")
			.param("office", office.key())
			.query(String.class)
			.optional()
			.map((settings) -> this.json.readValue(settings, OfficeSettings.class))
			.orElseGet(() -> OfficeSettings.of(office));
	}

	void save(Office office, OfficeSettings settings, String by) {
		this.jdbc
			.sql("""
					INSERT INTO report_office (office_id, settings, by_name, changed_at) VALUES (:office, :settings::jsonb, :by, :now)
					ON CONFLICT (office_id) DO UPDATE
					SET settings = excluded.settings, by_name = excluded.by_name, changed_at = excluded.changed_at""")
			.param("office", office.key())
			.param("settings", this.json.writeValueAsString(settings))
			.param("by", by)
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

}
