package vn.conglang.emulation;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Area;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The ranked table of a period: for the province all sites, for a district its own. */
@Controller
@OnFace(Face.NEWSROOM)
class StandingsController {

	static final String PATH = "/thi-dua";

	private static final int PAGE = 60;

	private final Periods periods;

	private final Scores scores;

	private final OfficerActs acts;

	private final EmulationPolicy policy;

	private final Sites sites;

	private final Sentences sentences;

	StandingsController(Periods periods, Scores scores, OfficerActs acts, EmulationPolicy policy, Sites sites,
			Sentences sentences) {
		this.periods = periods;
		this.scores = scores;
		this.acts = acts;
		this.policy = policy;
		this.sites = sites;
		this.sentences = sentences;
	}

	@ModelAttribute
	void onlyWhoWatches(User user) {
		if (this.policy.whyNotWatch(user) != null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	@GetMapping(PATH)
	String standings(User user, @ModelAttribute Query query, Model model) {
		List<ScorePeriod> all = this.periods.all();
		model.addAttribute("leads", this.policy.whyNotLead(user) == null);
		model.addAttribute("periods", all.stream().map(PeriodView::of).toList());
		ScorePeriod period = chosen(query, all);
		model.addAttribute("period", (period != null) ? PeriodView.of(period) : null);
		if (period == null) {
			return "emulation/standings";
		}
		Table table = table(user, query, period);
		int pages = Math.max(1, (table.rows().size() + PAGE - 1) / PAGE);
		int page = Math.clamp(query.page(), 1, pages);
		model.addAttribute("query", query);
		model.addAttribute("table", table);
		model.addAttribute("rows",
				table.rows()
					.subList((page - 1) * PAGE, Math.min(table.rows().size(), page * PAGE))
					.stream()
					.map((score) -> row(score, period, table))
					.toList());
		model.addAttribute("groups",
				table.board()
					.groups()
					.stream()
					.map((group) -> new Head(group.title(),
							(group.most().signum() > 0) ? Sentences.points(group.most()) : null))
					.toList());
		model.addAttribute("page", page);
		model.addAttribute("pages", pages);
		model.addAttribute("before", (table.before() != null) ? table.before().title() : null);
		model.addAttribute("average", average(table.rows()));
		model.addAttribute("best",
				table.rows().stream().map(Score::total).max(BigDecimal::compareTo).map(Sentences::points).orElse(""));
		model.addAttribute("least",
				table.rows().stream().map(Score::total).min(BigDecimal::compareTo).map(Sentences::points).orElse(""));
		model.addAttribute("waiting", waiting(user, period));
		model.addAttribute("columns", columns(query, period));
		model.addAttribute("csv", address(PATH + ".csv", query, period).build().encode().toUriString());
		model.addAttribute("place", address(PATH, query, period).build().encode().toUriString());
		return "emulation/standings";
	}

	@GetMapping(PATH + ".csv")
	ResponseEntity<byte[]> csv(User user, @ModelAttribute Query query) throws IOException {
		ScorePeriod period = chosen(query, this.periods.all());
		if (period == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		Table table = table(user, query, period);
		StringWriter text = new StringWriter();
		// the mark at the beginning tells spreadsheets that this is UTF-8
		text.write('\ufeff');
		try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.EXCEL)) {
			List<Object> head = new ArrayList<>(List.of(this.sentences.text("emulation.csv.head").split("\\|")));
			table.board().groups().forEach((group) -> head.add(plain(group.title())));
			head.addAll(List.of(this.sentences.text("emulation.csv.tail").split("\\|")));
			csv.printRecord(head);
			for (Score score : table.rows()) {
				Score before = table.scoresBefore().get(score.site());
				List<Object> row = new ArrayList<>(List.of(score.rank(), score.areaRank(), score.kindRank(),
						plain(score.areaTitle()), plain(score.title())));
				table.board().groups().forEach((group) -> row.add(number(score.groups().get(group.key()))));
				row.add(number(score.total()));
				row.add(number(score.corrected()));
				row.add(number((before != null) ? before.total() : null));
				csv.printRecord(row);
			}
		}
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("thi-dua-" + VietnameseText.slug(period.days().title(), 40) + ".csv")
						.build()
						.toString())
			.header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
			.body(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	/** What a spreadsheet would take for a formula becomes text. */
	static String plain(String text) {
		return (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

	/** With the comma that a Vietnamese spreadsheet expects. */
	private static String number(@Nullable BigDecimal number) {
		return (number != null) ? number.stripTrailingZeros().toPlainString().replace('.', ',') : "";
	}

	/** The one in the address; the latest where that names none. */
	private static @Nullable ScorePeriod chosen(Query query, List<ScorePeriod> all) {
		if (query.ky().isEmpty()) {
			return all.isEmpty() ? null : all.getFirst();
		}
		return all.stream()
			.filter((period) -> query.ky().equals("" + period.id()))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private Table table(User user, Query query, ScorePeriod period) {
		List<Area> areas = this.sites.areas().stream().filter(user::watches).toList();
		List<Long> seen = areas.stream()
			.filter((area) -> query.huyen().isEmpty() || area.slug().equals(query.huyen()))
			.map(Area::id)
			.toList();
		if (seen.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		Scoreboard board = this.scores.board(period);
		ScorePeriod before = this.periods.before(period).orElse(null);
		Map<SiteId, Score> scoresBefore = (before != null) ? this.scores.board(before).scores() : Map.of();
		List<Score> all = board.scores().values().stream().filter((score) -> seen.contains(score.areaId())).toList();
		List<String> kinds = List.copyOf(new TreeSet<>(all.stream().map(Score::kind).toList()));
		List<Score> rows = all.stream()
			.filter((score) -> query.loai().isEmpty() || score.kind().equals(query.loai()))
			.sorted(order(query, scoresBefore))
			.toList();
		List<Area> choices = areas.stream().filter((area) -> !this.sites.of(area).isEmpty()).toList();
		return new Table(board, rows, choices, kinds, (before != null) ? PeriodView.of(before) : null, scoresBefore);
	}

	private static Comparator<Score> order(Query query, Map<SiteId, Score> before) {
		Comparator<String> alphabetical = VietnameseText.alphabetical();
		Comparator<Score> order = switch (query.xep()) {
			case "ten" -> Comparator.comparing(Score::title, alphabetical);
			case "huyen" -> Comparator.comparing(Score::areaTitle, alphabetical);
			case "thay-doi" -> Comparator.comparing((Score score) -> {
				Score earlier = before.get(score.site());
				return (earlier != null) ? score.total().subtract(earlier.total()) : null;
			}, Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder())).reversed();
			default -> Comparator.comparingInt(Score::rank);
		};
		return order.thenComparing(Score::rank)
			.thenComparing(Score::areaTitle, alphabetical)
			.thenComparing(Score::title, alphabetical);
	}

	private Row row(Score score, ScorePeriod period, Table table) {
		Score before = table.scoresBefore().get(score.site());
		BigDecimal change = (before != null) ? score.total().subtract(before.total()) : null;
		BigDecimal corrected = score.corrected();
		String slug = this.sites.byId(score.site()).map(Site::slug).orElse("");
		return new Row(score.rank(), score.areaRank(), score.kindRank(), score.title(), score.areaTitle(),
				PATH + "/" + period.id() + "/" + slug,
				table.board()
					.groups()
					.stream()
					.map((group) -> Sentences.points(score.groups().getOrDefault(group.key(), BigDecimal.ZERO)))
					.toList(),
				Sentences.points(score.total()), (corrected != null) ? Sentences.points(corrected) : null,
				(change != null) ? Sentences.change(change) : null, (change != null) ? change.signum() : 0);
	}

	private static String average(List<Score> rows) {
		return rows.isEmpty() ? ""
				: Sentences.points(rows.stream()
					.map(Score::total)
					.reduce(BigDecimal.ZERO, BigDecimal::add)
					.divide(BigDecimal.valueOf(rows.size()), 1, RoundingMode.HALF_UP));
	}

	/** Appeals that wait for an answer of this officer. */
	private List<Waiting> waiting(User user, ScorePeriod period) {
		return this.acts.waiting(period.id())
			.stream()
			.flatMap((one) -> this.sites.byId(one.site())
				.filter((site) -> this.policy.whyNotAnswer(user, site, period) == null)
				.map((site) -> new Waiting(site.title(), one.title(),
						PATH + "/" + period.id() + "/" + site.slug() + "#kien-nghi-" + one.id()))
				.stream())
			.toList();
	}

	private static List<Column> columns(Query query, ScorePeriod period) {
		List<Column> columns = new ArrayList<>();
		for (String key : List.of("hang", "ten", "huyen", "thay-doi")) {
			boolean sorted = query.xep().equals(key);
			columns.add(new Column(key,
					address(PATH, query, period).replaceQueryParam("xep", key).build().encode().toUriString(), sorted));
		}
		return columns;
	}

	private static UriComponentsBuilder address(String path, Query query, ScorePeriod period) {
		return UriComponentsBuilder.fromPath(path)
			.queryParam("ky", period.id())
			.queryParam("huyen", query.huyen())
			.queryParam("loai", query.loai())
			.queryParam("xep", query.xep());
	}

	/**
	 * What is asked for, as it stands in the address; anything may be missing.
	 *
	 * @param ky identity of a period
	 * @param huyen slug of an area
	 * @param loai kind of site: "xã"
	 * @param xep key of a column
	 * @param trang page, from 1 on
	 */
	record Query(String ky, String huyen, String loai, String xep, String trang) {

		Query(@Nullable String ky, @Nullable String huyen, @Nullable String loai, @Nullable String xep,
				@Nullable String trang) {
			this.ky = orEmpty(ky);
			this.huyen = orEmpty(huyen);
			this.loai = orEmpty(loai);
			this.xep = List.of("ten", "huyen", "thay-doi").contains(orEmpty(xep)) ? orEmpty(xep) : "hang";
			this.trang = orEmpty(trang);
		}

		int page() {
			return this.trang.matches("[0-9]{1,6}") ? Integer.parseInt(this.trang) : 1;
		}

		private static String orEmpty(@Nullable String text) {
			return (text != null) ? text.replaceAll("\\p{Cntrl}", "").strip() : "";
		}

	}

	/**
	 * All that is in the table.
	 *
	 * @param rows in the order asked for
	 * @param before the period that is compared with
	 */
	record Table(Scoreboard board, List<Score> rows, List<Area> areas, List<String> kinds, @Nullable PeriodView before,
			Map<SiteId, Score> scoresBefore) {
	}

	/**
	 * A site's row.
	 *
	 * @param groups points per group, in their order
	 * @param corrected the total with what was corrected after the closing
	 * @param change against the period before
	 */
	record Row(int rank, int areaRank, int kindRank, String title, String area, String href, List<String> groups,
			String total, @Nullable String corrected, @Nullable String change, int sign) {
	}

	/** The head of a group's column, with its standard points if it has any. */
	record Head(String title, @Nullable String most) {
	}

	/** An appeal that waits. */
	record Waiting(String site, String criterion, String href) {
	}

	/** A column that can be sorted by. */
	record Column(String key, String href, boolean sorted) {
	}

}
