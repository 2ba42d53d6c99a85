package vn.conglang.oversight;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.oversight.ProvinceMap.Box;
import vn.conglang.oversight.ProvinceMap.Outline;
import vn.conglang.site.Area;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Sites;
import vn.conglang.upkeep.Light;
import vn.conglang.volume.Period;
import vn.conglang.volume.Reach;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The start page of districts and the province: within ten seconds, which communes need
 * help, why, and where to act on it.
 */
@Controller
@OnFace(Face.NEWSROOM)
class OverviewController {

	static final String PATH = "/theo-doi";

	/** Lengths of the period, in days. */
	private static final List<Integer> PERIODS = List.of(7, 30, 90, 365);

	private static final int USUAL = 30;

	private static final int MOST_IN_NEED = 8;

	private static final int PAGE = 50;

	private static final List<String> ORDERS = List.of("can-giup", "dang", "giam", "im-lang", "muc", "ten", "huyen");

	private final Overview overview;

	private final ProvinceMap map;

	private final Sites sites;

	private final MessageSource messages;

	OverviewController(Overview overview, ProvinceMap map, Sites sites, MessageSource messages) {
		this.overview = overview;
		this.map = map;
		this.sites = sites;
		this.messages = messages;
	}

	@GetMapping(PATH)
	String overview(User user, @ModelAttribute Query query, Model model) {
		Reach all = Reach.of(user, this.sites, "").orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		Reach reach = query.area().isEmpty() ? all : Reach.of(user, this.sites, query.area())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		Period period = Period.lastDays(query.length(), this.overview.today());
		List<SiteRow> rows = this.overview.of(reach.sites(), period);
		List<SiteRow> need = Overview.inNeed(rows);
		List<SiteRow> sorted = rows.stream().sorted(order(query.order())).toList();
		int pages = Math.max(1, (sorted.size() + PAGE - 1) / PAGE);
		int page = Math.min(query.pageNumber(), pages);
		List<SiteRow> shown = sorted.subList((page - 1) * PAGE, Math.min(page * PAGE, sorted.size()));
		List<SiteRow> first = need.stream().limit(MOST_IN_NEED).toList();
		List<SiteRow> drawn = rows.stream().filter((row) -> this.map.outline(row.site().slug()).isPresent()).toList();
		Map<SiteId, String> reasons = this.overview
			.reasons(Stream.of(shown, first, (query.measure() == Measure.LIGHT) ? drawn : List.<SiteRow>of())
				.flatMap(List::stream)
				.map(SiteRow::site)
				.collect(Collectors.toSet()));
		Area area = (reach.areas().size() == 1 && all.areas().size() > 1) ? reach.areas().getFirst() : null;
		model.addAttribute("query", query);
		model.addAttribute("periods", PERIODS);
		model.addAttribute("period", period);
		model.addAttribute("areas", all.areas());
		model.addAttribute("place", (area != null) ? area.title() : null);
		model.addAttribute("sites", rows.size());
		model.addAttribute("published", rows.stream().mapToInt(SiteRow::published).sum());
		model.addAttribute("before", rows.stream().mapToInt(SiteRow::before).sum());
		model.addAttribute("lights", lights(rows));
		model.addAttribute("need", Overview.told(first, reasons));
		model.addAttribute("inNeed", need.size());
		model.addAttribute("across", reach.areas().size() > 1);
		model.addAttribute("districts", (reach.areas().size() > 1) ? districts(rows) : List.of());
		model.addAttribute("rows", Overview.told(this.overview.withMonths(shown), reasons));
		model.addAttribute("first", (page - 1) * PAGE);
		model.addAttribute("page", page);
		model.addAttribute("pages", pages);
		model.addAttribute("orders", ORDERS);
		model.addAttribute("measures", Measure.values());
		model.addAttribute("measure", query.measure());
		model.addAttribute("drawing", drawing(rows, Overview.told(drawn, reasons), reach, query));
		return "oversight/overview";
	}

	private static Map<Light, Long> lights(List<SiteRow> rows) {
		Map<Light, Long> lights = new LinkedHashMap<>();
		for (Light light : Light.values()) {
			lights.put(light, rows.stream().filter((row) -> row.light() == light).count());
		}
		return lights;
	}

