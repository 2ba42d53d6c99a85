package vn.conglang.editorial;

import java.time.Instant;
import java.util.List;

import vn.conglang.identity.User;
import vn.conglang.site.Site;

/**
 * Knows of something besides texts that waits for people. Modules that do implement it;
 * it stands among what waits for somebody after the login.
 */
public interface TaskSource {

	/** What waits for them, in all their sites, the latest first. */
	List<Waiting> waiting(User user);

	/**
	 * Something that waits.
	 *
	 * @param what more about it, in words
	 * @param href where it is done, from the newsroom's root
	 */
	record Waiting(Site site, String title, String what, String href, Instant at) {
	}

}
