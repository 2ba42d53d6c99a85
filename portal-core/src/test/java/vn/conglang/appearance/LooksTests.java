package vn.conglang.appearance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.appearance.Look.Block;
import vn.conglang.appearance.Look.MenuItem;
import vn.conglang.appearance.Look.Office;
import vn.conglang.appearance.Look.Part;
import vn.conglang.appearance.Look.Person;
import vn.conglang.appearance.Look.Style;
import vn.conglang.appearance.Look.Unit;
import vn.conglang.kernel.CurrentSite;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class LooksTests {

	private static final String BOARD = "Phạm Văn Tám";

	@Autowired
	private TestPortal portal;

	@Autowired
	private Looks looks;

	@Test
	void aThemeThatTheBoardChoosesIsThatOfTheSiteAndOfNoOther() {
		change("van-giao", Part.STYLE, (look) -> look.with(new Style("base", null, null, null)));
		assertThat(home("van-giao")).contains("/giao-dien/base/");
		assertThat(home("my-hoa-hung")).contains("/giao-dien/" + this.portal.site("my-hoa-hung").theme() + "/");
	}

	@Test
	void whatIsTakenBackIsOnlyThePartThatWasChangedLast() {
		String before = home("vinh-an");
		change("vinh-an", Part.STYLE, (look) -> look.with(new Style("base", null, null, null)));
		change("vinh-an", Part.MENU,
				(look) -> look.withMenu(List.of(new MenuItem("Chợ quê", "/chuyen-muc/x", List.of()))));
		in("vinh-an", () -> this.looks.undo(Part.STYLE, BOARD));
		assertThat(home("vinh-an")).contains("Chợ quê").doesNotContain("/giao-dien/base/");
		in("vinh-an", () -> this.looks.undo(Part.MENU, BOARD));
		assertThat(home("vinh-an")).isEqualTo(before);
		in("vinh-an", () -> this.looks.undo(Part.MENU, BOARD));
		assertThat(home("vinh-an")).as("taking back the taking back").contains("Chợ quê");
		assertThat(in("vinh-an", this.looks::history)).extracting(Looks.Change::part)
			.containsExactly(Part.MENU, Part.MENU, Part.STYLE, Part.MENU, Part.STYLE);
	}

	@Test
	void whoBeganBeforeSomebodyElseChangedThePartIsToldAndNothingIsLost() {
		long base = in("phu-loc", () -> this.looks.base(Part.BLOCKS));
		change("phu-loc", Part.BLOCKS,
				(look) -> look.withBlocks(Map.of("main", List.of(new Block("quick", Map.of())))));
		boolean done = in("phu-loc",
				() -> this.looks.change(Part.BLOCKS, Look.USUAL.withBlocks(Map.of()), base, BOARD));
		assertThat(done).isFalse();
		assertThat(in("phu-loc", this.looks::inForce).blocks()).containsOnlyKeys("main");
		boolean other = in("phu-loc", () -> this.looks.change(Part.MENU, Look.USUAL.withMenu(List.of()), 0, BOARD));
		assertThat(other).as("another part").isTrue();
		Look.Banner banner = new Look.Banner(new Look.Image("/media/x/a.jpg", 800, 200, ""), "",
				Instant.parse("2026-11-20T00:00:00Z"), null);
		change("phu-loc", Part.BANNERS, (look) -> look.withBanners(List.of(banner)));
		assertThat(in("phu-loc", this.looks::inForce).banners()).containsExactly(banner);
		assertThat(in("phu-loc", this.looks::inForce).blocks()).containsOnlyKeys("main");
	}

	@Test
	void blocksStandWhereTheBoardPutThemAndThoseOfAMissingRegionInTheMainOne() {
		change("phu-hung", Part.STYLE, (look) -> look.with(new Style("base", null, null, null)));
		change("phu-hung", Part.OFFICE, (look) -> look.with(new Office("Ấp Long Mỹ 1", "0296 3883 111", "", "", "", List
			.of(new Unit("Ủy ban nhân dân", List.of(new Person("Nguyễn Văn An", "Chủ tịch", "", "", "", null)))))));
		change("phu-hung", Part.BLOCKS,
				(look) -> look
					.withBlocks(Map.of("no-such", List.of(new Block("leaders", Map.of("title", "Người phụ trách"))),
							"top", List.of(new Block("contact", Map.of()), new Block("never-heard-of", Map.of())))));
		String home = home("phu-hung");
		assertThat(home).containsSubsequence("region top", "0296 3883 111", "region main", "Người phụ trách",
				"Nguyễn Văn An");
		assertThat(this.portal.get("phu-hung.localhost", "/co-cau-to-chuc").body()).contains("Nguyễn Văn An");
		assertThat(this.portal.get("phu-hung.localhost", "/lien-he").body()).contains("Ấp Long Mỹ 1");
	}

	@Test
	void pagesOfWhatTheBoardHasNotSaidAreNotThere() {
		assertThat(this.portal.get("my-hoa-hung.localhost", "/co-cau-to-chuc").statusCode()).isEqualTo(404);
		assertThat(this.portal.get("my-hoa-hung.localhost", "/lien-he").statusCode()).isEqualTo(404);
		assertThat(this.portal.get("my-hoa-hung.localhost", "/so-do-trang").body()).contains("Danh mục chính");
		assertThat(this.portal.get("my-hoa-hung.localhost", "/tro-nang").body()).contains("WCAG 2.2");
	}

	@Test
	void aBannerIsOnFromItsBeginningToJustBeforeItsEnd() {
		Instant from = Instant.parse("2026-11-20T00:00:00Z");
		Instant until = Instant.parse("2026-11-21T00:00:00Z");
		Look.Banner banner = new Look.Banner(new Look.Image("/media/x/a.jpg", 800, 200, ""), "", from, until);
		assertThat(banner.isOn(from.minusMillis(1))).isFalse();
		assertThat(banner.isOn(from)).isTrue();
		assertThat(banner.isOn(until.minusMillis(1))).isTrue();
		assertThat(banner.isOn(until)).isFalse();
	}

	private void change(String slug, Part part, UnaryOperator<Look> change) {
		boolean done = in(slug,
				() -> this.looks.change(part, change.apply(this.looks.inForce()), this.looks.base(part), BOARD));
		assertThat(done).isTrue();
	}

	private <T> T in(String slug, Supplier<T> what) {
		return CurrentSite.call(this.portal.site(slug).id(), what::get);
	}

	private String home(String slug) {
		return this.portal.get(slug + ".localhost", "/").body();
	}

}
