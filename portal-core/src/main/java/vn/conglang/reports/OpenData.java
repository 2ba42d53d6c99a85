package vn.conglang.reports;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.SpreadsheetText;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;
import vn.conglang.volume.Volumes;

import org.springframework.stereotype.Service;

/**
 * How much each site published of its own, month by month, for everybody; where the
 * province has allowed it. A month is told when it is over: then its numbers stay.
 */
@Service
public class OpenData {

	/** Years back from the last month. */
	private static final int YEARS = 10;

	private final Offices offices;

	private final SettingsStore settings;

	private final Volumes volumes;

	private final Sites sites;

	private final SiteAddresses addresses;

	private final Clock clock;

	OpenData(Offices offices, SettingsStore settings, Volumes volumes, Sites sites, SiteAddresses addresses,
			Clock clock) {
		this.offices = offices;
		this.settings = settings;
		this.volumes = volumes;
		this.sites = sites;
		this.addresses = addresses;
		this.clock = clock;
	}

	/** Whether the province has allowed it. */
	public boolean isAllowed() {
		return this.settings.of(this.offices.ofProvince()).openData();
	}

	/**
	 * The years there is something of, the latest first; that of the last month always.
	 */
	public List<Integer> years() {
		YearMonth last = lastMonth();
		TreeSet<Integer> years = new TreeSet<>(List.of(last.getYear()));
		this.volumes.months(this.sites.all(), YearMonth.of(last.getYear() - YEARS, 1), last)
			.forEach((month, figures) -> {
				if (figures.published() > 0) {
					years.add(month.getYear());
				}
			});
		return List.copyOf(years.descendingSet());
	}

	/**
	 * A year of all sites.
	 * @return empty where the province does not allow it, or nothing is told of the year
	 */
	public Optional<Year> year(int year) {
		if (!isAllowed() || !years().contains(year)) {
			return Optional.empty();
		}
		YearMonth first = YearMonth.of(year, 1);
		YearMonth last = lastMonth().isBefore(YearMonth.of(year, 12)) ? lastMonth() : YearMonth.of(year, 12);
		List<Site> all = this.sites.all();
		Map<SiteId, int[]> months = this.volumes.monthsBySite(all, first, last);
		List<Row> rows = new ArrayList<>();
		for (Site site : all) {
			int[] own = months.getOrDefault(site.id(), new int[last.getMonthValue()]);
			rows.add(new Row(site.code(), site.slug(), site.title(), site.area().title(), this.addresses.of(site),
					IntStream.of(own).boxed().toList(), IntStream.of(own).sum()));
		}
		return Optional.of(new Year(year, last.getMonthValue(), rows));
	}

	private YearMonth lastMonth() {
		return YearMonth.from(LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE)).minusMonths(1);
	}

	/**
	 * What is told of a year.
	 *
	 * @param months how many of its months are over
	 */
	public record Year(int year, int months, List<Row> sites) {

		/** Sum of all sites, per month. */
		public List<Integer> sums() {
			return IntStream.range(0, this.months)
				.map((month) -> this.sites.stream().mapToInt((site) -> site.months().get(month)).sum())
				.boxed()
				.toList();
		}

		/** Sum of all. */
		public int total() {
			return this.sites.stream().mapToInt(Row::total).sum();
		}

		/** A line per site and month, with the names of the columns above. */
		public byte[] csv() {
			StringWriter text = new StringWriter();
			text.write('\ufeff');
			try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.EXCEL)) {
				csv.printRecord("ma", "trang", "ten", "huyen", "dia_chi", "thang", "so_bai");
				for (Row site : this.sites) {
					for (int month = 0; month < this.months; month++) {
						csv.printRecord(SpreadsheetText.harmless(site.code()), site.slug(),
								SpreadsheetText.harmless(site.name()), SpreadsheetText.harmless(site.area()),
								site.url(), YearMonth.of(this.year, month + 1), site.months().get(month));
					}
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return text.toString().getBytes(StandardCharsets.UTF_8);
		}

	}

	/**
	 * A site.
	 *
	 * @param code of the unit in the statistics office's list
	 * @param months own entries that appeared, from January on
	 */
	public record Row(String code, String slug, String name, String area, String url, List<Integer> months, int total) {
	}

}
