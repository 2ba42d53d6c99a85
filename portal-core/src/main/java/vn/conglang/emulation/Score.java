package vn.conglang.emulation;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;

/**
 * What a site has in a period. Those with the same total share a rank.
 *
 * @param title "Xã Thoại Giang"; of a closed period as it was called then
 * @param areaId where it stands or, in a closed period, stood
 * @param kind "xã", "phường", "thị trấn"
 * @param groups points per group of criteria
 * @param rank among all sites
 * @param areaRank among those of its area
 * @param kindRank among all of its kind
 * @param corrected the total with what was corrected after the closing, if anything was;
 * ranks are those that were signed
 */
public record Score(SiteId site, String title, long areaId, String areaTitle, String kind, BigDecimal total,
		Map<String, BigDecimal> groups, int rank, int areaRank, int kindRank, @Nullable BigDecimal corrected) {

	Score correctedBy(BigDecimal change) {
		return new Score(this.site, this.title, this.areaId, this.areaTitle, this.kind, this.total, this.groups,
				this.rank, this.areaRank, this.kindRank, this.total.add(change));
	}

}
