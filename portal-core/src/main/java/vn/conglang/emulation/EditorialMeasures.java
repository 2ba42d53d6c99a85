package vn.conglang.emulation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import vn.conglang.editorial.Promptness;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;

/** How boards do what waits for them. */
@Component
class EditorialMeasures implements MeasureSource {

	private final Promptness promptness;

	EditorialMeasures(Promptness promptness) {
		this.promptness = promptness;
	}

	@Override
	public Set<Measure> measures() {
		return EnumSet.of(Measure.REVIEWS_LATE, Measure.OFFERS_ANSWERED, Measure.OFFERS_TAKEN);
	}

	@Override
	public Map<Measure, Map<SiteId, Fact>> facts(Set<Measure> wanted, Collection<Site> sites, ScoredDays days) {
		Map<Measure, Map<SiteId, Fact>> facts = new EnumMap<>(Measure.class);
		this.promptness.of(sites, days.first(), days.last())
			.forEach((site, figures) -> wanted
				.forEach((measure) -> facts.computeIfAbsent(measure, (one) -> new HashMap<>())
					.put(site, fact(measure, figures))));
		return facts;
	}

	private static Fact fact(Measure measure, Promptness.Figures figures) {
		return switch (measure) {
			case REVIEWS_LATE -> Fact.of(figures.lateReviews());
			case OFFERS_TAKEN -> Fact.of(figures.taken());
			// who was offered nothing has left nothing unanswered
			case OFFERS_ANSWERED ->
				(figures.offered() > 0) ? Fact.share(figures.answered(), figures.offered()) : Fact.of(100);
			default -> Fact.UNKNOWN;
		};
	}

}
