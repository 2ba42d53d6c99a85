package vn.conglang.volume;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryPublished;
import vn.conglang.content.EntryType;
import vn.conglang.content.EntryWithdrawn;
import vn.conglang.content.EntryWork;
import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.VietnameseText;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a fact for every publication, renewal and withdrawal, and adds it to the sums,
 * inside the transaction that does it: an entry and what is counted of it are there
 * together or not at all.
 */
@Component
class VolumeRecorder {

	/** A renewal changes no sum. */
	private static final String FACT = """
			WITH fact AS (
				INSERT INTO volume_fact (site_id, area_id, entry_id, revision_id, act, day, at, type, category_slug, category,
				    words, images, shared, author_id, author, created_at)
				VALUES (:site, area_of_site(:site, :at), :entry, :revision, :act, :day, :at, :type, :slug, :category,
				    :words, :images, :shared, :authorId, :author, :begun)
				RETURNING *, coalesce(category_slug, '') AS slug, act = 'PUBLISHED' AND NOT shared AS own
			), last AS (
				INSERT INTO volume_last (site_id, type, category, day, name)
				SELECT site_id, type, slug, day, category FROM fact WHERE own
				ON CONFLICT (site_id, type, category) DO UPDATE SET day = excluded.day, name = excluded.name
				WHERE volume_last.day <= excluded.day
			)
			INSERT INTO volume_sum AS s (site_id, span, start, area_id, type, category, published, shared, withdrawn, restored, words,
			    images)
			SELECT site_id, span, date_trunc(unit, day)::date, area_id, CASE WHEN kinds THEN type ELSE '' END,
			    CASE WHEN kinds THEN slug ELSE '' END, own::int, (act = 'PUBLISHED' AND shared)::int,
			    (act = 'WITHDRAWN' AND NOT shared)::int, (act = 'RESTORED' AND NOT shared)::int,
			    CASE WHEN own THEN words ELSE 0 END, CASE WHEN own THEN images ELSE 0 END
			FROM fact, (VALUES ('MONTH_TOTAL', 'month', false), ('MONTH', 'month', true), ('YEAR_TOTAL', 'year', false),
			    ('YEAR', 'year', true)) spans (span, unit, kinds)
			WHERE act <> 'REVISED'
			ON CONFLICT (site_id, span, start, area_id, type, category) DO UPDATE
			SET published = s.published + excluded.published, shared = s.shared + excluded.shared,
			    withdrawn = s.withdrawn + excluded.withdrawn, restored = s.restored + excluded.restored,
			    words = s.words + excluded.words, images = s.images + excluded.images""";

	private final JdbcClient jdbc;

	/** How long it keeps those who publish. */
	private final Timer time;

	VolumeRecorder(JdbcClient jdbc, MeterRegistry meters) {
		this.jdbc = jdbc;
		this.time = meters.timer("portal.volume.record");
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(EntryPublished event) {
		String act = event.first() ? "PUBLISHED" : (event.appeared() ? "RESTORED" : "REVISED");
		this.time.record(() -> record(event, event.entryId(), act, event.at(), event.type(), event.work()));
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(EntryWithdrawn event) {
		this.time.record(() -> record(event, event.entryId(), "WITHDRAWN", event.at(), event.type(), event.work()));
	}

	private void record(SiteEvent event, long entryId, String act, Instant at, EntryType type, EntryWork work) {
		this.jdbc.sql(FACT)
			.param("site", event.site().value())
			.param("entry", entryId)
			.param("revision", work.revisionId())
			.param("act", act)
			.param("day", at.atZone(VietnameseText.ZONE).toLocalDate())
			.param("at", utc(at), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("type", type.name())
			.param("slug", work.categorySlug(), Types.VARCHAR)
			.param("category", work.category(), Types.VARCHAR)
			.param("words", work.words())
			.param("images", work.images())
			.param("shared", work.shared())
			.param("authorId", work.authorId(), Types.BIGINT)
			.param("author", work.author(), Types.VARCHAR)
			.param("begun", utc(work.begun()), Types.TIMESTAMP_WITH_TIMEZONE)
			.update();
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
		return (at != null) ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : null;
	}

}
