package vn.conglang.emulation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long sites published nothing of their own, read across sites from the facts of
 * volume.
 */
@Component
class Silences {

	private final JdbcClient overseer;

	Silences(@Qualifier("overseerJdbc") JdbcClient overseer) {
		this.overseer = overseer;
	}

	/**
	 * The most days in a row without an own entry. The days before the first and after
	 * the last one count as well.
	 * @param from first day
	 * @param to last day, which may not have come yet
	 * @param today after which nothing is known
	 * @return every given site is a key
	 */
	Map<SiteId, Integer> longest(Collection<Site> sites, LocalDate from, LocalDate to, LocalDate today) {
		LocalDate last = today.isBefore(to) ? today : to;
		int all = (int) Math.max(0, from.until(last.plusDays(1), ChronoUnit.DAYS));
		Map<SiteId, Integer> longest = new HashMap<>();
		sites.forEach((site) -> longest.put(site.id(), all));
		this.overseer
			.sql("""
					WITH published AS (
					    SELECT DISTINCT site_id, day FROM volume_fact
					    WHERE act = 'PUBLISHED' AND NOT shared AND day BETWEEN :from AND :last AND site_id IN (SELECT unnest(:ids)))
					SELECT site_id, max(greatest(day - coalesce(before, :from::date - 1), coalesce(after, :last::date + 1) - day)) - 1 AS days
					FROM (SELECT site_id, day, lag(day) OVER ofsite AS before, lead(day) OVER ofsite AS after
					      FROM published WINDOW ofsite AS (PARTITION BY site_id ORDER BY day)) gaps
					GROUP BY site_id""")
			.param("from", from)
			.param("last", last)
			.param("ids", sites.stream().map((site) -> site.id().value()).toArray(Long[]::new))
			.query((row, number) -> longest.put(new SiteId(row.getLong("site_id")), row.getInt("days")))
			.list();
		return longest;
	}

}
