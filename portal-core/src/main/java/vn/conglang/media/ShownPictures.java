package vn.conglang.media;

import java.util.List;
import java.util.Optional;

import vn.conglang.site.Site;

import org.springframework.stereotype.Service;

/** The pictures that pages of a site show: its own, and shared ones while they are on. */
@Service
public class ShownPictures {

	private final Pictures own;

	private final SharedPictures shared;

	private final List<SharedMediaUses> uses;

	ShownPictures(Pictures own, SharedPictures shared, List<SharedMediaUses> uses) {
		this.own = own;
		this.shared = shared;
		this.uses = uses;
	}

	/**
	 * A picture in the width and format that its name stands for.
	 * @param site the one at work
	 */
	public Optional<Stored> find(Site site, String hash, String name) {
		return this.own.find(hash, name)
			.or(() -> this.uses.stream().anyMatch((use) -> use.shows(site, hash)) ? this.shared.find(hash, name)
					: Optional.empty());
	}

}
