package vn.conglang.editorial;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.conglang.kernel.VietnameseText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WorkingTimeTests {

	private static final WorkingTime OFFICE = new WorkingTime(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
			List.of(new WorkingTime.Hours(LocalTime.of(7, 30), LocalTime.of(11, 30)),
					new WorkingTime.Hours(LocalTime.of(13, 30), LocalTime.of(17, 0))),
			Set.of(LocalDate.of(2026, 9, 2)));

	@Test
	void eightHoursFromFridayAfternoonEndOnMondayAfternoon() {
		// 2026-11-20 is a Friday; an hour is left on it, and seven and a half make a
		// whole day
		assertThat(OFFICE.after(at("2026-11-20T16:00"), Duration.ofHours(8))).isEqualTo(at("2026-11-23T16:30"));
	}

	@Test
	void whatIsSentAtNightCountsFromTheMorning() {
		assertThat(OFFICE.after(at("2026-11-18T22:15"), Duration.ofHours(2))).isEqualTo(at("2026-11-19T09:30"));
	}

	@Test
	void theNoonBreakDoesNotCount() {
		assertThat(OFFICE.after(at("2026-11-18T11:00"), Duration.ofHours(1))).isEqualTo(at("2026-11-18T14:00"));
	}

	@Test
	void holidaysAreSkipped() {
		assertThat(OFFICE.after(at("2026-09-01T16:30"), Duration.ofHours(1))).isEqualTo(at("2026-09-03T08:00"));
	}

	@Test
	void hoursThatEndBeforeTheyBeginAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new WorkingTime.Hours(LocalTime.of(17, 0), LocalTime.of(7, 30)));
	}

	@Property
	void aDeadlineLiesInWorkingHoursAndLaterWithMoreWork(@ForAll("starts") Instant start,
			@ForAll @IntRange(min = 1, max = 160) int hours) {
		Instant due = OFFICE.after(start, Duration.ofHours(hours));
		LocalDateTime local = LocalDateTime.ofInstant(due, VietnameseText.ZONE);
		assertThat(OFFICE.days()).contains(local.getDayOfWeek());
		assertThat(OFFICE.hours())
			.anyMatch((part) -> !local.toLocalTime().isBefore(part.from()) && !local.toLocalTime().isAfter(part.to()));
		assertThat(Duration.between(start, due)).isGreaterThanOrEqualTo(Duration.ofHours(hours));
		assertThat(OFFICE.after(start, Duration.ofHours(hours + 1))).isAfter(due);
	}

	@Property
	void workInTwoPartsEndsWhenTheWholeDoes(@ForAll("starts") Instant start,
			@ForAll @IntRange(min = 1, max = 80) int first, @ForAll @IntRange(min = 1, max = 80) int second) {
		assertThat(OFFICE.after(OFFICE.after(start, Duration.ofHours(first)), Duration.ofHours(second)))
			.isEqualTo(OFFICE.after(start, Duration.ofHours(first + second)));
	}

	@Provide
	Arbitrary<Instant> starts() {
		return Arbitraries.longs()
			.between(at("2026-01-01T00:00").getEpochSecond() / 60, at("2027-12-31T00:00").getEpochSecond() / 60)
			.map((minutes) -> Instant.ofEpochSecond(minutes * 60));
	}

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(VietnameseText.ZONE).toInstant();
	}

}
