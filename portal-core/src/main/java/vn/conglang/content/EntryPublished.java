package vn.conglang.content;

import java.time.Instant;

import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.SiteId;

/**
 * A revision was put before the citizens. Told inside the transaction: what must not
 * happen without it (facts of volume) is done there, anything else after the commit.
 *
 * @param appeared whether the entry was not to be seen before; otherwise its text was
 * renewed
 * @param first whether it was never seen before; otherwise it comes back after a
 * withdrawal, or was renewed
 * @param at day and time that readers see for an entry that is seen for the first time,
 * else of the act
 */
public record EntryPublished(SiteId site, long entryId, EntryType type, boolean appeared, boolean first, Instant at,
		EntryWork work) implements SiteEvent {
}
