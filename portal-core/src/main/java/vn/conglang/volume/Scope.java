package vn.conglang.volume;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import vn.conglang.site.Area;
import vn.conglang.site.Site;
import vn.conglang.site.SiteCondition;

/**
 * Whose facts and sums are meant, as a condition in SQL with its parameters.
 */
record Scope(String sql, Map<String, Long[]> parameters) {

	private static final String OF_AREAS = "area_id IN (SELECT unnest(:areas))";

	static Scope of(Collection<Site> sites) {
		return of(SiteCondition.of(sites));
	}

	/**
	 * Perhaps of others too, who are to be left out: see {@link SiteCondition#atLeast}.
	 */
	static Scope atLeast(Collection<Site> sites) {
		return of(SiteCondition.atLeast(sites));
	}

	private static Scope of(SiteCondition sites) {
		return new Scope(sites.sql(), sites.parameters());
	}

	static Scope of(Reach reach) {
		return switch (reach.counts()) {
			case ALL -> new Scope("true", Map.of());
			case SITES -> of(reach.sites());
			case AREAS -> new Scope(OF_AREAS, Map.of("areas", areas(reach)));
			case SITES_IN_AREAS -> of(reach.sites()).and(OF_AREAS, "areas", areas(reach));
		};
	}

	private Scope and(String condition, String name, Long[] values) {
		Map<String, Long[]> parameters = new HashMap<>(this.parameters);
		parameters.put(name, values);
		return new Scope(this.sql + " AND " + condition, parameters);
	}

	private static Long[] areas(Reach reach) {
		return reach.areas().stream().map(Area::id).toArray(Long[]::new);
	}

}
