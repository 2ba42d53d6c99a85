package vn.conglang.oversight;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryPublished;
import vn.conglang.content.EntryType;
import vn.conglang.content.EntryWithdrawn;
import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.VietnameseText;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a fact for every publication, renewal and withdrawal, inside the transaction
 * that does it: an entry and the fact about it are there together or not at all.
 */
@Component
class VolumeRecorder {

	private final JdbcClient jdbc;

	VolumeRecorder(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(EntryPublished event) {
		record(event, event.entryId(), event.appeared() ? "PUBLISHED" : "REVISED", event.at(), event.type(),
				event.category(), event.words(), event.images(), event.shared());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(EntryWithdrawn event) {
		record(event, event.entryId(), "WITHDRAWN", event.at(), event.type(), event.category(), event.words(),
				event.images(), event.shared());
	}

	private void record(SiteEvent event, long entryId, String act, Instant at, EntryType type,
			@Nullable String category, int words, int images, boolean shared) {
		this.jdbc.sql("""
				INSERT INTO volume_fact (site_id, entry_id, act, day, at, type, category, words, images, shared)
				VALUES (:site, :entry, :act, :day, :at, :type, :category, :words, :images, :shared)""")
			.param("site", event.site().value())
			.param("entry", entryId)
			.param("act", act)
			.param("day", at.atZone(VietnameseText.ZONE).toLocalDate())
			.param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
			.param("type", type.name())
			.param("category", category, Types.VARCHAR)
			.param("words", words)
			.param("images", images)
			.param("shared", shared)
			.update();
	}

}
