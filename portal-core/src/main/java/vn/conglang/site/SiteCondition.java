package vn.conglang.site;

import java.util.Collection;
import java.util.Map;

/**
 * Which sites a statement is about: a condition in SQL on the column {@code site_id},
 * with its parameters.
 */
public record SiteCondition(String sql, Map<String, Long[]> parameters) {

	/** From so many sites on, looking for each row's site costs more than rows do. */
	private static final int MANY = 1_000;

	/** These sites and no others. */
	public static SiteCondition of(Collection<Site> sites) {
		return new SiteCondition("site_id IN (SELECT unnest(:sites))",
				Map.of("sites", sites.stream().map((site) -> site.id().value()).toArray(Long[]::new)));
	}

	/**
	 * These sites, and where they are many perhaps others too: for those who keep what
	 * they read apart by site and leave out what they have not asked for.
	 */
	public static SiteCondition atLeast(Collection<Site> sites) {
		return (sites.size() < MANY) ? of(sites) : new SiteCondition("true", Map.of());
	}

}
