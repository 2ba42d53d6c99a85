package vn.conglang.emulation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import vn.conglang.analytics.VisitReport;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;

/** How much sites are read, where that is counted. */
@Component
class VisitMeasures implements MeasureSource {

	private final VisitReport report;

	VisitMeasures(VisitReport report) {
		this.report = report;
	}

	@Override
	public Set<Measure> measures() {
		return EnumSet.of(Measure.VISITS);
	}

	@Override
	public Map<Measure, Map<SiteId, Fact>> facts(Set<Measure> wanted, Collection<Site> sites, ScoredDays days) {
		Map<SiteId, Fact> facts = new HashMap<>();
		this.report.visits(sites, days.first(), days.last())
			.forEach((site, visits) -> facts.put(site, Fact.of(visits)));
		return Map.of(Measure.VISITS, facts);
	}

}
