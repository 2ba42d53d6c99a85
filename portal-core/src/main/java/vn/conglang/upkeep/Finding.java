package vn.conglang.upkeep;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Something a site lacks or lets lie.
 *
 * @param rule what it was measured by, the same for all sites and lasting: "im-lang/news"
 * @param sentence what is the matter, in words for the board
 * @param href where it is mended, from the newsroom's root
 * @param since the first day on which it was so, where that is known
 */
public record Finding(String rule, Severity severity, String sentence, String href, @Nullable LocalDate since) {
}
