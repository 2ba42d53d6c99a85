package vn.conglang.browser;

import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.identity.Role;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The library of pictures and files, on a phone and on a desk. */
@BrowserTest
class LibraryBrowserTests {

	private static final String SITE = "vinh-hau";

	@Autowired
	private ApplicationContext context;

	@Test
	void severalFilesAreBroughtAtOnceOneIsDescribedAndRemoved(Screens screens) {
		Page page = screens.phone();
		screens.login(page, new SiteContent(this.context).person(Role.EDITOR, SITE));
		page.navigate(screens.newsroom("/bien-tap/" + SITE + "/thu-vien"));
		assertThat(page.getByText("Kho chưa có gì")).isVisible();
		page.getByLabel("Chọn ảnh hoặc tệp")
			.setInputFiles(new FilePayload[] { picture("Đua bò Bảy Núi.jpg", 900), picture("Hoa sen.jpg", 640),
					new FilePayload("Lịch tiêm.txt", "text/plain", "Thứ Sáu".getBytes(StandardCharsets.UTF_8)) });
		assertThat(page.locator(".shelf > li")).hasCount(3);
		page.getByText("Đua bò Bảy Núi.jpg").click();
		page.getByLabel("Mô tả ảnh").fill("Hai đôi bò tranh tài trên sân ruộng ngập nước");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu").setExact(true)).click();
		assertThat(page.locator("[data-done]")).hasText("Đã lưu tên và mô tả.");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xóa khỏi kho")).click();
		assertThat(page.locator("[data-done]")).containsText("Đã xóa “Đua bò Bảy Núi.jpg”");
		assertThat(page.locator(".shelf > li")).hasCount(2);
	}

	@Test
	void whatIsRefusedStaysToBeRead(Screens screens) {
		Page page = screens.desk();
		screens.login(page, new SiteContent(this.context).person(Role.EDITOR, "vinh-truong"));
		page.navigate(screens.newsroom("/bien-tap/vinh-truong/thu-vien"));
		page.getByLabel("Chọn ảnh hoặc tệp")
			.setInputFiles(new FilePayload("chuong-trinh.exe", "application/octet-stream",
					"MZ".getBytes(StandardCharsets.UTF_8)));
		assertThat(page.locator(".bring-news .bad")).containsText("chuong-trinh.exe: Trang không nhận loại tệp này");
		// told by the page; the answer of 422 itself is expected
		screens.troubles().removeIf((trouble) -> trouble.startsWith("422"));
	}

	@Test
	void theLibraryHasNoBarrier(Screens screens) {
		Page page = screens.underExamination();
		Examination examination = new Examination(page).withPictures("library");
		screens.login(page, new SiteContent(this.context).person(Role.EDITOR, "vinh-hoi-dong"));
		page.navigate(screens.newsroom("/bien-tap/vinh-hoi-dong/thu-vien"));
		examination.everyWidth("rong");
		examination.dark("rong");
		page.getByLabel("Chọn ảnh hoặc tệp")
			.setInputFiles(new FilePayload[] { picture("Một tên rất dài của một tấm ảnh chụp lễ hội đua bò.jpg", 901),
					picture("Hoa sen.jpg", 642), picture("Cầu nông thôn.jpg", 480),
					new FilePayload("Kế hoạch 12-KH-UBND.txt", "text/plain", "a".getBytes(StandardCharsets.UTF_8)) });
		assertThat(page.locator(".shelf > li")).hasCount(4);
		examination.everyWidth("kho");
		examination.dark("kho");
		page.getByText("Hoa sen.jpg").click();
		assertThat(page.getByLabel("Mô tả ảnh")).isVisible();
		examination.everyWidth("anh");
		examination.dark("anh");
		assertThat(examination.barriers()).isEmpty();
	}

	private static FilePayload picture(String name, int width) {
		return new FilePayload(name, "image/jpeg", SiteContent.jpeg(width, width * 2 / 3));
	}

}
