package vn.conglang.upkeep;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.volume.Volumes;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds for how long nothing of its own has appeared on a site, by kinds. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Silence implements FindingSource {

	private final Rules rules;

	private final Volumes volumes;

	private final SectionStates states;

	private final UpkeepTexts texts;

	Silence(Rules rules, Volumes volumes, SectionStates states, UpkeepTexts texts) {
		this.rules = rules;
		this.volumes = volumes;
		this.states = states;
		this.texts = texts;
	}

	@Override
	public Map<SiteId, List<Finding>> findings(Collection<Site> sites) {
		Map<SiteId, List<Finding>> findings = new HashMap<>();
		of(sites).forEach((site, kinds) -> findings.put(site.id(),
				kinds.stream().map((kind) -> finding(site, kind)).filter(Objects::nonNull).toList()));
		return findings;
	}

	/** How each kind stands on each of the sites today, silent or not. */
	Map<Site, List<Kind>> of(Collection<Site> sites) {
		LocalDate today = this.rules.today();
		List<SilenceRule> rules = this.rules.silence(today);
		Map<SiteId, List<@Nullable LocalDate>> last = this.volumes.lastOwn(sites,
				rules.stream().map(SilenceRule::entries).toList());
		Map<SiteId, LocalDate> since = this.states.since(sites);
		Map<Site, List<Kind>> kinds = new HashMap<>();
		for (Site site : sites) {
			List<@Nullable LocalDate> known = last.get(site.id());
			List<Kind> ofSite = new ArrayList<>();
			for (int i = 0; i < rules.size(); i++) {
				SilenceRule rule = rules.get(i);
				LocalDate own = (known != null) ? known.get(i) : null;
				LocalDate from = (own != null) ? own : since.getOrDefault(site.id(), today);
				ofSite.add(new Kind(rule, own, from, Math.max(0, ChronoUnit.DAYS.between(from, today))));
			}
			kinds.put(site, ofSite);
		}
		return kinds;
	}

	private @Nullable Finding finding(Site site, Kind kind) {
		Severity severity = kind.rule().severity(kind.days());
		return (severity != null) ? new Finding("im-lang/" + kind.rule().key(), severity, () -> sentence(kind),
				href(site, kind.rule()), kind.from().plusDays(kind.rule().warn() + 1L)) : null;
	}

	/** "Tin tức: 12 ngày chưa có tin mới, quy định 7 ngày (từ 01/01/2026)." */
	String sentence(Kind kind) {
		SilenceRule rule = kind.rule();
		return this.texts.of((kind.last() != null) ? "upkeep.silence" : "upkeep.silence.never", rule.title(),
				kind.days(), rule.news(), rule.warn(), rule.from());
	}

	/** Where something new is written. */
	static String href(Site site, SilenceRule rule) {
		String type = rule.types().stream().map((known) -> known.option()).sorted().findFirst().orElse("article");
		return "/bien-tap/" + site.slug() + "/bai/moi?loai=" + type;
	}

	/**
	 * How a kind stands.
	 *
	 * @param last when the last of the site's own appeared; {@code null} where none ever
	 * did
	 * @param from since when nothing has appeared
	 */
	record Kind(SilenceRule rule, @Nullable LocalDate last, LocalDate from, long days) {
	}

}
