package vn.conglang.reports;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where districts and the province look at reports, keep them and take them along. The
 * report of a period is reckoned anew each time; one that was kept stays as it was.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping(ReportsController.PATH)
class ReportsController {

	static final String PATH = "/bao-cao";

	private static final int MONTHS = 14;

	private static final int QUARTERS = 6;

	private static final int YEARS = 4;

	private final Offices offices;

	private final ReportMaking making;

	private final Reports reports;

	private final SettingsStore settings;

	private final ReportFiles files;

	private final Words words;

	ReportsController(Offices offices, ReportMaking making, Reports reports, SettingsStore settings, ReportFiles files,
			Words words) {
		this.offices = offices;
		this.making = making;
		this.reports = reports;
		this.settings = settings;
		this.files = files;
		this.words = words;
	}

	@GetMapping
	String list(User user, @RequestParam(name = "trang", defaultValue = "1") String page, Model model) {
		List<Office> own = own(user);
		int number = page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1;
		List<Reports.Line> lines = this.reports.of(own, user, number);
		model.addAttribute("lines", lines.stream().limit(Reports.PAGE).toList());
		model.addAttribute("page", number);
		model.addAttribute("more", lines.size() > Reports.PAGE);
		choices(own, own.getFirst(), this.making.today(), model);
		return "reports/list";
	}

	/** Leads to the report that was chosen in the form. */
	@GetMapping("/ky")
	String choose(User user, @RequestParam(name = "ky", defaultValue = "") String key,
			@RequestParam(name = "tu", defaultValue = "") String from,
			@RequestParam(name = "den", defaultValue = "") String to,
			@RequestParam(name = "don-vi", defaultValue = "") String office, RedirectAttributes after) {
		own(user);
		Optional<ReportPeriod> period = ReportPeriod.of(key);
		if (key.isEmpty()) {
			LocalDate first = day(from);
			LocalDate last = day(to);
			boolean turned = first != null && last != null && first.isAfter(last);
			period = (first == null || last == null) ? Optional.empty()
					: ReportPeriod.of(turned ? last + "--" + first : first + "--" + last);
			if (turned && period.isPresent()) {
				after.addFlashAttribute("done", this.words.of("period.turned"));
			}
		}
		if (period.isEmpty()) {
			after.addFlashAttribute("refused", this.words.of("period.invalid", ReportPeriod.MOST_DAYS / 366));
			return "redirect:" + PATH;
		}
		// called by its name where it has one
		ReportPeriod named = ReportPeriod.of(period.get().from(), period.get().to());
		return "redirect:" + address(named, office, "");
	}

	/** The report of a period as it would be now. */
	@GetMapping("/ky/{ky}")
	String ofPeriod(User user, @PathVariable String ky, @RequestParam(name = "don-vi", defaultValue = "") String slug,
			Model model, RedirectAttributes after) {
		Office office = office(user, slug);
		ReportPeriod period = ReportPeriod.of(ky).orElseThrow(Unknown::new);
		if (period.from().isAfter(this.making.today())) {
			after.addFlashAttribute("refused", this.words.of("period.future", period.title()));
			return "redirect:" + PATH;
		}
		ReportDocument document = this.making.make(office, period, user.displayName());
		show(document, this.settings.of(office).letterhead().on(this.making.today()), model);
		model.addAttribute("files", address(period, slug, "/tai/"));
		model.addAttribute("keep", true);
		choices(own(user), office, this.making.today(), model);
		return "reports/report";
	}

	@GetMapping("/ky/{ky}/tai/{dang}")
	void fileOfPeriod(User user, @PathVariable String ky, @PathVariable String dang,
			@RequestParam(name = "don-vi", defaultValue = "") String slug, @RequestParam Map<String, String> typed,
			HttpServletResponse response) throws IOException {
		Office office = office(user, slug);
		ReportPeriod period = ReportPeriod.of(ky).orElseThrow(Unknown::new);
		ReportFiles.Format format = ReportFiles.Format.of(dang).orElseThrow(Unknown::new);
		Letterhead letterhead = this.settings.of(office).letterhead().on(this.making.today()).with(typed);
		this.files.send("u" + user.id(), format, () -> this.making.make(office, period, user.displayName()), letterhead,
				response);
	}

	/** Keeps the report of a period. */
	@PostMapping
	String keep(User user, @RequestParam(name = "ky", defaultValue = "") String ky,
			@RequestParam(name = "don-vi", defaultValue = "") String slug, @RequestParam Map<String, String> typed,
			RedirectAttributes after) {
		Office office = office(user, slug);
		ReportPeriod period = ReportPeriod.of(ky).orElseThrow(Unknown::new);
		if (period.from().isAfter(this.making.today())) {
			after.addFlashAttribute("refused", this.words.of("period.future", period.title()));
			return "redirect:" + PATH;
		}
		Letterhead letterhead = this.settings.of(office).letterhead().on(this.making.today()).with(typed);
		long id = this.reports.keep(office, this.making.make(office, period, user.displayName()), letterhead, user);
		after.addFlashAttribute("done", this.words.of("kept"));
		return "redirect:" + PATH + "/" + id;
	}

