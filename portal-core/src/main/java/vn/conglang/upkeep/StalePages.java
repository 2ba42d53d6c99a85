package vn.conglang.upkeep;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds standing pages and procedures that nobody has looked through in time. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class StalePages implements FindingSource {

	private final Rules rules;

	private final SectionStates states;

	private final UpkeepTexts texts;

	StalePages(Rules rules, SectionStates states, UpkeepTexts texts) {
		this.rules = rules;
		this.states = states;
		this.texts = texts;
	}

	@Override
	public Map<SiteId, List<Finding>> findings(Collection<Site> sites) {
		Map<SiteId, SectionStates.Stale> stale = this.states.stale(sites, this.rules.today());
		Map<SiteId, List<Finding>> findings = new HashMap<>();
		for (Site site : sites) {
			SectionStates.Stale pages = stale.get(site.id());
			if (pages != null) {
				findings.put(site.id(),
						List.of(new Finding("ra-soat", Severity.WARN,
								() -> this.texts.of((pages.number() == 1) ? "upkeep.stale.one" : "upkeep.stale",
										pages.number(), pages.title(), pages.due(), pages.owner()),
								"/bien-tap/" + site.slug() + SiteUpkeepController.SCREEN + "#ra-soat",
								pages.due().plusDays(1))));
			}
		}
		return findings;
	}

}
