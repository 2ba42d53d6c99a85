package vn.conglang.oversight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.site.Site;
import vn.conglang.upkeep.Light;

/**
 * What is told of a site at a glance.
 *
 * @param reason the sentence that explains the light
 * @param worries how many findings are urgent
 * @param notes how many findings are not urgent
 * @param published own entries in the period
 * @param before own entries in the period before
 * @param last day of the last own publication
 * @param silentDays since then; 0 where there was none
 * @param sections how many mandatory sections there are
 * @param current how many of them are there and current
 * @param months own publications a month, the oldest first
 */
record SiteRow(Site site, Light light, String reason, int worries, int notes, int published, int before,
		@Nullable LocalDate last, int silentDays, int sections, int current, List<Integer> months) {

	static int days(@Nullable LocalDate last, LocalDate today) {
		return (last != null) ? (int) Math.max(0, ChronoUnit.DAYS.between(last, today)) : 0;
	}

	/** The file of the site, where officers act. */
	public String href() {
		return "/don-vi/" + this.site.slug();
	}

	/** The entries behind the number. */
	public String evidence() {
		return "/san-luong/" + this.site.slug();
	}

	/**
	 * How many of a hundred mandatory sections are there and current; only all are 100.
	 */
	public int currentPercent() {
		return (this.sections > 0) ? this.current * 100 / this.sections : 0;
	}

	/** What changed against the period before. */
	public int change() {
		return this.published - this.before;
	}

	/** The months as columns of a small chart. */
	public Sparkline sparkline() {
		return Sparkline.of(this.months);
	}

}
