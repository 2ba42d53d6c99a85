package vn.conglang.analytics;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.AnalyticsTest;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.appearance.Look;
import vn.conglang.appearance.Looks;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What boards, districts and the province read of their visits. */
@AnalyticsTest
class VisitsScreensTests {

	private static final LocalDate TODAY = LocalDate.now(VietnameseText.ZONE);

	@Autowired
	private ApplicationContext context;

	@Autowired
	private TestPortal portal;

	@Autowired
	private Sites sites;

	@Autowired
	private Looks looks;

	@Autowired
	private TestClock clock;

	private String page(String slug, String query) {
		return this.portal.login(Role.EDITOR, this.portal.site(slug))
			.get("/bien-tap/" + slug + "/luot-xem" + query)
			.body();
	}

	private void arrange(Site site, List<Look.Block> blocks) {
		CurrentSite.run(site.id(), () -> this.looks.change(Look.Part.BLOCKS,
				this.looks.inForce().withBlocks(Map.of("main", blocks)), this.looks.base(Look.Part.BLOCKS), "thử"));
	}

	@Test
	void aSiteThatIsNotConnectedSaysSoAndNothingElse() {
		assertThat(page("hiep-xuong", "")).contains("Trang chưa được đếm lượt xem").doesNotContain("<svg width");
	}

	@Test
	void aSiteThatIsConnectedAndWasNotVisitedYetSaysSo() {
		new VisitSamples(this.context).asked();
		assertThat(page("my-an", "?ngay=365")).contains("Trang đã được nối, chưa có lượt xem nào")
			.doesNotContain("<svg width");
	}

