package vn.conglang.content;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;

/**
 * Who may do what with the entries of a site, in one place. Answers with the key of a
 * message that says why not.
 */
@Component
class ContentPolicy {

	private static final Set<Role> WRITERS = EnumSet.of(Role.CONTRIBUTOR, Role.EDITOR, Role.CHIEF_EDITOR,
			Role.PROVINCE_ADMIN, Role.OPERATOR);

	private static final Set<Role> PUBLISHERS = EnumSet.of(Role.EDITOR, Role.CHIEF_EDITOR, Role.PROVINCE_ADMIN,
			Role.OPERATOR);

	/** Why the user may not write here, or {@code null} when they may. */
	@Nullable String whyNotWrite(User user, Site site) {
		return user.holds(WRITERS, site) ? null : "content.policy.onlyRead";
	}

	/** Why the user may not publish or withdraw here, or {@code null} when they may. */
	@Nullable String whyNotPublish(User user, Site site) {
		if (user.holds(PUBLISHERS, site)) {
			return null;
		}
		return user.holds(WRITERS, site) ? "content.policy.editorPublishes" : "content.policy.onlyRead";
	}

}
