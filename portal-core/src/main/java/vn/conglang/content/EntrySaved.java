package vn.conglang.content;

import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.SiteId;

/**
 * A revision was saved, or the address of an unpublished entry changed; what citizens see
 * did not. Told inside the transaction, like {@link EntryPublished}.
 */
public record EntrySaved(SiteId site, long entryId) implements SiteEvent {
}
