package vn.conglang.volume;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;
import vn.conglang.site.Site;

/**
 * The very entries behind a number, the latest first, a page of them.
 *
 * @param total the number
 * @param page from 1 on
 * @param pages how many there are to look at, at least 1
 * @param more whether there are more entries than these pages show
 */
public record Evidence(int total, int page, int pages, boolean more, List<Counted> entries) {

	/**
	 * An entry that was counted.
	 *
	 * @param site whose it is, as the site is today
	 * @param title of the revision that was counted
	 * @param day on which it was counted
	 * @param category what its category was called then
	 * @param author account or byline it was counted for
	 * @param desk address of the entry in the newsroom
	 * @param url address of its public page, while there is one
	 */
	public record Counted(Site site, EntryType type, String title, LocalDate day, @Nullable String category, int words,
			int images, @Nullable String author, String desk, @Nullable String url) {
	}

}
