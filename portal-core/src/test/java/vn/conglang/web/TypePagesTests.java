package vn.conglang.web;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class TypePagesTests {

	private static final String PICTURE = "<img src=\"/media/0123456789abcdef0123456789abcdef/a.jpg\" alt=\"x\">";

	@Autowired
	private TestPortal portal;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Test
	void anAnnouncementThatHasEndedLeavesTheListsAndKeepsItsPage() {
		LocalDate today = LocalDate.now(VietnameseText.ZONE);
		publish("can-dang", EntryType.ANNOUNCEMENT, "Cắt điện hôm nay", Map.of("ends", today.toString()));
		publish("can-dang", EntryType.ANNOUNCEMENT, "Tiêm chủng hôm qua",
				Map.of("ends", today.minusDays(1).toString()));
		for (String list : new String[] { "/", "/thong-bao" }) {
			assertThat(get("can-dang", list)).as(list)
				.contains("Cắt điện hôm nay")
				.doesNotContain("Tiêm chủng hôm qua");
		}
		assertThat(get("can-dang", "/thong-bao/tiem-chung-hom-qua")).contains("Thông báo này đã hết hạn");
		assertThat(get("can-dang", "/thong-bao/cat-dien-hom-nay")).doesNotContain("Thông báo này đã hết hạn");
	}

	@Test
	void aProcedureTellsWhatToBringLineByLineAndLeadsToTheServicePortal() {
		publish("binh-hoa", EntryType.PROCEDURE, "Đăng ký khai sinh", Map.of("field", "Hộ tịch", "papers",
				"Tờ khai\nGiấy chứng sinh", "serviceUrl", "https://dichvucong.gov.vn/khai-sinh"));
		publish("binh-hoa", EntryType.PROCEDURE, "Tách thửa", Map.of("field", "Đất đai", "papers", "Đơn"));
		assertThat(get("binh-hoa", "/thu-tuc/dang-ky-khai-sinh")).contains("Tờ khai\nGiấy chứng sinh")
			.contains("href=\"https://dichvucong.gov.vn/khai-sinh\"")
			.contains("Nộp hồ sơ trực tuyến (dichvucong.gov.vn)");
		assertThat(get("binh-hoa", "/thu-tuc")).contains("Đăng ký khai sinh").contains("Tách thửa");
		assertThat(get("binh-hoa", "/thu-tuc?linh-vuc=H%E1%BB%99%20t%E1%BB%8Bch")).contains("Đăng ký khai sinh")
			.doesNotContain("Tách thửa");
	}

	@Test
	void anAlbumAndAVideoHaveTheirListsAndTheMenuNamesOnlyWhatIsThere() {
		assertThat(get("tan-phu", "/")).doesNotContain("href=\"/album\"").doesNotContain("href=\"/video\"");
		publish("tan-phu", EntryType.ALBUM, "Ngày hội đua bò", Map.of("place", "Sân đua"));
		publish("tan-phu", EntryType.VIDEO, "Mùa nước nổi", Map.of("videoUrl", "https://www.youtube.com/watch?v=1"));
		assertThat(get("tan-phu", "/")).contains("href=\"/album\"").contains("href=\"/video\"");
		assertThat(get("tan-phu", "/album")).contains("/album/ngay-hoi-dua-bo");
		assertThat(get("tan-phu", "/album/ngay-hoi-dua-bo")).contains("prose album").contains("Sân đua");
		String video = get("tan-phu", "/video/mua-nuoc-noi");
		assertThat(video).contains("Xem video trên youtube.com").doesNotContain("<iframe");
		assertThat(get("tan-phu", "/sitemap.xml")).contains("/video</loc>").contains("/album/ngay-hoi-dua-bo");
		assertThat(get("tan-phu", "/rss.xml")).contains("/video/mua-nuoc-noi");
	}

	@Test
	void whetherADocumentIsInForceFollowsFromItsDaysUnlessSomebodySaysIt() {
		LocalDate today = LocalDate.now(VietnameseText.ZONE);
		document("Sẽ có", Map.of("effective", today.plusDays(1).toString()));
		document("Đang có", Map.of("effective", today.toString()));
		document("Đã hết", Map.of("expires", today.minusDays(1).toString()));
		document("Một phần", Map.of("effective", today.toString(), "state", "PARTLY_EXPIRED"));
		assertThat(get("vong-the", "/van-ban/se-co")).contains("Chưa có hiệu lực");
		assertThat(get("vong-the", "/van-ban/dang-co")).contains("Còn hiệu lực");
		assertThat(get("vong-the", "/van-ban/da-het")).contains("<dd>Hết hiệu lực</dd>");
		assertThat(get("vong-the", "/van-ban/mot-phan")).contains("Hết hiệu lực một phần");
	}

	private void document(String title, Map<String, String> fields) {
		Map<String, String> all = new java.util.HashMap<>(fields);
		all.putAll(Map.of("number", title, "documentType", "Kế hoạch", "issuer", "UBND xã"));
		publish("vong-the", EntryType.LEGAL_DOCUMENT, title, all);
	}

	private void publish(String site, EntryType type, String title, Map<String, String> fields) {
		CurrentSite.run(this.portal.site(site).id(), () -> {
			this.categories.ensureStandard();
			this.publishing.publish(
					this.publishing.begin(type,
							new EntryText(title, "", "<p>Nội dung</p>" + PICTURE,
									type.categorized() ? this.categories.all().getFirst().id() : null, fields, ""),
							"thử"));
		});
	}

	private String get(String site, String path) {
		return this.portal.get(site + ".localhost", path).body();
	}

}
