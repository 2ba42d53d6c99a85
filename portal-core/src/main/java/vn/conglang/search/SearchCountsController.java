package vn.conglang.search;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.search.SearchCountReport.Counted;
import vn.conglang.search.SearchCountReport.Question;
import vn.conglang.search.SearchCountReport.SiteCount;
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
 * What people look for: for the board of a site, so that it writes what is missing; for
 * districts and the province over all of their sites.
 */
@Controller
@OnFace(Face.NEWSROOM)
class SearchCountsController {

	static final String OF_ALL = "/tim-kiem-toan-tinh";

	private static final List<Integer> PERIODS = List.of(30, 90, 365);

	private final SearchCountReport report;

	private final Sites sites;

	private final SiteAddresses addresses;

	private final Clock clock;

	SearchCountsController(SearchCountReport report, Sites sites, SiteAddresses addresses, Clock clock) {
		this.report = report;
		this.sites = sites;
		this.addresses = addresses;
		this.clock = clock;
	}

	/** Those of one site, for everybody who works for it. */
	@GetMapping("/bien-tap/{site}/tim-kiem/thong-ke")
	String ofSite(Site site, User user, @RequestParam(name = "ngay", defaultValue = "") String days, Model model) {
		String desk = "/bien-tap/" + site.slug();
		Counted counted = counted(List.of(site), false, days, model);
		model.addAttribute("counts", counted.of(site));
		model.addAttribute("missed", counted.missed().stream().map((question) -> Wanted.of(question, desk)).toList());
		model.addAttribute("url", this.addresses.of(site));
		model.addAttribute("mayWrite", user.holds(Role.WRITERS, site));
		model.addAttribute("place", desk + "/tim-kiem/thong-ke");
		return "search/counts";
	}

	/** Those of all sites that somebody watches over. */
	@GetMapping(OF_ALL)
	String ofAll(User user, @RequestParam(name = "ngay", defaultValue = "") String days,
			@RequestParam(name = "huyen", defaultValue = "") String chosen,
			@RequestParam(name = "xep", defaultValue = "tong") String sort, Model model) {
		List<Area> areas = this.sites.areas()
			.stream()
			.filter(user::watches)
			.filter((area) -> !this.sites.of(area).isEmpty())
			.toList();
		if (areas.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		Area area = areas.stream().filter((known) -> known.slug().equals(chosen)).findFirst().orElse(null);
		List<Site> seen = ((area != null) ? List.of(area) : areas).stream()
			.flatMap((one) -> this.sites.of(one).stream())
			.toList();
		boolean province = area == null && user.isOfProvince();
		Counted counted = counted(seen, province, days, model);
		List<Row> rows = new ArrayList<>(
				seen.stream().map((site) -> Row.of(site, counted.of(site))).sorted(order(sort)).toList());
		model.addAttribute("counts", counted.sum());
		model.addAttribute("missed", counted.missed());
		model.addAttribute("province", province ? counted.counts().getOrDefault(0L, SiteCount.NONE) : null);
		model.addAttribute("rows", rows);
		model.addAttribute("areas", areas);
		model.addAttribute("area", (area != null) ? area.slug() : "");
		model.addAttribute("silent", rows.stream().filter((row) -> row.counts().times() == 0).count());
		model.addAttribute("sort", sort);
		UriComponentsBuilder place = UriComponentsBuilder.fromPath(OF_ALL);
		if (area != null) {
			place.queryParam("huyen", area.slug());
		}
		model.addAttribute("place", place.build().toUriString());
		return "search/overview";
	}

	private Counted counted(List<Site> seen, boolean province, String days, Model model) {
		int period = PERIODS.stream().filter((known) -> days.equals("" + known)).findFirst().orElse(PERIODS.getFirst());
		LocalDate to = LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
		LocalDate from = to.minusDays(period - 1);
		Counted counted = this.report.of(seen, province, from, to);
		model.addAttribute("periods", PERIODS);
		model.addAttribute("period", period);
		model.addAttribute("from", from);
		model.addAttribute("to", to);
		model.addAttribute("popular", counted.popular());
		model.addAttribute("fewest", SearchCounts.FEWEST);
		return counted;
	}

	private static Comparator<Row> order(String sort) {
		Comparator<String> alphabetical = VietnameseText.alphabetical();
		Comparator<Row> order = switch (sort) {
			case "ten" -> Comparator.comparing(Row::title, alphabetical);
			case "huyen" -> Comparator.comparing(Row::area, alphabetical);
			case "khong" -> Comparator.comparingLong((Row row) -> row.counts().missed()).reversed();
			case "ty-le" -> Comparator.comparingLong((Row row) -> row.counts().share()).reversed();
			default -> Comparator.comparingLong((Row row) -> row.counts().times()).reversed();
		};
		return order.thenComparing(Row::area, alphabetical).thenComparing(Row::title, alphabetical);
	}

	/**
	 * What people want and do not find.
	 *
	 * @param begin address at which one begins what is missing
	 * @param find address of the newsroom's own search for it
	 */
	record Wanted(Question question, String begin, String find) {

		static Wanted of(Question question, String desk) {
			String words = question.words();
			UriComponentsBuilder begin = UriComponentsBuilder.fromPath(desk + "/bai/moi");
			if (question.numbered()) {
				begin.queryParam("loai", "legal-document").queryParam("so", "{words}");
				words = words.toUpperCase(VietnameseText.LOCALE);
			}
			else {
				begin.queryParam("loai", "article").queryParam("tieu-de", "{words}");
				words = VietnameseText.capitalized(words);
			}
			return new Wanted(question, begin.encode().build(words).toString(),
					UriComponentsBuilder.fromPath(desk + "/tim-kiem")
						.queryParam("q", "{words}")
						.encode()
						.build(question.words())
						.toString());
		}

	}

	/**
	 * A site's row.
	 *
	 * @param href where its board reads the same about it
	 */
	record Row(String title, String area, String href, SiteCount counts) {

		static Row of(Site site, SiteCount counts) {
			return new Row(site.title(), site.area().title(), "/bien-tap/" + site.slug() + "/tim-kiem/thong-ke",
					counts);
		}

	}

	/** Where a board finds its own. */
	@Component
	static class PlaceOfSite implements NavigationItem {

		@Override
		public int position() {
			return 45;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return Optional.ofNullable(site)
				.map((chosen) -> new NavigationItem.Place("search.counts",
						"/bien-tap/" + chosen.slug() + "/tim-kiem/thong-ke", "search"));
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
			return 51;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return this.sites.areas().stream().anyMatch(user::watches)
					? Optional.of(new NavigationItem.Place("search.overview", OF_ALL, "search")) : Optional.empty();
		}

	}

}
