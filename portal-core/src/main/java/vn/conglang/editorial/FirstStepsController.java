package vn.conglang.editorial;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.conglang.content.DeskEntries;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The first steps of a new member, above their entries until all are done or they want to
 * see no more of it.
 */
@Controller
@OnFace(Face.NEWSROOM)
class FirstStepsController {

	private final Users users;

	FirstStepsController(Users users) {
		this.users = users;
	}

	@PostMapping("/buoc-dau/an")
	String hide(User user) {
		this.users.hideSteps(user.id());
		return "redirect:/";
	}

	@PostMapping("/buoc-dau/huong-dan")
	String openGuide(User user) {
		this.users.openGuide(user.id());
		return "redirect:/huong-dan";
	}

	/** A step: whether it is done, and where it is done. */
	record Step(String key, boolean done, @Nullable String href) {
	}

	/** Puts the steps on the pages on which a working day begins. */
	@ControllerAdvice(assignableTypes = { EntryListController.class, TaskController.class })
	static class OnFirstPages {

		private final Users users;

		private final DeskEntries entries;

		private final ReviewRepository reviews;

		private final Sites sites;

		OnFirstPages(Users users, DeskEntries entries, ReviewRepository reviews, Sites sites) {
			this.users = users;
			this.entries = entries;
			this.reviews = reviews;
			this.sites = sites;
		}

		/** The steps, or {@code null} where there is nothing more to do. */
		@ModelAttribute("firstSteps")
		@Nullable List<Step> steps(HttpServletRequest request, User user) {
			Site site = (request.getAttribute(Site.class.getName()) instanceof Site chosen) ? chosen
					: user.sites(this.sites).stream().findFirst().orElse(null);
			if (site == null || !user.holds(Members.ROLES, site)) {
				return null;
			}
			Users.FirstSteps told = this.users.firstSteps(user.id());
			if (told.hidden()) {
				return null;
			}
			String desk = "/bien-tap/" + site.slug();
			List<Step> steps = List.of(new Step("email", told.email(), "/toi"),
					new Step("password", told.ownPassword(), "/toi"),
					new Step("draft", CurrentSite.call(site.id(), () -> this.entries.hasWritten(user.id())),
							desk + "/bai/moi?loai=article"),
					new Step("sent", CurrentSite.call(site.id(), () -> this.reviews.existsBySubmittedById(user.id())),
							null),
					new Step("guide", told.guideOpened(), null));
			return steps.stream().allMatch(Step::done) ? null : steps;
		}

	}

}
