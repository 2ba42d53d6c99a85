package vn.conglang.upkeep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

import org.springframework.stereotype.Service;

/**
 * How sites stand: what they lack and let lie, put together from what is kept, so that
 * asking for all sites takes a few statements and no look at any of them.
 */
@Service
public class Upkeep {

	private final List<FindingSource> sources;

	private final SectionStates states;

	private final Rules rules;

	private final UpkeepTexts texts;

	Upkeep(List<FindingSource> sources, SectionStates states, Rules rules, UpkeepTexts texts) {
		this.sources = List.copyOf(sources);
		this.states = states;
		this.rules = rules;
		this.texts = texts;
	}

	/** How each of the sites stands today; every given site is a key. */
	public Map<SiteId, Standing> of(Collection<Site> sites) {
		Map<SiteId, List<Finding>> found = new HashMap<>();
		for (FindingSource source : this.sources) {
			source.findings(sites)
				.forEach((site, findings) -> found.computeIfAbsent(site, (id) -> new ArrayList<>()).addAll(findings));
		}
		LocalDate today = this.rules.today();
		Map<SiteId, SectionStates.Count> counts = this.rules.checklist(today)
			.map((list) -> this.states.counts(sites, list, today))
			.orElseGet(Map::of);
		Map<SiteId, Standing> standings = new HashMap<>();
		for (Site site : sites) {
			List<Finding> findings = found.getOrDefault(site.id(), new ArrayList<>());
			// what comes from one source keeps its order
			findings.sort(Comparator.comparing(Finding::severity));
			SectionStates.Count count = counts.getOrDefault(site.id(), SectionStates.Count.UNKNOWN);
			standings.put(site.id(), new Standing(light(findings), reason(findings), List.copyOf(findings),
					count.sections(), count.present(), count.current()));
		}
		return standings;
	}

	/** How one site stands today. */
	public Standing of(Site site) {
		return of(List.of(site)).getOrDefault(site.id(), Standing.UNKNOWN);
	}

	/**
	 * How many standing pages nobody has looked through in time, by site; sites without
	 * any are missing.
	 */
	public Map<SiteId, Integer> pagesOverdue(Collection<Site> sites) {
		Map<SiteId, Integer> overdue = new HashMap<>();
		this.states.stale(sites, this.rules.today()).forEach((site, stale) -> overdue.put(site, stale.number()));
		return overdue;
	}

	private static Light light(List<Finding> findings) {
		if (findings.isEmpty()) {
			return Light.GOOD;
		}
		return (findings.getFirst().severity() == Severity.BAD) ? Light.BAD : Light.WARN;
	}

	private Supplier<String> reason(List<Finding> findings) {
		return findings.isEmpty() ? () -> this.texts.of("upkeep.nothing") : findings.getFirst()::sentence;
	}

}
