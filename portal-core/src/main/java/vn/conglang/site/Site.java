package vn.conglang.site;

import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;

/**
 * A commune's website.
 *
 * @param slug lasting name in addresses: "thoai-giang"
 * @param code of the unit in the statistics office's list; used again after mergers, so
 * never an identity
 * @param kind "xã", "phường", "thị trấn"
 * @param name "Thoại Giang"
 * @param theme id of its look
 * @param hosts host names beside {@code <slug>.<base domain>}
 * @param integrations ids in systems outside, where connected
 * @param retired whether it was dropped from the configuration: kept, but not served
 */
public record Site(SiteId id, String slug, String code, String kind, String name, Area area, String theme,
		List<String> hosts, Integrations integrations, boolean retired) {

	/** "xã Thoại Giang". */
	public String fullName() {
		return this.kind + " " + this.name;
	}

	/** "Xã Thoại Giang", for headings. */
	public String title() {
		return VietnameseText.capitalized(fullName());
	}

	/**
	 * Ids of the site in systems outside, each {@code null} where it is not connected.
	 *
	 * @param matomo site id in Matomo
	 * @param emc id in the EMC measuring system
	 * @param trustBadge domain registered with the network-trust programme
	 * @param google code by which Google knows whose site it is; so too {@code bing} and
	 * {@code zalo}
	 */
	public record Integrations(@Nullable Integer matomo, @Nullable String emc, @Nullable String trustBadge,
			@Nullable String google, @Nullable String bing, @Nullable String zalo) {
	}

}
