package vn.conglang.editorial;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.SiteId;

/**
 * What was planned could not be done. Told inside the transaction that notes it.
 *
 * @param title of the entry
 * @param setById account of who had planned it, if it still is known
 * @param why in a sentence
 */
public record PlanFailed(SiteId site, long entryId, String title, @Nullable Long setById,
		String why) implements SiteEvent {
}
