package vn.conglang.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.analytics.VisitReport.SiteVisits;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Area;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is read: for the board of a site, and for districts and the province over all of
 * their sites.
 */
@Controller
@OnFace(Face.NEWSROOM)
class VisitsController {

	private static final int YEAR = 365;

	private static final List<Integer> PERIODS = List.of(7, 30, 90, YEAR);

	private static final int USUAL = 30;

	private final VisitReport report;

	private final Sites sites;

	private final SiteAddresses addresses;

	VisitsController(VisitReport report, Sites sites, SiteAddresses addresses) {
		this.report = report;
		this.sites = sites;
		this.addresses = addresses;
	}

	/** That of one site, for everybody who works for it. */
	@GetMapping("/bien-tap/{site}" + VisitReport.PAGE)
	String ofSite(Site site, User user, @RequestParam(name = "ngay", defaultValue = "") String days, Model model) {
		Period period = period(days, model);
		VisitReport.Figures figures = this.report.figures(site, period.from(), period.to());
		model.addAttribute("connected", this.report.connected(site));
		model.addAttribute("figures", figures);
		model.addAttribute("change", change(figures.sum().visits(), figures.before().visits()));
		if (figures.known() > 0) {
			model.addAttribute("since", figures.days().keySet().iterator().next());
			model.addAttribute("chart",
					(period.length() == YEAR) ? VisitChart.ofMonths(figures.days(), period.from(), period.to())
							: VisitChart.ofDays(figures.days(), period.from(), period.to()));
			model.addAttribute("pages", this.report.pages(site, period.from(), period.to()));
			model.addAttribute("origins", this.report.origins(site, period.from(), period.to()));
			model.addAttribute("searches", this.report.searches(site, period.from(), period.to()));
			model.addAttribute("efforts", this.report.efforts(site, period.from(), period.to()));
		}
		model.addAttribute("url", this.addresses.of(site));
		model.addAttribute("place", "/bien-tap/" + site.slug() + VisitReport.PAGE);
		return "analytics/visits";
	}

	/** That of all sites that somebody watches over. */
	@GetMapping(VisitReport.PAGE)
	String ofAll(User user, @RequestParam(name = "ngay", defaultValue = "") String days,
			@RequestParam(name = "huyen", defaultValue = "") String chosen,
			@RequestParam(name = "xep", defaultValue = "luot") String sort, Model model) {
		List<Area> areas = this.sites.areas()
			.stream()
			.filter(user::watches)
			.filter((area) -> !this.sites.of(area).isEmpty())
			.toList();
		if (areas.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		Period period = period(days, model);
		Area area = areas.stream().filter((known) -> known.slug().equals(chosen)).findFirst().orElse(null);
		List<Site> seen = ((area != null) ? List.of(area) : areas).stream()
			.flatMap((one) -> this.sites.of(one).stream())
			.toList();
		Map<Long, SiteVisits> visits = this.report.of(seen, period.from(), period.to());
		List<Row> rows = new ArrayList<>(
				seen.stream().map((site) -> row(site, visits.get(site.id().value()))).sorted(order(sort)).toList());
		model.addAttribute("rows", rows);
		model.addAttribute("total", rows.stream().mapToLong(Row::visits).sum());
		model.addAttribute("unconnected", rows.stream().filter((row) -> !row.connected()).count());
		model.addAttribute("silent", rows.stream().filter((row) -> row.connected() && row.visits() == 0).count());
		model.addAttribute("most", rows.stream().mapToLong(Row::visits).max().orElse(0));
		model.addAttribute("areas", areas);
		model.addAttribute("area", (area != null) ? area.slug() : "");
		model.addAttribute("sort", sort);
		model.addAttribute("operator", user.isOfProvince());
		UriComponentsBuilder place = UriComponentsBuilder.fromPath(VisitReport.PAGE);
		if (area != null) {
			place.queryParam("huyen", area.slug());
		}
		model.addAttribute("place", place.build().toUriString());
		return "analytics/overview";
	}

	private Row row(Site site, @Nullable SiteVisits counted) {
		SiteVisits visits = (counted != null) ? counted : SiteVisits.NONE;
		return new Row(site.title(), site.area().title(), "/bien-tap/" + site.slug() + VisitReport.PAGE,
				this.report.connected(site), visits.visits(), visits.pageViews(),
				change(visits.visits(), visits.before()));
	}

	/** In percent, rounded; {@code null} where there is nothing to compare with. */
	private static @Nullable Long change(long now, long before) {
		return (before > 0) ? Math.round((now - before) * 100.0 / before) : null;
	}

	private Period period(String days, Model model) {
		int length = PERIODS.stream().filter((known) -> days.equals("" + known)).findFirst().orElse(USUAL);
		LocalDate to = this.report.today();
		// a year is shown by months, so by whole ones
		LocalDate from = (length == YEAR) ? to.withDayOfMonth(1).minusMonths(11) : to.minusDays(length - 1L);
		VisitReport.State state = this.report.state();
		model.addAttribute("periods", PERIODS);
		model.addAttribute("period", length);
		model.addAttribute("from", from);
		model.addAttribute("to", to);
		model.addAttribute("state", state);
		model.addAttribute("doneAt", time(state.doneAt()));
		return new Period(length, from, to);
	}

	private static @Nullable LocalDateTime time(@Nullable Instant at) {
		return (at != null) ? LocalDateTime.ofInstant(at, VietnameseText.ZONE) : null;
	}

	private static Comparator<Row> order(String sort) {
		Comparator<String> alphabetical = VietnameseText.alphabetical();
		Comparator<Row> order = switch (sort) {
			case "ten" -> Comparator.comparing(Row::title, alphabetical);
			case "huyen" -> Comparator.comparing(Row::area, alphabetical);
			case "trang" -> Comparator.comparingLong(Row::pageViews).reversed();
			case "tang" ->
				Comparator.comparing(Row::change, Comparator.nullsFirst(Comparator.<Long>naturalOrder())).reversed();
			default -> Comparator.comparingLong(Row::visits).reversed();
		};
		return order.thenComparing(Row::area, alphabetical).thenComparing(Row::title, alphabetical);
	}

	private record Period(int length, LocalDate from, LocalDate to) {
	}

	/**
	 * A site's row.
	 *
	 * @param href where its board reads more of it
	 * @param change against as many days before, in percent
	 */
	record Row(String title, String area, String href, boolean connected, long visits, long pageViews,
			@Nullable Long change) {
	}

	/** Where a board finds its own. */
	@Component
	static class PlaceOfSite implements NavigationItem {

		@Override
		public int position() {
			return 44;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return Optional.ofNullable(site)
				.map((chosen) -> new NavigationItem.Place("visits.nav", "/bien-tap/" + chosen.slug() + VisitReport.PAGE,
						"visits"));
		}

	}

	/** Where districts and the province find those of their sites. */
	@Component
	static class PlaceOfAll implements NavigationItem {

		private final Sites sites;

		PlaceOfAll(Sites sites) {
			this.sites = sites;
		}

		@Override
		public int position() {
			return 52;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return this.sites.areas().stream().anyMatch(user::watches)
					? Optional.of(new NavigationItem.Place("visits.overview.nav", VisitReport.PAGE, "visits"))
					: Optional.empty();
		}

	}

}
