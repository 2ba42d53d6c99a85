package vn.conglang.oversight;

import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Area;
import vn.conglang.site.Province;
import vn.conglang.site.Site;
import vn.conglang.upkeep.Tally;

import static org.assertj.core.api.Assertions.assertThat;

class MeasureTests {

	private static final Site SITE = new Site(new SiteId(1), "thoai-giang", "30685", "xã", "Thoại Giang",
			new Area(1, new Province(1, "an-giang", "tỉnh", "An Giang"), "thoai-son", "huyện", "Thoại Sơn"), "",
			List.of(), new Site.Integrations(null, null, null, null, null, null), false);

	@Property(tries = 200)
	void classesOfNumbersRiseTheFirstBeginsWithOneAndEverySiteIsInOne(
			@ForAll List<@IntRange(max = 500) Integer> published) {
		int[] steps = Overview.steps(published.stream().map(MeasureTests::row).toList());
		assertThat(steps.length).isLessThanOrEqualTo(4);
		assertThat(Arrays.stream(steps).boxed().toList()).isSorted().doesNotHaveDuplicates();
		if (published.stream().anyMatch((count) -> count > 0)) {
			assertThat(steps[0]).isEqualTo(1);
		}
		for (int count : published) {
			int number = Measure.PUBLISHED.of(row(count), steps);
			assertThat(number).isBetween(0, Measure.PUBLISHED.classes(steps) - 1);
			assertThat(number == 0).isEqualTo(count == 0);
			if (number > 0) {
				assertThat(count).isGreaterThanOrEqualTo(Measure.PUBLISHED.begins(number, steps));
			}
		}
	}

	@Property(tries = 100)
	void onlyASiteWithAllItsSectionsIsCalledComplete(@ForAll @IntRange(min = 1, max = 40) int sections,
			@ForAll @IntRange(max = 40) int some) {
		int current = Math.min(some, sections);
		SiteRow row = new SiteRow(SITE, new Tally(0, 0, sections, current, current), 0, 0, null, 0, "", List.of());
		assertThat(Measure.SECTIONS.of(row, new int[0]) == Measure.SECTIONS.classes(new int[0]) - 1)
			.isEqualTo(current == sections);
	}

	private static SiteRow row(int published) {
		return new SiteRow(SITE, Tally.NONE, published, 0, null, 0, "", List.of());
	}

}
