package vn.conglang.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;

/**
 * That a site was reminded.
 *
 * @param told who was told, as people read it
 * @param word what the officer added; may be empty
 * @param byName who reminded
 * @param items of what
 * @param known who of the board has taken note, if somebody has
 */
record Reminder(long id, SiteId site, Whom whom, boolean byRule, String told, String word, String byName, Instant at,
		List<Item> items, @Nullable Known known) {

	/** In Vietnam. */
	public LocalDateTime time() {
		return LocalDateTime.ofInstant(this.at, VietnameseText.ZONE);
	}

	LocalDate day() {
		return time().toLocalDate();
	}

	/**
	 * Something of which a site is reminded, as it was said then.
	 *
	 * @param rule by what it was measured
	 * @param since first day on which it was so, where that is known
	 * @param step that told it, where a rule did
	 */
	record Item(String rule, String sentence, String href, @Nullable LocalDate since, @Nullable Step step) {
	}

	/**
	 * A step of a rule.
	 *
	 * @param rule its key
	 * @param number from 0 on
	 */
	record Step(String rule, int number) {
	}

	/** Somebody has taken note. */
	record Known(String byName, Instant at) {
	}

}
