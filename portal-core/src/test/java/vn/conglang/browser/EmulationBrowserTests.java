package vn.conglang.browser;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.content.EntryType;
import vn.conglang.identity.Role;
import vn.conglang.kernel.VietnameseText;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Emulation as the province closes it and a board reads it. */
@BrowserTest
class EmulationBrowserTests {

	/** Nobody else writes there in February 2025. */
	private static final String SLUG = "luong-phi";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private TestPortal portal;

	@Autowired
	private TestClock clock;

	@Test
	void theProvinceOpensPublishesAndSignsAPeriod(Screens screens) {
		new SiteContent(this.context).publish(SLUG, EntryType.ARTICLE, "Thi đua tháng hai", "tin-tuc-su-kien", Map.of(),
				"<p>Nội dung</p>", LocalDate.of(2025, 2, 5));
		this.portal.login("admin").post("/thi-dua/ky", Map.of("ky", "MONTH 2025-02-01"));
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		screens.login(page, "admin");
		page.navigate(screens.newsroom("/thi-dua/ky"));
		examination.everyWidth("periods");
		Screens.picture(page, "emulation-periods");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tháng 2 năm 2025")).click();
		this.clock.ahead(Duration.ofDays(-10),
				() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Công bố sơ bộ")).click());
		assertThat(page.locator("[data-done]")).containsText("Các Ban biên tập có thể kiến nghị");
		// the time for objections is over today
		page.reload();
		page.getByLabel("Chức vụ").fill("Phó Giám đốc Sở");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chốt kỳ")).click();
		assertThat(page.locator("[data-problems]")).containsText("Xin ghi họ và tên người ký");
		assertThat(page.locator("[data-problems]")).containsText("Xin đánh dấu");
		examination.everyWidth("signing refused");
		Screens.picture(page, "emulation-signing");
		page.getByLabel("Họ và tên người ký").fill("Lê Văn Mẫn");
		page.getByLabel("Tôi đã xem bảng điểm").check();
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chốt kỳ")).click();
		assertThat(page.locator("[data-done]")).containsText("giữ nguyên từ nay");
		assertThat(page.locator(".signed")).containsText("Phó Giám đốc Sở Lê Văn Mẫn");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bảng điểm của 156 trang")).click();
		Locator rows = page.locator(".standings tbody tr");
		assertThat(rows).hasCount(60);
		examination.everyWidth("standings");
		examination.dark("standings");
		Screens.picture(page, "emulation-standings");
		page.setViewportSize(1280, 900);
		page.getByLabel("Huyện").selectOption("Huyện Tri Tôn");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xem").setExact(true)).click();
		assertThat(rows).hasCount(15);
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Xã Lương Phi")).click();
		assertThat(page.locator(".finding")).containsText("trong huyện");
		assertThat(page.locator("#tieu-chi-tin-dang-deu")).containsText("1 tin, bài");
		examination.everyWidth("sheet");
		Screens.picture(page, "emulation-sheet");
		assertThat(examination.barriers()).isEmpty();
	}

	@Test
	void aBoardReadsOnThePhoneHowToGain(Screens screens) {
		this.portal.login("admin")
			.post("/thi-dua/ky", Map.of("ky", "MONTH " + LocalDate.now(VietnameseText.ZONE).withDayOfMonth(1)));
		Page page = screens.underExamination();
		Examination examination = new Examination(page);
		page.setViewportSize(Screens.PHONE_WIDTH, 740);
		screens.login(page, this.portal.login(Role.EDITOR, this.portal.site(SLUG)).username());
		page.navigate(screens.newsroom("/bien-tap/" + SLUG + "/thi-dua"));
		assertThat(page.locator(".gains li").first()).containsText("Đăng thêm");
		examination.everyWidth("own");
		examination.dark("own");
		Screens.picture(page, "emulation-own");
		page.setViewportSize(Screens.PHONE_WIDTH, 740);
		page.locator(".gains").getByRole(AriaRole.LINK).first().click();
		assertThat(page.locator("#title")).isVisible();
		assertThat(examination.barriers()).isEmpty();
	}

}
