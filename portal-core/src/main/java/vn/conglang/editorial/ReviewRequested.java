package vn.conglang.editorial;

import java.time.Instant;

import vn.conglang.identity.Role;
import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.SiteId;

/**
 * A text waits for a stage. Told inside the transaction.
 *
 * @param title of the entry
 * @param role who decides there, or anybody above
 * @param stage its name
 * @param byId account of who sent the text
 * @param by their name
 * @param due when it should be decided
 */
public record ReviewRequested(SiteId site, long entryId, String title, Role role, String stage, long byId, String by,
		Instant due) implements SiteEvent {
}
