package vn.conglang.care;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;
import vn.conglang.upkeep.Dated;
import vn.conglang.upkeep.Finding;
import vn.conglang.upkeep.Severity;

/**
 * Of what boards are reminded, and who hears of it after them.
 *
 * @param key lasting name; rules of one key follow each other
 * @param title "Trang im lặng"
 * @param from first day on which it holds
 * @param until last day on which it holds, if nothing follows it
 * @param source who says so
 * @param findings rules of findings; with {@code /*} at the end all that begin so
 * @param onlyBad whether it waits until the site needs help for it
 * @param steps those nearest to the work first
 */
record ReminderRule(String key, String title, LocalDate from, @Nullable LocalDate until, String source,
		List<String> findings, boolean onlyBad, List<Step> steps) implements Dated {

	/** Whether it is about such a finding. */
	boolean isAbout(Finding finding) {
		return (!this.onlyBad || finding.severity() == Severity.BAD)
				&& this.findings.stream().anyMatch((pattern) -> fits(pattern, finding.rule()));
	}

	private static boolean fits(String pattern, String rule) {
		return pattern.endsWith("/*") ? rule.startsWith(pattern.substring(0, pattern.length() - 1))
				: rule.equals(pattern);
	}

	/**
	 * The step to be taken today, if one is: the one after the last that was taken, when
	 * it has been found for so long, and when who was told before has had the time that
	 * lies between the two.
	 * @param since day on which it was found
	 * @param last step that was taken since then, with its day
	 */
	OptionalInt due(LocalDate since, @Nullable Taken last, LocalDate today) {
		int next = (last != null) ? last.step() + 1 : 0;
		if (next >= this.steps.size() || ChronoUnit.DAYS.between(since, today) < this.steps.get(next).after()) {
			return OptionalInt.empty();
		}
		if (last != null && ChronoUnit.DAYS.between(last.on(), today) < this.steps.get(next).after()
				- this.steps.get(last.step()).after()) {
			return OptionalInt.empty();
		}
		return OptionalInt.of(next);
	}

	/**
	 * Who is told.
	 *
	 * @param after days since it was found
	 */
	record Step(int after, Whom whom) {
	}

	/**
	 * That a step was taken.
	 *
	 * @param step from 0 on
	 */
	record Taken(int step, LocalDate on) {
	}

	/**
	 * How often a site may be reminded.
	 *
	 * @param days at most once in so many
	 */
	record Pace(LocalDate from, String source, int days) implements Dated {

		@Override
		public @Nullable LocalDate until() {
			return null;
		}

	}

}