	@Test
	void theChartAndItsTableHaveTheSameNumbers() {
		Site site = this.portal.site("my-binh");
		new VisitSamples(this.context).asked()
			.day(site, 8, 100, Map.of())
			.day(site, 2, 1_500, Map.of("/", 40))
			.day(site, 1, 30, Map.of("/lien-he", 4))
			.day(site, 0, 5, Map.of());
		Document page = Jsoup.parse(page("my-binh", "?ngay=7"));
		assertThat(page.select(".finding").text()).contains("1.535 lượt truy cập")
			.contains("Số liệu có từ ngày "
					+ DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).format(TODAY.minusDays(2)));
		assertThat(page.select(".chart-table tbody td.strong").eachText()).containsExactly("5", "30", "1.500");
		assertThat(page.select(".chart title").eachText()).hasSize(7)
			.anyMatch((text) -> text.endsWith(": 1.500 lượt"))
			.anyMatch((text) -> text.endsWith(": 5 lượt, chưa hết"))
			.anyMatch((text) -> text.endsWith(": chưa có số liệu"));
		assertThat(page.select("[data-at]").text()).startsWith("Cao nhất: ").endsWith(", 1.500 lượt.");
		assertThat(page.select("[style], style, script:not([src])")).as("the newsroom allows none inside the page")
			.isEmpty();
		// the column of 1,500 is as high as the scale says
		Element bar = page.select(".chart-columns g:has(title:contains(1.500 lượt)) .bar").getFirst();
		Element top = page.select(".chart-lines line:last-child").getFirst();
		assertThat(page.select(".chart-scale text").eachText()).contains("0", "500", "1.000", "1.500");
		assertThat(bar.attr("y")).isEqualTo(top.attr("y1"));
	}

	@Test
	void aYearIsShownByMonthsAndAnEarlierPeriodIsCompared() {
		Site site = this.portal.site("my-duc");
		VisitSamples samples = new VisitSamples(this.context).asked();
		for (int ago = 0; ago < 61; ago++) {
			samples.day(site, ago, (ago < 30) ? 30 : 20, Map.of());
		}
		assertThat(Jsoup.parse(page("my-duc", "?ngay=365")).select(".chart-columns > g")).hasSize(12);
		assertThat(page("my-duc", "")).contains("Nhiều hơn 50% so với cùng số ngày trước đó");
	}

	@Test
	void whatWasReadHasTheTitlesOfToday() {
		Site site = this.portal.site("my-hiep");
		new VisitSamples(this.context).year(site);
		String page = page("my-hiep", "");
		assertThat(page)
			.contains("Lịch cúp điện tuần này", "Trang chủ", "Danh sách văn bản", "Liên hệ", "Công cụ tìm kiếm",
					"Google", "khai sinh")
			.doesNotContain(">/lien-he<");
		Document document = Jsoup.parse(page);
		assertThat(document.select(".efforts tbody th a").eachText()).hasSize(7);
		assertThat(document.select(".efforts tbody th a").getFirst().ownText()).startsWith("Mở điểm tiêm chủng");
	}

	@Test
	void whenMatomoIsSilentItIsSaidSinceWhenAndTheNumbersStay() {
		Site site = this.portal.site("my-hoa");
		new VisitSamples(this.context).day(site, 1, 77, Map.of()).silent();
		try {
			assertThat(page("my-hoa", "")).contains("Matomo không trả lời từ").contains("77");
			assertThat(this.portal.login("admin").get("/luot-xem").body())
				.contains("không có máy nào trả lời ở địa chỉ đã khai báo");
			assertThat(this.portal.login(Role.AREA_MONITOR, site.area().id()).get("/luot-xem").body())
				.contains("Matomo không trả lời từ")
				.doesNotContain("nobody answers there");
		}
		finally {
			new VisitSamples(this.context).asked();
		}
	}

	@Test
	void theFirstPageOfABoardTellsOfItsWeek() {
		Site site = this.portal.site("my-khanh");
		VisitSamples samples = new VisitSamples(this.context);
		for (int ago = 1; ago <= 14; ago++) {
			samples.day(site, ago, (ago <= 7) ? 10 : 20, Map.of("/", 9));
		}
		samples.day(site, 0, 3, Map.of());
		String page = this.portal.login(Role.CONTRIBUTOR, site).get("/viec").body();
		assertThat(page).contains("Bảy ngày qua", "70 lượt truy cập", "ít hơn 50% so với bảy ngày trước đó",
				"Hôm nay, đến giờ: 3 lượt.", "Trang chủ", "63 lượt", "/bien-tap/my-khanh/luot-xem");
		assertThat(this.portal.login(Role.CONTRIBUTOR, this.portal.site("hoa-binh-thanh")).get("/viec").body())
			.doesNotContain("Bảy ngày qua");
	}

	@Test
	void aDistrictSeesItsOwnSitesOnlyAndTheProvinceAll() {
		Site own = this.portal.site("my-luong");
		Site other = this.portal.site("my-thoi");
		new VisitSamples(this.context).day(own, 1, 4_321, Map.of()).day(other, 1, 8_765, Map.of());
		String district = this.portal.login(Role.AREA_MONITOR, own.area().id()).get("/luot-xem").body();
		assertThat(district).contains("4.321").doesNotContain("8.765", other.title());
		assertThat(this.portal.login(Role.AREA_MONITOR, own.area().id())
			.get("/luot-xem?huyen=" + other.area().slug())
			.body()).doesNotContain("8.765");
		String province = this.portal.login(Role.PROVINCE_ADMIN, this.sites.province().id()).get("/luot-xem").body();
		assertThat(province).contains("4.321", "8.765", "trang chưa được nối với Matomo");
		assertThat(this.portal.login(Role.CHIEF_EDITOR, own).get("/luot-xem").statusCode()).isEqualTo(404);
	}

	@Test
	void theCounterStandsOnTheHomePageWithoutACookie() {
		Site site = this.portal.site("my-phu");
		arrange(site, List.of(new Look.Block("visits", Map.of()), new Look.Block("latest", Map.of())));
		new VisitSamples(this.context).year(site);
		var response = this.portal.get("my-phu.localhost", "/");
		assertThat(response.headers().map()).doesNotContainKey("set-cookie");
		Element counter = Jsoup.parse(response.body()).select(".b-visits").getFirst();
		assertThat(counter.select("h2").text()).isEqualTo("Lượt truy cập");
		assertThat(counter.select("dt").eachText()).containsExactly("Hôm nay", "Trong tháng", "Tất cả");
		assertThat(counter.select("dd").eachText().getLast()).matches("[0-9]{2}\\.[0-9]{3}");
		assertThat(counter.text()).contains("Tính từ ngày");
	}

	@Test
	void aPageWithACounterIsKeptForAnHourAtMost() {
		Site site = this.portal.site("my-xuyen");
		arrange(site, List.of(new Look.Block("visits", Map.of()), new Look.Block("latest", Map.of())));
		VisitSamples samples = new VisitSamples(this.context);
		samples.year(site);
		String total = total("my-xuyen");
		samples.day(site, 1, 1_000_000, Map.of());
		assertThat(total("my-xuyen")).as("out of the cache").isEqualTo(total);
		this.clock.ahead(Duration.ofMinutes(61), () -> assertThat(total("my-xuyen")).startsWith("1.0"));
	}

	private String total(String slug) {
		return Jsoup.parse(this.portal.get(slug + ".localhost", "/").body())
			.select(".b-visits dd")
			.eachText()
			.getLast();
	}

	@Test
	void aSiteWithoutNumbersHasNoCounter() {
		Site site = this.portal.site("my-phuoc");
		arrange(site, List.of(new Look.Block("visits", Map.of())));
		assertThat(this.portal.get("my-phuoc.localhost", "/").body()).doesNotContain("b-visits");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ngay=0", "ngay=99999999999", "ngay=%27--", "huyen=khong-co", "xep=khong-co", "xep=ten",
			"xep=huyen", "xep=trang", "xep=tang", "ngay=90&huyen=cho-moi&xep=luot", "ngay=" })
	void oddQuestionsAreAnsweredWithAPage(String query) {
		TestPortal.Desk admin = this.portal.login("admin");
		assertThat(admin.get("/luot-xem?" + query).statusCode()).isEqualTo(200);
		assertThat(admin.get("/bien-tap/my-quy/luot-xem?" + query).statusCode()).isEqualTo(200);
	}

	@Test
	void whatVisitorsBroughtAlongIsTextAndNothingElse() {
		Site site = this.portal.site("my-long");
		new VisitSamples(this.context).day(site, 1, 5, Map.of("/<script>alert(1)</script>", 5, "/lien-he", 2),
				Map.of(new VisitFacts.Referrer(VisitFacts.Kind.WEBSITE, "<script>alert(2)</script>"), 5),
				Map.of("<script>alert(3)</script>", 5));
		String page = page("my-long", "");
		assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(2)", "&lt;script&gt;alert(3)");
		assertThat(page).as("addresses at which nothing is").contains("Liên hệ").doesNotContain("alert(1)");
	}

}
