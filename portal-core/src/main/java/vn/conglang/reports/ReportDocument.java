package vn.conglang.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.volume.Figures;

/**
 * All numbers of a report, as they were when it was made. Screens and files are drawn
 * from this and ask nothing else, so that they say the same, and say it years later too.
 *
 * @param form of this record; a later one reads the earlier
 * @param types the kinds of entries, in the order of the newsroom
 * @param areas where there are several, by the alphabet
 * @param sites by area and name
 * @param months up to the last of the period
 */
record ReportDocument(int form, Head head, Totals now, Totals before, Totals yearBefore, List<TypeLine> types,
		List<CategoryLine> categories, List<AreaLine> areas, List<SiteLine> sites, List<MonthLine> months) {

	static final int FORM = 1;

	/** How many are called the best. */
	private static final int BEST = 10;

	/** More sites than these nobody reads on paper or on a page. */
	private static final int MOST_LISTED = 600;

	/** More names than these are not listed one by one. */
	private static final int MOST_NAMED = 200;

	/** The sites in service. */
	public List<SiteLine> inService() {
		return this.sites.stream().filter(SiteLine::inService).toList();
	}

	/** Whether the sites are few enough to be listed one by one. */
	public boolean listsSites() {
		return this.sites.size() <= MOST_LISTED;
	}

	/** Those of the silent ones that are named one by one. */
	public List<SiteLine> silentNamed() {
		return silent().stream().limit(MOST_NAMED).toList();
	}

	/** In service, and published nothing of their own. */
	public List<SiteLine> silent() {
		return this.sites.stream().filter(SiteLine::silent).toList();
	}

	/** Those that published most of their own. */
	public List<SiteLine> best() {
		return this.sites.stream()
			.filter((site) -> site.inService() && site.now().published() > 0)
			.sorted(Comparator.comparingInt((SiteLine site) -> site.now().published())
				.reversed()
				.thenComparing(SiteLine::name, VietnameseText.alphabetical()))
			.limit(BEST)
			.toList();
	}

	/** The sites of one area, in order. */
	public List<SiteLine> of(AreaLine area) {
		return this.sites.stream().filter((site) -> site.areaSlug().equals(area.slug())).toList();
	}

	/** Whether sites have a traffic light. */
	public boolean hasLights() {
		return this.sites.stream().anyMatch((site) -> site.light() != null);
	}

	/** Whether it was looked for copied texts. */
	public boolean hasCopies() {
		return this.sites.stream().anyMatch((site) -> site.copiedOf() != null);
	}

	/** Whether sites have points. */
	public boolean hasScores() {
		return this.sites.stream().anyMatch((site) -> site.score() != null);
	}

	/** How many sites in service have the light. */
	public long lights(String light) {
		return this.sites.stream().filter((site) -> site.inService() && light.equals(site.light())).count();
	}

	/** The highest month, for drawing. */
	public int highestMonth() {
		return this.months.stream()
			.mapToInt((month) -> Math.max(month.published(), month.yearBefore()))
			.max()
			.orElse(0);
	}

	/**
	 * What it is about.
	 *
	 * @param office slug of the area; empty for the province
	 * @param officeName "huyện Chợ Mới"
	 * @param unfinished whether the period was not over yet
	 */
	record Head(String office, String officeName, ReportPeriod.Kind kind, LocalDate from, LocalDate to,
			LocalDate beforeFrom, LocalDate beforeTo, LocalDate yearBeforeFrom, LocalDate yearBeforeTo, Instant madeAt,
			String madeBy, boolean unfinished) {

		public ReportPeriod period() {
			return ReportPeriod.of(this.from, this.to);
		}

		public ReportPeriod before() {
			return ReportPeriod.of(this.beforeFrom, this.beforeTo);
		}

		public ReportPeriod yearBefore() {
			return ReportPeriod.of(this.yearBeforeFrom, this.yearBeforeTo);
		}

	}

	/** Sums; see {@link Figures}. */
	record Totals(int published, int shared, int withdrawn, int restored, long words, long images) {

		static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0);

		static Totals of(Figures figures) {
			return new Totals(figures.published(), figures.shared(), figures.withdrawn(), figures.restored(),
					figures.words(), figures.images());
		}

		public Totals plus(Totals other) {
			return new Totals(this.published + other.published, this.shared + other.shared,
					this.withdrawn + other.withdrawn, this.restored + other.restored, this.words + other.words,
					this.images + other.images);
		}

	}

	/** Own entries of a kind. */
	record TypeLine(EntryType type, int now, int before, int yearBefore) {
	}

	/**
	 * What was done in a category.
	 *
	 * @param name empty for what has no category
	 */
	record CategoryLine(String slug, String name, int now, int before, int yearBefore) {
	}

	/**
	 * An area, with what the sites did while they stood there.
	 *
	 * @param sites in service there
	 * @param silent of them
	 */
	record AreaLine(String slug, String name, int sites, int silent, Totals now, int before, int yearBefore) {

		/** Own entries per site in service. */
		public double average() {
			return (this.sites > 0) ? (double) this.now.published() / this.sites : 0;
		}

	}

	/**
	 * A site, with what it did while it stood in the area. One that moved has a line in
	 * each.
	 *
	 * @param standing whether it is in service there, moved away, or is retired
	 * @param types own entries by kind
	 * @param before own entries in the period before; so too a year before
	 * @param authors how many different people wrote
	 * @param medianHours from the first draft to publication
	 * @param last day of the last own publication, of all times up to the making
	 * @param light GOOD, WARN or BAD at the making, with the reason in a sentence
	 * @param sections how many are mandatory, how many of them are there, and are current
	 * @param copied of {@code copiedOf} own entries that were looked at
	 * @param score of emulation, with the rank
	 */
	record SiteLine(String slug, String code, String name, String areaSlug, String area, Place standing, Totals now,
			Map<EntryType, Integer> types, int before, int yearBefore, @Nullable Integer authors,
			@Nullable Integer medianHours, @Nullable LocalDate last, @Nullable String light, @Nullable String reason,
			@Nullable Integer sections, @Nullable Integer present, @Nullable Integer current, @Nullable Integer copied,
			@Nullable Integer copiedOf, @Nullable BigDecimal score, @Nullable Integer rank) {

		public boolean inService() {
			return this.standing == Place.HERE;
		}

		public boolean silent() {
			return inService() && this.now.published() == 0;
		}

		public int of(EntryType type) {
			return this.types.getOrDefault(type, 0);
		}

		/** Share of copied texts in percent, rounded. */
		public @Nullable Integer copiedShare() {
			return (this.copied != null && this.copiedOf != null && this.copiedOf > 0)
					? Math.round(this.copied * 100f / this.copiedOf) : null;
		}

	}

	/** How a site stands to the area of its line when the report is made. */
	enum Place {

		/** In service there. */
		HERE,

		/** In service in another area by now. */
		MOVED,

		/** In service no longer. */
		RETIRED

	}

	/**
	 * A month.
	 *
	 * @param published own entries
	 * @param yearBefore own entries in the same month a year before
	 */
	record MonthLine(YearMonth month, int published, int shared, int yearBefore) {

		public String name() {
			return String.format("%02d/%d", this.month.getMonthValue(), this.month.getYear());
		}

	}

}
