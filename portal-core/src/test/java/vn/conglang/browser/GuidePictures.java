package vn.conglang.browser;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.TestPortal;
import vn.conglang.content.EntryType;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Takes the pictures of the guide, when asked to:
 * {@code mvn verify -pl portal-core -am -Dtest=GuidePictures -Dportal.guide=$PWD/docs/huong-dan -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@BrowserTest
@EnabledIfSystemProperty(named = "portal.guide", matches = ".+")
class GuidePictures {

	private static final String SITE = "oc-eo";

	@Autowired
	private ApplicationContext context;

	@Test
	void areTakenAnew(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		content.fill(SITE);
		Page clerk = screens.desk();
		screens.login(clerk, person("lan", "Nguyễn Thị Lan", Role.CONTRIBUTOR));
		for (String title : new String[] { "Lịch tiếp công dân tháng 12",
				"Ấp Trung Bình ra quân nạo vét kênh, chuẩn bị vụ đông xuân" }) {
			clerk.navigate(desk(screens, "/bai/moi?loai=article"));
			clerk.getByLabel("Tiêu đề").fill(title);
			clerk.getByLabel("Tóm tắt").fill("Hơn 120 lượt bà con tham gia, nạo vét 1.200 mét kênh nội đồng.");
			EditorBrowserTests.body(clerk).click();
			clerk.keyboard()
				.insertText("Sáng 20/11, Ủy ban nhân dân phối hợp Ban ấp tổ chức ra quân nạo vét kênh nội đồng. "
						+ "Đoạn kênh dài 1.200 mét đã bồi lắng nhiều năm, nước vào ruộng chậm.");
			clerk.keyboard().press("Enter");
			clerk.keyboard().insertText("Liên hệ anh Năm, số 0912 345 678, để nhận thêm cuốc xẻng.");
			clerk.locator("#categoryId").selectOption("Thông báo");
			if (title.startsWith("Ấp")) {
				clerk.setViewportSize(1180, 860);
				clerk.evaluate("scrollTo(0, 0)");
				take(clerk, "soan-thao");
			}
			button(clerk, "Gửi duyệt").click();
			assertThat(clerk.locator("[data-done]")).isVisible();
			clerk.waitForLoadState(LoadState.NETWORKIDLE);
		}
		clerk.setViewportSize(1000, 640);
		clerk.navigate(desk(screens, "/tu-word"));
		take(clerk, "tu-word");

		Page vice = screens.desk();
		vice.setViewportSize(1000, 560);
		screens.login(vice, person("hoa", "Lê Thị Hòa", Role.DEPUTY_EDITOR));
		assertThat(vice.locator(".tasks-decide .task")).hasCount(2);
		take(vice, "viec-cua-toi");
		vice.navigate(desk(screens, "/quy-trinh"));
		take(vice, "quy-trinh");
		Page phone = screens.phone();
		screens.login(phone, person("tam", "Phạm Văn Tám", Role.CHIEF_EDITOR));
		phone.locator(".tasks-decide .task").last().tap();
		assertThat(phone.locator(".read-body")).isVisible();
		take(phone, "duyet-bai");
		phone.navigate(desk(screens, "/tin-nhanh"));
		take(phone, "tin-nhanh");
		plan(screens, content);
	}

	private void plan(Screens screens, SiteContent content) {
		Page chief = screens.desk();
		content.chief(SITE);
		screens.login(chief, "tam");
		LocalDateTime day = LocalDateTime.now(VietnameseText.ZONE).plusDays(1).withHour(7).withMinute(30);
		for (String title : new String[] { "Thông báo lịch cắt điện", "Chúc mừng Ngày Nhà giáo" }) {
			long id = content.draft(SITE, EntryType.ARTICLE, title, "thong-bao", Map.of(), "<p>Nội dung</p>");
			chief.navigate(desk(screens, "/bai/" + id));
			chief.locator("summary", new Page.LocatorOptions().setHasText("Hẹn giờ đăng")).click();
			chief.locator("#at").fill(day.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")));
			button(chief, "Hẹn giờ đăng").click();
			assertThat(chief.locator("[data-done]")).isVisible();
			day = day.plusDays(2);
		}
		chief.setViewportSize(1000, 760);
		chief.navigate(desk(screens, "/lich-dang"));
		take(chief, "lich-dang");
	}

	private String person(String username, String name, Role role) {
		Site site = this.context.getBean(TestPortal.class).site(SITE);
		this.context.getBean(Users.class)
			.add(username, name, TestPortal.PASSWORD, new User.Grant(role, site.id().value()));
		return username;
	}

	private static String desk(Screens screens, String path) {
		return screens.newsroom("/bien-tap/" + SITE + path);
	}

	private static void take(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions()
			.setPath(Path.of(System.getProperty("portal.guide")).resolve(name + ".png").toAbsolutePath()));
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
