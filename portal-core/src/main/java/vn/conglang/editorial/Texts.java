package vn.conglang.editorial;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryText;
import vn.conglang.kernel.VietnameseText;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Puts messages and times into the words and the clock of the people who read them. */
@Component
class Texts {

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm, EEEE dd/MM/yyyy",
			VietnameseText.LOCALE);

	private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

	private static final DateTimeFormatter HOUR_AND_DAY = DateTimeFormatter.ofPattern("HH:mm, dd/MM");

	private final MessageSource messages;

	Texts(MessageSource messages) {
		this.messages = messages;
	}

	String of(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	@Nullable String orNull(@Nullable String key) {
		return (key != null) ? of(key) : null;
	}

	/** Empty where there is no such message. */
	String orEmpty(String key) {
		return this.messages.getMessage(key, null, "", VietnameseText.LOCALE) + "";
	}

	/** What is to be mended, by field. */
	Map<String, String> problems(List<EntryText.Problem> problems) {
		Map<String, String> byField = new LinkedHashMap<>();
		problems.forEach((problem) -> byField.putIfAbsent(problem.field(), of(problem.message(), problem.arguments())));
		return byField;
	}

	/**
	 * Ends the request with 403 and the reason.
	 * @param refusal key of a policy's answer, {@code null} for yes
	 */
	void require(@Nullable String refusal) {
		if (refusal != null) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, of(refusal));
		}
	}

	static LocalDateTime time(Instant instant) {
		return LocalDateTime.ofInstant(instant, VietnameseText.ZONE);
	}

	/** "08:05, thứ Sáu 20/11/2026". */
	static String clock(Instant instant) {
		return CLOCK.format(time(instant));
	}

	/** "08:05" today, else with the day: "08:05, 20/11". */
	static String hour(Instant instant) {
		LocalDateTime time = time(instant);
		return ((time.toLocalDate().equals(LocalDate.now(VietnameseText.ZONE))) ? HOUR : HOUR_AND_DAY).format(time);
	}

	static @Nullable LocalDateTime timeOrNull(@Nullable Instant instant) {
		return (instant != null) ? time(instant) : null;
	}

}
