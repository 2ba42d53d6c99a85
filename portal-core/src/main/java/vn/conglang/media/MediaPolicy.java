package vn.conglang.media;

import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;

/**
 * Who may do what with the pictures and files of a site, and with the shared ones.
 * Answers with the key of a message that says why not.
 */
@Component
class MediaPolicy {

	/**
	 * Why the user may not add, describe or remove here, or {@code null} when they may.
	 */
	@Nullable String whyNotChange(User user, Site site) {
		return user.holds(Role.WRITERS, site) ? null : "media.policy.onlyRead";
	}

	/**
	 * Why the user has nothing to do with shared pictures, or {@code null} when they do:
	 * those who write for many sites at once.
	 */
	@Nullable String whyNotShare(User user) {
		return (user.isOfProvince() || !areas(user).isEmpty()) ? null : "media.policy.notShared";
	}

	/** Whose shared pictures the user sees. */
	SharedRecords.Owners shared(User user) {
		return new SharedRecords.Owners(user.isOfProvince(), areas(user));
	}

	/**
	 * The area to which a picture belongs that the user brings; {@code null} for the
	 * province.
	 */
	@Nullable Long area(User user) {
		return user.isOfProvince() ? null : areas(user).getFirst();
	}

	private static List<Long> areas(User user) {
		return user.grants()
			.stream()
			.filter((grant) -> grant.role().scope() == Role.Scope.AREA)
			.map(User.Grant::scopeId)
			.toList();
	}

}
