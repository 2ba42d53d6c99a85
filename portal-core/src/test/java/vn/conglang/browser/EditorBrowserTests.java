package vn.conglang.browser;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The daily work of an editor, and what citizens see of it. */
@BrowserTest
class EditorBrowserTests {

	private static final String ADDRESS = "/bai-viet/mua-nuoc-noi-ve-tren-canh-dong";

	@Autowired
	private ApplicationContext context;

	private SiteContent content() {
		return new SiteContent(this.context);
	}

	@Test
	void anEditorWritesPublishesRenewsAndWithdrawsAndCitizensSeeIt(Screens screens) {
		Page editor = screens.desk();
		Page citizen = screens.desk();
		String name = content().chief("nhon-hoi");
		screens.login(editor, name, "khong-phai-mat-khau");
		assertThat(editor.getByRole(AriaRole.ALERT))
			.hasText("Tên đăng nhập hoặc mật khẩu chưa đúng. Xin kiểm tra lại.");
		screens.login(editor, name);
		editor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tin, bài").setExact(true)).first().click();
		assertThat(editor.getByText("Trang này chưa có bài nào")).isVisible();

		editor.locator("[data-new]").click();
		write(editor);
		insertPicture(editor);
		editor.getByLabel("Chuyên mục").selectOption("Tin tức – Sự kiện");
		button(editor, "Lưu nháp").click();
		assertThat(editor.locator("[data-done]")).hasText("Đã lưu bản nháp.");
		assertThat(status(citizen, screens)).isEqualTo(404);

		Page preview = editor.waitForPopup(() -> editor.locator(".bar-preview").click());
		assertThat(preview.locator("h1")).hasText("Mùa nước nổi về trên cánh đồng");
		assertThat(preview.locator("body")).containsText("Xã Nhơn Hội");
		assertThat(preview.getByRole(AriaRole.STATUS)).isVisible();
		showsThePicture(preview);
		preview.close();

		button(editor, "Xuất bản").click();
		assertThat(editor.locator("[data-done]")).hasText("Đã xuất bản. Người dân đã đọc được bài này.");
		assertThat(status(citizen, screens)).isEqualTo(200);
		assertThat(citizen.locator(".prose h2")).hasText("Bà con chuẩn bị");
		assertThat(citizen.locator(".prose strong")).hasText("cá linh");
		assertThat(citizen.locator(".prose ul li")).hasText(new String[] { "Lưới", "Xuồng" });
		showsThePicture(citizen);

		body(editor).click();
		editor.keyboard().press("Control+Home");
		editor.keyboard().insertText("Tin mới nhất: nước lên nhanh. ");
		assertThat(editor.locator("[data-state]")).hasText("Có thay đổi chưa lưu");
		button(editor, "Lưu bản sửa").click();
		assertThat(editor.locator("[data-done]")).isVisible();
		assertThat(editor.getByText("Có bản sửa chưa đăng").first()).isVisible();
		status(citizen, screens);
		assertThat(citizen.locator(".prose")).not().containsText("nước lên nhanh");
		button(editor, "Đăng bản sửa").click();
		assertThat(editor.locator("[data-done]")).hasText("Đã xuất bản. Người dân đã đọc được bài này.");
		status(citizen, screens);
		assertThat(citizen.locator(".prose")).containsText("Tin mới nhất: nước lên nhanh. Nước đã về");

		editor.locator("summary", new Page.LocatorOptions().setHasText("Gỡ bài khỏi trang")).click();
		button(editor, "Gỡ bài khỏi trang").click();
		assertThat(editor.locator("[data-done]")).hasText("Đã gỡ bài khỏi trang. Nội dung vẫn được giữ ở đây.");
		assertThat(status(citizen, screens)).isEqualTo(404);
		assertThat(citizen.locator("h1")).hasText("Không tìm thấy trang");
	}

