package vn.conglang.editorial;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.Patiently;
import vn.conglang.SearchTest;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The board looks through all it ever wrote. */
@SearchTest
class EntrySearchTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void whatIsPublishedWithdrawnWaitingAndOnlyBegunIsFoundWithItsStateInWords() {
		TestPortal.Desk editor = editor("hoa-an");
		write("hoa-an", EntryType.ARTICLE, "Bà con chèo xuồng ra chợ", true);
		long gone = write("hoa-an", EntryType.ARTICLE, "Chợ nổi cũ", true);
		CurrentSite.run(this.portal.site("hoa-an").id(), () -> this.publishing.withdraw(gone));
		long draft = write("hoa-an", EntryType.ARTICLE, "Chợ đêm đang viết", false);
		this.portal.login(Role.CONTRIBUTOR, this.portal.site("hoa-an"))
			.post("/bien-tap/hoa-an/bai/moi", Map.of("loai", "article", "title", "Chợ phiên đã gửi", "bodyHtml",
					"<p>Nội dung</p>", "categoryId", "" + category("hoa-an"), "viec", "gui"));
		String page = found(editor, "hoa-an", "cho");
		assertThat(page).contains("4 bài")
			.contains("Bà con chèo xuồng ra <mark>chợ</mark>", "<mark>Chợ</mark> nổi cũ",
					"<mark>Chợ</mark> đêm đang viết", "<mark>Chợ</mark> phiên đã gửi")
			.contains(">Đã đăng<", ">Đã gỡ<", ">Nháp<", ">Chờ duyệt và đăng<")
			.contains("href=\"/bien-tap/hoa-an/bai/" + draft + "\"")
			.contains("/bai-viet/ba-con-cheo-xuong-ra-cho");
		assertThat(this.portal.get("hoa-an.localhost", "/tim-kiem?q=cho+dem").body()).doesNotContain("đang viết");
	}

	@Test
	void whatIsNewInACorrectionIsFoundBeforeItIsPublished() {
		TestPortal.Desk editor = editor("hoa-binh");
		long id = write("hoa-binh", EntryType.ARTICLE, "Mùa nước nổi", true);
		long category = category("hoa-binh");
		CurrentSite.run(this.portal.site("hoa-binh").id(), () -> this.publishing.save(id, 1,
				text("Mùa nước nổi về sớm", category), this.portal.user(editor.username())));
		String page = found(editor, "hoa-binh", "nước nổi về sớm");
		assertThat(page).contains("1 bài", "Có bản sửa chưa đăng", "Đã đăng");
	}

	@Test
	void whatIsNotThereCanBeBegun() {
		TestPortal.Desk editor = editor("hoa-lac");
		String page = editor.get("/bien-tap/hoa-lac/tim-kiem?q=chuy%E1%BB%83n+%C4%91%E1%BB%95i+gi%E1%BB%91ng+l%C3%BAa")
			.body();
		assertThat(page).contains("Không bài nào có “chuyển đổi giống lúa”", "Viết bài về “chuyển đổi giống lúa”",
				"tieu-de=chuy");
		TestPortal.Desk monitor = this.portal.login(Role.AREA_MONITOR, this.portal.site("hoa-lac").area().id());
		assertThat(monitor.get("/bien-tap/hoa-lac/tim-kiem?q=chuyen+doi").body()).contains("Không bài nào")
			.doesNotContain("/bai/moi");
	}

	@Test
	void aWrongLetterIsPutRight() {
		TestPortal.Desk editor = editor("hoi-an");
		write("hoi-an", EntryType.ARTICLE, "Tiêm vắc xin phòng cúm gia cầm", true);
		found(editor, "hoi-an", "gia cầm");
		String page = editor.get("/bien-tap/hoi-an/tim-kiem?q=tiemm+gia+cam").body();
		assertThat(page).contains("Có phải bạn muốn tìm").contains("Tiêm</mark>");
	}

	@Test
	void kindsNarrowItAndLongListsHavePages() {
		TestPortal.Desk editor = editor("khanh-an");
		for (int i = 1; i <= 23; i++) {
			write("khanh-an", EntryType.ARTICLE, "Đê bao số " + i, i % 2 == 0);
		}
		write("khanh-an", EntryType.ANNOUNCEMENT, "Thông báo sửa đê bao", true);
		assertThat(found(editor, "khanh-an", "đê bao")).contains("24 bài", "Trang 1 trên 2", "trang=2")
			.contains("Tin, bài <span class=\"muted\">23</span>");
		String announcements = editor.get("/bien-tap/khanh-an/tim-kiem?q=de+bao&loai=announcement").body();
		assertThat(announcements).contains("1 bài", "Thông báo sửa").doesNotContain("Trang 1 trên");
		assertThat(editor.get("/bien-tap/khanh-an/tim-kiem?q=de+bao&trang=2").body()).contains("Trang 2 trên 2");
		assertThat(editor.get("/bien-tap/khanh-an/tim-kiem?q=de+bao&trang=77").body()).contains("không dài đến")
			.contains("trang=2\"");
	}

	@Test
	void anotherSitesTextsAreNeverFoundAndStrangersFindNoPage() {
		write("khanh-binh", EntryType.ARTICLE, "Chuyện riêng Khánh Bình", false);
		found(editor("khanh-binh"), "khanh-binh", "chuyện riêng Khánh Bình");
		TestPortal.Desk other = editor("khanh-hoa");
		assertThat(other.get("/bien-tap/khanh-hoa/tim-kiem?q=chuyen+rieng").body()).doesNotContain("Khánh Bình</")
			.doesNotContain("<mark>");
		assertThat(other.get("/bien-tap/khanh-binh/tim-kiem?q=chuyen+rieng").statusCode()).isEqualTo(404);
		assertThat(other.get("/bien-tap/khanh-binh/tim-kiem/thong-ke").statusCode()).isEqualTo(404);
	}

	@Test
	void theListOffersToLookDeeper() {
		TestPortal.Desk editor = editor("khanh-hoa");
		String deeper = "href=\"/bien-tap/khanh-hoa/tim-kiem?q=l%C3%BAa%20%26%20c%C3%A1\"";
		assertThat(editor.get("/bien-tap/khanh-hoa?tim=l%C3%BAa+%26+c%C3%A1").body()).contains(deeper);
		assertThat(editor.get("/bien-tap/khanh-hoa").body()).contains("action=\"/bien-tap/khanh-hoa/tim-kiem\"")
			.doesNotContain("trong cả nội dung");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "\"", "*", ":", "\\", "<script>", "a' OR 1=1 --", "(.*)+$", "\u0000\u0007",
			"😀", "\"khai sinh", "&|!()", "%_", "{text}", "${7*7}" })
	void oddTextsAreAnsweredWithAPage(String text) {
		TestPortal.Desk editor = editor("lac-quoi");
		for (String more : new String[] { "", "&loai=khong-co", "&trang=1000000000", "&trang=-1", "&trang=x",
				"&loai=article&trang=500" }) {
			var answer = editor.get("/bien-tap/lac-quoi/tim-kiem?q=" + encode(text) + more);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).doesNotContain("<script>a");
		}
	}

	@Test
	void aVeryLongTextIsCut() {
		assertThat(editor("lac-quoi").get("/bien-tap/lac-quoi/tim-kiem?q=" + "dai+".repeat(1500)).statusCode())
			.isEqualTo(200);
	}

	private TestPortal.Desk editor(String slug) {
		return this.portal.login(Role.EDITOR, this.portal.site(slug));
	}

	/** The page, once the index has followed. */
	private String found(TestPortal.Desk desk, String slug, String words) {
		Site site = this.portal.site(slug);
		Patiently.await()
			.until(() -> CurrentSite.call(site.id(),
					() -> this.jdbc.sql("SELECT count(*) = 0 FROM search_pending").query(Boolean.class).single()));
		return desk.get("/bien-tap/" + slug + "/tim-kiem?q=" + encode(words)).body();
	}

	private long category(String slug) {
		return CurrentSite.call(this.portal.site(slug).id(), () -> {
			this.categories.ensureStandard();
			return this.categories.find("tin-tuc-su-kien").orElseThrow().id();
		});
	}

	private long write(String slug, EntryType type, String title, boolean published) {
		long category = category(slug);
		return CurrentSite.call(this.portal.site(slug).id(), () -> {
			long id = this.publishing.begin(type, text(title, category), "thử");
			if (published) {
				this.publishing.publish(id);
			}
			return id;
		});
	}

	private static EntryText text(String title, long category) {
		return new EntryText(title, "", "<p>Nội dung.</p>", category, Map.of(), "");
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
