package vn.conglang.emulation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

/**
 * Finds out some measures, for all given sites at once: a few statements, however many
 * sites.
 */
interface MeasureSource {

	/** What it knows about. */
	Set<Measure> measures();

	/**
	 * Finds out.
	 * @param wanted some of {@link #measures()}
	 * @return a fact per measure and site; what is missing is unknown
	 */
	Map<Measure, Map<SiteId, Fact>> facts(Set<Measure> wanted, Collection<Site> sites, ScoredDays days);

}
