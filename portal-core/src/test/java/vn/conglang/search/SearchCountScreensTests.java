package vn.conglang.search;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.search.SearchResult.Closeness;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages that tell what people look for. */
@PortalTest
class SearchCountScreensTests {

	private static final String BROWSER = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0";

	@Autowired
	private TestPortal portal;

	@Autowired
	private SearchCounts counts;

	@Autowired
	private Sites sites;

	@Test
	void aBoardReadsWhatIsMissingAndBeginsItWithOneClick() {
		search("binh-long", 5, "Chứng thực chữ ký", 0);
		search("binh-long", 4, "2590/QĐ-UBND", 0);
		search("binh-long", 2, "chỉ hai người hỏi", 0);
		search("binh-long", 1200, "đăng ký khai sinh", 3);
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, this.portal.site("binh-long"));
		String page = editor.get("/bien-tap/binh-long/tim-kiem/thong-ke").body();
		assertThat(page).contains("Người dân tìm gì")
			.contains("chứng thực chữ ký", "2590/qđ-ubnd", "đăng ký khai sinh", "1.200")
			.contains("tìm kiếm 1.211 lần", "11 lần (1%) không có kết quả")
			.doesNotContain("chỉ hai người hỏi");
		String begin = "/bien-tap/binh-long/bai/moi?loai=article&tieu-de=Ch%E1%BB%A9ng%20th%E1%BB%B1c%20ch%E1%BB%AF%20k%C3%BD";
		assertThat(page).contains(begin.replace("&", "&amp;"));
		assertThat(editor.get(begin).body()).contains("Chứng thực chữ ký");
		String document = "/bien-tap/binh-long/bai/moi?loai=legal-document&so=2590%2FQ%C4%90-UBND";
		assertThat(page).contains(document.replace("&", "&amp;"));
		assertThat(editor.get(document).body()).contains("value=\"2590/QĐ-UBND\"");
	}

	@Test
	void whoMayNotWriteReadsItWithoutTheWayToBegin() {
		Site site = this.portal.site("binh-phu");
		search("binh-phu", 3, "sổ hộ nghèo", 0);
		String page = this.portal.login(Role.AREA_MONITOR, site.area().id())
			.get("/bien-tap/binh-phu/tim-kiem/thong-ke")
			.body();
		assertThat(page).contains("sổ hộ nghèo").doesNotContain("/bai/moi");
	}

	@Test
	void aSiteThatNobodyHasSearchedSaysSoKindly() {
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, this.portal.site("dinh-my"));
		assertThat(editor.get("/bien-tap/dinh-my/tim-kiem/thong-ke").body()).contains("Chưa có số liệu tìm kiếm");
		assertThat(editor.get("/bien-tap/dinh-my").body()).contains("/bien-tap/dinh-my/tim-kiem/thong-ke")
			.doesNotContain(SearchCountsController.OF_ALL);
	}

	@Test
	void aDistrictSeesTheSumOfItsSitesAndTheProvinceThatOfAll() {
		search("kien-an", 2, "máy gặt thuê", 0);
		search("kien-thanh", 1, "may gat thue", 0);
		search("vinh-te", 3, "chuyện ngoài huyện", 0);
		CurrentSite.run(this.portal.site("vinh-te").id(), () -> {
			for (int i = 0; i < 3; i++) {
				this.counts.count(new SearchQuery("hỏi cả tỉnh", Reach.PROVINCE, 10), result("hỏi cả tỉnh", 0), null);
			}
		});
		this.counts.write();
		TestPortal.Desk choMoi = this.portal.login(Role.AREA_MONITOR, this.sites.area("cho-moi").orElseThrow().id());
		String page = choMoi.get("/tim-kiem-toan-tinh").body();
		assertThat(page).contains("máy gặt thuê", "Xã Kiến An", "/tim-kiem-toan-tinh?ngay=90")
			.doesNotContain("chuyện ngoài huyện", "hỏi cả tỉnh", "Vĩnh Tế", "Trang chung của tỉnh");
		assertThat(choMoi.get("/tim-kiem-toan-tinh?huyen=chau-doc").body()).doesNotContain("chuyện ngoài huyện");
		TestPortal.Desk province = this.portal.login(Role.PROVINCE_ADMIN, this.sites.province().id());
		assertThat(province.get("/tim-kiem-toan-tinh?ngay=365").body()).contains("máy gặt thuê", "chuyện ngoài huyện",
				"hỏi cả tỉnh", "Trang chung của tỉnh");
		assertThat(province.get("/tim-kiem-toan-tinh?huyen=cho-moi").body()).contains("máy gặt thuê")
			.doesNotContain("hỏi cả tỉnh", "chuyện ngoài huyện");
	}

	@Test
	void whatIsSearchedOnTheSitesOwnPageIsCounted() {
		for (int i = 0; i < 3; i++) {
			this.portal.get("co-to.localhost", "/tim-kiem?q=Nu%C3%B4i+L%C6%B0%C6%A1n", "User-Agent", BROWSER);
			this.portal.get("co-to.localhost", "/tim-kiem?q=bot+hoi", "User-Agent", "Googlebot/2.1");
			this.portal.get("co-to.localhost", "/tim-kiem?q=loc&loai=bai-viet", "User-Agent", BROWSER);
		}
		this.counts.write();
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, this.portal.site("co-to"));
		assertThat(editor.get("/bien-tap/co-to/tim-kiem/thong-ke").body()).contains("nuôi lươn", "tìm kiếm 3 lần")
			.doesNotContain("bot hoi");
	}

	@Test
	void aBoardHasNoPageOfTheProvince() {
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("dinh-my"));
		assertThat(chief.get("/tim-kiem-toan-tinh").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ngay=0", "ngay=99999999999", "ngay=%27--", "huyen=khong-co", "xep=khong-co", "xep=ten",
			"xep=huyen", "xep=khong", "xep=ty-le", "xep=tong&ngay=90&huyen=cho-moi", "ngay=" })
	void oddQuestionsAreAnsweredWithAPage(String query) {
		TestPortal.Desk province = this.portal.login("admin");
		assertThat(province.get("/tim-kiem-toan-tinh?" + query).statusCode()).isEqualTo(200);
		assertThat(province.get("/bien-tap/dinh-my/tim-kiem/thong-ke?" + query).statusCode()).isEqualTo(200);
	}

	@Test
	void whatPeopleTypedIsTextAndNothingElse() {
		search("chau-phu-a", 3, "<script>alert(1)</script>", 0);
		String page = this.portal.login("admin").get("/bien-tap/chau-phu-a/tim-kiem/thong-ke").body();
		assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
	}

	private void search(String slug, int times, String text, long total) {
		CurrentSite.run(this.portal.site(slug).id(), () -> {
			for (int i = 0; i < times; i++) {
				this.counts.count(new SearchQuery(text, Reach.SITE, 10), result(text, total), null);
			}
		});
		this.counts.write();
	}

	private static SearchResult result(String text, long total) {
		return new SearchResult(text, Closeness.AS_TYPED, null, total, false, total, List.of(),
				SearchResult.Facets.NONE);
	}

}
