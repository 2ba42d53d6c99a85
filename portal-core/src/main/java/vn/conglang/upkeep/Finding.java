package vn.conglang.upkeep;

import java.time.LocalDate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Something a site lacks or lets lie.
 *
 * @param rule what it was measured by, the same for all sites and lasting: "im-lang/news"
 * @param words what is the matter, in words for the board; found only when somebody reads
 * it, because of all that is found for many sites most is counted only
 * @param href where it is mended, from the newsroom's root
 * @param since the first day on which it was so, where that is known
 */
public record Finding(String rule, Severity severity, Supplier<String> words, String href, @Nullable LocalDate since) {

	/** What is the matter, in words for the board. */
	public String sentence() {
		return this.words.get();
	}

}
