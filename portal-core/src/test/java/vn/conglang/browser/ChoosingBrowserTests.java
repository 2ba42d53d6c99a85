package vn.conglang.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class ChoosingBrowserTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private TestPortal portal;

	@Test
	void aChiefTriesThreeThemesOnAPhoneChoosesOneAndTakesItBack(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		content.fill("dong-xuyen");
		String before = citizens("dong-xuyen");
		Page page = screens.phone();
		screens.login(page, content.person(Role.CHIEF_EDITOR, "dong-xuyen"));
		page.navigate(screens.newsroom("/bien-tap/dong-xuyen/giao-dien"));
		page.locator("a.button[href$='/thu/bay-nui']").click();
		assertThat(page.getByLabel("Điện thoại")).isChecked();
		FrameLocator shown = page.frameLocator("[data-stage] iframe");
		List<String> tried = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			assertThat(shown.locator("main")).isVisible();
			tried.add(shown.locator("link[rel=stylesheet]").getAttribute("href"));
			assertThat(Screens.scrollsSideways(page)).isFalse();
			if (i == 0) {
				shown.getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("Lịch tiêm chủng tháng này"))
					.first()
					.click();
			}
			assertThat(shown.locator("h1")).containsText("Lịch tiêm chủng tháng này");
			page.locator("[rel=next]").click();
		}
		assertThat(tried).doesNotHaveDuplicates().hasSize(3);
		assertThat(citizens("dong-xuyen")).as("while it was only looked at").isEqualTo(before);
		page.navigate(screens.newsroom("/bien-tap/dong-xuyen/giao-dien/thu/bay-nui"));
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dùng giao diện này")).click();
		assertThat(page.locator("[data-done]")).containsText("Trang đã chuyển sang giao diện “Bảy Núi”");
		assertThat(citizens("dong-xuyen")).contains("/giao-dien/bay-nui/");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hoàn tác").setExact(true)).click();
		assertThat(page.locator("[data-done]")).containsText("Đã hoàn tác");
		assertThat(citizens("dong-xuyen")).isEqualTo(before);
	}

	@Test
	void aMarkIsTakenFromTheLibraryAndAPaleColourIsMadeReadable(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		content.fill("binh-khanh");
		Page page = screens.desk();
		screens.login(page, content.person(Role.CHIEF_EDITOR, "binh-khanh"));
		page.navigate(screens.newsroom("/bien-tap/binh-khanh/giao-dien/tuy-chinh"));
		page.locator("#bieu-trung").click();
		page.locator("[data-picture-list] button").first().click();
		assertThat(page.locator("[data-picked]").first()).isVisible();
		page.locator("#mau").fill("#ffee88");
		assertThat(page.locator("#mau-rieng")).isChecked();
		page.locator("button.button-primary").click();
		assertThat(page.locator("#mau-loi")).containsText("khó đọc");
		page.locator(".compared button").click();
		FrameLocator shown = page.frameLocator("[data-stage] iframe");
		assertThat(shown.locator("img.mark").first()).isVisible();
		assertThat(shown.locator("link[rel=stylesheet]")).hasAttribute("href",
				Pattern.compile(".*/style-[0-9a-f]{6}\\.css"));
		assertThat(citizens("binh-khanh")).doesNotContain("style-").doesNotContain("class=\"mark\" src");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Áp dụng cho trang")).click();
		assertThat(page.locator("[data-done]")).containsText("Đã áp dụng");
		assertThat(citizens("binh-khanh")).contains("/style-").contains("/media/");
		page.navigate(screens.newsroom("/bien-tap/binh-khanh/thu-vien"));
		page.locator(".shelf a").first().click();
		assertThat(page.getByText("Biểu trưng của trang")).isVisible();
	}

	@Test
	void noScreenOfChoosingHasABarrier(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		content.fill("binh-khanh");
		Page page = screens.underExamination();
		screens.login(page, content.person(Role.CHIEF_EDITOR, "binh-khanh"));
		Examination examination = new Examination(page).outsideFrames();
		for (String path : List.of("", "/thu/bay-nui", "/thu/ban-nhap", "/tuy-chinh")) {
			page.navigate(screens.newsroom("/bien-tap/binh-khanh/giao-dien" + path));
			examination.everyWidth(path);
			examination.dark(path);
		}
		page.locator("#mau").fill("#ffee88");
		page.locator("button.button-primary").click();
		assertThat(page.locator("#mau-loi")).isVisible();
		examination.everyWidth("refused");
		examination.dark("refused");
		screens.login(page, "admin");
		page.navigate(screens.newsroom("/giao-dien-he-thong/mo-khoa"));
		examination.everyWidth("locks");
		examination.dark("locks");
		assertThat(examination.barriers()).isEmpty();
	}

	private String citizens(String slug) {
		return this.portal.get(slug + ".localhost", "/").body();
	}

}
