package vn.conglang.upkeep;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Area;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;
import vn.conglang.upkeep.SectionState.State;
import vn.conglang.volume.Reach;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The mandatory sections of all sites that somebody watches over, as a matrix on screen
 * and as CSV.
 */
@Controller
@OnFace(Face.NEWSROOM)
class MatrixController {

	static final String PATH = "/muc-bat-buoc";

	private static final int ON_A_PAGE = 60;

	private final Rules rules;

	private final SectionStates states;

	private final Sites sites;

	private final UpkeepTexts texts;

	MatrixController(Rules rules, SectionStates states, Sites sites, UpkeepTexts texts) {
		this.rules = rules;
		this.states = states;
		this.sites = sites;
		this.texts = texts;
	}

	@GetMapping(PATH)
	String matrix(User user, @ModelAttribute Query query, @RequestParam(name = "trang", defaultValue = "1") String page,
			Model model) {
		List<Area> areas = reach(user, "").areas().stream().filter((area) -> !this.sites.of(area).isEmpty()).toList();
		Checklist list = list();
		LocalDate today = this.rules.today();
		List<Row> all = rows(reach(user, query.area()).sites(), list, today);
		List<Row> chosen = all.stream().filter((row) -> row.fits(query)).toList();
		int pages = Math.max(1, (chosen.size() + ON_A_PAGE - 1) / ON_A_PAGE);
		int number = number(page, pages);
		model.addAttribute("query", query);
		model.addAttribute("areas", areas);
		model.addAttribute("states", State.values());
		model.addAttribute("list", list);
		model.addAttribute("columns", columns(list, all, query));
		model.addAttribute("rows",
				chosen.subList((number - 1) * ON_A_PAGE, Math.min(chosen.size(), number * ON_A_PAGE)));
		model.addAttribute("found", chosen.size());
		model.addAttribute("sites", all.size());
		model.addAttribute("complete",
				all.stream().filter((row) -> row.known() && row.current() == row.cells().size()).count());
		model.addAttribute("unknown", all.stream().filter((row) -> !row.known()).count());
		model.addAttribute("number", number);
		model.addAttribute("pages", pages);
		model.addAttribute("before", (number > 1) ? query.address(PATH, number - 1) : null);
		model.addAttribute("after", (number < pages) ? query.address(PATH, number + 1) : null);
		model.addAttribute("csv", query.address(PATH + ".csv", 1));
		return "upkeep/matrix";
	}

