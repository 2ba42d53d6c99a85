package vn.conglang.editorial;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

import vn.conglang.kernel.VietnameseText;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When offices work: deadlines are counted in working hours, so that nobody is late over
 * a weekend or Tết. Which days are holidays is decided anew every year and stands in the
 * configuration.
 *
 * @param days of the week on which offices work
 * @param hours of such a day, in order
 * @param holidays days off that fall on a working day
 */
@ConfigurationProperties("portal.working-time")
public record WorkingTime(Set<DayOfWeek> days, List<Hours> hours, Set<LocalDate> holidays) {

	public WorkingTime {
		if (days.isEmpty() || hours.isEmpty()) {
			throw new IllegalArgumentException("portal.working-time needs days and hours");
		}
		holidays = (holidays != null) ? Set.copyOf(holidays) : Set.of();
	}

	/** The moment at which so much working time has passed since the start. */
	public Instant after(Instant start, Duration work) {
		ZonedDateTime at = start.atZone(VietnameseText.ZONE);
		Duration left = work;
		for (LocalDate day = at.toLocalDate();; day = day.plusDays(1)) {
			if (!this.days.contains(day.getDayOfWeek()) || this.holidays.contains(day)) {
				continue;
			}
			for (Hours part : this.hours) {
				ZonedDateTime from = day.atTime(part.from()).atZone(VietnameseText.ZONE);
				ZonedDateTime to = day.atTime(part.to()).atZone(VietnameseText.ZONE);
				if (from.isBefore(at)) {
					from = at;
				}
				if (!from.isBefore(to)) {
					continue;
				}
				Duration here = Duration.between(from, to);
				if (here.compareTo(left) >= 0) {
					return from.plus(left).toInstant();
				}
				left = left.minus(here);
			}
		}
	}

	/** Whether offices work at this moment. */
	public boolean isAt(Instant moment) {
		ZonedDateTime at = moment.atZone(VietnameseText.ZONE);
		return this.days.contains(at.getDayOfWeek()) && !this.holidays.contains(at.toLocalDate()) && this.hours.stream()
			.anyMatch((part) -> !at.toLocalTime().isBefore(part.from()) && at.toLocalTime().isBefore(part.to()));
	}

	/** A part of the day, such as the morning. */
	public record Hours(LocalTime from, LocalTime to) {

		public Hours {
			if (!from.isBefore(to)) {
				throw new IllegalArgumentException("Working hours end before they begin: " + from + "–" + to);
			}
		}

	}

}
