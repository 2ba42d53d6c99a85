package vn.conglang.upkeep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/**
 * How sites stand: what they lack and let lie, put together from what is kept, so that
 * asking for all sites takes a few statements and no look at any of them.
 */
@Service
public class Upkeep {

	private final List<FindingSource> sources;

	private final SectionStates states;

	private final MessageSource messages;

	Upkeep(List<FindingSource> sources, SectionStates states, MessageSource messages) {
		this.sources = List.copyOf(sources);
		this.states = states;
		this.messages = messages;
	}

	/** How each of the sites stands today; every given site is a key. */
	public Map<SiteId, Standing> of(Collection<Site> sites) {
		Map<SiteId, List<Finding>> found = new HashMap<>();
		for (FindingSource source : this.sources) {
			source.findings(sites)
				.forEach((site, findings) -> found.computeIfAbsent(site, (id) -> new ArrayList<>()).addAll(findings));
		}
		Map<SiteId, SectionStates.Count> counts = this.states.counts(sites);
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
		return of(List.of(site)).getOrDefault(site.id(), new Standing(Light.GOOD, "", List.of(), 0, 0, 0));
	}

	private static Light light(List<Finding> findings) {
		if (findings.isEmpty()) {
			return Light.GOOD;
		}
		return (findings.getFirst().severity() == Severity.BAD) ? Light.BAD : Light.WARN;
	}

	private String reason(List<Finding> findings) {
		return findings.isEmpty()
				? this.messages.getMessage("upkeep.nothing", null, "upkeep.nothing", VietnameseText.LOCALE) + ""
				: findings.getFirst().sentence();
	}

}
