package vn.conglang.editorial;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.analytics.VisitReport;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The first page after the login: what waits for me, and what I was told. */
@Controller
@OnFace(Face.NEWSROOM)
class TaskController {

	private static final int MOST_NOTICES = 100;

	private final Tasks tasks;

	private final Notices notices;

	private final Sites sites;

	private final Texts texts;

	private final VisitReport visits;

	private final SiteAddresses addresses;

	private final List<TaskSource> others;

	TaskController(Tasks tasks, Notices notices, Sites sites, Texts texts, VisitReport visits, SiteAddresses addresses,
			List<TaskSource> others) {
		this.tasks = tasks;
		this.notices = notices;
		this.sites = sites;
		this.texts = texts;
		this.visits = visits;
		this.addresses = addresses;
		this.others = List.copyOf(others);
	}

	@GetMapping("/viec")
	String tasks(User user, Model model) {
		Tasks.TaskList list = this.tasks.of(user);
		boolean several = user.sites(this.sites).size() > 1;
		Group waiting = waiting(user, several);
		List<Group> groups = new ArrayList<>();
		groups.add(group("decide", list.decide(), several));
		groups.add(waiting);
		groups.addAll(List.of(group("returned", list.returned(), several), group("remarks", list.remarks(), several),
				group("late", list.late(), several), group("drafts", list.drafts(), several),
				group("sent", list.sent(), several), group("planned", list.planned(), several)));
		model.addAttribute("officer", this.sites.areas().stream().anyMatch(user::watches));
		model.addAttribute("nothing", list.isEmpty() && waiting.tasks().isEmpty());
		model.addAttribute("groups", groups);
		model.addAttribute("unread", this.notices.unread(user));
		List<Site> boards = user.sites(this.sites);
		model.addAttribute("write", (boards.size() == 1 && user.holds(Role.WRITERS, boards.getFirst()))
				? "/bien-tap/" + boards.getFirst().slug() : null);
		if (boards.size() == 1) {
			Site board = boards.getFirst();
			model.addAttribute("week", this.visits.week(board));
			model.addAttribute("visits", "/bien-tap/" + board.slug() + VisitReport.PAGE);
			model.addAttribute("url", this.addresses.of(board));
		}
		return "editorial/tasks";
	}

	@GetMapping("/thong-bao")
	String notices(User user, Model model) {
		model.addAttribute("notices",
				this.notices.of(user, MOST_NOTICES)
					.stream()
					.map((told) -> new NoticeLine(
							this.texts.of("editorial.notice." + told.kind(), told.by(), told.title(),
									(told.detail() != null) ? told.detail() : ""),
							(told.kind() != Notice.Kind.REVIEW) ? told.detail() : null, told.kind().isList(),
							this.sites.byId(told.site()).map(Site::title).orElse(""), told.href(),
							Texts.time(told.at()), told.unread()))
					.toList());
		return "editorial/notices";
	}

	@PostMapping("/thong-bao/da-doc")
	String read(User user) {
		this.notices.unreadSites(user).forEach((site) -> CurrentSite.run(site, () -> this.notices.readAllHere(user)));
		return "redirect:/thong-bao";
	}

	/** What other modules know to wait. */
	private Group waiting(User user, boolean several) {
		return new Group("waiting", this.texts.of("editorial.tasks.waiting"),
				this.others.stream()
					.flatMap((source) -> source.waiting(user).stream())
					.map((one) -> new TaskLine(one.title(), one.href(), several ? one.site().title() : null, one.what(),
							Texts.time(one.at()), null, false))
					.toList());
	}

	private Group group(String key, List<Tasks.Task> tasks, boolean several) {
		return new Group(key, this.texts.of("editorial.tasks." + key),
				tasks.stream()
					.map((task) -> new TaskLine(task.title(), task.href(), several ? task.site().title() : null,
							sentence(key, task), Texts.time(task.at()), Texts.timeOrNull(task.due()), task.late()))
					.toList());
	}

	private String sentence(String key, Tasks.Task task) {
		String line = this.texts.of(
				"editorial.tasks." + key + ".line" + (key.equals("planned") ? "." + task.what() : ""), task.by(),
				task.what());
		return line;
	}

	/** Tasks of one kind. */
	record Group(String key, String title, List<TaskLine> tasks) {
	}

	/** One line of the list. */
	record TaskLine(String title, String href, @Nullable String site, String what, LocalDateTime at,
			@Nullable LocalDateTime due, boolean late) {
	}

	/**
	 * What somebody was told.
	 *
	 * @param list whether the detail is one, a line each, and no quotation
	 */
	record NoticeLine(String text, @Nullable String detail, boolean list, String site, String href, LocalDateTime at,
			boolean unread) {
	}

	/** Where the tasks are found. */
	@Component
	static class Place implements NavigationItem {

		private final Tasks tasks;

		Place(Tasks tasks) {
			this.tasks = tasks;
		}

		@Override
		public int position() {
			return 5;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return Optional
				.of(new NavigationItem.Place("editorial.tasks.nav", "/viec", "tasks", this.tasks.waiting(user)));
		}

	}

}
