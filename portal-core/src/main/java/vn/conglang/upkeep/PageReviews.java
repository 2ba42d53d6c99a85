package vn.conglang.upkeep;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.site.Site;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** The standing pages of the site at work, and who looks after them. */
@Service
class PageReviews {

	/** As far ahead as somebody may put the next look. */
	private static final int MOST_YEARS = 5;

	private final PageReviewRepository pages;

	private final Survey survey;

	private final Users users;

	private final Rules rules;

	private final UpkeepTexts texts;

	private final Clock clock;

	PageReviews(PageReviewRepository pages, Survey survey, Users users, Rules rules, UpkeepTexts texts, Clock clock) {
		this.pages = pages;
		this.survey = survey;
		this.users = users;
		this.rules = rules;
		this.texts = texts;
		this.clock = clock;
	}

	/** Those that citizens see, what is to be looked at first. */
	@Transactional(readOnly = true)
	public List<PageReview> shown() {
		return this.pages.shown();
	}

	/** When a page that is looked through today is to be looked through again. */
	LocalDate usualNext() {
		LocalDate today = this.rules.today();
		return today.plusMonths(this.rules.pages(today).map(RuleFiles.PageRule::months).orElse(12));
	}

	/**
	 * Somebody has looked a page through, and it is right.
	 * @param next when to look again, yyyy-MM-dd; empty for the usual time
	 * @param owner account of who is to look after it; 0 to leave that as it is
	 * @return what was wrong with what they sent, {@code null} when it was noted
	 */
	@Transactional
	public @Nullable String confirm(Site site, long entryId, String next, long owner, User by) {
		this.survey.take();
		PageReview page = page(entryId);
		LocalDate today = this.rules.today();
		LocalDate on = next.isBlank() ? usualNext() : day(next);
		if (on == null || !on.isAfter(today) || on.isAfter(today.plusYears(MOST_YEARS))) {
			return this.texts.of("upkeep.page.next.wrong", today.plusDays(1), today.plusYears(MOST_YEARS));
		}
		String refused = entrust(site, page, owner);
		if (refused == null) {
			page.confirm(by, today, on, this.clock.instant());
			this.survey.lookAgain();
		}
		return refused;
	}

	/** Somebody else is to look after a page. */
	@Transactional
	public @Nullable String entrust(Site site, long entryId, long owner) {
		return entrust(site, page(entryId), owner);
	}

	private @Nullable String entrust(Site site, PageReview page, long owner) {
		if (owner == 0) {
			return null;
		}
		for (Users.Member member : this.users.board(site)) {
			if (member.user().id() == owner && member.isActive()) {
				page.entrust(owner, member.user().displayName());
				return null;
			}
		}
		return this.texts.of("upkeep.page.owner.wrong");
	}

	private PageReview page(long entryId) {
		return this.pages.findByEntryId(entryId)
			.filter((page) -> page.dueOn() != null)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static @Nullable LocalDate day(String text) {
		try {
			return LocalDate.parse(text.strip());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
