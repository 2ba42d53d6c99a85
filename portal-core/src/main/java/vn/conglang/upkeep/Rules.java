package vn.conglang.upkeep;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import vn.conglang.kernel.VietnameseText;

import org.springframework.stereotype.Component;

/** What sites are measured by, by the day; read and checked when the portal starts. */
@Component
class Rules {

	private final RuleFiles.Content content;

	private final Clock clock;

	Rules(RuleFiles files, Clock clock) {
		this.content = files.read();
		this.clock = clock;
	}

	/** Today, in Vietnam. */
	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
	}

	/** How long what may not appear on this day, in the order of the file. */
	List<SilenceRule> silence(LocalDate day) {
		Map<String, List<SilenceRule>> byKey = this.content.silence()
			.stream()
			.collect(Collectors.groupingBy(SilenceRule::key, LinkedHashMap::new, Collectors.toList()));
		return byKey.values().stream().flatMap((rules) -> Dated.inForce(rules, day).stream()).toList();
	}

	/** How long texts may wait on this day. */
	Optional<RuleFiles.ReviewRule> reviews(LocalDate day) {
		return Dated.inForce(this.content.reviews(), day);
	}

	/** How often standing pages are looked through on this day. */
	Optional<RuleFiles.PageRule> pages(LocalDate day) {
		return Dated.inForce(this.content.pages(), day);
	}

	/** The sections that a site must have on this day, if there is any such list. */
	Optional<Checklist> checklist(LocalDate day) {
		return Dated.inForce(this.content.checklists(), day);
	}

}
