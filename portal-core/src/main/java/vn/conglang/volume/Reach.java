package vn.conglang.volume;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import vn.conglang.identity.User;
import vn.conglang.site.Area;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

/**
 * What somebody may look at.
 *
 * @param areas by the alphabet; never empty
 * @param sites those in service in the areas, by the alphabet; or the one
 * @param counts what of it is counted
 */
public record Reach(List<Area> areas, List<Site> sites, Counts counts) {

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
		Set<Long> ids = areas.stream().map(Area::id).collect(Collectors.toSet());
		List<Site> all = sites.all().stream().filter((site) -> ids.contains(site.area().id())).toList();
		return Optional.of(new Reach(areas, all, counts(areas, sites)));
	}

	/**
	 * What was done in these areas.
	 * @param inService their sites
	 */
	public static Reach of(List<Area> areas, List<Site> inService, Sites sites) {
		return new Reach(areas, inService, counts(areas, sites));
	}

	private static Counts counts(List<Area> areas, Sites sites) {
		return (areas.size() == sites.areas().size()) ? Counts.ALL : Counts.AREAS;
	}

	/**
	 * A single site, wherever it stood; whoever asks has made sure that it may be looked
	 * at.
	 */
	public static Reach of(Site site) {
		return new Reach(List.of(site.area()), List.of(site), Counts.SITES);
	}

	/** What one site did while it stood in these areas. */
	Reach only(Site site) {
		return new Reach(this.areas, List.of(site), Counts.SITES_IN_AREAS);
	}

	/** What is counted. */
	public enum Counts {

		/** All that was ever done: everything was done in one of the areas. */
		ALL,

		/** All that was done in the areas, by whichever site stood there then. */
		AREAS,

		/** What the sites did, wherever they stood. */
		SITES,

		/** What the sites did while they stood in the areas. */
		SITES_IN_AREAS

	}

}
