package vn.conglang.content;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.SiteId;

/**
 * An entry was taken from the citizens' sight. Told inside the transaction, like
 * {@link EntryPublished}.
 */
public record EntryWithdrawn(SiteId site, long entryId, EntryType type, Instant at, @Nullable String category,
		int words, int images, boolean shared) implements SiteEvent {
}
