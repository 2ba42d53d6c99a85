package vn.conglang.editorial;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.SiteId;

/**
 * A review has ended. Told inside the transaction.
 *
 * @param title of the entry
 * @param submittedById account of who had sent the text
 * @param byId account of who decided
 * @param by their name
 * @param reason why it came back, if it did
 */
public record ReviewDecided(SiteId site, long entryId, String title, long submittedById, Outcome outcome, long byId,
		String by, @Nullable String reason) implements SiteEvent {

	/** How it ended. */
	public enum Outcome {

		/** Citizens see it. */
		PUBLISHED,

		/** Citizens will see it at a time. */
		PLANNED,

		/** It came back with a reason. */
		RETURNED

	}

}
