package vn.conglang.care;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Since when something is found that cannot tell so itself. */
@Component
class FindingsSeen {

	private final JdbcClient jdbc;

	private final JdbcClient overseer;

	FindingsSeen(JdbcClient jdbc, @Qualifier("overseerJdbc") JdbcClient overseer) {
		this.jdbc = jdbc;
		this.overseer = overseer;
	}

	/** What is known, by site and rule. */
	Map<SiteId, Map<String, LocalDate>> of(Collection<Site> sites) {
		Map<SiteId, Map<String, LocalDate>> seen = new HashMap<>();
		this.overseer.sql("SELECT site_id, rule, since FROM finding_seen WHERE site_id IN (SELECT unnest(:sites))")
			.param("sites", sites.stream().map((site) -> site.id().value()).toArray(Long[]::new))
			.query((row) -> {
				seen.computeIfAbsent(new SiteId(row.getLong("site_id")), (site) -> new HashMap<>())
					.put(row.getString("rule") + "", row.getObject("since", LocalDate.class));
			});
		return seen;
	}

	/** These are found in the site at work, and no others. */
	@Transactional
	public void keep(Set<String> rules, LocalDate today) {
		String[] found = rules.toArray(String[]::new);
		this.jdbc.sql("DELETE FROM finding_seen WHERE rule <> ALL (:rules)").param("rules", found).update();
		this.jdbc.sql("""
				INSERT INTO finding_seen (site_id, rule, since) SELECT :site, rule, :today FROM unnest(:rules) rule
				ON CONFLICT DO NOTHING""")
			.param("site", CurrentSite.require().value())
			.param("today", today)
			.param("rules", found)
			.update();
	}

}
