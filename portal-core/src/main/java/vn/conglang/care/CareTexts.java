package vn.conglang.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sentences of this module. */
@Component
class CareTexts {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

	private final MessageSource messages;

	CareTexts(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * The sentence; days and numbers among the parts are written as people write them.
	 */
	String of(String key, Object... parts) {
		Object[] written = new Object[parts.length];
		for (int i = 0; i < parts.length; i++) {
			written[i] = (parts[i] instanceof LocalDate day) ? DAY.format(day)
					: (parts[i] instanceof Double number) ? String.format(VietnameseText.LOCALE, "%,.1f", number)
							: (parts[i] instanceof Number number)
									? String.format(VietnameseText.LOCALE, "%,d", number.longValue()) : parts[i];
		}
		return this.messages.getMessage(key, written, key, VietnameseText.LOCALE) + "";
	}

	static LocalDateTime time(Instant at) {
		return LocalDateTime.ofInstant(at, VietnameseText.ZONE);
	}

	static @Nullable LocalDateTime timeOrNull(@Nullable Instant at) {
		return (at != null) ? time(at) : null;
	}

}
