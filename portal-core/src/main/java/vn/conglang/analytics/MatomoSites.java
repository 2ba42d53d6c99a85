package vn.conglang.analytics;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which site has which number in Matomo: what the tenant configuration says, or else what
 * {@link Provisioning} found out. Asked with every page, so it answers from memory.
 */
@Component
class MatomoSites {

	private final JdbcClient jdbc;

	private final JdbcClient overseer;

	private volatile @Nullable Map<SiteId, Integer> found;

	MatomoSites(JdbcClient jdbc, @Qualifier("overseerJdbc") JdbcClient overseer) {
		this.jdbc = jdbc;
		this.overseer = overseer;
	}

	/**
	 * The number, or {@code null} where the site is not in Matomo: then nothing is
	 * counted.
	 */
	@Nullable Integer idOf(Site site) {
		Integer configured = site.integrations().matomo();
		if (configured != null) {
			return configured;
		}
		Map<SiteId, Integer> known = this.found;
		return ((known != null) ? known : look()).get(site.id());
	}

	/** Keeps the number of a site. */
	void remember(Site site, int id) {
		CurrentSite.run(site.id(),
				() -> this.jdbc
					.sql("INSERT INTO matomo_site (site_id, matomo) VALUES (portal_site(), :id)"
							+ " ON CONFLICT (site_id) DO UPDATE SET matomo = excluded.matomo, at = now()")
					.param("id", id)
					.update());
		look();
	}

	/** What a command or another node has found out. */
	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
	Map<SiteId, Integer> look() {
		Map<SiteId, Integer> read = new HashMap<>();
		this.overseer.sql("SELECT site_id, matomo FROM matomo_site").query((row) -> {
			read.put(new SiteId(row.getLong("site_id")), row.getInt("matomo"));
		});
		this.found = read;
		return read;
	}

}
