package vn.conglang.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reminders that were given: written in the site at work, read across sites for those
 * who watch over them.
 */
@Component
class Reminders {

	private static final int LOCK = 7203035;

	/** As it goes into the statement, which makes nothing of it. */
	private static final Reminder.Step NO_STEP = new Reminder.Step("", -1);

	private final JdbcClient jdbc;

	private final JdbcClient overseer;

	private final Clock clock;

	Reminders(JdbcClient jdbc, @Qualifier("overseerJdbc") JdbcClient overseer, Clock clock) {
		this.jdbc = jdbc;
		this.overseer = overseer;
		this.clock = clock;
	}

	/** Lets those who remind the site at work by rule take turns, on all nodes. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void takeTurns() {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(:lock, :site)")
			.param("lock", LOCK)
			.param("site", Math.toIntExact(CurrentSite.require().value()))
			.query((row) -> {
			});
	}

	/** The last reminder of the site at work; 0 where there is none. */
	@Transactional(propagation = Propagation.MANDATORY)
	public long lastHere() {
		return this.jdbc.sql("SELECT coalesce(max(id), 0) FROM reminder").query(Long.class).single();
	}

	/**
	 * Writes down a reminder of the site at work.
	 * @param by {@code null} for the portal itself
	 * @param token the same for a form that was sent twice
	 * @return {@code false} if it is there already
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean add(Whom whom, String told, String word, @Nullable User by, String byName, List<Reminder.Item> items,
			String token) {
		long site = CurrentSite.require().value();
		Optional<Long> id = this.jdbc.sql("""
				INSERT INTO reminder (site_id, whom, by_rule, told, word, by_id, by_name, at, token)
				VALUES (:site, :whom, :byRule, :told, :word, CAST(:by AS bigint), :byName, :at, :token)
				ON CONFLICT (site_id, token) DO NOTHING RETURNING id""")
			.param("site", site)
			.param("whom", whom.name())
			.param("byRule", by == null)
			.param("told", told)
			.param("word", word)
			.param("by", (by != null) ? "" + by.id() : null)
			.param("byName", byName)
			.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.param("token", token)
			.query(Long.class)
			.optional();
		if (id.isEmpty()) {
			return false;
		}
		this.jdbc
			.sql("""
					INSERT INTO reminder_item (reminder_id, site_id, position, rule, sentence, href, since, rule_key, step)
					SELECT :reminder, :site, position, rule, sentence, href, CAST(nullif(since, '') AS date), nullif(rule_key, ''),
					    nullif(step, -1)
					FROM unnest(CAST(:rules AS text[]), CAST(:sentences AS text[]), CAST(:hrefs AS text[]),
					    CAST(:sinces AS text[]), CAST(:keys AS text[]), CAST(:steps AS int[])) WITH ORDINALITY
					    AS item (rule, sentence, href, since, rule_key, step, position)""")
			.param("reminder", id.get())
			.param("site", site)
			.param("rules", items.stream().map(Reminder.Item::rule).toArray(String[]::new))
			.param("sentences", items.stream().map(Reminder.Item::sentence).toArray(String[]::new))
			.param("hrefs", items.stream().map(Reminder.Item::href).toArray(String[]::new))
			.param("sinces", items.stream().map(Reminders::since).toArray(String[]::new))
			.param("keys", items.stream().map((item) -> step(item).rule()).toArray(String[]::new))
			.param("steps", items.stream().map((item) -> step(item).number()).toArray(Integer[]::new))
			.update();
		return true;
	}

	private static String since(Reminder.Item item) {
		LocalDate since = item.since();
		return (since != null) ? since.toString() : "";
	}

	private static Reminder.Step step(Reminder.Item item) {
		Reminder.Step step = item.step();
		return (step != null) ? step : NO_STEP;
	}

	/** Somebody of the board of the site at work takes note of all up to this one. */
	@Transactional
	public void know(long upTo, User by) {
		this.jdbc
			.sql("""
					INSERT INTO reminder_known (reminder_id, site_id, by_id, by_name, at)
					SELECT id, site_id, :by, :byName, :at FROM reminder WHERE id <= :upTo AND whom IN ('EDITORS', 'LEADERS', 'BOARD')
					ON CONFLICT DO NOTHING""")
			.param("by", by.id())
			.param("byName", by.displayName())
			.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.param("upTo", upTo)
			.update();
	}

	/** All reminders of the sites since then, the latest first. */
	List<Reminder> of(Collection<Site> sites, Instant since) {
		return read(sites, since, "");
	}

	/**
	 * The last reminder of the board of each site, and the last of its area and of the
	 * province.
	 */
	List<Reminder> latest(Collection<Site> sites, Instant since) {
		return read(sites, since,
				" AND r.id IN (SELECT max(id) FROM reminder WHERE site_id IN (SELECT unnest(:sites)) AND at >= :since"
						+ " GROUP BY site_id, CASE WHEN whom IN ('AREA', 'PROVINCE') THEN whom END)");
	}

