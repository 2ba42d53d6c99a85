package vn.conglang.media;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;

/**
 * Who may do what with the pictures and files of a site. Answers with the key of a
 * message that says why not.
 */
@Component
class MediaPolicy {

	/**
	 * Why the user may not add, describe or remove here, or {@code null} when they may.
	 */
	@Nullable String whyNotChange(User user, Site site) {
		return user.holds(Role.WRITERS, site) ? null : "media.policy.onlyRead";
	}

}
