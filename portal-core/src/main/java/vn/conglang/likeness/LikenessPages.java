package vn.conglang.likeness;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.SiteAddresses;
import vn.conglang.volume.Period;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of officers and boards have in common. */
@Component
class LikenessPages {

	/** So far one looks back unless asked for other days. */
	static final int DAYS = 90;

	private final Likeness likeness;

	private final SiteAddresses addresses;

	private final MessageSource messages;

	private final Clock clock;

	LikenessPages(Likeness likeness, SiteAddresses addresses, MessageSource messages, Clock clock) {
		this.likeness = likeness;
		this.addresses = addresses;
		this.messages = messages;
		this.clock = clock;
	}

	/** The days asked for; what is wrong with them is put right and told. */
	Period period(String tu, String den, Model model) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
		LocalDate from = day(tu);
		LocalDate to = day(den);
		String notice = ((from == null && !tu.isBlank()) || (to == null && !den.isBlank())) ? "oversight.period.invalid"
				: null;
		LocalDate last = (to != null) ? to : today;
		LocalDate first = (from != null) ? from : last.minusDays(DAYS - 1);
		if (first.isAfter(last)) {
			LocalDate later = first;
			first = last;
			last = later;
			notice = "oversight.period.turned";
		}
		model.addAttribute("from", first);
		model.addAttribute("to", last);
		model.addAttribute("today", today);
		model.addAttribute("notice", notice);
		return new Period(first, last);
	}

	private static @Nullable LocalDate day(String text) {
		try {
			LocalDate day = LocalDate.parse(text.strip());
			return (day.getYear() >= 1900 && day.getYear() <= 2200) ? day : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/** The pairs of a page as they are shown. */
	List<Row> rows(List<Pair> pairs, String place) {
		return pairs.stream().map((pair) -> row(pair, place)).toList();
	}

	Row row(Pair pair, String place) {
		return new Row(place + "/" + pair.id(), end(pair.copy()), end(pair.source()), pair.overlap(),
				time(pair.since()), pair.counts(), (pair.word() != null) ? word(pair.word()) : null);
	}

	/** Both texts side by side, with all that was said of them. */
	void compare(Pair pair, String place, Model model) {
		model.addAttribute("pair", row(pair, place));
		model.addAttribute("texts", SideBySide.of(this.likeness.body(pair.copy()), this.likeness.body(pair.source())));
		model.addAttribute("said", this.likeness.said(pair).stream().map(LikenessPages::word).toList());
		model.addAttribute("back", place);
	}

	private End end(Pair.End end) {
		return new End(end.site().title(), end.site().area().fullName(), end.title(),
				this.addresses.of(end.site()) + end.type().address(end.slug()), end.desk(), time(end.at()));
	}

	private static Word word(Pair.Word word) {
		return new Word(word.rightful(), word.reason(), word.by(), time(word.at()));
	}

	private static LocalDateTime time(Instant at) {
		return LocalDateTime.ofInstant(at, VietnameseText.ZONE);
	}

	String message(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, VietnameseText.LOCALE);
	}

	/**
	 * A pair.
	 *
	 * @param href where both stand side by side
	 */
	record Row(String href, End copy, End source, int overlap, LocalDateTime since, boolean counts,
			@Nullable Word word) {
	}

	/**
	 * One of both.
	 *
	 * @param url public address
	 */
	record End(String site, String area, String title, String url, String desk, LocalDateTime at) {
	}

	/** What an officer said. */
	record Word(boolean rightful, String reason, String by, LocalDateTime at) {
	}

}