	@GetMapping(PATH + ".csv")
	ResponseEntity<byte[]> csv(User user, @ModelAttribute Query query) throws IOException {
		Checklist list = list();
		LocalDate today = this.rules.today();
		List<Row> rows = rows(reach(user, query.area()).sites(), list, today);
		StringWriter text = new StringWriter();
		// the mark at the beginning tells spreadsheets that this is UTF-8
		text.write('\ufeff');
		try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.EXCEL)) {
			csv.printRecord(Stream
				.concat(Arrays.stream(this.texts.of("upkeep.csv.columns").split("\\|")),
						list.items().stream().map((item) -> plain(item.title())))
				.toList());
			for (Row row : rows) {
				if (row.fits(query)) {
					csv.printRecord(Stream
						.concat(Stream.of(plain(row.area()), row.code(), plain(row.title()), row.current()),
								row.cells()
									.stream()
									.map((cell) -> row.known() ? this.texts.of("upkeep.state." + cell.state()) : ""))
						.toList());
				}
			}
		}
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("muc-bat-buoc-" + today + ".csv").build().toString())
			.header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
			.body(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	/** A spreadsheet must not take a name for a formula. */
	private static String plain(String text) {
		return (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

	private Checklist list() {
		return this.rules.checklist(this.rules.today())
			.orElseGet(
					() -> new Checklist("", this.texts.of("upkeep.noList"), LocalDate.EPOCH, null, "", "", List.of()));
	}

	/**
	 * A district sees its own area only, the province all; for others there is nothing.
	 */
	private Reach reach(User user, String area) {
		return Reach.of(user, this.sites, area)
			.filter((reach) -> !reach.sites().isEmpty())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private List<Row> rows(List<Site> sites, Checklist list, LocalDate today) {
		Map<SiteId, Map<String, SectionState>> known = this.states.of(sites, list);
		List<Row> rows = new ArrayList<>();
		for (Site site : sites) {
			Map<String, SectionState> states = known.get(site.id());
			List<Cell> cells = new ArrayList<>();
			int current = 0;
			for (Checklist.Item item : list.items()) {
				SectionState state = (states != null) ? states.getOrDefault(item.key(), SectionState.MISSING)
						: SectionState.MISSING;
				State stands = state.on(today);
				cells.add(new Cell(item.key(), item.title(), stands, state.attested()));
				current += (stands == State.CURRENT) ? 1 : 0;
			}
			rows.add(new Row(site.title(), site.area().title(), site.code(),
					"/bien-tap/" + site.slug() + SiteUpkeepController.SCREEN, states != null, current, cells));
		}
		return rows;
	}

	private static List<Column> columns(Checklist list, List<Row> rows, Query query) {
		List<Column> columns = new ArrayList<>();
		for (int i = 0; i < list.items().size(); i++) {
			Checklist.Item item = list.items().get(i);
			int at = i;
			long current = rows.stream()
				.filter((row) -> row.known() && row.cells().get(at).state() == State.CURRENT)
				.count();
			columns.add(new Column(item.key(), item.title(), item.why(), current,
					new Query(query.area(), item.key(), query.state()).address(PATH, 1)));
		}
		return columns;
	}

	private static int number(String page, int pages) {
		try {
			return Math.clamp(Integer.parseInt(page), 1, pages);
		}
		catch (NumberFormatException ex) {
			return 1;
		}
	}

	/**
	 * What is asked for, as it stands in the address.
	 *
	 * @param area slug of an area, empty for all
	 * @param item key of a section, empty for any
	 * @param state "thieu"; empty for any, "chua-du" for all but current ones
	 */
	record Query(String area, String item, String state) {

		Query(@Nullable String area, @Nullable String item, @Nullable String state) {
			this.area = orEmpty(area);
			this.item = orEmpty(item);
			this.state = orEmpty(state);
		}

		String address(String path, int page) {
			UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
			if (!this.area.isEmpty()) {
				address.queryParam("area", "{area}");
			}
			if (!this.item.isEmpty()) {
				address.queryParam("item", "{item}");
			}
			if (!this.state.isEmpty()) {
				address.queryParam("state", "{state}");
			}
			if (page > 1) {
				address.queryParam("trang", page);
			}
			return address.encode()
				.buildAndExpand(Map.of("area", this.area, "item", this.item, "state", this.state))
				.toUriString();
		}

		private static String orEmpty(@Nullable String text) {
			return (text != null) ? text.replaceAll("\\p{Cntrl}", "").strip() : "";
		}

	}

	/**
	 * The head of a column.
	 *
	 * @param current how many sites have the section, up to date
	 * @param href shows the sites by this section
	 */
	record Column(String key, String title, String why, long current, String href) {
	}

	/** How a section of a site stands. */
	record Cell(String key, String title, State state, boolean attested) {
	}

	/**
	 * A site's row.
	 *
	 * @param known whether somebody has looked at the site yet
	 * @param current how many of its sections are there and up to date
	 */
	record Row(String title, String area, String code, String href, boolean known, int current, List<Cell> cells) {

		boolean fits(Query query) {
			if (query.state().isEmpty()) {
				return true;
			}
			return this.known && this.cells.stream()
				.filter((cell) -> query.item().isEmpty() || cell.key().equals(query.item()))
				.anyMatch((cell) -> query.state().equals("chua-du") ? cell.state() != State.CURRENT
						: cell.state().option().equals(query.state()));
		}

	}

}