	private static void write(Page editor) {
		editor.getByLabel("Tiêu đề").fill("Mùa nước nổi về trên cánh đồng");
		editor.getByLabel("Tóm tắt").fill("Nước về sớm, bà con mừng.");
		body(editor).click();
		editor.keyboard().insertText("Nước đã về đầu nguồn, mang theo ");
		tool(editor, "Chữ đậm").click();
		editor.keyboard().insertText("cá linh");
		tool(editor, "Chữ đậm").click();
		editor.keyboard().insertText(" và bông điên điển.");
		editor.keyboard().press("Enter");
		editor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kiểu đoạn")).click();
		editor.getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("Đề mục lớn")).click();
		editor.keyboard().insertText("Bà con chuẩn bị");
		editor.keyboard().press("Enter");
		tool(editor, "Danh sách dấu chấm").click();
		editor.keyboard().insertText("Lưới");
		editor.keyboard().press("Enter");
		editor.keyboard().insertText("Xuồng");
		editor.keyboard().press("Enter");
		editor.keyboard().press("Enter");
	}

	/** Forgets the description first: the dialog asks for it. */
	private static void insertPicture(Page editor) {
		FileChooser chooser = editor.waitForFileChooser(() -> tool(editor, "Ảnh").click());
		chooser.setFiles(new FilePayload("Đồng nước.jpg", "image/jpeg", SiteContent.jpeg(800, 600)));
		Locator dialog = editor.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Thêm ảnh"));
		Locator insert = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Đưa ảnh vào bài"));
		insert.click();
		assertThat(dialog).containsText("Chưa có mô tả.");
		dialog.getByLabel("Mô tả ảnh").fill("Cánh đồng ngập nước");
		insert.click();
		assertThat(dialog).not().isVisible();
		assertThat(body(editor).getByAltText("Cánh đồng ngập nước")).isVisible();
	}

	private static void showsThePicture(Page page) {
		Locator picture = page.getByAltText("Cánh đồng ngập nước");
		picture.scrollIntoViewIfNeeded();
		page.waitForCondition(() -> (Boolean) picture.evaluate("image => image.complete && image.naturalWidth > 0"));
	}

	private static int status(Page citizen, Screens screens) {
		@Nullable Response response = citizen.navigate(screens.site("nhon-hoi", ADDRESS));
		return (response != null) ? response.status() : 0;
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aRefusedPublicationLeadsToWhatIsMissingAndLosesNothing(boolean phone, Screens screens) {
		Page editor = phone ? screens.phone() : screens.desk();
		screens.login(editor, content().chief("phuoc-hung"));
		editor.navigate(screens.newsroom("/bien-tap/phuoc-hung/bai/moi?loai=article"));
		editor.getByLabel("Tiêu đề").fill("Thiếu chuyên mục");
		editor.getByLabel("Tóm tắt").fill("Chưa chọn");
		body(editor).click();
		editor.keyboard().insertText("Đã viết xong nội dung.");
		button(editor, "Xuất bản").click();

		Locator problems = editor.locator("[data-problems]");
		assertThat(problems).containsText("Đã lưu bản nháp, nhưng chưa xuất bản được");
		assertThat(problems).isFocused();
		assertThat(editor.getByLabel("Tiêu đề")).hasValue("Thiếu chuyên mục");
		assertThat(editor.getByLabel("Tóm tắt")).hasValue("Chưa chọn");
		assertThat(body(editor)).containsText("Đã viết xong nội dung.");
		assertThat(Screens.scrollsSideways(editor)).isFalse();
		problems.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Chuyên mục")).click();
		Locator category = editor.locator("#categoryId");
		assertThat(category).isFocused();
		assertThat(category).hasAttribute("aria-invalid", "true");
		category.selectOption("Thông báo");
		button(editor, "Xuất bản").click();
		assertThat(editor.locator("[data-done]")).hasText("Đã xuất bản. Người dân đã đọc được bài này.");
	}

	@Test
	void aRefusedSaveKeepsEverythingThatWasTyped(Screens screens) {
		Page editor = screens.desk();
		screens.login(editor, content().chief("phuoc-hung"));
		editor.navigate(screens.newsroom("/bien-tap/phuoc-hung/bai/moi?loai=legal-document"));
		editor.getByLabel("Số/ký hiệu").fill("15/QĐ-UBND");
		body(editor).click();
		editor.keyboard().insertText("Điều 1.");
		button(editor, "Lưu nháp").click();
		Locator problems = editor.locator("[data-problems]");
		assertThat(problems).containsText("Xin ghi trích yếu.");
		assertThat(editor.getByLabel("Số/ký hiệu")).hasValue("15/QĐ-UBND");
		assertThat(body(editor)).hasText("Điều 1.");
		problems.getByRole(AriaRole.LINK).click();
		assertThat(editor.locator("#title")).isFocused();
	}

	static Locator body(Page editor) {
		return editor.locator(".cl-content");
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static Locator tool(Page editor, String name) {
		return editor.getByRole(AriaRole.TOOLBAR)
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
	}

}
