package vn.conglang.editorial;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How promptly boards did what waited for them, read across sites in two statements. */
@Service
public class Promptness {

	private final JdbcClient overseer;

	private final Clock clock;

	Promptness(@Qualifier("overseerJdbc") JdbcClient overseer, Clock clock) {
		this.overseer = overseer;
		this.clock = clock;
	}

	/**
	 * What was done in some days, both inclusive.
	 * @return every given site is a key
	 */
	public Map<SiteId, Figures> of(Collection<Site> sites, LocalDate from, LocalDate to) {
		Long[] ids = sites.stream().map((site) -> site.id().value()).toArray(Long[]::new);
		OffsetDateTime begin = time(from);
		OffsetDateTime end = time(to.plusDays(1));
		Map<SiteId, Integer> late = late(ids, begin, end);
		Map<SiteId, Figures> figures = new HashMap<>();
		sites.forEach((site) -> figures.put(site.id(), new Figures(late.getOrDefault(site.id(), 0), 0, 0, 0)));
		this.overseer.sql("""
				SELECT d.site_id, count(*) FILTER (WHERE o.at >= :begin AND o.at < :end) AS offered,
				       count(*) FILTER (WHERE o.at >= :begin AND o.at < :end AND d.state <> 'NEW') AS answered,
				       count(*) FILTER (WHERE d.state = 'TAKEN' AND d.at >= :begin AND d.at < :end) AS taken
				FROM offered d JOIN offer o ON o.id = d.offer_id
				WHERE (o.at >= :begin AND o.at < :end OR d.at >= :begin AND d.at < :end)
				  AND d.site_id IN (SELECT unnest(:ids))
				GROUP BY d.site_id""")
			.param("begin", begin)
			.param("end", end)
			.param("ids", ids)
			.query((row, number) -> {
				SiteId site = new SiteId(row.getLong("site_id"));
				return figures.put(site, new Figures(late.getOrDefault(site, 0), row.getInt("offered"),
						row.getInt("answered"), row.getInt("taken")));
			})
			.list();
		return figures;
	}

	private Map<SiteId, Integer> late(Long[] ids, OffsetDateTime begin, OffsetDateTime end) {
		Map<SiteId, Integer> late = new HashMap<>();
		this.overseer.sql("""
				SELECT site_id, count(*) AS late FROM review
				WHERE due_at >= :begin AND due_at < :end AND due_at < coalesce(decided_at, :now) AND state <> 'RECALLED'
				  AND site_id IN (SELECT unnest(:ids))
				GROUP BY site_id""")
			.param("begin", begin)
			.param("end", end)
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.param("ids", ids)
			.query((row, number) -> late.put(new SiteId(row.getLong("site_id")), row.getInt("late")))
			.list();
		return late;
	}

	private static OffsetDateTime time(LocalDate day) {
		Instant start = day.atStartOfDay(VietnameseText.ZONE).toInstant();
		return OffsetDateTime.ofInstant(start, ZoneOffset.UTC);
	}

	/**
	 * What a board did.
	 *
	 * @param lateReviews reviews that fell due and were not decided by then
	 * @param offered texts that were offered to it
	 * @param answered of them those that it took or refused
	 * @param taken texts that it took, whenever they were offered
	 */
	public record Figures(int lateReviews, int offered, int answered, int taken) {

		public static final Figures NONE = new Figures(0, 0, 0, 0);

	}

}
