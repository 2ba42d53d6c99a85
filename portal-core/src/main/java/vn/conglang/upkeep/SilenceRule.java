package vn.conglang.upkeep;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;
import vn.conglang.volume.Volumes;

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

	/** What ends the silence. */
	Volumes.EntriesOfKind entries() {
		return new Volumes.EntriesOfKind(this.types, this.categories);
	}

	/** How bad it is when nothing has appeared for so many days. */
	@Nullable Severity severity(long days) {
		if (this.bad != null && days > this.bad) {
			return Severity.BAD;
		}
		return (days > this.warn) ? Severity.WARN : null;
	}

}
