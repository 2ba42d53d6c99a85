package vn.conglang.upkeep;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;

/**
 * How long something may not appear on a site.
 *
 * @param key lasting name; rules of one key follow each other
 * @param title "Tin tức"
 * @param news what does not appear: "tin mới"
 * @param from first day on which it holds
 * @param until last day on which it holds, if nothing follows it
 * @param source who says so
 * @param types an entry of one of these ends the silence
 * @param categories so does one in a category with one of these slugs
 * @param warn days that may pass
 * @param bad days after which the site needs help; {@code null} where it never does
 */
record SilenceRule(String key, String title, String news, LocalDate from, @Nullable LocalDate until, String source,
		Set<EntryType> types, Set<String> categories, int warn, @Nullable Integer bad) implements Dated {

	/** By what the last publications that end the silence are known to be told. */
	Set<String> kinds() {
		return Stream.concat(this.types.stream().map((type) -> "type:" + type.name()), this.categories.stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/** How bad it is when nothing has appeared for so many days. */
	@Nullable Severity severity(long days) {
		if (this.bad != null && days > this.bad) {
			return Severity.BAD;
		}
		return (days > this.warn) ? Severity.WARN : null;
	}

}
