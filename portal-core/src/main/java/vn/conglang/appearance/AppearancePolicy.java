package vn.conglang.appearance;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;

/**
 * Who may change how a site looks. Answers with the key of a message that says why not,
 * or {@code null} for yes.
 */
@Component
class AppearancePolicy {

	/** Why the user may not change theme, blocks, menu and banners here. */
	@Nullable String whyNotArrange(User user, Site site) {
		return user.holds(Role.DEPUTY_EDITOR.andAbove(), site) ? null : "appearance.policy.deputies";
	}

}
