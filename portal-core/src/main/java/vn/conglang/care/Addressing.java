package vn.conglang.care;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

/**
 * Whom the portal tells about sites; where there is nobody, the next ones up. Looks once
 * for many sites: there are always boards that have nobody yet.
 */
final class Addressing {

	static final Set<Role> BOARD = Set.of(Role.EDITOR, Role.DEPUTY_EDITOR, Role.CHIEF_EDITOR);

	private static final Map<Whom, Set<Role>> ROLES = Map.of(Whom.EDITORS, Set.of(Role.EDITOR), Whom.LEADERS,
			Set.of(Role.DEPUTY_EDITOR, Role.CHIEF_EDITOR), Whom.BOARD, BOARD);

	private final Users users;

	private final Map<SiteId, List<Users.Holder>> boards;

	private final Map<Long, List<User>> areas = new HashMap<>();

	private @Nullable List<User> province;

	Addressing(Users users, Collection<Site> sites) {
		this.users = users;
		this.boards = users.boards(sites);
	}

	/** Who is told of what is about one of the sites. */
	Optional<Addressees> of(Site site, Whom wanted) {
		for (Whom whom : Whom.values()) {
			if (whom.compareTo(wanted) < 0 || (whom == Whom.BOARD && wanted != Whom.BOARD)) {
				continue;
			}
			List<User> people = people(site, whom);
			if (!people.isEmpty()) {
				return Optional.of(new Addressees(whom, people));
			}
		}
		return Optional.empty();
	}

	private List<User> people(Site site, Whom whom) {
		Set<Role> roles = ROLES.get(whom);
		if (roles != null) {
			boolean somebody = this.boards.getOrDefault(site.id(), List.of())
				.stream()
				.anyMatch((holder) -> roles.contains(holder.role()));
			return somebody ? this.users.holders(roles, site) : List.of();
		}
		if (whom == Whom.AREA) {
			return this.areas.computeIfAbsent(site.area().id(), (area) -> this.users.monitors(site.area()));
		}
		List<User> known = this.province;
		if (known == null) {
			known = this.users.ofProvince();
			this.province = known;
		}
		return known;
	}

	/** Those who are told, and as what. */
	record Addressees(Whom whom, List<User> people) {
	}

}
