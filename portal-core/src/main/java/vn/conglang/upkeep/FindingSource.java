package vn.conglang.upkeep;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

/**
 * Finds something that sites lack or let lie. Modules that look at further things
 * implement it; their findings count for the traffic light like all others.
 */
public interface FindingSource {

	/**
	 * What is the matter, by site, the most urgent first; sites with nothing to tell may
	 * be left out. Called for many sites at once and often: a few statements, however
	 * many sites there are.
	 */
	Map<SiteId, List<Finding>> findings(Collection<Site> sites);

	/**
	 * How many of these findings there are, by site; others than the given may be there.
	 * A source that finds much in most sites counts where its facts lie.
	 */
	default Map<SiteId, Tally> tallies(Collection<Site> sites) {
		Map<SiteId, Tally> tallies = new HashMap<>();
		findings(sites).forEach((site, findings) -> tallies.put(site, Tally.of(findings)));
		return tallies;
	}

}
