package vn.conglang.analytics;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;

/**
 * Who may connect a site with systems outside. Answers with the key of a message that
 * says why not, or {@code null} for yes.
 */
@Component
class ConnectionPolicy {

	/** Why the user may not change the connections here. */
	@Nullable String whyNotConnect(User user, Site site) {
		return user.holds(Role.CHIEF_EDITOR.andAbove(), site) ? null : "connections.policy.chiefs";
	}

	/** Why the user may not even see them. */
	@Nullable String whyNotSee(User user, Site site) {
		return (user.holds(Role.DEPUTY_EDITOR.andAbove(), site) || user.watches(site.area())) ? null
				: "connections.policy.chiefs";
	}

}
