package vn.conglang.upkeep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.upkeep.SectionState.State;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds mandatory sections that are missing, empty or out of date. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class Sections implements FindingSource {

	private final Rules rules;

	private final SectionStates states;

	private final UpkeepTexts texts;

	Sections(Rules rules, SectionStates states, UpkeepTexts texts) {
		this.rules = rules;
		this.states = states;
		this.texts = texts;
	}

	@Override
	public Map<SiteId, List<Finding>> findings(Collection<Site> sites) {
		LocalDate today = this.rules.today();
		Checklist list = this.rules.checklist(today).orElse(null);
		if (list == null) {
			return Map.of();
		}
		Map<SiteId, Map<String, SectionState>> known = this.states.lacking(sites, list, today);
		Map<SiteId, List<Finding>> findings = new HashMap<>();
		for (Site site : sites) {
			Map<String, SectionState> ofSite = known.get(site.id());
			if (ofSite != null) {
				List<Finding> found = new ArrayList<>();
				for (Checklist.Item item : list.items()) {
					SectionState state = ofSite.get(item.key());
					if (state != null) {
						found.add(finding(site, item, state, today));
					}
				}
				findings.put(site.id(), found);
			}
		}
		return findings;
	}

	@Override
	public Map<SiteId, Tally> tallies(Collection<Site> sites) {
		LocalDate today = this.rules.today();
		return this.rules.checklist(today).map((list) -> this.states.tallies(sites, list, today)).orElseGet(Map::of);
	}

	private Finding finding(Site site, Checklist.Item item, SectionState state, LocalDate today) {
		boolean bad = item.grave() && state.on(today).compareTo(State.EMPTY) >= 0;
		LocalDate until = state.currentUntil();
		return new Finding("muc/" + item.key(), bad ? Severity.BAD : Severity.WARN,
				() -> this.texts.of("upkeep.section", item.title(), told(item, state, today)), href(site, item, state),
				(state.on(today) == State.OLD && until != null) ? until.plusDays(1) : null);
	}

	/** How a section stands, in words. */
	String told(Checklist.Item item, SectionState state, LocalDate today) {
		State stands = state.on(today);
		LocalDate last = state.lastOn();
		LocalDate until = state.currentUntil();
		if (state.attested() && until != null) {
			return this.texts.of((stands == State.CURRENT) ? "upkeep.told.attested" : "upkeep.told.expired", until);
		}
		return switch (stands) {
			case CURRENT ->
				(last != null) ? this.texts.of("upkeep.told.current", last) : this.texts.of("upkeep.told.there");
			case OLD -> (last != null && until != null) ? this.texts.of("upkeep.told.old", last, until)
					: this.texts.of("upkeep.told.old.unknown");
			case EMPTY -> (state.entry() != null) ? this.texts.of("upkeep.told.draft")
					: (state.number() > 0) ? this.texts.of("upkeep.told.few", state.number(), least(item))
							: this.texts.of("upkeep.told.empty");
			case MISSING -> this.texts.of("upkeep.told.missing");
		};
	}

	private static int least(Checklist.Item item) {
		return item.ways().stream().mapToInt((way) -> switch (way) {
			case Way.OfCategory category -> category.least();
			case Way.OfType type -> type.least();
			default -> 1;
		}).max().orElse(1);
	}

	/** Where a section is mended, from the newsroom's root. */
	static String href(Site site, Checklist.Item item, SectionState state) {
		String desk = "/bien-tap/" + site.slug();
		if (state.entry() != null) {
			return desk + "/bai/" + state.entry();
		}
		Way first = item.ways().isEmpty() ? null : item.ways().getFirst();
		return switch (first) {
			case Way.OfOffice office ->
				desk + ((office.part() == Way.OfOffice.Part.BOARD) ? "/ban-bien-tap/quyet-dinh" : "/co-quan");
			case Way.OfType type -> desk + "/bai/moi?loai=" + type.type().option();
			// only its board can say whether it is there
			case Way.OfCategory category -> desk + ((item.attest() != null)
					? SiteUpkeepController.SCREEN + "#muc-" + item.key() : "/bai/moi?loai=article");
			case Way.OfPage page -> UriComponentsBuilder.fromPath(desk + "/bai/moi")
				.queryParam("loai", "page")
				.queryParam("tieu-de", "{title}")
				.encode()
				.buildAndExpand(VietnameseText.capitalized(item.title()))
				.toUriString();
			case Way.OfPlatform platform -> desk;
			case null -> desk + SiteUpkeepController.SCREEN + "#muc-" + item.key();
		};
	}

}
