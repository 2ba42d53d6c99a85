package vn.conglang.volume;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.text.CollationKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.SpreadsheetText;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Area;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;

/**
 * Content volume per site: for the province all sites, for a district its own, on screen
 * and as CSV.
 */
@Controller
@OnFace(Face.NEWSROOM)
class VolumeController {

	static final String PATH = "/san-luong";

	/** Rows on a page. */
	static final int PAGE = 100;

	/** Who worked how is told of no more than this, because every fact of it is read. */
	private static final int MOST_FOR_WORK = 10_000;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

	private static final List<String> COLUMNS = List.of("ten", "huyen", "bai", "van-ban", "trang", "khac", "tong",
			"chia-se", "go", "chu", "anh", "cuoi");

	private final VolumeReport report;

	private final Volumes volumes;

	private final Sites sites;

	private final MessageSource messages;

	private final Clock clock;

	VolumeController(VolumeReport report, Volumes volumes, Sites sites, MessageSource messages, Clock clock) {
		this.report = report;
		this.volumes = volumes;
		this.sites = sites;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String volume(User user, @ModelAttribute VolumeQuestion asked, Model model) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
		VolumeQuestion.Asked days = asked.period(today);
		Period period = days.period();
		VolumeQuestion question = asked.in(period);
		Reach reach = reach(user, question);
		VolumeReport.Volume volume = this.report.of(reach, period, question.filter());
		Figures total = volume.total();
		List<SiteRow> rows = sorted(volume, question);
		int pages = Math.max(1, (rows.size() + PAGE - 1) / PAGE);
		int page = Math.min(asked.page(), pages);
		List<SiteRow> shown = rows.subList((page - 1) * PAGE, Math.min(rows.size(), page * PAGE));
		model.addAttribute("question", question);
		model.addAttribute("period", period);
		model.addAttribute("notice", days.notice());
		model.addAttribute("presets", VolumeQuestion.presets(today, period));
		model.addAttribute("volume", volume);
		model.addAttribute("total", total);
		model.addAttribute("areaRows", volume.areas());
		model.addAttribute("before", compared(reach, total, period.before(), question.filter()));
		model.addAttribute("yearBefore", compared(reach, total, period.yearBefore(), question.filter()));
		model.addAttribute("work",
				(total.published() <= MOST_FOR_WORK) ? this.volumes.work(reach, period, question.filter()) : null);
		model.addAttribute("trend", trend(this.volumes, reach, question, period, today, EvidenceController.PATH));
		model.addAttribute("rows", withLast(shown));
		model.addAttribute("page", page);
		model.addAttribute("pages", pages);
		model.addAttribute("previous", (page > 1) ? question.onPage(page - 1).at(PATH) : null);
		model.addAttribute("next", (page < pages) ? question.onPage(page + 1).at(PATH) : null);
		model.addAttribute("areas", choices(user));
		model.addAttribute("types", EntryType.values());
		model.addAttribute("columns", columns(question));
		model.addAttribute("csv", question.at(PATH + ".csv"));
		return "volume/volume";
	}

