package vn.conglang.upkeep;

import java.util.Collection;
import java.util.Map;

import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

import org.springframework.stereotype.Service;

/** How the mandatory sections of sites stand, from what is kept of them. */
@Service
class SectionStates {

	/** How many sections are there and current, by site. */
	Map<SiteId, Count> counts(Collection<Site> sites) {
		return Map.of();
	}

	/** How many sections there are, are present and are current. */
	record Count(int sections, int present, int current) {

		static final Count UNKNOWN = new Count(0, 0, 0);

	}

}
