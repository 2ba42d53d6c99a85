package vn.conglang.content;

import java.time.Instant;

import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.SiteId;

/**
 * An entry was taken from the citizens' sight. Told inside the transaction, like
 * {@link EntryPublished}.
 *
 * @param work what they saw until then
 */
public record EntryWithdrawn(SiteId site, long entryId, EntryType type, Instant at,
		EntryWork work) implements SiteEvent {
}
