package vn.conglang.volume;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Area;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
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
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Content volume per site: for the province all sites, for a district its own, on screen
 * and as CSV.
 */
@Controller
@OnFace(Face.NEWSROOM)
class VolumeController {

	static final String PATH = "/san-luong";

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

	private static final int DAYS = 30;

	private final VolumeReport report;

	private final Sites sites;

	private final SiteAddresses addresses;

	private final MessageSource messages;

	private final Clock clock;

	VolumeController(VolumeReport report, Sites sites, SiteAddresses addresses, MessageSource messages, Clock clock) {
		this.report = report;
		this.sites = sites;
		this.addresses = addresses;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String volume(User user, @ModelAttribute Query query, Model model) {
		Period period = period(query);
		List<Area> areas = areas(user);
		VolumeReport.Volume volume = volume(user, query, period, areas);
		List<SiteRow> rows = volume.sites().stream().map(this::row).sorted(order(query)).toList();
		model.addAttribute("query", query);
		model.addAttribute("from", period.from());
		model.addAttribute("to", period.to());
		model.addAttribute("notice", period.notice());
		model.addAttribute("volume", volume);
		model.addAttribute("rows", rows);
		model.addAttribute("areas", areas);
		model.addAttribute("types", EntryType.values());
		model.addAttribute("columns", columns(query, period));
		model.addAttribute("csv", address(PATH + ".csv", query, period).build().encode().toUriString());
		return "volume/volume";
	}

	@GetMapping(PATH + ".csv")
	ResponseEntity<byte[]> csv(User user, @ModelAttribute Query query) throws IOException {
		Period period = period(query);
		VolumeReport.Volume volume = volume(user, query, period, areas(user));
		StringWriter text = new StringWriter();
		// the mark at the beginning tells spreadsheets that this is UTF-8
		text.write('\ufeff');
		try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.EXCEL)) {
			csv.printRecord(message("oversight.csv.columns").split("\\|"));
			for (SiteRow row : volume.sites().stream().map(this::row).sorted(order(query)).toList()) {
				csv.printRecord(row.area(), row.code(), row.title(), row.articles(), row.documents(), row.pages(),
						row.others(), row.total(), row.shared(), row.withdrawn(), row.words(), row.images(),
						(row.last() != null) ? DAY.format(row.last()) : "");
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

	private VolumeReport.Volume volume(User user, Query query, Period period, List<Area> areas) {
		if (areas.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		List<Site> seen = areas.stream()
			.filter((area) -> query.area().isEmpty() || area.slug().equals(query.area()))
			.flatMap((area) -> this.sites.of(area).stream())
			.toList();
		return this.report.of(seen, period.from(), period.to(), EntryType.ofOption(query.type()).orElse(null),
				query.category());
	}

	/** A district sees its own area only, the province all. */
	private List<Area> areas(User user) {
		return this.sites.areas()
			.stream()
			.filter(user::watches)
			.filter((area) -> !this.sites.of(area).isEmpty())
			.toList();
	}

	private Period period(Query query) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
		LocalDate from = day(query.tu());
		LocalDate to = day(query.den());
		boolean wrong = (from == null && !query.tu().isEmpty()) || (to == null && !query.den().isEmpty());
		LocalDate last = (to != null) ? to : today;
		LocalDate first = (from != null) ? from : last.minusDays(DAYS - 1);
		if (first.isAfter(last)) {
			return new Period(last, first, message("oversight.period.turned"));
		}
		return new Period(first, last, wrong ? message("oversight.period.invalid") : null);
	}

	private static @Nullable LocalDate day(String text) {
		try {
			LocalDate day = text.isEmpty() ? null : LocalDate.parse(text);
			return (day != null && day.getYear() >= 1900 && day.getYear() <= 2200) ? day : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private SiteRow row(VolumeReport.SiteVolume site) {
		return new SiteRow(site.site().title(), site.site().area().title(), site.site().code(),
				this.addresses.of(site.site()), "/bien-tap/" + site.site().slug(), site.count(EntryType.ARTICLE),
				site.count(EntryType.LEGAL_DOCUMENT), site.count(EntryType.PAGE),
				site.total() - site.count(EntryType.ARTICLE) - site.count(EntryType.LEGAL_DOCUMENT)
						- site.count(EntryType.PAGE),
				site.total(), site.figures().shared(), site.figures().withdrawn(), site.figures().words(),
				site.figures().images(), site.last());
	}

	private static Comparator<SiteRow> order(Query query) {
		Comparator<String> alphabetical = VietnameseText.alphabetical();
		Comparator<SiteRow> order = switch (query.sort()) {
			case "ten" -> Comparator.comparing(SiteRow::title, alphabetical);
			case "huyen" -> Comparator.comparing(SiteRow::area, alphabetical);
			case "bai" -> Comparator.comparingInt(SiteRow::articles);
			case "van-ban" -> Comparator.comparingInt(SiteRow::documents);
			case "trang" -> Comparator.comparingInt(SiteRow::pages);
			case "khac" -> Comparator.comparingInt(SiteRow::others);
			case "chia-se" -> Comparator.comparingInt(SiteRow::shared);
			case "go" -> Comparator.comparingInt(SiteRow::withdrawn);
			case "chu" -> Comparator.comparingLong(SiteRow::words);
			case "anh" -> Comparator.comparingLong(SiteRow::images);
			case "cuoi" -> Comparator.comparing(SiteRow::last, Comparator.nullsFirst(Comparator.naturalOrder()));
			default -> Comparator.comparingInt(SiteRow::total);
		};
		boolean falling = query.descending();
		return (falling ? order.reversed() : order).thenComparing(SiteRow::area, alphabetical)
			.thenComparing(SiteRow::title, alphabetical);
	}

	private List<Column> columns(Query query, Period period) {
		List<Column> columns = new ArrayList<>();
		for (String key : List.of("ten", "huyen", "bai", "van-ban", "trang", "khac", "tong", "chia-se", "go", "chu",
				"anh", "cuoi")) {
			boolean current = query.sort().equals(key);
			boolean text = key.equals("ten") || key.equals("huyen");
			// a second click turns the order around; figures begin with the largest
			String next = current ? (query.descending() ? "tang" : "giam") : (text ? "tang" : "giam");
			Query sorted = new Query(query.tu(), query.den(), query.area(), query.type(), query.category(), key, next);
			columns.add(new Column("oversight.column." + key,
					address(PATH, sorted, period).build().encode().toUriString(),
					current ? (query.descending() ? "descending" : "ascending") : null, !text && !key.equals("cuoi")));
		}
		return columns;
	}

	private static UriComponentsBuilder address(String path, Query query, Period period) {
		return UriComponentsBuilder.fromPath(path)
			.queryParam("tu", period.from())
			.queryParam("den", period.to())
			.queryParam("area", query.area())
			.queryParam("type", query.type())
			.queryParam("category", query.category())
			.queryParam("sort", query.sort())
			.queryParam("order", query.order());
	}

	private String message(String key) {
		return this.messages.getMessage(key, null, key, VietnameseText.LOCALE) + "";
	}

	/**
	 * What is asked for, as it stands in the address; anything may be missing.
	 *
	 * @param tu first day, yyyy-MM-dd
	 * @param den last day, yyyy-MM-dd
	 * @param area slug of an area
	 * @param type as on the command line: "article"
	 * @param category name of a category
	 * @param sort key of a column
	 * @param order "tang" or "giam"
	 */
	record Query(String tu, String den, String area, String type, String category, String sort, String order) {

		Query(@Nullable String tu, @Nullable String den, @Nullable String area, @Nullable String type,
				@Nullable String category, @Nullable String sort, @Nullable String order) {
			this.tu = orEmpty(tu);
			this.den = orEmpty(den);
			this.area = orEmpty(area);
			this.type = orEmpty(type);
			this.category = orEmpty(category);
			this.sort = orEmpty(sort).isEmpty() ? "tong" : orEmpty(sort);
			this.order = orEmpty(order).isEmpty() ? "giam" : orEmpty(order);
		}

		boolean descending() {
			return !this.order.equals("tang");
		}

		private static String orEmpty(@Nullable String text) {
			return (text != null) ? text.replaceAll("\\p{Cntrl}", "").strip() : "";
		}

	}

	/**
	 * The days counted.
	 *
	 * @param notice what was put right in the request, if anything
	 */
	record Period(LocalDate from, LocalDate to, @Nullable String notice) {
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
	 * @param url public address
	 * @param desk address of its entries in the newsroom
	 * @param others announcements, procedures, albums and videos
	 */
	record SiteRow(String title, String area, String code, String url, String desk, int articles, int documents,
			int pages, int others, int total, int shared, int withdrawn, long words, long images,
			@Nullable LocalDate last) {
	}

	/** Where the volume is found. */
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
			return this.sites.areas().stream().anyMatch(user::watches)
					? Optional.of(new NavigationItem.Place("newsroom.volume", PATH, "chart")) : Optional.empty();
		}

	}

}
