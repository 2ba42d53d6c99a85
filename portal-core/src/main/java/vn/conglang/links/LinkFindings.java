package vn.conglang.links;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.upkeep.Finding;
import vn.conglang.upkeep.FindingSource;
import vn.conglang.upkeep.Severity;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells boards of their broken links beside all else that their sites lack. */
@Component
class LinkFindings implements FindingSource {

	private final BrokenLinks links;

	private final MessageSource messages;

	LinkFindings(BrokenLinks links, MessageSource messages) {
		this.links = links;
		this.messages = messages;
	}

	@Override
	public Map<SiteId, List<Finding>> findings(Collection<Site> sites) {
		Map<SiteId, BrokenLinks.Count> counts = this.links.counts(sites);
		Map<SiteId, List<Finding>> findings = new HashMap<>();
		for (Site site : sites) {
			BrokenLinks.Count count = counts.get(site.id());
			if (count != null) {
				findings.put(site.id(), List.of(new Finding("lien-ket/hong", Severity.WARN,
						() -> this.messages.getMessage("links.found", new Object[] { count.all(), count.entries() },
								VietnameseText.LOCALE),
						"/bien-tap/" + site.slug() + BrokenLinksController.PAGE,
						LocalDate.ofInstant(count.since(), VietnameseText.ZONE))));
			}
		}
		return findings;
	}

}
