package vn.conglang.media;

import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.SiteId;

/**
 * A site no longer has a file; whatever was made of it goes as well. Told inside the
 * transaction.
 *
 * @param hash in its address
 */
public record FileRemoved(SiteId site, String hash) implements SiteEvent {
}
