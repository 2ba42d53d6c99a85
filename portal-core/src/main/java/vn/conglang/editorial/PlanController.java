package vn.conglang.editorial;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.DeskEntries;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is planned in a site, as a list and as a calendar, and how it is changed. */
@Controller
@OnFace(Face.NEWSROOM)
class PlanController {

	private final Plans plans;

	private final DeskEntries entries;

	private final Texts texts;

	private final Clock clock;

	PlanController(Plans plans, DeskEntries entries, Texts texts, Clock clock) {
		this.plans = plans;
		this.entries = entries;
		this.texts = texts;
		this.clock = clock;
	}

	/** A month, as a calendar on wide screens and as a list everywhere. */
	@GetMapping("/bien-tap/{site}/lich-dang")
	String month(Site site, @RequestParam(name = "thang", defaultValue = "") String wanted, Model model) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
		YearMonth month = month(wanted).orElse(YearMonth.from(today));
		LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		LocalDate end = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusDays(1);
		List<PlannedAct> plans = this.plans.between(first.atStartOfDay(VietnameseText.ZONE).toInstant(),
				end.atStartOfDay(VietnameseText.ZONE).toInstant());
		Map<Long, String> titles = this.entries.titles(plans.stream().map(PlannedAct::entryId).distinct().toList());
		Map<LocalDate, List<PlanLine>> byDay = new TreeMap<>();
		for (PlannedAct plan : plans) {
			byDay.computeIfAbsent(Texts.time(plan.at()).toLocalDate(), (day) -> new ArrayList<>())
				.add(new PlanLine(plan.kind().name(), titles.getOrDefault(plan.entryId(), ""),
						"/bien-tap/" + site.slug() + "/bai/" + plan.entryId(), Texts.time(plan.at()), plan.setBy()));
		}
		List<List<Day>> weeks = new ArrayList<>();
		for (LocalDate monday = first; monday.isBefore(end); monday = monday.plusWeeks(1)) {
			LocalDate start = monday;
			weeks.add(IntStream.range(0, 7)
				.mapToObj(start::plusDays)
				.map((day) -> new Day(day, YearMonth.from(day).equals(month), day.equals(today),
						byDay.getOrDefault(day, List.of())))
				.toList());
		}
		model.addAttribute("month", new Month(month.atDay(1), month.minusMonths(1).toString(),
				month.plusMonths(1).toString(), weeks, byDay.values().stream().mapToInt(List::size).sum()));
		return "editorial/plans";
	}

	private static Optional<YearMonth> month(String wanted) {
		try {
			return Optional.of(YearMonth.parse(wanted)).filter((month) -> Math.abs(month.getYear() - 2100) <= 200);
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	@PostMapping("/bien-tap/{site}/bai/{id}/hen-go")
	String withdrawLater(Site site, User user, @PathVariable long id, @RequestParam(defaultValue = "") String at,
			RedirectAttributes after) {
		@Nullable Instant time = EntryEditorController.time(at);
		if (time == null) {
			throw new Reviews.NotNow("editorial.plan.missing");
		}
		this.plans.withdrawal(site, id, time, user);
		after.addFlashAttribute("done", this.texts.of("editorial.done.plannedWithdrawal", Texts.clock(time)));
		return "redirect:/bien-tap/" + site.slug() + "/bai/" + id;
	}

	@PostMapping("/bien-tap/{site}/bai/{id}/bo-hen")
	String drop(Site site, User user, @PathVariable long id, @RequestParam(defaultValue = "") String kind,
			RedirectAttributes after) {
		Arrays.stream(PlannedAct.Kind.values())
			.filter((known) -> known.name().equals(kind))
			.forEach((known) -> this.plans.drop(site, id, known, user));
		after.addFlashAttribute("done", this.texts.of("editorial.done.unplanned"));
		return "redirect:/bien-tap/" + site.slug() + "/bai/" + id;
	}

	/**
	 * A month of plans.
	 *
	 * @param previous the month before, as 2026-10
	 * @param weeks from Monday to Sunday
	 */
	record Month(LocalDate first, String previous, String next, List<List<Day>> weeks, int count) {
	}

	/** A day of the calendar. */
	record Day(LocalDate date, boolean inside, boolean today, List<PlanLine> plans) {
	}

	/** PUBLISH or WITHDRAW, of what and when. */
	record PlanLine(String kind, String title, String href, LocalDateTime at, String by) {
	}

	/** Where the plans are found. */
	@Component
	static class Place implements NavigationItem {

		@Override
		public int position() {
			return 30;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return Optional.ofNullable(site)
				.map((chosen) -> new NavigationItem.Place("editorial.plans",
						"/bien-tap/" + chosen.slug() + "/lich-dang", "calendar"));
		}

	}

}
