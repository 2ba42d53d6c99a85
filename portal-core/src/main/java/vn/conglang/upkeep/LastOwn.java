package vn.conglang.upkeep;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the last of a site's own publications of each kind appeared. */
@Component
class LastOwn {

	private final JdbcClient overseer;

	LastOwn(@Qualifier("overseerJdbc") JdbcClient overseer) {
		this.overseer = overseer;
	}

	/** By site, and by slug of the category or "type:ALBUM". */
	Map<SiteId, Map<String, LocalDate>> byKind(Collection<Site> sites) {
		Map<SiteId, Map<String, LocalDate>> last = new HashMap<>();
		this.overseer
			.sql("""
					SELECT site_id, type, category, max(day) AS day FROM volume_fact
					WHERE act = 'PUBLISHED' AND NOT shared AND site_id IN (SELECT unnest(:sites)) GROUP BY site_id, type, category""")
			.param("sites", sites.stream().map((site) -> site.id().value()).toArray(Long[]::new))
			.query((row) -> {
				Map<String, LocalDate> ofSite = last.computeIfAbsent(new SiteId(row.getLong("site_id")),
						(site) -> new HashMap<>());
				LocalDate day = row.getObject("day", LocalDate.class);
				ofSite.merge("type:" + row.getString("type"), day, LastOwn::later);
				String category = row.getString("category");
				if (category != null) {
					ofSite.merge(VietnameseText.slug(category, 80), day, LastOwn::later);
				}
			});
		return last;
	}

	private static LocalDate later(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}

}
