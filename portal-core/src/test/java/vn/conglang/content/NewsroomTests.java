package vn.conglang.content;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class NewsroomTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private Categories categories;

	@Test
	void anEditorWritesPublishesAndWithdraws() {
		TestPortal.Desk desk = chief("my-duc");
		HttpResponse<String> saved = desk.post("/bien-tap/my-duc/bai/moi?loai=article",
				form("my-duc", "Mùa nước nổi về", "luu"));
		assertThat(desk.follow(saved).body()).contains("Đã lưu bản nháp").contains(">Mùa nước nổi về</textarea>");
		String address = saved.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
		assertThat(desk.get(address + "/xem-truoc").body()).contains("Mùa nước nổi về").contains("Xã Mỹ Đức");
		assertThat(this.portal.get("my-duc.localhost", "/bai-viet/mua-nuoc-noi-ve").statusCode()).isEqualTo(404);

		Map<String, String> form = form("my-duc", "Mùa nước nổi về", "xuat-ban");
		form.put("base", base(desk.get(address).body()));
		assertThat(desk.follow(desk.post(address, form)).body()).contains("Đã xuất bản");
		assertThat(this.portal.get("my-duc.localhost", "/bai-viet/mua-nuoc-noi-ve").body()).contains("Nội dung");

		assertThat(desk.follow(desk.post(address + "/go", Map.of())).body()).contains("Đã gỡ bài");
		assertThat(this.portal.get("my-duc.localhost", "/bai-viet/mua-nuoc-noi-ve").statusCode()).isEqualTo(404);
	}

	@Test
	void whatIsMissingIsToldAndTheDraftIsKept() {
		TestPortal.Desk desk = chief("my-phu");
		Map<String, String> form = form("my-phu", "Thiếu chuyên mục", "xuat-ban");
		form.remove("categoryId");
		String page = desk.follow(desk.post("/bien-tap/my-phu/bai/moi?loai=article", form)).body();
		assertThat(page).contains("Đã lưu bản nháp, nhưng chưa xuất bản được")
			.contains("Xin chọn chuyên mục")
			.contains(">Thiếu chuyên mục</textarea>");
	}

	@Test
	void aRefusedSaveComesBackWithAllThatWasTyped() {
		TestPortal.Desk desk = chief("my-phu");
		Map<String, String> form = form("my-phu", "", "luu");
		form.put("summary", "Tóm tắt <script>");
		HttpResponse<String> page = desk.post("/bien-tap/my-phu/bai/moi?loai=article", form);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Xin ghi tiêu đề").contains("Tóm tắt &lt;script&gt;").contains("Nội dung");
	}

	@Test
	void twoWhoSaveTheSameEntryBothKeepTheirText() {
		TestPortal.Desk lan = chief("my-phu");
		TestPortal.Desk mai = chief("my-phu");
		String address = lan.post("/bien-tap/my-phu/bai/moi?loai=article", form("my-phu", "Hai người", "luu"))
			.headers()
			.firstValue("Location")
			.orElseThrow()
			.replaceFirst("^https?://[^/]+", "");
		String lock = base(lan.get(address).body());
		Map<String, String> first = form("my-phu", "Bản của Lan", "luu");
		first.put("base", lock);
		lan.post(address, first);
		Map<String, String> second = form("my-phu", "Bản của Mai", "luu");
		second.put("base", lock);
		HttpResponse<String> collision = mai.post(address, second);
		assertThat(collision.body()).contains("Gộp hai bản").contains("value=\"Bản của Mai\"");
		assertThat(lan.get(address).body()).contains(">Bản của Lan</textarea>");
	}

	@Test
	void aContributorWritesButDoesNotPublish() {
		TestPortal.Desk desk = desk(Role.CONTRIBUTOR, "my-hoa");
		assertThat(desk.post("/bien-tap/my-hoa/bai/moi?loai=article", form("my-hoa", "Của cộng tác viên", "luu"))
			.statusCode()).isEqualTo(302);
		String page = desk
			.follow(desk.post("/bien-tap/my-hoa/bai/moi?loai=article", form("my-hoa", "Thử đăng", "xuat-ban")))
			.body();
		assertThat(page).contains("do Trưởng hoặc Phó Ban biên tập").contains(">Thử đăng</textarea>");
		assertThat(this.portal.get("my-hoa.localhost", "/bai-viet/thu-dang").statusCode()).isEqualTo(404);
	}

	@Test
	void aDistrictOfficerReadsButWritesNothing() throws IOException {
		Site site = this.portal.site("my-khanh");
		TestPortal.Desk desk = this.portal.login(Role.AREA_MONITOR, site.area().id());
		assertThat(desk.get("/bien-tap/my-khanh").statusCode()).isEqualTo(200);
		assertThat(desk.get("/bien-tap/my-khanh/bai/moi").statusCode()).isEqualTo(403);
		assertThat(desk.post("/bien-tap/my-khanh/bai/moi?loai=article", form("my-khanh", "X", "luu")).statusCode())
			.isEqualTo(403);
		assertThat(desk.upload("/bien-tap/my-khanh/anh", "a.jpg", jpeg(10, 10)).statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@EnumSource(EntryType.class)
	void scriptInEveryFieldStaysText(EntryType type) {
		TestPortal.Desk desk = chief("my-thoi");
		String evil = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
		Map<String, String> form = new HashMap<>(Map.of("title", evil + type, "summary", evil, "bodyHtml",
				"<p>Sạch</p><img src=\"/media/0123456789abcdef0123456789abcdef/a.jpg\">" + evil, "author", evil, "viec",
				"xuat-ban", "categoryId", "" + category("my-thoi")));
		type.fields().forEach((field) -> form.put("field." + field.key(), switch (field.kind()) {
			case DATE -> "2026-01-02";
			case URL -> "https://an-giang.example.vn/?x=%3Cscript%3E";
			case CHOICE -> field.options().getFirst();
			case TEXT, LONG_TEXT -> evil;
		}));
		String editor = desk.follow(desk.post("/bien-tap/my-thoi/bai/moi?loai=" + type.option(), form)).body();
		String list = desk.get("/bien-tap/my-thoi").body();
		String slug = VietnameseText.slug(evil + type, 100);
		HttpResponse<String> page = this.portal.get("my-thoi.localhost", type.address(slug));
		assertThat(page.statusCode()).isEqualTo(200);
		String home = this.portal.get("my-thoi.localhost", "/").body();
		for (String html : List.of(editor, list, page.body(), home,
				this.portal.get("my-thoi.localhost", "/van-ban").body(),
				this.portal.get("my-thoi.localhost", "/rss.xml").body(), this.portal.get("localhost", "/").body())) {
			assertThat(html).doesNotContain("<script>alert").doesNotContain("<img src=x");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "trang-thai=XXX", "loai=khong", "chuyen-muc=abc", "trang=-5", "trang=99999999999",
			"tim=%25%00", "trang-thai=DRAFT&loai=article&tim=a&trang=2" })
	void oddFiltersAreAnsweredWithAList(String query) {
		assertThat(desk(Role.EDITOR, "my-hoi-dong").get("/bien-tap/my-hoi-dong?" + query).statusCode()).isEqualTo(200);
	}

	@Test
	void aBodyThatIsTooLargeIsRefused() {
		TestPortal.Desk desk = desk(Role.EDITOR, "my-an");
		Map<String, String> form = form("my-an", "Dài", "luu");
		form.put("bodyHtml", "a".repeat(3_000_000));
		assertThat(desk.post("/bien-tap/my-an/bai/moi?loai=article", form).statusCode()).isIn(200, 400, 413);
	}

	private TestPortal.Desk desk(Role role, String slug) {
		return this.portal.login(role, this.portal.site(slug));
	}

	/** Somebody who may publish alone. */
	private TestPortal.Desk chief(String slug) {
		this.portal.letPublishAlone(this.portal.site(slug));
		return desk(Role.CHIEF_EDITOR, slug);
	}

	private long category(String slug) {
		return CurrentSite.call(this.portal.site(slug).id(), () -> {
			this.categories.ensureStandard();
			return this.categories.find("thong-bao").orElseThrow().id();
		});
	}

	private Map<String, String> form(String slug, String title, String button) {
		return new HashMap<>(Map.of("title", title, "summary", "Tóm tắt", "bodyHtml", "<p>Nội dung</p>", "categoryId",
				"" + category(slug), "author", "Lan", "viec", button));
	}

	private static String base(String page) {
		return page.replaceFirst("(?s).*name=\"base\"[^>]*value=\"(\\d+)\".*", "$1");
	}

	private static byte[] jpeg(int width, int height) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
		return bytes.toByteArray();
	}

}
