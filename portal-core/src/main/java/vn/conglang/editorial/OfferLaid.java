package vn.conglang.editorial;

import vn.conglang.kernel.SiteEvent;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

/**
 * A district or the province has offered a text to a site. Told inside the transaction.
 *
 * @param offered identity of the offer as it lies before the site
 * @param title of the text
 * @param origin who offers it, as people read it
 */
record OfferLaid(SiteId site, long offered, String title, String origin) implements SiteEvent {

	/** Where the site reads and answers it, from the newsroom's root. */
	String href(Site site) {
		return "/bien-tap/" + site.slug() + "/duoc-chia-se/" + this.offered;
	}

}
