package vn.conglang.oversight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;
import vn.conglang.upkeep.Light;
import vn.conglang.upkeep.Tally;
import vn.conglang.volume.Period;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class OverviewTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private Overview overview;

	@Autowired
	private ProvinceMap map;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private Sites sites;

	private TestPortal.Desk district(String slug) {
		return this.portal.login(Role.AREA_MONITOR, this.sites.area(slug).orElseThrow().id());
	}

	private TestPortal.Desk province() {
		return this.portal.login(Role.PROVINCE_ADMIN, this.sites.province().id());
	}

	@Test
	void theMapShowsAllOfTheProvincesSites() {
		assertThat(this.map.slugs())
			.containsExactlyInAnyOrderElementsOf(this.sites.all().stream().map(Site::slug).toList());
	}

	@Test
	void theProvinceSeesAllItsSitesAndEachOnTheMap() {
		String page = province().get("/theo-doi").body();
		assertThat(page).contains("156 trang đã đăng")
			.contains("Huyện Thoại Sơn")
			.contains("href=\"/don-vi/thoai-giang\"");
		assertThat(page.split("class=\"class-")).hasSizeGreaterThan(156);
	}

	@Test
	void aDistrictSeesItsOwnSitesOnlyAndTheOthersAsBareOutlines() {
		TestPortal.Desk triTon = district("tri-ton");
		String page = triTon.get("/theo-doi").body();
		assertThat(page).contains("15 trang đã đăng")
			.contains("href=\"/don-vi/o-lam\"")
			.doesNotContain("/don-vi/thoai-giang")
			.doesNotContain("Thoại Giang");
		assertThat(page).as("there is but one area").doesNotContain(">Huyện Tri Tôn<").doesNotContain("xep=huyen");
		assertThat(province().get("/theo-doi").body()).contains(">Huyện Tri Tôn<").contains("xep=huyen");
		assertThat(triTon.get("/theo-doi?huyen=thoai-son").statusCode()).isEqualTo(404);
		assertThat(triTon.get("/theo-doi?huyen=tri-ton").statusCode()).isEqualTo(200);
	}

	@Test
	void aBoardHasNoSuchPage() {
		assertThat(this.portal.login(Role.CHIEF_EDITOR, this.portal.site("o-lam")).get("/theo-doi").statusCode())
			.isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ngay=0", "ngay=abc&xem=khong-co&xep=khong-co&trang=-3", "trang=99999999999999", "trang=7",
			"xem=dang", "xem=im-lang", "xem=muc", "xep=dang", "xep=giam", "xep=im-lang", "xep=muc", "xep=ten",
			"xep=huyen", "ngay=365&huyen=an-phu", "xem=%22%3E%3Cscript%3E" })
	void oddQuestionsAreAnsweredWithAPage(String query) {
		assertThat(province().get("/theo-doi?" + query)).satisfies((response) -> {
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).doesNotContain("<script>").contains("Cần giúp trước").doesNotContain("??");
		});
	}

	@Test
	void whatASiteDeliveredIsToldWithWhatItDeliveredBefore() {
		Site site = this.portal.site("o-lam");
		Instant now = Instant.now();
		publish(site, "Hôm nay", now);
		publish(site, "Tuần trước", now.minus(Duration.ofDays(9)));
		publish(site, "Cũng tuần trước", now.minus(Duration.ofDays(8)));
		SiteRow row = this.overview
			.withMonths(this.overview.of(List.of(site), Period.lastDays(7, this.overview.today())))
			.getFirst();
		assertThat(row.published()).isEqualTo(1);
		assertThat(row.before()).isEqualTo(2);
		assertThat(row.change()).isEqualTo(-1);
		assertThat(row.silentDays()).isZero();
		assertThat(row.months()).hasSize(Overview.MONTHS);
		assertThat(row.months().stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
	}

	@Test
	void theMostUrgentIsToldFirst() {
		Site site = this.portal.site("o-lam");
		LocalDate today = this.overview.today();
		SiteRow well = row(site, Light.GOOD, today);
		SiteRow late = row(site, Light.WARN, today.minusDays(300));
		SiteRow silent = row(site, Light.BAD, today.minusDays(20));
		SiteRow longSilent = row(site, Light.BAD, today.minusDays(200));
		SiteRow never = row(site, Light.BAD, null);
		List<SiteRow> rows = List.of(well, silent, never, late, longSilent);
		assertThat(rows.stream().sorted(Overview.byNeed())).containsExactly(never, longSilent, silent, late, well);
		assertThat(Overview.inNeed(rows)).containsExactly(never, longSilent, silent);
	}

	private static SiteRow row(Site site, Light light, @Nullable LocalDate last) {
		return new SiteRow(site, new Tally((light == Light.BAD) ? 1 : 0, (light == Light.WARN) ? 1 : 0, 20, 12, 10), 0,
				0, last, SiteRow.days(last, LocalDate.ofInstant(Instant.now(), VietnameseText.ZONE)), "", List.of());
	}

	private void publish(Site site, String title, Instant at) {
		CurrentSite.run(site.id(), () -> {
			this.categories.ensureStandard();
			long id = this.publishing.begin(EntryType.ARTICLE,
					new EntryText(title, "", "<p>Nội dung</p>", this.categories.all().get(1).id(), Map.of(), ""),
					"thử");
			this.publishing.publish(id, at);
		});
	}

}
