package vn.conglang.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import vn.conglang.kernel.VietnameseText;
import vn.conglang.upkeep.Dated;

import org.springframework.stereotype.Component;

/** By what boards are reminded, by the day; read and checked when the portal starts. */
@Component
class ReminderRules {

	private static final int USUAL_PACE = 3;

	private final ReminderFile.Content content;

	private final Clock clock;

	ReminderRules(ReminderFile file, Clock clock) {
		this.content = file.read();
		this.clock = clock;
	}

	/** Today, in Vietnam. */
	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
	}

	/** What is in force on a day, in the order of the file. */
	List<ReminderRule> on(LocalDate day) {
		Map<String, List<ReminderRule>> byKey = this.content.rules()
			.stream()
			.collect(Collectors.groupingBy(ReminderRule::key, LinkedHashMap::new, Collectors.toList()));
		return byKey.values().stream().flatMap((rules) -> Dated.inForce(rules, day).stream()).toList();
	}

	/** A site is reminded at most once in so many days. */
	int pace(LocalDate day) {
		return Dated.inForce(this.content.paces(), day).map(ReminderRule.Pace::days).orElse(USUAL_PACE);
	}

}
