package vn.conglang.upkeep;

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

	private final Sections sections;

	private final SectionStates states;

	private final Rules rules;

	private final UpkeepTexts texts;

	Upkeep(List<FindingSource> sources, Sections sections, SectionStates states, Rules rules, UpkeepTexts texts) {
		this.sources = List.copyOf(sources);
		this.sections = sections;
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
		Map<SiteId, Tally> sections = sections(sites);
		Map<SiteId, Standing> standings = new HashMap<>();
		for (Site site : sites) {
			List<Finding> findings = found.getOrDefault(site.id(), new ArrayList<>());
			// what comes from one source keeps its order
			findings.sort(Comparator.comparing(Finding::severity));
			standings.put(site.id(),
					new Standing(Tally.of(findings).withSectionsOf(sections.getOrDefault(site.id(), Tally.NONE)),
							reason(findings), List.copyOf(findings)));
		}
		return standings;
	}

	/** How much is the matter with each of the sites; every given site is a key. */
	public Map<SiteId, Tally> tallies(Collection<Site> sites) {
		Map<SiteId, Tally> tallies = new HashMap<>();
		sites.forEach((site) -> tallies.put(site.id(), Tally.NONE));
		for (FindingSource source : this.sources) {
			source.tallies(sites)
				.forEach((site, tally) -> tallies.computeIfPresent(site, (id, known) -> known.plus(tally)));
		}
		return tallies;
	}

	/**
	 * How many of the mandatory sections are the matter, alone; sites that nobody has
	 * looked at yet are missing.
	 */
	public Map<SiteId, Tally> sections(Collection<Site> sites) {
		return this.sections.tallies(sites);
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

	private Supplier<String> reason(List<Finding> findings) {
		return findings.isEmpty() ? () -> this.texts.of("upkeep.nothing") : findings.getFirst()::sentence;
	}

}
