package vn.conglang.upkeep;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import vn.conglang.kernel.VietnameseText;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sentences of this module. */
@Component
class UpkeepTexts {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

	private final MessageSource messages;

	UpkeepTexts(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * The sentence; days and numbers among the parts are written as people write them.
	 */
	String of(String key, Object... parts) {
		Object[] written = new Object[parts.length];
		for (int i = 0; i < parts.length; i++) {
			written[i] = (parts[i] instanceof LocalDate day) ? day(day) : (parts[i] instanceof Number number)
					? String.format(VietnameseText.LOCALE, "%,d", number.longValue()) : parts[i];
		}
		return this.messages.getMessage(key, written, key, VietnameseText.LOCALE) + "";
	}

	/** 20/11/2026. */
	static String day(LocalDate day) {
		return DAY.format(day);
	}

}
