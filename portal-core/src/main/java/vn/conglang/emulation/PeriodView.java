package vn.conglang.emulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;

/**
 * A period as pages show it.
 *
 * @param title "quý II năm 2026"
 * @param state name of a {@link ScorePeriod.State}
 */
record PeriodView(long id, String title, String heading, LocalDate first, LocalDate last, String state, String openedBy,
		LocalDateTime openedAt, @Nullable String publishedBy, @Nullable LocalDateTime publishedAt,
		@Nullable LocalDate appealsUntil, @Nullable String closedBy, @Nullable LocalDateTime closedAt,
		@Nullable String criteria, ScorePeriod.@Nullable Signature signature) {

	static PeriodView of(ScorePeriod period) {
		ScoredDays days = period.days();
		return new PeriodView(period.id(), days.title(), VietnameseText.capitalized(days.title()), days.first(),
				days.last(), period.state().name(), period.openedBy(), time(period.openedAt()), period.publishedBy(),
				timeOrNull(period.publishedAt()), period.appealsUntil(), period.closedBy(),
				timeOrNull(period.closedAt()), period.criteria(), period.signature());
	}

	static LocalDateTime time(Instant at) {
		return LocalDateTime.ofInstant(at, VietnameseText.ZONE);
	}

	private static @Nullable LocalDateTime timeOrNull(@Nullable Instant at) {
		return (at != null) ? time(at) : null;
	}

}
