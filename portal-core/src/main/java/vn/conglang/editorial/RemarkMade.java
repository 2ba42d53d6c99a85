package vn.conglang.editorial;

import java.util.List;

import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.SiteId;

/**
 * Somebody said something about an entry. Told inside the transaction.
 *
 * @param title of the entry
 * @param listeners accounts that wrote it or take part in the talk, without the speaker
 */
record RemarkMade(SiteId site, long entryId, String title, List<Long> listeners, String by,
		String text) implements SiteEvent {
}
