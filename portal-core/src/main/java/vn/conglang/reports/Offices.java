package vn.conglang.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.site.Area;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Component;

/** Which offices there are, and for which of them somebody may see and make reports. */
@Component
class Offices {

	private final Sites sites;

	Offices(Sites sites) {
		this.sites = sites;
	}

	/** All, the province first. */
	List<Office> all() {
		List<Office> offices = new ArrayList<>();
		offices.add(ofProvince());
		this.sites.areas().forEach((area) -> offices.add(of(area)));
		return offices;
	}

	/**
	 * Those of the user: all for the province's staff, their areas for those who watch
	 * some; none for boards.
	 */
	List<Office> of(User user) {
		return all().stream()
			.filter((office) -> (office.area() != null) ? user.watches(office.area()) : user.isOfProvince())
			.toList();
	}

	/**
	 * One of the user's.
	 * @param slug of the area; empty for the province, or for those who are not of it
	 * their first area
	 */
	Optional<Office> of(User user, String slug) {
		List<Office> own = of(user);
		return slug.isEmpty() ? own.stream().findFirst()
				: own.stream().filter((office) -> office.slug().equals(slug)).findFirst();
	}

	/** The one of an area, or of the province. */
	Optional<Office> find(@Nullable Long areaId) {
		return all().stream().filter((office) -> office.is(areaId)).findFirst();
	}

	Office ofProvince() {
		return new Office(this.sites.province(), null, this.sites.areas());
	}

	private static Office of(Area area) {
		return new Office(area.province(), area, List.of(area));
	}

}
