package vn.conglang.editorial;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What districts and the province offer and sites have not answered. */
@Service
public class OpenOffers {

	/** Where somebody writes a text for many sites, from the newsroom's root. */
	public static final String NEW = "/chia-se/moi";

	private final JdbcClient overseer;

	OpenOffers(@Qualifier("overseerJdbc") JdbcClient overseer) {
		this.overseer = overseer;
	}

	/** By site, the latest first; sites that have answered everything are missing. */
	public Map<SiteId, List<Open>> unanswered(Collection<Site> sites) {
		Map<SiteId, Site> byId = new HashMap<>();
		sites.forEach((site) -> byId.put(site.id(), site));
		Map<SiteId, List<Open>> open = new HashMap<>();
		this.overseer
			.sql("""
					SELECT d.site_id, d.id, d.at, o.title, o.origin FROM offered d JOIN offer o ON o.id = d.offer_id
					WHERE d.state = 'NEW' AND o.state = 'OPEN' AND d.site_id IN (SELECT unnest(:sites)) ORDER BY d.id DESC""")
			.param("sites", byId.keySet().stream().map(SiteId::value).toArray(Long[]::new))
			.query((row) -> {
				Site site = byId.get(new SiteId(row.getLong("site_id")));
				if (site != null) {
					OfferLaid laid = new OfferLaid(site.id(), row.getLong("id"), row.getString("title") + "",
							row.getString("origin") + "");
					open.computeIfAbsent(site.id(), (id) -> new ArrayList<>())
						.add(new Open(laid.offered(), laid.title(), laid.origin(),
								row.getObject("at", OffsetDateTime.class).toInstant(), laid.href(site)));
				}
			});
		return open;
	}

	/**
	 * An offer that lies before a site.
	 *
	 * @param id as it lies before the site
	 * @param origin who offers it
	 * @param href where the site answers it, from the newsroom's root
	 */
	public record Open(long id, String title, String origin, Instant at, String href) {
	}

}
