package vn.conglang.content;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.SiteId;

/**
 * A revision was put before the citizens. Told inside the transaction: what must not
 * happen without it (facts of volume) is done there, anything else after the commit.
 *
 * @param appeared whether the entry was not to be seen before; otherwise its text was
 * renewed
 * @param at day and time that readers see for an entry that appeared, else of the renewal
 * @param category name of its category
 * @param words in its body
 * @param images in its body
 * @param shared whether it was taken over from a district or the province
 */
public record EntryPublished(SiteId site, long entryId, EntryType type, boolean appeared, Instant at,
		@Nullable String category, int words, int images, boolean shared) implements SiteEvent {
}
