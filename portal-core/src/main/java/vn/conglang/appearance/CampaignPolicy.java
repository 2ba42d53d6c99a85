package vn.conglang.appearance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.site.Area;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Component;

/**
 * Who may run campaigns, and over which sites. Answers with the key of a message that
 * says why not, or {@code null} for yes.
 */
@Component
class CampaignPolicy {

	private final Sites sites;

	CampaignPolicy(Sites sites) {
		this.sites = sites;
	}

	/** Why the user may not run campaigns at all. */
	@Nullable String whyNotRun(User user) {
		return scopes(user).isEmpty() ? "campaign.policy.province" : null;
	}

	/** Why the user may not see, change or stop this one. */
	@Nullable String whyNotManage(User user, Campaign campaign) {
		return (user.isOfProvince() || scopes(user).stream()
			.map(Scope::areaId)
			.anyMatch((area) -> area != null && area.equals(campaign.areaId()))) ? null : "campaign.policy.province";
	}

	/** For whom the user runs campaigns: the province, or each area they watch. */
	List<Scope> scopes(User user) {
		List<Scope> scopes = new ArrayList<>();
		if (user.isOfProvince()) {
			scopes.add(new Scope(null, this.sites.province().title(), this.sites.all()));
			return scopes;
		}
		for (Area area : this.sites.areas()) {
			if (user.watches(area) && !this.sites.of(area).isEmpty()) {
				scopes.add(new Scope(area, area.title(), this.sites.of(area)));
			}
		}
		return scopes;
	}

	/**
	 * The one that is meant by the slug of an area; the first where that says nothing.
	 */
	Scope scope(User user, String area) {
		List<Scope> scopes = scopes(user);
		return scopes.stream().filter((scope) -> scope.slug().equals(area)).findFirst().orElse(scopes.getFirst());
	}

	/** For whom a campaign is run. */
	Scope scope(Campaign campaign) {
		return this.sites.areas()
			.stream()
			.filter((area) -> Objects.equals(area.id(), campaign.areaId()))
			.findFirst()
			.map((area) -> new Scope(area, area.title(), this.sites.of(area)))
			.orElseGet(() -> new Scope(null, this.sites.province().title(), this.sites.all()));
	}

	/**
	 * For whom somebody runs a campaign.
	 *
	 * @param area {@code null} for the province
	 * @param title as citizens read it: "Huyện Thoại Sơn"
	 * @param sites that can be reached
	 */
	record Scope(@Nullable Area area, String title, List<Site> sites) {

		@Nullable Long areaId() {
			return (this.area != null) ? this.area.id() : null;
		}

		String slug() {
			return (this.area != null) ? this.area.slug() : "";
		}

	}

}
