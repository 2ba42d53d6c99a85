package vn.conglang.care;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import vn.conglang.editorial.TaskSource;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Component;

/**
 * Reminders before the eyes of boards, until nothing of it is left or somebody has taken
 * note.
 */
@Component
class BoardReminders implements TaskSource {

	/** Who of a board may do what it is reminded of. */
	static final Set<Role> ROLES = Set.of(Role.EDITOR, Role.DEPUTY_EDITOR, Role.CHIEF_EDITOR);

	private static final Duration SHOWN = Duration.ofDays(180);

	private final Reminders reminders;

	private final Following following;

	private final Sites sites;

	private final CareTexts texts;

	private final Clock clock;

	BoardReminders(Reminders reminders, Following following, Sites sites, CareTexts texts, Clock clock) {
		this.reminders = reminders;
		this.following = following;
		this.sites = sites;
		this.texts = texts;
		this.clock = clock;
	}

	/** What a board was reminded of lately, the latest first. */
	List<Followed> of(Site board) {
		return follow(List.of(board), (reminder) -> true);
	}

	@Override
	public List<Waiting> waiting(User user) {
		List<Site> boards = user.sites(this.sites, ROLES);
		return follow(boards, (reminder) -> reminder.known() == null).stream()
			.filter(Followed::waits)
			.flatMap((followed) -> this.sites.byId(followed.reminder().site())
				.map((site) -> waiting(site, followed))
				.stream())
			.toList();
	}

	private List<Followed> follow(List<Site> boards, Predicate<Reminder> wanted) {
		List<Reminder> given = boards.isEmpty() ? List.of()
				: this.reminders.of(boards, this.clock.instant().minus(SHOWN))
					.stream()
					.filter((reminder) -> reminder.whom().isBoard())
					.filter(wanted)
					.toList();
		// how the sites stand is of no use where there is nothing to follow
		return given.isEmpty() ? List.of() : this.following.now(boards).follow(given);
	}

	private Waiting waiting(Site site, Followed followed) {
		String first = followed.lines()
			.stream()
			.filter((line) -> !line.done())
			.map((line) -> line.item().sentence())
			.findFirst()
			.orElse("");
		String what = (followed.open() > 1) ? this.texts.of("care.task.more", first, followed.open() - 1) : first;
		return new Waiting(site, this.texts.of("care.task", followed.reminder().byName()), what, Reminding.pageOf(site),
				followed.reminder().at());
	}

}
