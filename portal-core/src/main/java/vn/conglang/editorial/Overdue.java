package vn.conglang.editorial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a review that is late: its chief is told, and a working day later the
 * district, so that no text lies forgotten because one person is away.
 */
@Service
class Overdue {

	/** The chief's time before the district hears of it. */
	private static final Duration GRACE = Duration.ofHours(8);

	private final ReviewRepository reviews;

	private final Notices notices;

	private final Users users;

	private final Sites sites;

	private final WorkingTime workingTime;

	private final Clock clock;

	Overdue(ReviewRepository reviews, Notices notices, Users users, Sites sites, WorkingTime workingTime, Clock clock) {
		this.reviews = reviews;
		this.notices = notices;
		this.users = users;
		this.sites = sites;
		this.workingTime = workingTime;
		this.clock = clock;
	}

	/** Tells the next one up, once each. */
	@Transactional
	public void escalate(long entryId) {
		Site site = this.sites.byId(CurrentSite.require()).orElseThrow();
		this.reviews.lock(entryId).ifPresent((review) -> {
			Instant now = this.clock.instant();
			if (review.escalation() == 0 && !review.dueAt().isAfter(now)) {
				this.notices.overdue(site.id(), review, leaders(site), Notice.Kind.OVERDUE);
				review.escalated(1);
			}
			if (review.escalation() == 1 && !this.workingTime.after(review.dueAt(), GRACE).isAfter(now)) {
				this.notices.overdue(site.id(), review, this.users.monitors(site.area()), Notice.Kind.OVERDUE_AREA);
				review.escalated(2);
			}
		});
	}

	private List<User> leaders(Site site) {
		List<User> chiefs = this.users.holders(Set.of(Role.CHIEF_EDITOR), site);
		return !chiefs.isEmpty() ? chiefs : this.users.holders(Set.of(Role.DEPUTY_EDITOR), site);
	}

}