	/** The areas, those with the largest part in need first. */
	private static List<District> districts(List<SiteRow> rows) {
		Map<Long, List<SiteRow>> byArea = new LinkedHashMap<>();
		rows.forEach((row) -> byArea.computeIfAbsent(row.site().area().id(), (id) -> new ArrayList<>()).add(row));
		return byArea.values().stream().map((own) -> {
			Map<Light, Long> lights = lights(own);
			return new District(own.getFirst().site().area(), own.size(), lights.getOrDefault(Light.BAD, 0L),
					lights.getOrDefault(Light.WARN, 0L), own.stream().mapToInt(SiteRow::published).sum(),
					own.stream().mapToInt(SiteRow::before).sum());
		})
			.sorted(Comparator.comparingDouble((District one) -> (double) one.bad() / one.sites())
				.reversed()
				.thenComparing((one) -> one.area().name(), VietnameseText.alphabetical()))
			.toList();
	}

	/** The map, or {@code null} where none of the sites is drawn. */
	private @Nullable Drawing drawing(List<SiteRow> rows, List<SiteRow> drawn, Reach reach, Query query) {
		int[] steps = Overview.steps(rows);
		Measure measure = query.measure();
		int[] counts = new int[measure.classes(steps)];
		Map<String, Shape> shapes = new HashMap<>();
		rows.forEach((row) -> counts[measure.of(row, steps)]++);
		for (SiteRow row : drawn) {
			this.map.outline(row.site().slug())
				.ifPresent((outline) -> shapes.put(row.site().slug(), new Shape(outline.path(), measure.of(row, steps),
						row.site().title() + ": " + words(measure, row), row.href())));
		}
		if (shapes.isEmpty()) {
			return null;
		}
		List<String> around = this.map.slugs().stream().filter((slug) -> !shapes.containsKey(slug)).sorted().toList();
		Box box = this.map.around(shapes.keySet());
		List<Legend> legend = new ArrayList<>();
		for (int number = 0; number < counts.length; number++) {
			legend.add(new Legend(number, className(measure, number, steps), counts[number]));
		}
		return new Drawing(box.view(), box.width() / 1000,
				around.stream().flatMap((slug) -> this.map.outline(slug).stream()).map(Outline::path).toList(),
				shapes.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList(),
				this.map.borders(), labels(reach), legend);
	}

	/**
	 * Names of areas, in the middle of their sites; of one area, the names of its sites.
	 */
	private List<Label> labels(Reach reach) {
		if (reach.areas().size() == 1) {
			return this.sites.of(reach.areas().getFirst())
				.stream()
				.flatMap((site) -> this.map.outline(site.slug())
					.stream()
					.map(Outline::box)
					.map((box) -> new Label(site.name(), Math.round(box.middle()), Math.round(box.centre()))))
				.toList();
		}
		return reach.areas().stream().flatMap((area) -> {
			List<Box> boxes = this.sites.of(area)
				.stream()
				.flatMap((site) -> this.map.outline(site.slug()).stream())
				.map(Outline::box)
				.toList();
			if (boxes.isEmpty()) {
				return Stream.<Label>empty();
			}
			double x = boxes.stream().mapToDouble(Box::middle).average().orElse(0);
			double y = boxes.stream().mapToDouble(Box::centre).average().orElse(0);
			return Stream.of(new Label(area.name(), Math.round(x), Math.round(y)));
		}).toList();
	}

	private String words(Measure measure, SiteRow row) {
		return switch (measure) {
			case LIGHT -> row.reason();
			case PUBLISHED -> text("overview.map.published", number(row.published()));
			case SILENCE ->
				(row.last() == null) ? text("overview.never") : text("overview.map.silent", row.silentDays());
			case SECTIONS -> text("overview.map.sections", row.current(), row.sections());
		};
	}

