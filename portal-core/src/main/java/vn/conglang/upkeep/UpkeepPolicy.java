package vn.conglang.upkeep;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;

/**
 * Who may say that something of a site is in order: its editors and those above them.
 * Districts read, they do not speak for a board.
 */
@Component
class UpkeepPolicy {

	/** Why the user may not; the key of a message, {@code null} for yes. */
	@Nullable String whyNotVouch(User user, Site site) {
		return user.holds(Role.EDITOR.andAbove(), site) ? null : "upkeep.policy.editors";
	}

}
