package vn.conglang.appearance;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.media.MediaUses;
import vn.conglang.media.Pictures;
import vn.conglang.site.Site;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class ChoosingTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private Looks looks;

	@Autowired
	private Themes themes;

	@Autowired
	private ThemeLocks locks;

	@Autowired
	private LooksWithMedia uses;

	@Autowired
	private Pictures pictures;

	@AfterEach
	void release() {
		this.locks.all().forEach((lock) -> this.locks.release(lock.theme(), lock.area()));
	}

	@Test
	void deputiesAndChiefsChooseTheOthersMayNot() {
		Site site = this.portal.site("tan-my");
		for (Role role : new Role[] { Role.CONTRIBUTOR, Role.EDITOR }) {
			TestPortal.Desk desk = this.portal.login(role, site);
			assertThat(desk.get("/bien-tap/tan-my").body()).as("" + role)
				.doesNotContain("/bien-tap/tan-my/giao-dien\"");
			assertThat(desk.get("/bien-tap/tan-my/giao-dien").statusCode()).isEqualTo(403);
			assertThat(desk.get("/bien-tap/tan-my/giao-dien/thu/cong-bao").statusCode()).isEqualTo(403);
			assertThat(choose(desk, "tan-my", "cong-bao").statusCode()).isEqualTo(403);
		}
		TestPortal.Desk monitor = this.portal.login(Role.AREA_MONITOR, site.area().id());
		assertThat(choose(monitor, "tan-my", "cong-bao").statusCode()).isEqualTo(403);
		assertThat(home("tan-my")).doesNotContain("/giao-dien/cong-bao/");
		TestPortal.Desk deputy = this.portal.login(Role.DEPUTY_EDITOR, site);
		assertThat(deputy.get("/bien-tap/tan-my").body()).contains("/bien-tap/tan-my/giao-dien\"");
		assertThat(deputy.follow(choose(deputy, "tan-my", "cong-bao")).body())
			.contains("Trang đã chuyển sang giao diện “Công báo”");
		assertThat(home("tan-my")).contains("/giao-dien/cong-bao/");
		TestPortal.Desk foreign = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("my-binh"));
		assertThat(choose(foreign, "tan-my", "bay-nui").statusCode()).isEqualTo(404);
		assertThat(home("tan-my")).contains("/giao-dien/cong-bao/");
	}

	@Test
	void citizensSeeTheNewThemeAtOnceAndTheOldOneAfterTakingItBack() {
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("my-binh"));
		String before = home("my-binh");
		HttpResponse<String> chosen = choose(chief, "my-binh", "bay-nui");
		assertThat(home("my-binh")).contains("/giao-dien/bay-nui/");
		String gallery = chief.follow(chosen).body();
		assertThat(gallery).contains("Hoàn tác").contains("sang “Bảy Núi”");
		String undone = chief.follow(undo(chief, "my-binh", base("my-binh"))).body();
		assertThat(undone).contains("Đã hoàn tác").contains("Hoàn tác: đổi giao diện từ “Bảy Núi”");
		assertThat(home("my-binh")).isEqualTo(before);
	}

	@Test
	void whoHasNotSeenTheLatestChangeIsToldInsteadOfUndoingIt() {
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("hoa-binh"));
		chief.follow(choose(chief, "hoa-binh", "bay-nui"));
		long seen = base("hoa-binh");
		TestPortal.Desk deputy = this.portal.login(Role.DEPUTY_EDITOR, this.portal.site("hoa-binh"));
		deputy.follow(choose(deputy, "hoa-binh", "cong-bao"));
		assertThat(chief.follow(undo(chief, "hoa-binh", seen)).body()).contains("có người vừa đổi");
		assertThat(chief
			.follow(chief.post("/bien-tap/hoa-binh/giao-dien/chon", Map.of("giao-dien", "song-hau", "nen", "" + seen)))
			.body()).contains("có người vừa đổi");
		assertThat(home("hoa-binh")).contains("/giao-dien/cong-bao/");
		assertThat(chief.follow(choose(chief, "hoa-binh", "cong-bao")).body())
			.contains("đang dùng giao diện “Công báo” rồi");
		assertThat(in("hoa-binh", this.looks::history)).hasSize(2);
	}

	@Test
	void whatIsNoThemeChangesNothing() {
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("hoa-binh-thanh"));
		String before = home("hoa-binh-thanh");
		for (String wrong : new String[] { "khong-co", "", "../base", "<script>" }) {
			assertThat(chief.follow(choose(chief, "hoa-binh-thanh", wrong)).body()).contains("Không có giao diện này");
		}
		assertThat(chief.get("/bien-tap/hoa-binh-thanh/giao-dien/thu/khong-co").statusCode()).isEqualTo(404);
		assertThat(chief.get("/bien-tap/hoa-binh-thanh/giao-dien/thu/bay-nui?trang=//evil.vn").body())
			.contains("src=\"/bien-tap/hoa-binh-thanh/xem-thu/bay-nui/\"");
		assertThat(chief.get("/bien-tap/hoa-binh-thanh/giao-dien/thu/bay-nui?trang=/van-ban").body())
			.contains("src=\"/bien-tap/hoa-binh-thanh/xem-thu/bay-nui/van-ban\"");
		assertThat(chief.follow(undo(chief, "hoa-binh-thanh", 0)).body()).contains("chưa làm theo yêu cầu");
		assertThat(home("hoa-binh-thanh")).isEqualTo(before);
		assertThat(in("hoa-binh-thanh", this.looks::history)).isEmpty();
	}

	@Test
	void theGalleryShowsEveryThemeAndWhichIsInForce() {
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("hoa-binh-thanh"));
		String gallery = chief.get("/bien-tap/hoa-binh-thanh/giao-dien").body();
		for (Theme theme : this.themes.all()) {
			assertThat(gallery).contains("/giao-dien/thu/" + theme.id()).contains(theme.name());
		}
		assertThat(gallery).containsOnlyOnce("look-own").contains("Chưa có thay đổi nào");
	}

	@Test
	void aLockedThemeCannotBeChosenAnewAndIsKeptWhereItIs() {
		TestPortal.Desk admin = this.portal.login("admin");
		Site site = this.portal.site("long-an");
		Site elsewhere = this.portal.site("khanh-hoa");
		assertThat(site.area()).isNotEqualTo(elsewhere.area());
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, site);
		chief.follow(choose(chief, "long-an", "cong-bao"));
		lock(admin, "cong-bao", "" + site.area().id());
		lock(admin, "bay-nui", "" + site.area().id());
		assertThat(home("long-an")).as("kept").contains("/giao-dien/cong-bao/");
		String gallery = chief.get("/bien-tap/long-an/giao-dien").body();
		assertThat(gallery).contains("thu/cong-bao").contains("vừa được tỉnh khóa").doesNotContain("thu/bay-nui");
		assertThat(chief.get("/bien-tap/long-an/giao-dien/thu/bay-nui").statusCode()).isEqualTo(404);
		assertThat(chief.follow(choose(chief, "long-an", "bay-nui")).body()).contains("“Bảy Núi” hiện chưa được mở");
		assertThat(home("long-an")).contains("/giao-dien/cong-bao/");
		TestPortal.Desk other = this.portal.login(Role.CHIEF_EDITOR, elsewhere);
		assertThat(other.get("/bien-tap/khanh-hoa/giao-dien").body()).contains("thu/bay-nui");
		chief.follow(choose(chief, "long-an", "song-hau"));
		assertThat(chief.follow(choose(chief, "long-an", "cong-bao")).body()).contains("“Công báo” hiện chưa được mở");
		lock(admin, "bay-nui", "tinh");
		assertThat(other.follow(choose(other, "khanh-hoa", "bay-nui")).body()).contains("hiện chưa được mở");
		admin.post("/giao-dien-he-thong/mo-khoa/mo", Map.of("giao-dien", "bay-nui", "noi", "tinh"));
		assertThat(other.follow(choose(other, "khanh-hoa", "bay-nui")).body()).contains("đã chuyển sang");
		assertThat(chief.follow(choose(chief, "long-an", "bay-nui")).body()).as("its area's lock stays")
			.contains("hiện chưa được mở");
		admin.post("/giao-dien-he-thong/mo-khoa/mo", Map.of("giao-dien", "bay-nui", "noi", "" + site.area().id()));
		assertThat(chief.follow(choose(chief, "long-an", "bay-nui")).body()).contains("đã chuyển sang");
	}

	@Test
	void onlyTheProvinceLocksAndOnlyWhatThereIs() {
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("long-an"));
		assertThat(chief.get("/giao-dien-he-thong/mo-khoa").statusCode()).isEqualTo(404);
		assertThat(lock(chief, "bay-nui", "tinh").statusCode()).isEqualTo(404);
		TestPortal.Desk admin = this.portal.login("admin");
		assertThat(admin.follow(lock(admin, "khong-co", "tinh")).body()).contains("Chưa khóa gì");
		assertThat(admin.follow(lock(admin, "bay-nui", "-1")).body()).contains("Chưa khóa gì");
		assertThat(this.locks.all()).isEmpty();
		assertThat(admin.follow(lock(admin, "bay-nui", "tinh")).body())
			.contains("Đã khóa giao diện “Bảy Núi”: Toàn tỉnh");
		admin.follow(lock(admin, "bay-nui", "tinh"));
		assertThat(this.locks.all()).hasSize(1);
	}

	@Test
	void colourAndPicturesAreTriedAppliedAndTakenBackAndBadOnesRefused() {
		Site site = this.portal.site("tan-hoa");
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, site);
		String desk = "/bien-tap/tan-hoa/giao-dien/tuy-chinh";
		String before = home("tan-hoa");
		String own = picture("tan-hoa");
		String foreign = picture("phu-binh");
		String bad = chief
			.post(desk, Map.of("viec", "ap-dung", "mau-rieng", "true", "mau", "tím", "bieu-trung", own, "anh-dau",
					foreign, "nen", "0"))
			.body();
		assertThat(bad).contains("Chưa đọc được màu này").contains("Thư viện của trang không có ảnh này").contains(own);
		assertThat(
				chief.post(desk, Map.of("viec", "ap-dung", "mau-rieng", "true", "mau", "#ffff00", "nen", "0")).body())
			.contains("Màu #ffff00 khó đọc")
			.contains("name=\"mau-thay\"");
		assertThat(in("tan-hoa", this.looks::history)).isEmpty();
		Map<String, String> good = Map.of("viec", "ap-dung", "mau-rieng", "true", "mau", "#7A1F5C", "bieu-trung", own,
				"anh-dau", "", "nen", "0");
		assertThat(chief.follow(chief.post(desk, good)).body()).contains("Đã áp dụng")
			.contains("Chọn màu nhấn #7a1f5c; Đặt biểu trưng riêng");
		assertThat(home("tan-hoa")).contains("/style-7a1f5c.css").contains(own);
		assertThat(chief.post(desk, Map.of("viec", "ap-dung", "nen", "0")).body()).as("on an outdated base")
			.contains("có người vừa đổi");
		TestPortal.Desk editor = this.portal.login(Role.EDITOR, site);
		assertThat(editor.post(desk, good).statusCode()).isEqualTo(403);
		chief.follow(undo(chief, "tan-hoa", base("tan-hoa")));
		assertThat(home("tan-hoa")).isEqualTo(before);
		String hash = own.split("/")[2];
		assertThat(in("tan-hoa", () -> this.uses.of(site, List.of(hash, "0".repeat(32)))))
			.extracting(MediaUses.Use::published)
			.as("kept for taking the undo back")
			.containsExactly(false);
	}

	private String picture(String slug) {
		return in(slug,
				() -> this.pictures.addOwn(new byte[] { 1, 2, (byte) slug.length() }, "cổng.jpg", 200, 200, "thử")
					.url());
	}

	private HttpResponse<String> choose(TestPortal.Desk desk, String slug, String theme) {
		return desk.post("/bien-tap/" + slug + "/giao-dien/chon", Map.of("giao-dien", theme, "nen", "" + base(slug)));
	}

	private static HttpResponse<String> undo(TestPortal.Desk desk, String slug, long base) {
		return desk.post("/bien-tap/" + slug + "/giao-dien/hoan-tac", Map.of("nen", "" + base));
	}

	private static HttpResponse<String> lock(TestPortal.Desk desk, String theme, String place) {
		return desk.post("/giao-dien-he-thong/mo-khoa", Map.of("giao-dien", theme, "noi", place));
	}

	private long base(String slug) {
		return in(slug, () -> this.looks.base(Look.Part.STYLE));
	}

	private <T> T in(String slug, Supplier<T> what) {
		return CurrentSite.call(this.portal.site(slug).id(), what::get);
	}

	private String home(String slug) {
		return this.portal.get(slug + ".localhost", "/").body();
	}

}
