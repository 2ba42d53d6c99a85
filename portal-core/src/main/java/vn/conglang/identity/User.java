package vn.conglang.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.site.Area;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

/**
 * Somebody who works in the newsroom, with all they are at this moment.
 *
 * @param username lower-case name to log in with
 * @param displayName name as others read it
 * @param enabled whether they may log in
 * @param email where they can be written to, if they told
 * @param mail how notices are mailed to them
 * @param grants roles with their scopes
 */
public record User(long id, String username, String displayName, boolean enabled, Instant createdAt,
		@Nullable String email, MailChoice mail, List<Grant> grants) {

	/** Whether they hold one of the roles over this very site. */
	public boolean holds(Set<Role> roles, Site site) {
		return this.grants.stream().anyMatch((grant) -> roles.contains(grant.role()) && grant.covers(site));
	}

	/** The role most worth naming that they hold over the site, if any. */
	public Optional<Role> roleIn(Site site) {
		return this.grants.stream().filter((grant) -> grant.covers(site)).map(Grant::role).max(Role::compareTo);
	}

	/** Whether they see the site in the newsroom at all. */
	public boolean sees(Site site) {
		return roleIn(site).isPresent();
	}

	/** The sites they see, in alphabetical order. */
	public List<Site> sites(Sites all) {
		return all.all().stream().filter(this::sees).toList();
	}

	/** The sites in which they hold one of the roles, in alphabetical order. */
	public List<Site> sites(Sites all, Set<Role> roles) {
		return all.all().stream().filter((site) -> holds(roles, site)).toList();
	}

	/** Whether they watch over all sites of the area. */
	public boolean watches(Area area) {
		return isOfProvince() || this.grants.stream()
			.anyMatch((grant) -> grant.role().scope() == Role.Scope.AREA && grant.scopeId() == area.id());
	}

	/** Whether they belong to the province's own staff. */
	public boolean isOfProvince() {
		return this.grants.stream().anyMatch((grant) -> grant.role().scope() == Role.Scope.PROVINCE);
	}

	/**
	 * A role held over a site, an area or the province.
	 *
	 * @param scopeId identity of that site, area or province
	 */
	public record Grant(Role role, long scopeId) {

		boolean covers(Site site) {
			return switch (this.role.scope()) {
				case SITE -> site.id().value() == this.scopeId;
				case AREA -> site.area().id() == this.scopeId;
				case PROVINCE -> site.area().province().id() == this.scopeId;
			};
		}

	}

}
