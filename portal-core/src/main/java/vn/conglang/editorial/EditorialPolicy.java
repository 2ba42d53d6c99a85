package vn.conglang.editorial;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;

/**
 * Who may do what with the entries of a site, in one place. Answers with the key of a
 * message that says why not, or {@code null} for yes.
 */
@Component
class EditorialPolicy {

	private final Workflows workflows;

	EditorialPolicy(Workflows workflows) {
		this.workflows = workflows;
	}

	/** Why the user may not write here. */
	@Nullable String whyNotWrite(User user, Site site) {
		return user.holds(Role.WRITERS, site) ? null : "editorial.policy.onlyRead";
	}

	/**
	 * Why the user may not change the text of an entry: while it is in review, only those
	 * who decide on it do.
	 */
	@Nullable String whyNotEdit(User user, Site site, @Nullable Review open) {
		String refusal = whyNotWrite(user, site);
		if (refusal != null || open == null) {
			return refusal;
		}
		return user.holds(open.role().andAbove(), site) ? null : "editorial.policy.inReview";
	}

	/** Why the user may not approve or return at the stage the review stands at. */
	@Nullable String whyNotDecide(User user, Site site, Review open) {
		return user.holds(open.role().andAbove(), site) ? null : "editorial.policy.stage." + open.role();
	}

	/** Why the user may not take back what was sent on its way. */
	@Nullable String whyNotRecall(User user, Site site, Review open) {
		return (open.submittedById() == user.id() || user.holds(open.role().andAbove(), site)) ? null
				: "editorial.policy.recall";
	}

	/** Why the user may not withdraw, plan or drop a plan: it takes who publishes. */
	@Nullable String whyNotWithdraw(User user, Site site) {
		if (user.holds(this.workflows.current().stages().getLast().role().andAbove(), site)) {
			return null;
		}
		return (whyNotWrite(user, site) != null) ? "editorial.policy.onlyRead" : "editorial.policy.publishers";
	}

	/** Why the user may not set the workflow or lead the board. */
	@Nullable String whyNotLead(User user, Site site) {
		return user.holds(Role.CHIEF_EDITOR.andAbove(), site) ? null : "editorial.policy.chief";
	}

	/**
	 * The two-person rule: what one person alone has written is not published by that
	 * person alone, unless the board's workflow says so.
	 * @param writers accounts that wrote what is new
	 * @param approvers accounts that approved at earlier stages
	 */
	@Nullable String whyNotAlone(User user, Workflow workflow, Collection<Long> writers, Collection<Long> approvers) {
		if (!workflow.twoPerson()) {
			return null;
		}
		Set<Long> involved = new HashSet<>(writers);
		involved.addAll(approvers);
		involved.add(user.id());
		return (involved.size() > 1) ? null : "editorial.policy.twoPersons";
	}

}
