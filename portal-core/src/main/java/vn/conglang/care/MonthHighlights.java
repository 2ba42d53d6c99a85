package vn.conglang.care;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import vn.conglang.kernel.SiteId;
import vn.conglang.reports.Highlights;
import vn.conglang.site.Site;
import vn.conglang.upkeep.Light;
import vn.conglang.upkeep.Tally;
import vn.conglang.upkeep.Upkeep;
import vn.conglang.volume.Figures;
import vn.conglang.volume.Filter;
import vn.conglang.volume.Period;
import vn.conglang.volume.Volumes;

import org.springframework.stereotype.Component;

/**
 * What officers are to know of a period first: whether more was published, who published
 * nothing, and who needs help now.
 */
@Component
class MonthHighlights implements Highlights {

	private static final int MOST_NAMES = 3;

	private final Volumes volumes;

	private final Upkeep upkeep;

	private final CareTexts texts;

	MonthHighlights(Volumes volumes, Upkeep upkeep, CareTexts texts) {
		this.volumes = volumes;
		this.upkeep = upkeep;
		this.texts = texts;
	}

	@Override
	public List<String> highlights(List<Site> sites, Period period) {
		Map<SiteId, Figures> now = this.volumes.bySite(sites, period, Filter.ALL);
		int published = sum(now);
		int before = sum(this.volumes.bySite(sites, period.before(), Filter.ALL));
		List<String> sentences = new ArrayList<>();
		if (published > before && before > 0) {
			sentences.add(this.texts.of("care.month.more", published - before, (published - before) * 100L / before));
		}
		else if (published < before) {
			sentences.add(this.texts.of("care.month.fewer", before - published, (before - published) * 100L / before));
		}
		else {
			sentences.add(this.texts.of((before == 0) ? "care.month.first" : "care.month.same", published));
		}
		Map<SiteId, Tally> tallies = this.upkeep.tallies(sites);
		List<Site> need = sites.stream()
			.filter((site) -> tally(tallies, site).light() == Light.BAD)
			.sorted(Comparator.comparingInt((Site site) -> tally(tallies, site).bad() + tally(tallies, site).warn())
				.reversed())
			.toList();
		sentences.add(need.isEmpty() ? this.texts.of("care.month.need.none")
				: this.texts.of("care.month.need", need.size(), names(need)));
		List<Site> silent = sites.stream()
			.filter((site) -> now.getOrDefault(site.id(), Figures.NONE).published() == 0)
			.toList();
		sentences.add(silent.isEmpty() ? this.texts.of("care.month.silent.none")
				: this.texts.of("care.month.silent", silent.size(), names(silent)));
		return sentences;
	}

	private static int sum(Map<SiteId, Figures> figures) {
		return figures.values().stream().mapToInt(Figures::published).sum();
	}

	private static Tally tally(Map<SiteId, Tally> tallies, Site site) {
		return tallies.getOrDefault(site.id(), Tally.NONE);
	}

	/** "xã A, xã B, xã C và 4 trang khác". */
	private String names(List<Site> sites) {
		String names = sites.stream().limit(MOST_NAMES).map(Site::fullName).collect(Collectors.joining(", "));
		return (sites.size() > MOST_NAMES) ? this.texts.of("care.month.names", names, sites.size() - MOST_NAMES)
				: names;
	}

}
