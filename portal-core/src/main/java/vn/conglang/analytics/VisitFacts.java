package vn.conglang.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what Matomo counted: all of a site's day in one transaction, or nothing of it.
 */
@Component
class VisitFacts {

	private final JdbcClient jdbc;

	private final JdbcClient overseer;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	VisitFacts(JdbcClient jdbc, @Qualifier("overseerJdbc") JdbcClient overseer, TransactionTemplate transaction,
			ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.overseer = overseer;
		this.transaction = transaction;
		this.events = events;
	}

	/** What is known of the days, of all sites. */
	Map<SiteId, Map<LocalDate, Known>> known(LocalDate from, LocalDate to) {
		Map<SiteId, Map<LocalDate, Known>> known = new HashMap<>();
		this.overseer.sql("SELECT * FROM visit_day WHERE day BETWEEN :from AND :to")
			.param("from", from)
			.param("to", to)
			.query((row) -> {
				known.computeIfAbsent(new SiteId(row.getLong("site_id")), (site) -> new HashMap<>())
					.put(row.getObject("day", LocalDate.class),
							new Known(
									new Numbers(row.getInt("visits"), row.getInt("visitors"), row.getInt("page_views"),
											row.getInt("searches"), row.getInt("downloads")),
									row.getObject("fetched_at", OffsetDateTime.class).toInstant()));
			});
		return known;
	}

	/** The first day that is known, per site. */
	Map<SiteId, LocalDate> first() {
		Map<SiteId, LocalDate> first = new HashMap<>();
		this.overseer.sql("SELECT site_id, min(day) AS day FROM visit_day GROUP BY site_id").query((row) -> {
			first.put(new SiteId(row.getLong("site_id")), row.getObject("day", LocalDate.class));
		});
		return first;
	}

	/** The day was looked at, and nothing of it has changed. */
	void seen(SiteId site, LocalDate day, Instant at) {
		CurrentSite.run(site,
				() -> this.jdbc.sql("UPDATE visit_day SET fetched_at = :at WHERE day = :day")
					.param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
					.param("day", day)
					.update());
	}

	/** Puts the day in the place of what was known of it, and tells of it. */
	void replace(SiteId site, LocalDate day, Day facts, Instant at) {
		CurrentSite.run(site, () -> this.transaction.executeWithoutResult((status) -> {
			Numbers numbers = facts.numbers();
			// the row of the day first: two who bring the same day wait for each other
			this.jdbc.sql("""
					INSERT INTO visit_day (site_id, day, visits, visitors, page_views, searches, downloads, fetched_at)
					VALUES (portal_site(), :day, :visits, :visitors, :pageViews, :searches, :downloads, :at)
					ON CONFLICT (site_id, day) DO UPDATE SET visits = excluded.visits, visitors = excluded.visitors,
						page_views = excluded.page_views, searches = excluded.searches, downloads = excluded.downloads,
						fetched_at = excluded.fetched_at""")
				.param("day", day)
				.param("visits", numbers.visits())
				.param("visitors", numbers.visitors())
				.param("pageViews", numbers.pageViews())
				.param("searches", numbers.searches())
				.param("downloads", numbers.downloads())
				.param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
				.update();
			for (String table : List.of("visit_page", "visit_referrer", "visit_search")) {
				this.jdbc.sql("DELETE FROM " + table + " WHERE day = :day").param("day", day).update();
			}
			insert("visit_page (site_id, day, path, views)", day, facts.pages());
			insert("visit_search (site_id, day, query, searches)", day, facts.searches());
			this.jdbc.sql("""
					INSERT INTO visit_referrer (site_id, day, kind, name, visits)
					SELECT portal_site(), :day, * FROM unnest(CAST(:kinds AS text[]), CAST(:names AS text[]),
						CAST(:visits AS int[]))""")
				.param("day", day)
				.param("kinds",
						facts.referrers().keySet().stream().map((from) -> from.kind().name()).toArray(String[]::new))
				.param("names", facts.referrers().keySet().stream().map(Referrer::name).toArray(String[]::new))
				.param("visits", facts.referrers().values().toArray(Integer[]::new))
				.update();
			this.events.publishEvent(new VisitsImported(site, day, numbers.visits()));
		}));
	}

	/**
	 * Whether this node is to fetch now; of several that ask, one hears yes.
	 * @param every how long nobody else may have tried
	 */
	boolean claim(Instant now, Duration every) {
		return this.jdbc.sql("UPDATE visit_import SET tried_at = :now WHERE id = 1 AND tried_at <= :before")
			.param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
			.param("before", OffsetDateTime.ofInstant(now.minus(every), ZoneOffset.UTC))
			.update() == 1;
	}

	/** Everything due has come in. */
	void succeeded(Instant now) {
		this.jdbc
			.sql("UPDATE visit_import SET tried_at = :now, done_at = :now, problem = NULL, detail = NULL WHERE id = 1")
			.param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
			.update();
	}

	/** Matomo did not give what it was asked for. */
	void failed(MatomoApi.Failure failure) {
		this.jdbc.sql("UPDATE visit_import SET problem = :problem, detail = :detail WHERE id = 1")
			.param("problem", failure.problem().name())
			.param("detail", failure.detail())
			.update();
	}

	private void insert(String into, LocalDate day, Map<String, Integer> counts) {
		this.jdbc
			.sql("INSERT INTO " + into
					+ " SELECT portal_site(), :day, * FROM unnest(CAST(:names AS text[]), CAST(:counts AS int[]))")
			.param("day", day)
			.param("names", counts.keySet().toArray(String[]::new))
			.param("counts", counts.values().toArray(Integer[]::new))
			.update();
	}

	/**
	 * The numbers of a day.
	 *
	 * @param visitors different ones on that day
	 */
	record Numbers(int visits, int visitors, int pageViews, int searches, int downloads) {

		static final Numbers NONE = new Numbers(0, 0, 0, 0, 0);

	}

	/** What is known of a day, and since when. */
	record Known(Numbers numbers, Instant fetchedAt) {
	}

	/**
	 * All that is kept of a day.
	 *
	 * @param pages views by path
	 * @param referrers visits by origin
	 * @param searches by what was typed
	 */
	record Day(Numbers numbers, Map<String, Integer> pages, Map<Referrer, Integer> referrers,
			Map<String, Integer> searches) {

		static final Day EMPTY = new Day(Numbers.NONE, Map.of(), Map.of(), Map.of());

	}

	/** Where visits came from. */
	record Referrer(Kind kind, String name) {

		static final Referrer DIRECT = new Referrer(Kind.DIRECT, "");

	}

	/** Kinds of origins. */
	enum Kind {

		/** The address was typed or kept, or Matomo names no origin. */
		DIRECT,

		/** A search engine. */
		SEARCH,

		/** A social network. */
		SOCIAL,

		/** Another website. */
		WEBSITE,

		/** A link made for a campaign. */
		CAMPAIGN

	}

}
