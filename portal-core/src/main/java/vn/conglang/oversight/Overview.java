package vn.conglang.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.upkeep.Light;
import vn.conglang.upkeep.Tally;
import vn.conglang.upkeep.Upkeep;
import vn.conglang.volume.Period;
import vn.conglang.volume.Volumes;

import org.springframework.stereotype.Service;

/**
 * Puts together what is told of each site at a glance: what it published, how its rules
 * stand, and who needs help first.
 */
@Service
class Overview {

	/** Months of the small chart, this one included. */
	static final int MONTHS = 12;

	private static final int CLASSES = 4;

	private final Volumes volumes;

	private final Upkeep upkeep;

	private final Clock clock;

	Overview(Volumes volumes, Upkeep upkeep, Clock clock) {
		this.volumes = volumes;
		this.upkeep = upkeep;
		this.clock = clock;
	}

	/** The sites as they stand today, in the order in which they are given. */
	List<SiteRow> of(List<Site> sites, Period period) {
		LocalDate today = today();
		Map<SiteId, Integer> now = this.volumes.published(sites, period);
		Map<SiteId, Integer> before = this.volumes.published(sites, period.before());
		Map<SiteId, LocalDate> last = this.volumes.lastOwn(sites);
		Map<SiteId, Tally> tallies = this.upkeep.tallies(sites);
		return sites.stream().map((site) -> {
			SiteId id = site.id();
			return new SiteRow(site, tallies.getOrDefault(id, Tally.NONE), now.getOrDefault(id, 0),
					before.getOrDefault(id, 0), last.get(id), SiteRow.days(last.get(id), today), "", List.of());
		}).toList();
	}

	/** The sentences that explain the lights, by site: of those few that are shown. */
	Map<SiteId, String> reasons(Collection<Site> sites) {
		Map<SiteId, String> reasons = new HashMap<>();
		this.upkeep.of(sites).forEach((site, standing) -> reasons.put(site, standing.reason()));
		return reasons;
	}

	/** The same rows with their reasons. */
	static List<SiteRow> told(List<SiteRow> rows, Map<SiteId, String> reasons) {
		return rows.stream().map((row) -> row.because(reasons.getOrDefault(row.site().id(), ""))).toList();
	}

	/** The same rows with their months: for those few that are shown. */
	List<SiteRow> withMonths(List<SiteRow> rows) {
		YearMonth month = YearMonth.from(today());
		Map<SiteId, int[]> months = this.volumes.monthsBySite(rows.stream().map(SiteRow::site).toList(),
				month.minusMonths(MONTHS - 1L), month);
		return rows.stream()
			.map((row) -> row
				.with(Arrays.stream(months.getOrDefault(row.site().id(), new int[MONTHS])).boxed().toList()))
			.toList();
	}

	/** Those who need help, the most urgent first. */
	static List<SiteRow> inNeed(List<SiteRow> rows) {
		return rows.stream().filter((row) -> row.light() == Light.BAD).sorted(byNeed()).toList();
	}

	/**
	 * The most urgent first: by the light, then never heard of, then by silence. Equals
	 * stay in their order.
	 */
	static Comparator<SiteRow> byNeed() {
		return Comparator.comparing(SiteRow::light)
			.thenComparing((SiteRow row) -> (row.last() != null) ? row.silentDays() : Integer.MAX_VALUE)
			.thenComparingInt(SiteRow::worries)
			.thenComparingInt(SiteRow::notes)
			.reversed();
	}

	/**
	 * Where classes of numbers begin, such that each has about as many sites: quarters of
	 * all that published anything.
	 */
	static int[] steps(List<SiteRow> rows) {
		int[] values = rows.stream().mapToInt(SiteRow::published).filter((count) -> count > 0).sorted().toArray();
		int[] steps = new int[CLASSES];
		int filled = 0;
		for (int i = 0; i < CLASSES && values.length > 0; i++) {
			int value = (i == 0) ? 1 : values[values.length * i / CLASSES];
			if (filled == 0 || value > steps[filled - 1]) {
				steps[filled++] = value;
			}
		}
		return Arrays.copyOf(steps, filled);
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
	}

}
