package vn.conglang.emulation;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Component;

/**
 * Who may do what with scores. Answers with the key of a message that says why not, or
 * {@code null} for yes.
 */
@Component
class EmulationPolicy {

	/** Who of a board may object. */
	static final Set<Role> LEADERS = Set.of(Role.DEPUTY_EDITOR, Role.CHIEF_EDITOR);

	private final Sites sites;

	EmulationPolicy(Sites sites) {
		this.sites = sites;
	}

	/** Why the user may not see the scores of other sites at all. */
	@Nullable String whyNotWatch(User user) {
		return this.sites.areas().stream().anyMatch(user::watches) ? null : "emulation.policy.watch";
	}

	/** Why the user may not see the score of a site that stands or stood in an area. */
	@Nullable String whyNotSee(User user, long areaId) {
		return this.sites.areas().stream().filter((area) -> area.id() == areaId).anyMatch(user::watches) ? null
				: "emulation.policy.watch";
	}

	/** Why the user may not open, publish and close periods. */
	@Nullable String whyNotLead(User user) {
		return user.isOfProvince() ? null : "emulation.policy.province";
	}

	/** Why the user may not give points by hand. */
	@Nullable String whyNotJudge(User user, Site site, ScorePeriod period) {
		if (!user.watches(site.area())) {
			return "emulation.policy.watch";
		}
		return period.closed() ? "emulation.closed" : null;
	}

	/** Why the user may not object to the points of a site. */
	@Nullable String whyNotObject(User user, Site site, ScorePeriod period, LocalDate today) {
		if (!user.holds(LEADERS, site)) {
			return "emulation.policy.chief";
		}
		LocalDate until = period.appealsUntil();
		if (period.state() != ScorePeriod.State.PUBLISHED || until == null) {
			return period.closed() ? "emulation.closed" : "emulation.appeal.early";
		}
		return today.isAfter(until) ? "emulation.appeal.late" : null;
	}

	/** Why the user may not answer: what was signed only the province corrects. */
	@Nullable String whyNotAnswer(User user, Site site, ScorePeriod period) {
		if (!user.watches(site.area())) {
			return "emulation.policy.watch";
		}
		return (period.closed() && !user.isOfProvince()) ? "emulation.policy.province" : null;
	}

}
