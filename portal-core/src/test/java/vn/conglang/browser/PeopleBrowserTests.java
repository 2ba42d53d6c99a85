package vn.conglang.browser;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The people of a board, each at a screen of their own. */
@BrowserTest
class PeopleBrowserTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private TestPortal portal;

	private final List<String> barriers = new ArrayList<>();

	@Test
	void aChiefInvitesAndTheInvitedPersonBeginsToWork(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		Page chief = screens.underExamination();
		screens.login(chief, content.person(Role.CHIEF_EDITOR, "phu-hoa"));
		content.person(Role.EDITOR, "phu-hoa");
		chief.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ban biên tập")).first().click();
		chief.locator("#name").fill("Nguyễn Thị Hạnh");
		chief.locator("#email").fill("hanh@angiang.gov.vn");
		chief.locator("#role").selectOption("EDITOR");
		chief.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tạo lời mời")).click();
		assertThat(chief.locator("[data-done]")).containsText("Đã tạo lời mời cho Nguyễn Thị Hạnh");
		String link = chief.locator("#lien-ket").inputValue();
		chief.locator("details.person-acts summary").first().click();
		examine(chief, "board");

		Page invited = screens.underExamination();
		invited.navigate(link);
		assertThat(invited.locator("main")).containsText("Thị trấn Phú Hòa");
		examine(invited, "invitation");
		String name = "hanh." + UUID.randomUUID().toString().substring(0, 8);
		invited.locator("#username").fill(name);
		invited.locator("#password").fill("mat-khau-cua-hanh");
		invited.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mở tài khoản")).click();
		assertThat(invited.locator("#bao")).containsText("Đã mở tài khoản");
		invited.locator("#username").fill(name);
		invited.locator("#password").fill("mat-khau-cua-hanh");
		invited.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập")).click();
		assertThat(invited.locator(".first-steps")).containsText("Tự đặt mật khẩu");
		examine(invited, "first-steps");
		invited.navigate(screens.newsroom("/toi"));
		examine(invited, "me");
		invited.navigate(link);
		examine(invited, "invitation-gone");

		chief.navigate(screens.newsroom("/bien-tap/phu-hoa/ban-bien-tap/quyet-dinh"));
		chief.locator("#number").fill("45/QĐ-UBND");
		chief.locator("#date").fill("2026-03-02");
		chief.locator("#issuer").fill("Ủy ban nhân dân thị trấn Phú Hòa");
		chief.locator("input[name^=title-]").first().fill("Phó Chủ tịch UBND – Trưởng Ban");
		chief.locator("input[name^=duty-]").first().fill("Phụ trách chung, duyệt tin, bài");
		chief.locator("#shown").check();
		chief.locator("#namesShown").check();
		chief.locator("#phone").fill("0296 3 123 456");
		chief.locator("#file")
			.setInputFiles(new FilePayload("quyet-dinh.pdf", "application/pdf",
					"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
						.getBytes(StandardCharsets.ISO_8859_1)));
		chief.locator("[data-save]").click();
		assertThat(chief.locator("[data-done]")).containsText("Người dân xem được");
		examine(chief, "board-facts");
		Page citizen = screens.underExamination();
		citizen.navigate(screens.site("phu-hoa", "/ban-bien-tap"));
		assertThat(citizen.locator("main")).containsText("Phụ trách chung");
		assertThat(citizen.locator("main a[href^='/tep/']")).hasText("45/QĐ-UBND");
		examine(citizen, "public-board");
		assertThat(this.barriers).isEmpty();
	}

	@Test
	void aDistrictOffersACommuneTakesAndACorrectionArrives(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		String title = "Phòng chống đuối nước " + UUID.randomUUID().toString().substring(0, 8);
		Page district = screens.underExamination();
		screens.login(district,
				this.portal.login(Role.AREA_MONITOR, this.portal.site("phu-hoa").area().id()).username());
		district.navigate(screens.newsroom("/chia-se/moi"));
		examine(district, "offer-new");
		district.locator("#title").fill(title);
		district.locator("#summary").fill("Nhắc phụ huynh trong mùa nước nổi.");
		EditorBrowserTests.body(district).fill("Không để trẻ em ra kênh một mình.");
		district.getByLabel("Chỉ những trang chọn dưới đây").check();
		district.locator("#cho-oc-eo").check();
		district.locator("#cho-nui-sap").check();
		district.locator("[data-save]").click();
		assertThat(district.locator("[data-done]")).hasText("Đã gửi cho 2 trang.");

		Page commune = screens.underExamination();
		screens.login(commune, content.chief("oc-eo"));
		commune.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Được chia sẻ")).first().click();
		examine(commune, "shares");
		commune.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title)).click();
		assertThat(commune.locator(".share-body")).containsText("Không để trẻ em");
		commune.locator("#introduction").fill("Ở Óc Eo, kênh Ba Thê đang lên nước nhanh.");
		commune.locator("#categoryId").selectOption(new SelectOption().setIndex(1));
		commune.getByLabel("Đăng ngay bản sửa").check();
		examine(commune, "share");
		commune.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nhận làm bản nháp")).click();
		assertThat(commune.locator("#title")).hasValue(title);
		commune.locator("[data-publish]").click();
		assertThat(commune.locator("[data-done]")).containsText("Đã xuất bản");

		district.reload();
		assertThat(district.locator("tbody")).containsText("Người dân đang đọc được");
		district.locator("summary").filter(new Locator.FilterOptions().setHasText("Sửa bài này")).click();
		examine(district, "offer");
		EditorBrowserTests.body(district).fill("Không để trẻ em ra kênh một mình, kể cả khi biết bơi.");
		district.locator("[data-save]").click();
		assertThat(district.locator("[data-done]")).containsText("Đã lưu bản sửa");
		Page citizen = screens.phone();
		citizen.navigate(screens.site("oc-eo", "/"));
		citizen.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title)).first().click();
		assertThat(citizen.locator("main")).containsText("kể cả khi biết bơi");
		assertThat(citizen.locator("main")).containsText("Ở Óc Eo");
		assertThat(citizen.locator("main")).containsText("Nguồn: Phòng Văn hóa và Thông tin huyện Thoại Sơn");
		Screens.picture(citizen, "people/shared-public-360");
		district.navigate(screens.newsroom("/chia-se"));
		examine(district, "offers");
		assertThat(this.barriers).isEmpty();
	}

	/** At both widths, with a picture of each if asked. */
	private void examine(Page page, String what) {
		Examination examination = new Examination(page).withPictures("people");
		examination.everyWidth(what);
		this.barriers.addAll(examination.barriers());
	}

}