	/** A report that was kept. */
	@GetMapping("/{id}")
	String one(User user, @PathVariable String id, Model model) {
		Reports.Kept kept = kept(user, id);
		this.reports.read(kept.line().id(), user);
		show(kept.document(), kept.letterhead(), model);
		model.addAttribute("line", kept.line());
		model.addAttribute("files", PATH + "/" + kept.line().id() + "/tai/");
		model.addAttribute("keep", false);
		return "reports/report";
	}

	@GetMapping("/{id}/tai/{dang}")
	void fileOfOne(User user, @PathVariable String id, @PathVariable String dang,
			@RequestParam Map<String, String> typed, HttpServletResponse response) throws IOException {
		Reports.Kept kept = kept(user, id);
		ReportFiles.Format format = ReportFiles.Format.of(dang).orElseThrow(Unknown::new);
		this.files.send("u" + user.id(), format, kept::document, kept.letterhead().with(typed), response);
	}

	@ExceptionHandler(Unknown.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String unknown() {
		return "newsroom/not-found";
	}

	@ExceptionHandler(Exports.Busy.class)
	@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
	String busy(HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, ReportFiles.RETRY_AFTER);
		return "reports/busy";
	}

	private Reports.Kept kept(User user, String id) {
		if (!id.matches("[1-9][0-9]{0,17}")) {
			throw new Unknown();
		}
		return this.reports.find(own(user), Long.parseLong(id)).orElseThrow(Unknown::new);
	}

	private List<Office> own(User user) {
		List<Office> own = this.offices.of(user);
		if (own.isEmpty()) {
			throw new Unknown();
		}
		return own;
	}

	private Office office(User user, String slug) {
		return this.offices.of(user, slug).orElseThrow(Unknown::new);
	}

	private void show(ReportDocument document, Letterhead letterhead, Model model) {
		model.addAttribute("report", document);
		model.addAttribute("letterhead", letterhead);
		model.addAttribute("words", this.words);
		model.addAttribute("kinds",
				document.types()
					.stream()
					.filter((line) -> line.now() + line.before() + line.yearBefore() > 0)
					.toList());
	}

	private void choices(List<Office> own, Office chosen, LocalDate today, Model model) {
		Map<String, List<Choice>> periods = new LinkedHashMap<>();
		List<Choice> months = new ArrayList<>();
		YearMonth month = YearMonth.from(today);
		for (int ago = 0; ago < MONTHS; ago++) {
			// the last whole one is what people mostly want
			months.add(choice(ReportPeriod.month(month.minusMonths(ago)), ago == 1));
		}
		List<Choice> quarters = new ArrayList<>();
		for (int ago = 0; ago < QUARTERS; ago++) {
			quarters.add(choice(ReportPeriod.quarter(today.minusMonths(3L * ago)), false));
		}
		List<Choice> years = new ArrayList<>();
		for (int ago = 0; ago < YEARS; ago++) {
			years.add(choice(ReportPeriod.of("" + (today.getYear() - ago)).orElseThrow(), false));
		}
		periods.put("MONTH", months);
		periods.put("QUARTER", quarters);
		periods.put("YEAR", years);
		model.addAttribute("periods", periods);
		model.addAttribute("offices", own);
		model.addAttribute("office", chosen);
		model.addAttribute("words", this.words);
	}

	private static Choice choice(ReportPeriod period, boolean usual) {
		return new Choice(period.key(), period.title(), usual);
	}

	private static String address(ReportPeriod period, String office, String part) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH + "/ky/" + period.key() + part);
		return office.isEmpty() ? address.build().toUriString()
				: address.queryParam("don-vi", office).build().encode().toUriString();
	}

	private static @Nullable LocalDate day(String text) {
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/** A period to choose. */
	record Choice(String key, String title, boolean usual) {
	}

	/** Not there, or not theirs. */
	static class Unknown extends RuntimeException {

	}

	/** Tells of reports that were made by themselves, until they have been opened. */
	@Component
	static class New implements NavigationItem {

		private final Offices offices;

		private final Reports reports;

		New(Offices offices, Reports reports) {
			this.offices = offices;
			this.reports = reports;
		}

		@Override
		public int position() {
			return 51;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			long unread = this.offices.of(user).isEmpty() ? 0 : this.reports.unread(user);
			return (unread == 0) ? Optional.empty()
					: Optional.of(new NavigationItem.Place("reports.new.nav", PATH, "reports", unread));
		}

	}

}