	@GetMapping(PATH + ".csv")
	ResponseEntity<byte[]> csv(User user, @ModelAttribute VolumeQuestion asked) throws IOException {
		Period period = asked.period(LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE)).period();
		VolumeReport.Volume volume = this.report.of(reach(user, asked), period, asked.filter());
		StringWriter text = new StringWriter();
		// the mark at the beginning tells spreadsheets that this is UTF-8
		text.write('\ufeff');
		try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.EXCEL)) {
			csv.printRecord((Object[]) message("oversight.csv.columns").split("\\|"));
			for (SiteRow one : withLast(sorted(volume, asked))) {
				VolumeReport.Row row = one.row();
				Figures figures = row.figures();
				csv.printRecord(SpreadsheetText.harmless(row.area().title()),
						SpreadsheetText.harmless(row.site().code()), SpreadsheetText.harmless(row.site().title()),
						figures.of(EntryType.ARTICLE), figures.of(EntryType.LEGAL_DOCUMENT), figures.of(EntryType.PAGE),
						row.others(), figures.published(), figures.shared(), figures.withdrawn(), figures.words(),
						figures.images(), (one.last() != null) ? DAY.format(one.last()) : "");
			}
		}
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("san-luong-" + period.from() + "-" + period.to() + ".csv")
						.build()
						.toString())
			.header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
			.body(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	private Reach reach(User user, VolumeQuestion question) {
		return Reach.of(user, this.sites, question.area())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/** Areas to choose from: those with sites. */
	private List<Area> choices(User user) {
		return this.sites.areas()
			.stream()
			.filter(user::watches)
			.filter((area) -> this.sites.all().stream().anyMatch((site) -> site.area().id() == area.id()))
			.toList();
	}

	private Comparison compared(Reach reach, Figures total, Period than, Filter filter) {
		return Comparison.of(total.published(), this.volumes.published(reach, than, filter), than);
	}

	/** The months until the end of the period; what lies ahead is not drawn. */
	static Trend trend(Volumes volumes, Reach reach, VolumeQuestion question, Period period, LocalDate today,
			String evidence) {
		YearMonth last = YearMonth.from(period.to().isAfter(today) ? today : period.to());
		return Trend.of(volumes.trend(reach, question.filter(), last.minusMonths(Trend.MONTHS - 1), last),
				YearMonth.from(today), (month) -> question.in(Period.month(month)).at(evidence));
	}

	private List<SiteRow> withLast(List<SiteRow> rows) {
		if (rows.stream().anyMatch((row) -> row.last() != null)) {
			return rows;
		}
		Map<SiteId, LocalDate> last = this.volumes.lastOwn(rows.stream().map((row) -> row.row().site()).toList());
		return rows.stream().map((row) -> new SiteRow(row.row(), last.get(row.row().site().id()))).toList();
	}

	/** Rows that are equal stay in the order of the alphabet, in which they come. */
	private List<SiteRow> sorted(VolumeReport.Volume volume, VolumeQuestion question) {
		List<SiteRow> rows = volume.rows().stream().map((row) -> new SiteRow(row, null)).toList();
		if (question.sort().equals("cuoi")) {
			rows = withLast(rows);
		}
		Comparator<SiteRow> order = switch (question.sort()) {
			case "ten" -> byText(rows, (row) -> row.row().site().title());
			case "huyen" -> byText(rows, (row) -> row.row().area().title());
			case "bai" -> Comparator.comparingInt((row) -> row.row().figures().of(EntryType.ARTICLE));
			case "van-ban" -> Comparator.comparingInt((row) -> row.row().figures().of(EntryType.LEGAL_DOCUMENT));
			case "trang" -> Comparator.comparingInt((row) -> row.row().figures().of(EntryType.PAGE));
			case "khac" -> Comparator.comparingInt((row) -> row.row().others());
			case "chia-se" -> Comparator.comparingInt((row) -> row.row().figures().shared());
			case "go" -> Comparator.comparingInt((row) -> row.row().figures().withdrawn());
			case "chu" -> Comparator.comparingLong((row) -> row.row().figures().words());
			case "anh" -> Comparator.comparingLong((row) -> row.row().figures().images());
			case "cuoi" -> Comparator.comparing(SiteRow::last, Comparator.nullsFirst(Comparator.naturalOrder()));
			default -> Comparator.comparingInt((row) -> row.row().figures().published());
		};
		return rows.stream().sorted(question.descending() ? order.reversed() : order).toList();
	}

	/** Thousands of names are compared by keys that are made once. */
	private static Comparator<SiteRow> byText(List<SiteRow> rows, Function<SiteRow, String> text) {
		Map<SiteRow, CollationKey> keys = new IdentityHashMap<>();
		rows.forEach((row) -> keys.put(row, VietnameseText.alphabeticalKey(text.apply(row))));
		return Comparator.comparing(keys::get);
	}

	private static List<Column> columns(VolumeQuestion question) {
		List<Column> columns = new ArrayList<>();
		for (String key : COLUMNS) {
			boolean current = question.sort().equals(key);
			boolean text = key.equals("ten") || key.equals("huyen");
			// a second click turns the order around; figures begin with the largest
			String next = current ? (question.descending() ? "tang" : "giam") : (text ? "tang" : "giam");
			columns.add(new Column("oversight.column." + key, question.sorted(key, next).at(PATH),
					current ? (question.descending() ? "descending" : "ascending") : null,
					!text && !key.equals("cuoi")));
		}
		return columns;
	}

	private String message(String key) {
		return this.messages.getMessage(key, null, key, VietnameseText.LOCALE) + "";
	}

	/**
	 * The head of a column.
	 *
	 * @param label key of the message
	 * @param href sorts by this column
	 * @param sorted "ascending" or "descending" where it is sorted by this column
	 */
	record Column(String label, String href, @Nullable String sorted, boolean number) {
	}

	/**
	 * A site's row.
	 *
	 * @param last day of its last publication ever, if there was one
	 */
	record SiteRow(VolumeReport.Row row, @Nullable LocalDate last) {
	}

	/** Where oversight is found. */
	@Component
	static class Place implements NavigationItem {

		private final Sites sites;

		Place(Sites sites) {
			this.sites = sites;
		}

		@Override
		public int position() {
			return 50;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return this.sites.areas().stream().anyMatch(user::watches) ? Optional
				.of(new NavigationItem.Place("volume.oversight", "/theo-doi", "chart", List.of(PATH, "/muc-bat-buoc",
						"/trung-lap", "/lien-ket-hong", "/thi-dua", "/nhac-viec", "/bao-cao", "/don-vi")))
					: Optional.empty();
		}

	}

}
