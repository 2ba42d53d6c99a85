package vn.conglang.reports;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;
import vn.conglang.kernel.VietnameseText;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How reports say things: the same on screen, in files and in mails. */
@Component
class Words {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy", Locale.ROOT);

	/** From so many times as much on, nobody reads percents. */
	private static final int TOO_MANY = 10;

	private final MessageSource messages;

	Words(MessageSource messages) {
		this.messages = messages;
	}

	public String of(String key, Object... arguments) {
		return this.messages.getMessage("reports." + key, arguments, "reports." + key, VietnameseText.LOCALE) + "";
	}

	public String column(String key) {
		return of("column." + key);
	}

	public String light(String light) {
		return of("light." + light);
	}

	public String standing(ReportDocument.Place standing) {
		return of("standing." + standing);
	}

	public String type(EntryType type) {
		return this.messages.getMessage("content.type." + type, null, type.name(), VietnameseText.LOCALE) + "";
	}

	/** What a category is called; those without have a word too. */
	public String category(ReportDocument.CategoryLine category) {
		return category.name().isEmpty() ? of("category.none") : category.name();
	}

	/** "1.234". */
	public String number(long number) {
		return format("#,##0").format(number);
	}

	/** "12,5". */
	public String decimal(double number) {
		return format("#,##0.0").format(number);
	}

	public String day(@Nullable LocalDate day) {
		return (day != null) ? DAY.format(day) : "";
	}

	public String time(Instant at) {
		return TIME.format(LocalDateTime.ofInstant(at, VietnameseText.ZONE));
	}

	/**
	 * "+12,5%", "−3,0%", "0%", "gấp 12,8 lần"; a dash where there is nothing to compare
	 * with.
	 */
	public String change(long now, long before) {
		if (before == 0) {
			return "–";
		}
		if (now >= TOO_MANY * before) {
			return of("times", format("#,##0.#").format((double) now / before));
		}
		String percent = decimal(Math.abs(now - before) * 100.0 / before) + "%";
		return (now == before) ? "0%" : ((now > before) ? "+" : "−") + percent;
	}

	/** "tăng 12,5% so với tháng 10 năm 2026 (240)". */
	public String compared(long now, long before, ReportPeriod with) {
		if (before == 0) {
			return of("compared.none", with.title());
		}
		if (now == before) {
			return of("compared.same", with.title(), number(before));
		}
		return of((now > before) ? "compared.more" : "compared.less", decimal(Math.abs(now - before) * 100.0 / before),
				with.title(), number(before));
	}

	private static DecimalFormat format(String pattern) {
		return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(VietnameseText.LOCALE));
	}

}
