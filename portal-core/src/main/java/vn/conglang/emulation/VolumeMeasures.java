package vn.conglang.emulation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import vn.conglang.content.EntryType;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.volume.Figures;
import vn.conglang.volume.Filter;
import vn.conglang.volume.Period;
import vn.conglang.volume.Volumes;

import org.springframework.stereotype.Component;

/** How much sites publish, and how steadily. */
@Component
class VolumeMeasures implements MeasureSource {

	private final Volumes volumes;

	private final Silences silences;

	private final Clock clock;

	VolumeMeasures(Volumes volumes, Silences silences, Clock clock) {
		this.volumes = volumes;
		this.silences = silences;
		this.clock = clock;
	}

	@Override
	public Set<Measure> measures() {
		return EnumSet.of(Measure.OWN_ENTRIES, Measure.NEWS, Measure.ANNOUNCEMENTS, Measure.DOCUMENTS,
				Measure.PROCEDURES, Measure.ALBUMS_VIDEOS, Measure.OWN_SHARE, Measure.WORDS_PER_ENTRY,
				Measure.PICTURES_PER_ENTRY, Measure.LONGEST_SILENCE);
	}

	@Override
	public Map<Measure, Map<SiteId, Fact>> facts(Set<Measure> wanted, Collection<Site> sites, ScoredDays days) {
		Map<Measure, Map<SiteId, Fact>> facts = new EnumMap<>(Measure.class);
		wanted.forEach((measure) -> facts.put(measure, new HashMap<>()));
		this.volumes.bySite(sites, new Period(days.first(), days.last()), Filter.ALL)
			.forEach((site, figures) -> facts
				.forEach((measure, ofMeasure) -> ofMeasure.put(site, fact(measure, figures))));
		if (wanted.contains(Measure.LONGEST_SILENCE)) {
			LocalDate today = LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
			Map<SiteId, Fact> silent = new HashMap<>();
			this.silences.longest(sites, days.first(), days.last(), today)
				.forEach((site, longest) -> silent.put(site, Fact.of(longest)));
			facts.put(Measure.LONGEST_SILENCE, silent);
		}
		return facts;
	}

	private static Fact fact(Measure measure, Figures figures) {
		return switch (measure) {
			case OWN_ENTRIES -> Fact.of(figures.published());
			case NEWS -> Fact.of(of(figures, EntryType.ARTICLE));
			case ANNOUNCEMENTS -> Fact.of(of(figures, EntryType.ANNOUNCEMENT));
			case DOCUMENTS -> Fact.of(of(figures, EntryType.LEGAL_DOCUMENT));
			case PROCEDURES -> Fact.of(of(figures, EntryType.PROCEDURE));
			case ALBUMS_VIDEOS -> Fact.of(of(figures, EntryType.ALBUM) + of(figures, EntryType.VIDEO));
			case OWN_SHARE -> Fact.share(figures.published(), figures.published() + figures.shared());
			case WORDS_PER_ENTRY -> Fact.average(figures.words(), figures.published());
			case PICTURES_PER_ENTRY -> Fact.average(figures.images(), figures.published());
			default -> Fact.UNKNOWN;
		};
	}

	private static int of(Figures figures, EntryType type) {
		return figures.byType().getOrDefault(type, 0);
	}

}
