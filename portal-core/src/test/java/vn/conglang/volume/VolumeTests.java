package vn.conglang.volume;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
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

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class VolumeTests {

	private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2019, 12, 31);

	@Autowired
	private TestPortal portal;

	@Autowired
	private VolumeReport report;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private Sites sites;

	private Site site(String slug) {
		return this.portal.site(slug);
	}

	@BeforeEach
	void aFewPublications() {
		if (count("hoa-lac", 2019) == 0) {
			publish("hoa-lac", EntryType.ARTICLE, "Một", NEW_YEARS_EVE, LocalTime.of(23, 59));
			publish("hoa-lac", EntryType.ARTICLE, "Hai", NEW_YEARS_EVE.plusDays(1), LocalTime.MIDNIGHT);
			publish("hoa-lac", EntryType.LEGAL_DOCUMENT, "Ba", NEW_YEARS_EVE, LocalTime.NOON);
			publish("binh-chanh", EntryType.ARTICLE, "Bốn", NEW_YEARS_EVE, LocalTime.NOON);
			publish("phu-vinh", EntryType.ARTICLE, "Năm", NEW_YEARS_EVE, LocalTime.NOON);
		}
	}

	@Test
	void aDayEndsAtMidnightInVietnam() {
		assertThat(count("hoa-lac", 2019)).isEqualTo(2);
		assertThat(count("hoa-lac", 2020)).isEqualTo(1);
	}

	@Test
	void renewingAnEntryCountsItOnce() {
		long id = publish("phu-hiep", EntryType.ARTICLE, "Sửa nhiều lần", LocalDate.of(2018, 5, 5), LocalTime.NOON);
		CurrentSite.run(site("phu-hiep").id(), () -> {
			this.publishing.publish(id);
			this.publishing.withdraw(id);
			this.publishing.publish(id);
		});
		VolumeReport.Volume all = this.report.of(List.of(site("phu-hiep")), LocalDate.of(2000, 1, 1),
				LocalDate.now(VietnameseText.ZONE), null, "");
		assertThat(all.total()).isEqualTo(1);
		assertThat(all.withdrawn()).isEqualTo(1);
	}

	@Test
	void aDistrictSeesItsOwnSitesOnly() {
		TestPortal.Desk phuTan = this.portal.login(Role.AREA_MONITOR, this.sites.area("phu-tan").orElseThrow().id());
		String page = phuTan.get("/san-luong?tu=2019-12-01&den=2019-12-31").body();
		assertThat(page).contains("Xã Hòa Lạc")
			.contains("Huyện Phú Tân")
			.doesNotContain("Bình Chánh")
			.doesNotContain("Huyện Châu Phú");
		String csv = phuTan.get("/san-luong.csv?tu=2019-12-01&den=2019-12-31&area=chau-phu").body();
		assertThat(csv).doesNotContain("Bình Chánh");
		assertThat(phuTan.get("/san-luong.csv?tu=2019-12-01&den=2019-12-31")
			.body()
			.lines()
			.filter((line) -> line.contains("Phú Tân"))).hasSize(18);
	}

	@Test
	void theProvinceSeesAllSitesWithTotalsThatAddUp() {
		VolumeReport.Volume volume = this.report.of(this.sites.all(), LocalDate.of(2019, 12, 1), NEW_YEARS_EVE, null,
				"");
		assertThat(volume.sites()).hasSize(156);
		assertThat(volume.total()).isEqualTo(4);
		assertThat(volume.areas()).hasSize(11);
		assertThat(volume.areas().stream().mapToInt(VolumeReport.AreaVolume::total).sum()).isEqualTo(4);
		assertThat(volume.total(EntryType.LEGAL_DOCUMENT)).isEqualTo(1);
		assertThat(volume.silent()).isEqualTo(153);
		TestPortal.Desk province = this.portal.login(Role.PROVINCE_ADMIN, this.sites.province().id());
		assertThat(province.get("/san-luong.csv?tu=2019-12-01&den=2019-12-31").body().lines().count()).isEqualTo(157);
	}

	@Test
	void anEditorHasNoVolumePage() {
		TestPortal.Desk editor = this.portal.login(Role.CHIEF_EDITOR, site("hoa-lac"));
		assertThat(editor.get("/san-luong").statusCode()).isEqualTo(404);
		assertThat(editor.get("/san-luong.csv").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tu=2020-01-01&den=2019-01-01", "tu=khong&den=2019-13-45", "tu=0000-00-00",
			"den=9999-12-31", "sort=khong-co&order=x", "area=khong-co", "type=khong", "category=%27;drop table site;--",
			"sort=cuoi&order=tang", "sort=ten", "sort=huyen", "sort=go", "sort=chu", "sort=anh", "sort=bai",
			"sort=van-ban", "sort=trang" })
	void oddQuestionsAreAnsweredWithAPage(String query) {
		TestPortal.Desk province = this.portal.login("admin");
		assertThat(province.get("/san-luong?" + query.replace(" ", "%20")).statusCode()).isEqualTo(200);
		assertThat(province.get("/san-luong.csv?" + query.replace(" ", "%20")).statusCode()).isEqualTo(200);
	}

	private int count(String slug, int year) {
		return this.report.of(List.of(site(slug)), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), null, "")
			.total();
	}

	private long publish(String slug, EntryType type, String title, LocalDate day, LocalTime time) {
		Instant at = day.atTime(time).atZone(VietnameseText.ZONE).toInstant();
		return CurrentSite.call(site(slug).id(), () -> {
			this.categories.ensureStandard();
			long id = this.publishing.begin(type,
					new EntryText(title, "", "<p>Nội dung</p>", this.categories.all().get(1).id(),
							Map.of("number", "1/KH", "documentType", "Kế hoạch", "issuer", "UBND"), ""),
					"thử");
			this.publishing.publish(id, at);
			return id;
		});
	}

}
