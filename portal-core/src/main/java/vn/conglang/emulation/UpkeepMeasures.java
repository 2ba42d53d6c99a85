package vn.conglang.emulation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.upkeep.Tally;
import vn.conglang.upkeep.Upkeep;

import org.springframework.stereotype.Component;

/** How well mandatory sections and standing pages are kept, as of now. */
@Component
class UpkeepMeasures implements MeasureSource {

	private final Upkeep upkeep;

	UpkeepMeasures(Upkeep upkeep) {
		this.upkeep = upkeep;
	}

	@Override
	public Set<Measure> measures() {
		return EnumSet.of(Measure.SECTIONS_PRESENT, Measure.SECTIONS_CURRENT, Measure.PAGES_OVERDUE);
	}

	@Override
	public Map<Measure, Map<SiteId, Fact>> facts(Set<Measure> wanted, Collection<Site> sites, ScoredDays days) {
		Map<Measure, Map<SiteId, Fact>> facts = new EnumMap<>(Measure.class);
		if (wanted.contains(Measure.PAGES_OVERDUE)) {
			Map<SiteId, Integer> overdue = this.upkeep.pagesOverdue(sites);
			Map<SiteId, Fact> ofSites = new HashMap<>();
			sites.forEach((site) -> ofSites.put(site.id(), Fact.of(overdue.getOrDefault(site.id(), 0))));
			facts.put(Measure.PAGES_OVERDUE, ofSites);
		}
		if (wanted.contains(Measure.SECTIONS_PRESENT) || wanted.contains(Measure.SECTIONS_CURRENT)) {
			Map<SiteId, Fact> present = new HashMap<>();
			Map<SiteId, Fact> current = new HashMap<>();
			Map<SiteId, Tally> sections = this.upkeep.sections(sites);
			for (Site site : sites) {
				// unknown where nobody has looked yet
				Tally tally = sections.getOrDefault(site.id(), Tally.NONE);
				present.put(site.id(), Fact.share(tally.present(), tally.sections()));
				current.put(site.id(), Fact.share(tally.current(), tally.sections()));
			}
			facts.put(Measure.SECTIONS_PRESENT, present);
			facts.put(Measure.SECTIONS_CURRENT, current);
		}
		return facts;
	}

}
