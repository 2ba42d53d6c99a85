package vn.conglang.volume;

import java.util.Collection;
import java.util.Map;

import vn.conglang.site.Area;
import vn.conglang.site.Site;

/**
 * Whose facts and sums are meant, as a condition in SQL with its parameters.
 */
record Scope(String sql, Map<String, Long[]> parameters) {

	private static final String OF_SITES = "site_id IN (SELECT unnest(:sites))";

	private static final String OF_AREAS = "area_id IN (SELECT unnest(:areas))";

	static Scope of(Collection<Site> sites) {
		return new Scope(OF_SITES, Map.of("sites", ids(sites)));
	}

	static Scope of(Reach reach) {
		return switch (reach.counts()) {
			case SITES -> of(reach.sites());
			case AREAS -> new Scope(OF_AREAS, Map.of("areas", areas(reach)));
			case SITES_IN_AREAS ->
				new Scope(OF_SITES + " AND " + OF_AREAS, Map.of("sites", ids(reach.sites()), "areas", areas(reach)));
		};
	}

	private static Long[] ids(Collection<Site> sites) {
		return sites.stream().map((site) -> site.id().value()).toArray(Long[]::new);
	}

	private static Long[] areas(Reach reach) {
		return reach.areas().stream().map(Area::id).toArray(Long[]::new);
	}

}
