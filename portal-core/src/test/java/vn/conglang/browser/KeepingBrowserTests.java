package vn.conglang.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.identity.Role;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing typed is ever lost: closed windows, two writers, no network, an ended session.
 */
@BrowserTest
class KeepingBrowserTests {

	private static final String SITE = "vong-dong";

	private static final String NEW = "/bien-tap/" + SITE + "/bai/moi?loai=article";

	@Autowired
	private ApplicationContext context;

	private String editor() {
		return new SiteContent(this.context).person(Role.EDITOR, SITE);
	}

	@Test
	void aClosedWindowIsReopenedWithEverythingThatWasTyped(Screens screens) {
		Page page = screens.desk();
		screens.login(page, editor());
		page.navigate(screens.newsroom(NEW));
		page.getByLabel("Tiêu đề").fill("Cầu mới qua kênh");
		EditorBrowserTests.body(page).click();
		page.keyboard().insertText("Sáng nay thông xe.");
		assertThat(page.locator("[data-state]")).containsText("Đã tự lưu");
		page.keyboard().insertText(" Bà con mừng.");
		BrowserContext context = page.context();
		page.close();

		Page again = context.newPage();
		again.navigate(screens.newsroom("/bien-tap/" + SITE));
		again.locator(".begun").getByRole(AriaRole.LINK).click();
		assertThat(EditorBrowserTests.body(again)).hasText("Sáng nay thông xe. Bà con mừng.");
		assertThat(again.locator("[data-restored]")).containsText("Đã khôi phục bản đang viết dở lúc");
		again.locator("[data-save]").click();
		assertThat(again.locator("[data-done]")).hasText("Đã lưu bản nháp.");
		assertThat(again.locator("[data-restored]")).isHidden();
	}

	@Test
	void twoPeopleSeeEachOtherAndTheirTextsBecomeOne(Screens screens) {
		Page mai = screens.desk();
		Page lan = screens.underExamination();
		lan.setViewportSize(Screens.PHONE_WIDTH, 740);
		screens.login(mai, editor());
		screens.login(lan, editor());
		mai.navigate(screens.newsroom(NEW));
		mai.getByLabel("Tiêu đề").fill("Diện tích vụ này");
		mai.getByLabel("Tóm tắt").fill("Toàn xã có 120 ha.");
		mai.locator("[data-save]").click();
		assertThat(mai.locator("[data-done]")).isVisible();
		lan.navigate(mai.url());
		assertThat(lan.locator("[data-news]")).containsText("Cũng đang mở bài này");
		mai.getByLabel("Tóm tắt").fill("Toàn xã có 150 ha.");
		mai.locator("[data-save]").click();
		assertThat(mai.locator("[data-state]")).containsText("Lưu lúc");
		lan.getByLabel("Tóm tắt").fill("Toàn xã có 130 ha.");
		assertThat(lan.locator("[data-news]")).containsText("vừa lưu bản 2",
				new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
		lan.locator("[data-save]").click();
		assertThat(lan.locator("h1")).containsText("Gộp hai bản");
		Examination examination = new Examination(lan);
		examination.all("two versions side by side");
		assertThat(examination.barriers()).isEmpty();
		lan.getByLabel("Của bạn").check();
		lan.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu bản đã gộp")).click();
		assertThat(lan.locator("[data-done]")).containsText("Đã lưu bản gộp");
		assertThat(lan.getByLabel("Tóm tắt")).hasValue("Toàn xã có 130 ha.");
	}

	@Test
	void withoutNetworkTheTextStaysOnTheDeviceAndIsSentWhenItIsBack(Screens screens) {
		Page page = screens.desk();
		screens.login(page, editor());
		page.navigate(screens.newsroom(NEW));
		assertThat(page.locator(".cl-content")).isVisible();
		page.context().setOffline(true);
		page.getByLabel("Tiêu đề").fill("Viết khi mất mạng");
		assertThat(page.locator("[data-state]")).hasText("Chưa nối được mạng – đang giữ trong máy này");
		page.locator("[data-save]").click();
		assertThat(page.getByLabel("Tiêu đề")).hasValue("Viết khi mất mạng");
		page.context().setOffline(false);
		assertThat(page.locator("[data-state]")).containsText("Đã tự lưu");
	}

	@Test
	void whenTheSessionEndsInMidSentenceTheTextIsThereAfterTheLogin(Screens screens) {
		Page page = screens.desk();
		String name = editor();
		screens.login(page, name);
		page.navigate(screens.newsroom(NEW));
		page.getByLabel("Tiêu đề").fill("Đang viết thì hết phiên");
		assertThat(page.locator("[data-state]")).containsText("Đã tự lưu");
		page.context().clearCookies();
		EditorBrowserTests.body(page).click();
		page.keyboard().insertText("Câu này gõ khi phiên đã hết.");
		assertThat(page.locator("[data-news]")).containsText("Phiên làm việc đã hết. Bài vẫn được giữ trong máy.",
				new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
		Page login = page.context().newPage();
		screens.login(login, name);
		login.waitForURL((url) -> !url.contains("dang-nhap"));
		login.close();
		page.locator("[data-save]").click();
		assertThat(page.locator("[data-done]")).hasText("Đã lưu bản nháp.");
		assertThat(page.getByLabel("Tiêu đề")).hasValue("Đang viết thì hết phiên");
		assertThat(EditorBrowserTests.body(page)).hasText("Câu này gõ khi phiên đã hết.");
		// that the server refused while nobody was logged in is what is tried here
		screens.settle();
		screens.troubles().removeIf((trouble) -> trouble.startsWith("401") || trouble.startsWith("403"));
	}

	@Test
	void aQuickNoteWrittenWithoutNetworkArrivesOnceWhenItIsBack(Screens screens) {
		Page page = screens.phone();
		screens.login(page, editor());
		page.navigate(screens.newsroom("/bien-tap/" + SITE + "/tin-nhanh"));
		page.evaluate("navigator.serviceWorker.ready.then(() => true)");
		page.context().setOffline(true);
		page.reload();
		assertThat(page.locator("h1")).hasText("Chưa nối được mạng");
		page.getByLabel("Tiêu đề").fill("Ghe chìm ở bến");
		page.getByLabel("Nội dung").fill("Không ai bị thương.\nBà con đang trục vớt.");
		page.locator("#photo").setInputFiles(new FilePayload("ghe.jpg", "image/jpeg", SiteContent.jpeg(3000, 2000)));
		assertThat(page.locator("[data-quick-photos] img")).hasCount(1);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gửi tin")).click();
		Locator item = page.locator("[data-quick-list] li");
		assertThat(item).containsText("Chờ gửi");
		page.context().setOffline(false);
		assertThat(item).containsText("Đã gửi");
		item.getByRole(AriaRole.LINK).click();
		assertThat(page.getByLabel("Tiêu đề")).hasValue("Ghe chìm ở bến");
		assertThat(EditorBrowserTests.body(page)).containsText("Bà con đang trục vớt.");
		assertThat(EditorBrowserTests.body(page).locator("img")).hasAttribute("width", "1600");
		page.navigate(screens.newsroom("/bien-tap/" + SITE));
		assertThat(page.getByText("Ghe chìm ở bến")).hasCount(1);
	}

}
