package vn.conglang.upkeep;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A rule with a date of effect; every module that reads rules from files may have some.
 */
public interface Dated {

	/** First day on which it holds. */
	LocalDate from();

	/** Last day on which it holds, if nothing follows it. */
	@Nullable LocalDate until();

	/**
	 * Of rules that follow each other, the one in force: the latest that began by then.
	 */
	static <T extends Dated> Optional<T> inForce(Collection<T> rules, LocalDate day) {
		return rules.stream()
			.filter((rule) -> !rule.from().isAfter(day))
			.max(Comparator.comparing(Dated::from))
			.filter((rule) -> {
				LocalDate until = rule.until();
				return until == null || !until.isBefore(day);
			});
	}

}
