package vn.conglang.emulation;

import java.time.LocalDate;

/**
 * A period for other modules to name.
 *
 * @param title "quý II năm 2026"
 * @param to last day, inclusive
 * @param closed whether its scores were signed off and never change any more
 */
public record PeriodInfo(long id, String title, LocalDate from, LocalDate to, boolean closed) {

	static PeriodInfo of(ScorePeriod period) {
		ScoredDays days = period.days();
		return new PeriodInfo(period.id(), days.title(), days.first(), days.last(), period.closed());
	}

}
