package vn.conglang.analytics;

import org.jspecify.annotations.Nullable;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;

/**
 * Which site has which number in Matomo. Asked with every page, so it answers from
 * memory.
 */
@Component
class MatomoSites {

	/**
	 * The number, or {@code null} where the site is not in Matomo: then nothing is
	 * counted.
	 */
	@Nullable Integer idOf(Site site) {
		return site.integrations().matomo();
	}

}
