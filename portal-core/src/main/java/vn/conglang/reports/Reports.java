package vn.conglang.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.conglang.identity.MailChoice;
import vn.conglang.identity.User;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reports that were kept. The database lets nobody change one: whoever finds a
 * mistake makes another.
 */
@Service
class Reports {

	static final int PAGE = 30;

	private static final String LINE = "id, area_id, office, kind, first_day, last_day, scheduled, made_at, by_name, published, sites, silent";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	Reports(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** Keeps a report that somebody has made. */
	@Transactional
	public long keep(Office office, ReportDocument document, Letterhead letterhead, User by) {
		return insert(office, document, letterhead, by, "").orElseThrow();
	}

	/**
	 * Keeps a report that was due, and notes who is to know of it.
	 * @return its number; empty if another node was faster
	 */
	@Transactional
	public Optional<Long> keepScheduled(Office office, ReportDocument document, Letterhead letterhead,
			Collection<User> readers) {
		Optional<Long> id = insert(office, document, letterhead, null,
				" ON CONFLICT (coalesce(area_id, 0), kind, first_day) WHERE scheduled DO NOTHING");
		id.ifPresent((report) -> readers.forEach((reader) -> note(report, reader)));
		return id;
	}

	private Optional<Long> insert(Office office, ReportDocument document, Letterhead letterhead, @Nullable User by,
			String conflict) {
		ReportDocument.Head head = document.head();
		return this.jdbc
			.sql("""
					INSERT INTO report (area_id, office, kind, first_day, last_day, scheduled, made_at, by_id, by_name, published, sites,
					    silent, document, letterhead)
					VALUES (:area, :office, :kind, :from, :to, :scheduled, :at, :by, :byName, :published, :sites, :silent,
					    :document::jsonb, :letterhead::jsonb)"""
					+ conflict + " RETURNING id")
			.param("area", office.areaId(), Types.BIGINT)
			.param("office", office.title())
			.param("kind", head.kind().name())
			.param("from", head.from())
			.param("to", head.to())
			.param("scheduled", by == null)
			.param("at", OffsetDateTime.ofInstant(head.madeAt(), ZoneOffset.UTC))
			.param("by", (by != null) ? by.id() : null, Types.BIGINT)
			.param("byName", head.madeBy())
			.param("published", document.now().published())
			.param("sites", document.inService().size())
			.param("silent", document.silent().size())
			.param("document", this.json.writeValueAsString(document))
			.param("letterhead", this.json.writeValueAsString(letterhead))
			.query(Long.class)
			.optional();
	}

	private void note(long report, User reader) {
		boolean mail = reader.email() != null && reader.mail() != MailChoice.NEVER;
		this.jdbc.sql("""
				INSERT INTO report_reader (report_id, account_id, mail_after) VALUES (:report, :account, :after)
				ON CONFLICT DO NOTHING""")
			.param("report", report)
			.param("account", reader.id())
			.param("after", mail ? OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC) : null,
					Types.TIMESTAMP_WITH_TIMEZONE)
			.update();
	}

	/** Whether the report that is due on a day was made already. */
	boolean isScheduled(Office office, ReportPeriod period) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM report WHERE scheduled AND coalesce(area_id, 0) = :office AND kind = :kind
				    AND first_day = :from)""")
			.param("office", office.key())
			.param("kind", period.kind().name())
			.param("from", period.from())
			.query(Boolean.class)
			.single();
	}

	/** Those of the offices, the latest first, and one more than a page has. */
	List<Line> of(Collection<Office> offices, User reader, int page) {
		return this.jdbc.sql("SELECT " + LINE
				+ """
						, EXISTS (SELECT FROM report_reader WHERE report_id = id AND account_id = :reader AND read_at IS NULL) AS unread
						FROM report WHERE coalesce(area_id, 0) = ANY (:offices) ORDER BY id DESC LIMIT :most OFFSET :skipped""")
			.param("reader", reader.id())
			.param("offices", keys(offices))
			.param("most", PAGE + 1)
			.param("skipped", (page - 1) * PAGE)
			.query((row, number) -> line(row, row.getBoolean("unread")))
			.list();
	}

	/** Those of the offices, for programs. */
	List<Line> of(Collection<Office> offices, int most) {
		return this.jdbc
			.sql("SELECT " + LINE
					+ " FROM report WHERE coalesce(area_id, 0) = ANY (:offices) ORDER BY id DESC LIMIT :most")
			.param("offices", keys(offices))
			.param("most", most)
			.query((row, number) -> line(row, false))
			.list();
	}

	/** One of the offices' reports. */
	Optional<Kept> find(Collection<Office> offices, long id) {
		return this.jdbc
			.sql("SELECT " + LINE
					+ ", document, letterhead FROM report WHERE id = :id AND coalesce(area_id, 0) = ANY (:offices)")
			.param("id", id)
			.param("offices", keys(offices))
			.query((row, number) -> new Kept(line(row, false),
					this.json.readValue(row.getString("document"), ReportDocument.class),
					this.json.readValue(row.getString("letterhead"), Letterhead.class)))
			.optional();
	}

	/** Somebody has opened it. */
	void read(long id, User reader) {
		this.jdbc.sql(
				"UPDATE report_reader SET read_at = :now WHERE report_id = :id AND account_id = :reader AND read_at IS NULL")
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.param("id", id)
			.param("reader", reader.id())
			.update();
	}

	/** How many somebody was told of and has not opened. */
	long unread(User reader) {
		return this.jdbc.sql("SELECT count(*) FROM report_reader WHERE account_id = :reader AND read_at IS NULL")
			.param("reader", reader.id())
			.query(Long.class)
			.single();
	}

	private static Long[] keys(Collection<Office> offices) {
		return offices.stream().map(Office::key).toArray(Long[]::new);
	}

	private static Line line(ResultSet row, boolean unread) throws SQLException {
		return new Line(row.getLong("id"), row.getString("office"),
				ReportPeriod.of(row.getObject("first_day", LocalDate.class),
						row.getObject("last_day", LocalDate.class)),
				row.getBoolean("scheduled"), row.getObject("made_at", OffsetDateTime.class).toInstant(),
				row.getString("by_name"), row.getInt("published"), row.getInt("sites"), row.getInt("silent"), unread);
	}

	/**
	 * A report in a list.
	 *
	 * @param office as it was called then
	 * @param scheduled whether the portal made it by itself
	 * @param unread whether the reader was told of it and has not opened it
	 */
	record Line(long id, String office, ReportPeriod period, boolean scheduled, Instant madeAt, String by,
			int published, int sites, int silent, boolean unread) {
	}

	/** A report with everything. */
	record Kept(Line line, ReportDocument document, Letterhead letterhead) {
	}

}