	private String className(Measure measure, int number, int[] steps) {
		if (measure != Measure.PUBLISHED) {
			return text("overview.class." + measure + "." + number);
		}
		int begins = measure.begins(number, steps);
		int ends = (number < steps.length) ? measure.begins(number + 1, steps) - 1 : -1;
		if (number == 0) {
			return text("overview.class.PUBLISHED.none");
		}
		return (ends < 0) ? text("overview.class.PUBLISHED.from", number(begins)) : (begins == ends) ? number(begins)
				: text("overview.class.PUBLISHED.between", number(begins), number(ends));
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	private static String number(long value) {
		return NumberFormat.getIntegerInstance(VietnameseText.LOCALE).format(value);
	}

	/** Rows come by the alphabet of areas and sites, and among equals stay so. */
	private static Comparator<SiteRow> order(String order) {
		return switch (order) {
			case "dang" -> Comparator.comparingInt(SiteRow::published).reversed();
			case "giam" -> Comparator.comparingInt(SiteRow::change);
			case "im-lang" ->
				Comparator.comparingInt((SiteRow row) -> (row.last() != null) ? row.silentDays() : Integer.MAX_VALUE)
					.reversed();
			case "muc" -> Comparator.comparingInt(SiteRow::currentPercent);
			case "ten" -> Comparator.comparing((row) -> row.site().name(), VietnameseText.alphabetical());
			case "huyen" -> (one, other) -> 0;
			default -> Overview.byNeed();
		};
	}

	/**
	 * What is asked for, as it stands in the address; anything may be missing or wrong.
	 *
	 * @param huyen slug of an area
	 * @param ngay length of the period in days
	 * @param xem option of a {@link Measure}
	 * @param xep key of an order
	 * @param trang page of the table, from 1
	 */
	record Query(String huyen, String ngay, String xem, String xep, String trang) {

		Query(@Nullable String huyen, @Nullable String ngay, @Nullable String xem, @Nullable String xep,
				@Nullable String trang) {
			this.huyen = orEmpty(huyen);
			this.ngay = orEmpty(ngay);
			this.xem = orEmpty(xem);
			this.xep = orEmpty(xep);
			this.trang = orEmpty(trang);
		}

		public String area() {
			return this.huyen;
		}

		public int length() {
			return PERIODS.stream().filter((known) -> this.ngay.equals("" + known)).findFirst().orElse(USUAL);
		}

		public Measure measure() {
			return Measure.ofOption(this.xem).orElse(Measure.LIGHT);
		}

		public String order() {
			return ORDERS.contains(this.xep) ? this.xep : ORDERS.getFirst();
		}

		int pageNumber() {
			try {
				return Math.max(1, Integer.parseInt(this.trang));
			}
			catch (NumberFormatException ex) {
				return 1;
			}
		}

		/** The address with one thing changed. */
		public String with(String key, Object value) {
			Map<String, Object> parameters = new LinkedHashMap<>();
			parameters.put("huyen", this.huyen);
			parameters.put("ngay", (length() != USUAL) ? length() : "");
			parameters.put("xem", (measure() != Measure.LIGHT) ? measure().option() : "");
			parameters.put("xep", order().equals(ORDERS.getFirst()) ? "" : order());
			parameters.put(key, value);
			UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
			parameters.forEach((name, set) -> {
				if (!set.toString().isEmpty()) {
					address.queryParam(name, set);
				}
			});
			return address.build().encode().toUriString();
		}

		private static String orEmpty(@Nullable String text) {
			return (text != null) ? text.replaceAll("\\p{Cntrl}", "").strip() : "";
		}

	}

	/** An area: how many of its sites need help, and what they published. */
	record District(Area area, int sites, long bad, long warn, int published, int before) {
	}

	/**
	 * The map.
	 *
	 * @param view attribute {@code viewBox}
	 * @param unit what a thousandth of its width is, in its units
	 * @param around outlines of sites that are not asked for
	 * @param borders data of the path between areas
	 */
	record Drawing(String view, double unit, List<String> around, List<Shape> shapes, String borders,
			List<Label> labels, List<Legend> legend) {

		/** A length in thousandths of the width. */
		public String length(double thousandths) {
			return String.format(Locale.ROOT, "%.2f", thousandths * this.unit);
		}

	}

	/**
	 * A site on the map.
	 *
	 * @param number of its class
	 */
	record Shape(String path, int number, String title, String href) {
	}

	/** The name of an area and where it stands. */
	record Label(String name, long x, long y) {
	}

	/** A class, in words, and how many sites are in it. */
	record Legend(int number, String label, int count) {
	}

}