	private List<Reminder> read(Collection<Site> sites, Instant since, String condition) {
		Long[] ids = ids(sites);
		OffsetDateTime from = OffsetDateTime.ofInstant(since, ZoneOffset.UTC);
		Map<Long, List<Reminder.Item>> items = new HashMap<>();
		this.overseer
			.sql("""
					SELECT i.* FROM reminder_item i JOIN reminder r ON r.id = i.reminder_id
					WHERE r.site_id IN (SELECT unnest(:sites)) AND r.at >= :since""" + condition
					+ " ORDER BY i.reminder_id, i.position")
			.param("sites", ids)
			.param("since", from)
			.query((row) -> {
				items.computeIfAbsent(row.getLong("reminder_id"), (id) -> new ArrayList<>()).add(item(row));
			});
		return this.overseer.sql("""
				SELECT r.*, k.by_name AS known_by, k.at AS known_at
				FROM reminder r LEFT JOIN reminder_known k ON k.reminder_id = r.id
				WHERE r.site_id IN (SELECT unnest(:sites)) AND r.at >= :since""" + condition + " ORDER BY r.id DESC")
			.param("sites", ids)
			.param("since", from)
			.query((row, number) -> reminder(row, items.getOrDefault(row.getLong("id"), List.of())))
			.list();
	}

	private static Reminder.Item item(ResultSet row) throws SQLException {
		String key = row.getString("rule_key");
		return new Reminder.Item(row.getString("rule") + "", row.getString("sentence") + "", row.getString("href") + "",
				row.getObject("since", LocalDate.class),
				(key != null) ? new Reminder.Step(key, row.getInt("step")) : null);
	}

	private static Reminder reminder(ResultSet row, List<Reminder.Item> items) throws SQLException {
		OffsetDateTime known = row.getObject("known_at", OffsetDateTime.class);
		return new Reminder(row.getLong("id"), new SiteId(row.getLong("site_id")), Whom.valueOf(row.getString("whom")),
				row.getBoolean("by_rule"), row.getString("told") + "", row.getString("word") + "",
				row.getString("by_name") + "", instant(row, "at"), List.copyOf(items),
				(known != null) ? new Reminder.Known(row.getString("known_by") + "", known.toInstant()) : null);
	}

	/** Which steps were taken, by site and by rule of a finding and key of the step. */
	Map<SiteId, Map<String, List<ReminderRule.Taken>>> taken(Collection<Site> sites) {
		Map<SiteId, Map<String, List<ReminderRule.Taken>>> taken = new HashMap<>();
		this.overseer.sql("""
				SELECT i.site_id, i.rule, i.rule_key, i.step, max(r.at) AS at
				FROM reminder_item i JOIN reminder r ON r.id = i.reminder_id
				WHERE i.rule_key IS NOT NULL AND i.site_id IN (SELECT unnest(:sites))
				GROUP BY i.site_id, i.rule, i.rule_key, i.step""").param("sites", ids(sites)).query((row) -> {
			taken.computeIfAbsent(new SiteId(row.getLong("site_id")), (site) -> new HashMap<>())
				.computeIfAbsent(row.getString("rule") + " " + row.getString("rule_key"), (rule) -> new ArrayList<>())
				.add(new ReminderRule.Taken(row.getInt("step"),
						LocalDate.ofInstant(instant(row, "at"), VietnameseText.ZONE)));
		});
		return taken;
	}

	/** The last reminder of each site, and the last of its board. */
	Map<SiteId, Last> last(Collection<Site> sites) {
		Map<SiteId, Last> last = new HashMap<>();
		this.overseer.sql("""
				SELECT site_id, max(id) AS id, max(at) FILTER (WHERE whom IN ('EDITORS', 'LEADERS', 'BOARD')) AS board
				FROM reminder WHERE site_id IN (SELECT unnest(:sites)) GROUP BY site_id""")
			.param("sites", ids(sites))
			.query((row) -> {
				OffsetDateTime board = row.getObject("board", OffsetDateTime.class);
				last.put(new SiteId(row.getLong("site_id")), new Last(row.getLong("id"),
						(board != null) ? LocalDate.ofInstant(board.toInstant(), VietnameseText.ZONE) : null));
			});
		return last;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
	}

	private static Long[] ids(Collection<Site> sites) {
		return sites.stream().map((site) -> site.id().value()).toArray(Long[]::new);
	}

	/**
	 * The last reminders of a site.
	 *
	 * @param id of the last of all, 0 where there is none
	 * @param board day of the last of its board
	 */
	record Last(long id, @Nullable LocalDate board) {

		static final Last NONE = new Last(0, null);

	}

}
