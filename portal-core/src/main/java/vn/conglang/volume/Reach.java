package vn.conglang.volume;

import java.util.List;
import java.util.Optional;

import vn.conglang.identity.User;
import vn.conglang.site.Area;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

/**
 * What somebody may look at: whole areas, or a single site.
 *
 * @param areas by the alphabet; never empty
 * @param sites those in service in the areas, by the alphabet; or the one
 * @param whole whether it is about all that was done in the areas, by whichever site
 * stood there then; otherwise about the one site, wherever it stood
 */
public record Reach(List<Area> areas, List<Site> sites, boolean whole) {

	/**
	 * What the user watches.
	 * @param area slug of the one area to look at, or empty for all of them
	 * @return empty where they watch nothing, or not that area
	 */
	public static Optional<Reach> of(User user, Sites sites, String area) {
		List<Area> areas = sites.areas()
			.stream()
			.filter((one) -> area.isEmpty() || one.slug().equals(area))
			.filter(user::watches)
			.toList();
		if (areas.isEmpty()) {
			return Optional.empty();
		}
		List<Site> all = sites.all()
			.stream()
			.filter((site) -> areas.stream().anyMatch((one) -> one.id() == site.area().id()))
			.toList();
		return Optional.of(new Reach(areas, all, true));
	}

	/** A single site; whoever asks has made sure that it may be looked at. */
	public static Reach of(Site site) {
		return new Reach(List.of(site.area()), List.of(site), false);
	}

}
