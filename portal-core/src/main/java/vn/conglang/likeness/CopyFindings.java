package vn.conglang.likeness;

import java.time.Clock;
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
import vn.conglang.volume.Period;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells boards of their copies beside all else that is to be mended. */
@Component
class CopyFindings implements FindingSource {

	private final Likeness likeness;

	private final MessageSource messages;

	private final Clock clock;

	CopyFindings(Likeness likeness, MessageSource messages, Clock clock) {
		this.likeness = likeness;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public Map<SiteId, List<Finding>> findings(Collection<Site> sites) {
		Period period = Period.lastDays(LikenessPages.DAYS,
				LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE));
		Map<SiteId, Integer> copied = this.likeness.copied(sites, period);
		Map<SiteId, List<Finding>> findings = new HashMap<>();
		for (Site site : sites) {
			Integer copies = copied.get(site.id());
			if (copies != null) {
				findings.put(site.id(),
						List.of(new Finding("trung-lap/bai", Severity.WARN,
								() -> this.messages.getMessage("likeness.found",
										new Object[] { copies, LikenessPages.DAYS }, VietnameseText.LOCALE),
								"/bien-tap/" + site.slug() + BoardLikenessController.PAGE, null)));
			}
		}
		return findings;
	}

}
