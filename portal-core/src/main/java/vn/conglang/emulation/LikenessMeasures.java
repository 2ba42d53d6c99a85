package vn.conglang.emulation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import vn.conglang.kernel.SiteId;
import vn.conglang.likeness.Likeness;
import vn.conglang.site.Site;
import vn.conglang.volume.Period;

import org.springframework.stereotype.Component;

/** How much sites take from each other. */
@Component
class LikenessMeasures implements MeasureSource {

	private final Likeness likeness;

	LikenessMeasures(Likeness likeness) {
		this.likeness = likeness;
	}

	@Override
	public Set<Measure> measures() {
		return EnumSet.of(Measure.COPIED_SHARE);
	}

	@Override
	public Map<Measure, Map<SiteId, Fact>> facts(Set<Measure> wanted, Collection<Site> sites, ScoredDays days) {
		Map<SiteId, Fact> facts = new HashMap<>();
		this.likeness.shares(sites, new Period(days.first(), days.last()))
			.forEach((site, share) -> facts.put(site, Fact.share(share.copied(), share.of())));
		return Map.of(Measure.COPIED_SHARE, facts);
	}

}
