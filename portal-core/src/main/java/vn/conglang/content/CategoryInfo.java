package vn.conglang.content;

/**
 * A category as others see it.
 *
 * @param inMenu whether it stands in the site's menu
 */
public record CategoryInfo(long id, String slug, String name, boolean inMenu) {

	/** Public address, from the site's root. */
	public String address() {
		return "/chuyen-muc/" + this.slug;
	}

}
