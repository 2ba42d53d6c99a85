package vn.conglang.site;

import java.util.List;

/**
 * The sites as an operator declares them: what the files of the tenant configuration say,
 * checked.
 */
record TenantConfiguration(DeclaredProvince province, List<DeclaredArea> areas) {

	int siteCount() {
		return this.areas.stream().mapToInt((area) -> area.sites().size()).sum();
	}

	/** The province of {@code province.yaml}. */
	record DeclaredProvince(String slug, String kind, String name) {
	}

	/** The area of one file, with its sites. */
	record DeclaredArea(String slug, String code, String kind, String name, List<DeclaredSite> sites) {
	}

	/** A site as declared. */
	record DeclaredSite(String slug, String code, String kind, String name, String theme, List<String> hosts,
			Site.Integrations integrations) {
	}

}
