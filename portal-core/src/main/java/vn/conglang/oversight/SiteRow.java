package vn.conglang.oversight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.site.Site;
import vn.conglang.upkeep.Light;
import vn.conglang.upkeep.Tally;

/**
 * What is told of a site at a glance.
 *
 * @param published own entries in the period
 * @param before own entries in the period before
 * @param last day of the last own publication
 * @param silentDays since then; 0 where there was none
 * @param reason the sentence that explains the light; of rows that are shown
 * @param months own publications a month, the oldest first; of rows that are shown
 */
record SiteRow(Site site, Tally tally, int published, int before, @Nullable LocalDate last, int silentDays,
		String reason, List<Integer> months) {

	SiteRow with(List<Integer> months) {
		return new SiteRow(this.site, this.tally, this.published, this.before, this.last, this.silentDays, this.reason,
				months);
	}

	SiteRow because(String reason) {
		return new SiteRow(this.site, this.tally, this.published, this.before, this.last, this.silentDays, reason,
				this.months);
	}

	public Light light() {
		return this.tally.light();
	}

	/** How many findings are urgent. */
	public int worries() {
		return this.tally.bad();
	}

	/** How many findings are not urgent. */
	public int notes() {
		return this.tally.warn();
	}

	/** How many mandatory sections there are. */
	public int sections() {
		return this.tally.sections();
	}

	/** How many of them are there and current. */
	public int current() {
		return this.tally.current();
	}

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
		return (sections() > 0) ? current() * 100 / sections() : 0;
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
