package vn.conglang.volume;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked for, as it stands in the address; anything may be missing or make no
 * sense.
 *
 * @param tu first day, yyyy-MM-dd
 * @param den last day, yyyy-MM-dd
 * @param area slug of an area
 * @param type as on the command line: "article"; or "khac" for all that have no column of
 * their own
 * @param category slug of a category
 * @param site slug of a site, for evidence
 * @param gi what is counted, see {@link Kind#option()}
 * @param sort key of a column
 * @param order "tang" or "giam"
 * @param trang number of the page
 */
record VolumeQuestion(String tu, String den, String area, String type, String category, String site, String gi,
		String sort, String order, String trang) {

	private static final int DAYS = 30;

	private static final String OTHERS = "khac";

	VolumeQuestion(@Nullable String tu, @Nullable String den, @Nullable String area, @Nullable String type,
			@Nullable String category, @Nullable String site, @Nullable String gi, @Nullable String sort,
			@Nullable String order, @Nullable String trang) {
		this.tu = orEmpty(tu);
		this.den = orEmpty(den);
		this.area = orEmpty(area);
		this.type = orEmpty(type);
		this.category = orEmpty(category);
		this.site = orEmpty(site);
		this.gi = orEmpty(gi);
		this.sort = orEmpty(sort).isEmpty() ? "tong" : orEmpty(sort);
		this.order = orEmpty(order).isEmpty() ? "giam" : orEmpty(order);
		this.trang = orEmpty(trang);
	}

	boolean descending() {
		return !this.order.equals("tang");
	}

	int page() {
		return this.trang.matches("[1-9]\\d{0,6}") ? Integer.parseInt(this.trang) : 1;
	}

	Kind kind() {
		return Kind.ofOption(this.gi).orElse(Kind.PUBLISHED);
	}

	/** Whether it asks for less than everything in the period. */
	public boolean narrowed() {
		return !this.area.isEmpty() || !this.type.isEmpty() || !this.category.isEmpty();
	}

	Filter filter() {
		if (this.type.equals(OTHERS)) {
			Set<EntryType> others = EnumSet
				.complementOf(EnumSet.of(EntryType.ARTICLE, EntryType.LEGAL_DOCUMENT, EntryType.PAGE));
			return new Filter(this.category, others);
		}
		return new Filter(EntryType.ofOption(this.type).orElse(null), this.category);
	}

	/**
	 * The days that are meant, put right where they cannot be.
	 * @param today the last day where none is given
	 */
	Asked period(LocalDate today) {
		LocalDate from = day(this.tu);
		LocalDate to = day(this.den);
		boolean wrong = (from == null && !this.tu.isEmpty()) || (to == null && !this.den.isEmpty());
		LocalDate last = (to != null) ? to : today;
		LocalDate first = (from != null) ? from : last.minusDays(DAYS - 1);
		if (first.isAfter(last)) {
			return new Asked(new Period(last, first), "oversight.period.turned");
		}
		return new Asked(new Period(first, last), wrong ? "oversight.period.invalid" : null);
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

	/** Asks the same of other days. */
	public VolumeQuestion in(Period period) {
		return new VolumeQuestion(period.from().toString(), period.to().toString(), this.area, this.type, this.category,
				this.site, this.gi, this.sort, this.order, "");
	}

	public VolumeQuestion ofArea(String area) {
		return new VolumeQuestion(this.tu, this.den, area, this.type, this.category, this.site, this.gi, this.sort,
				this.order, "");
	}

	public VolumeQuestion ofType(String type) {
		return new VolumeQuestion(this.tu, this.den, this.area, type, this.category, this.site, this.gi, this.sort,
				this.order, "");
	}

	public VolumeQuestion ofCategory(String category) {
		return new VolumeQuestion(this.tu, this.den, this.area, this.type, category, this.site, this.gi, this.sort,
				this.order, "");
	}

	public VolumeQuestion ofSite(String site) {
		return new VolumeQuestion(this.tu, this.den, this.area, this.type, this.category, site, this.gi, this.sort,
				this.order, "");
	}

	public VolumeQuestion ofKind(Kind kind) {
		return new VolumeQuestion(this.tu, this.den, this.area, this.type, this.category, this.site, kind.option(),
				this.sort, this.order, "");
	}

	public VolumeQuestion sorted(String sort, String order) {
		return new VolumeQuestion(this.tu, this.den, this.area, this.type, this.category, this.site, this.gi, sort,
				order, "");
	}

	VolumeQuestion onPage(int page) {
		return new VolumeQuestion(this.tu, this.den, this.area, this.type, this.category, this.site, this.gi, this.sort,
				this.order, (page > 1) ? "" + page : "");
	}

	/** The address that asks this; what says nothing is left out. */
	public String at(String path) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("tu", this.tu);
		parts.put("den", this.den);
		parts.put("area", this.area);
		parts.put("type", this.type);
		parts.put("category", this.category);
		parts.put("site", this.site);
		parts.put("gi", this.gi.equals(Kind.PUBLISHED.option()) ? "" : this.gi);
		parts.put("sort", this.sort.equals("tong") ? "" : this.sort);
		parts.put("order", this.order.equals("giam") ? "" : this.order);
		parts.put("trang", this.trang);
		parts.values().removeIf(String::isEmpty);
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		parts.keySet().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().build(parts).toString();
	}

	/** Periods that are asked for often. */
	static List<Preset> presets(LocalDate today, Period current) {
		YearMonth month = YearMonth.from(today);
		YearMonth quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
		List<Preset> presets = new ArrayList<>();
		presets.add(new Preset("7", Period.lastDays(7, today), current));
		presets.add(new Preset("30", Period.lastDays(DAYS, today), current));
		presets.add(new Preset("month", new Period(month.atDay(1), today), current));
		presets.add(new Preset("lastMonth", Period.month(month.minusMonths(1)), current));
		presets.add(new Preset("quarter", new Period(quarter.atDay(1), today), current));
		presets.add(new Preset("lastQuarter",
				new Period(quarter.minusMonths(3).atDay(1), quarter.atDay(1).minusDays(1)), current));
		presets.add(new Preset("year", new Period(today.withDayOfYear(1), today), current));
		presets.add(new Preset("lastYear", Period.year(today.getYear() - 1), current));
		return presets;
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text.replaceAll("\\p{Cntrl}", "").strip() : "";
	}

	/**
	 * The days counted.
	 *
	 * @param notice key of what was put right in the request, if anything
	 */
	record Asked(Period period, @Nullable String notice) {
	}

	/**
	 * A period that is asked for often.
	 *
	 * @param name its message is {@code oversight.quick.<name>}
	 */
	record Preset(String name, Period period, boolean current) {

		Preset(String name, Period period, Period current) {
			this(name, period, period.equals(current));
		}

	}

}
