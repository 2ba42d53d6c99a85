package vn.conglang.browser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.identity.Role;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What the editor writes, and that it comes back from the server as it was written. */
@BrowserTest
class WritingBrowserTests {

	@Autowired
	private ApplicationContext context;

	@Test
	void aGalleryAVideoANoticeAndAFootnoteComeBackAsTheyWereWritten(Screens screens) {
		Page editor = newArticle(screens.desk(), screens, "Lễ hội Vía Bà");
		editor.keyboard().insertText("Theo luật");
		pick(editor, "Chèn", "Chú thích cuối bài");
		editor.keyboard().insertText("Luật Di sản văn hóa");
		editor.keyboard().press("Enter");
		editor.keyboard().insertText(", lễ hội mở ba ngày.");
		editor.keyboard().press("Enter");
		editor.keyboard().insertText("Đường đông, bà con đi sớm.");
		pick(editor, "Chèn", "Khung lưu ý");
		editor.keyboard().press("Control+Home");
		editor.keyboard().press("End");
		addGallery(editor);
		addVideo(editor);
		save(editor);

		assertThat(body(editor).locator(".bo-anh figure")).hasCount(2);
		assertThat(body(editor).locator(".bo-anh img[alt='Rước kiệu']")).isVisible();
		assertThat(body(editor).locator(".cl-video-card")).containsText("Lễ hội năm 2026");
		assertThat(body(editor).locator(".hop-luu-y")).hasText("Đường đông, bà con đi sớm.");
		assertThat(body(editor).locator("ol.chu-thich li")).hasText("Luật Di sản văn hóa");

		Page preview = editor.waitForPopup(() -> editor.locator(".bar-preview").click());
		Locator video = preview.locator(".prose figure.video a");
		assertThat(video).hasAttribute("href", "https://www.youtube.com/watch?v=abc_123");
		assertThat(video).hasAttribute("target", "_blank");
		assertThat(video).hasAttribute("data-noi", "YouTube");
		assertThat(preview.locator("iframe")).hasCount(0);
		assertThat(preview.locator(".prose .bo-anh img")).hasCount(2);
		preview.locator("sup.chu-thich a").click();
		assertThat(preview.locator("li:target")).containsText("Luật Di sản văn hóa");
	}

	private static void addGallery(Page editor) {
		FileChooser chooser = editor.waitForFileChooser(() -> pick(editor, "Chèn", "Bộ ảnh, nhiều ảnh cạnh nhau"));
		chooser.setFiles(new FilePayload[] { new FilePayload("a.jpg", "image/jpeg", SiteContent.jpeg(640, 480)),
				new FilePayload("b.jpg", "image/jpeg", SiteContent.jpeg(480, 640)) });
		for (String description : List.of("Rước kiệu", "Đội lân trước miếu")) {
			Locator dialog = editor.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions()
				.setName(description.startsWith("Rước") ? "Thêm ảnh 1/2" : "Thêm ảnh 2/2"));
			dialog.getByLabel("Mô tả ảnh").fill(description);
			dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Đưa ảnh vào bài")).click();
		}
		assertThat(editor.getByRole(AriaRole.DIALOG)).hasCount(0);
	}

	private static void addVideo(Page editor) {
		pick(editor, "Chèn", "Video");
		Locator dialog = editor.getByRole(AriaRole.DIALOG);
		dialog.getByLabel("Địa chỉ video").fill("https://www.youtube.com/watch?v=abc_123&si=theo-doi");
		dialog.getByLabel("Tên video").fill("Lễ hội năm 2026");
		editor.keyboard().press("Enter");
		assertThat(dialog).hasCount(0);
	}

	@Test
	void anAttachedFileSaysItsKindAndSizeAndCanBeFetched(Screens screens) {
		Page editor = newArticle(screens.desk(), screens, "Kế hoạch tiêm chủng");
		editor.keyboard().insertText("Mời xem kế hoạch:");
		FileChooser chooser = editor.waitForFileChooser(() -> pick(editor, "Chèn", "Tệp đính kèm"));
		byte[] pdf = ("%PDF-1.4\n" + "x".repeat(2400) + "\n%%EOF").getBytes(StandardCharsets.US_ASCII);
		chooser.setFiles(new FilePayload("ke_hoach.pdf", "application/pdf", pdf));
		Locator dialog = editor.getByRole(AriaRole.DIALOG);
		assertThat(dialog.getByLabel("Tên hiện trong bài")).hasValue("ke hoach");
		dialog.getByLabel("Tên hiện trong bài").fill("Kế hoạch tiêm chủng");
		editor.keyboard().press("Enter");
		assertThat(dialog).hasCount(0);
		save(editor);
		Locator file = body(editor).locator("a.tep");
		assertThat(file).hasText("Kế hoạch tiêm chủng (PDF, 2 KB)");
		assertThat(file).hasAttribute("data-loai", "PDF");
		assertThat(file).hasAttribute("data-bytes", String.valueOf(pdf.length));
	}

	@Test
	void findAndReplaceKnowsDiacriticsAndCanBeUndone(Screens screens) {
		Page editor = newArticle(screens.desk(), screens, "Tìm và thay");
		editor.keyboard().insertText("Đường làng sạch, duong lang đẹp, đường làng vui.");
		editor.keyboard().press("Control+h");
		Locator bar = editor.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Tìm và thay"));
		bar.getByLabel("Tìm", new Locator.GetByLabelOptions().setExact(true)).fill("đường làng");
		assertThat(bar.getByRole(AriaRole.STATUS)).hasText("1/2");
		bar.getByLabel("Không phân biệt dấu").check();
		assertThat(bar.getByRole(AriaRole.STATUS)).hasText("1/3");
		bar.getByLabel("Thay bằng").fill("ngõ xóm");
		bar.getByText("Thay tất cả").click();
		assertThat(body(editor)).hasText("ngõ xóm sạch, ngõ xóm đẹp, ngõ xóm vui.");
		editor.keyboard().press("Escape");
		tool(editor, "Hoàn tác").click();
		assertThat(body(editor)).hasText("Đường làng sạch, duong lang đẹp, đường làng vui.");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whatNeedsALookStandsBesideTheText(boolean phone, Screens screens) {
		Page editor = newArticle(phone ? screens.phone() : screens.desk(), screens, "CHÚC MỪNG NĂM MỚI TOÀN XÃ");
		editor.keyboard().insertText("Ông Tám, CCCD 089123456789, điện thoại 0912 345 678.");
		Locator findings = editor.locator("[data-checks]");
		assertThat(findings.locator("h2")).containsText("5");
		assertThat(findings).containsText("Tiêu đề viết toàn chữ hoa");
		assertThat(findings).containsText("Bài chưa có tóm tắt");
		assertThat(findings).containsText("Bài chưa có chuyên mục");
		assertThat(findings).containsText("số giấy tờ tùy thân");
		assertThat(body(editor).locator(".cl-finding")).hasText(new String[] { "089123456789", "0912 345 678" });
		findings.locator("li", new Locator.LocatorOptions().setHasText("giấy tờ tùy thân"))
			.getByText("Đến chỗ này")
			.click();
		assertThat(editor.evaluate("getSelection().toString()")).isEqualTo("089123456789");
		editor.keyboard().press("Delete");
		assertThat(findings).not().containsText("giấy tờ tùy thân");
		findings.locator("li", new Locator.LocatorOptions().setHasText("di động")).getByText("Bỏ qua lần này").click();
		assertThat(findings).not().containsText("di động");
		assertThat(findings.locator("h2")).containsText("3");
		assertThat(Screens.scrollsSideways(editor)).isFalse();
	}

	@Test
	void aTextFromWordKeepsItsListsTablesAndFootnotes(Screens screens) {
		Page editor = newArticle(screens.desk(), screens, "Thông báo từ Word");
		editor.evaluate("""
				(html) => {
					const data = new DataTransfer();
					data.setData('text/html', html);
					document.querySelector('.cl-content').dispatchEvent(
						new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
				}""", WORD);
		save(editor);
		assertThat(body(editor).locator("p").first()).hasText("Kính gửi các hộ dân1");
		assertThat(body(editor).locator("td[colspan='2']")).hasText("Số hộ");
		assertThat(body(editor).locator("ol.chu-thich li")).hasText("Theo Luật số 72.");
		assertThat(editor.locator("textarea[name=bodyHtml]"))
			.hasValue(Pattern.compile("<sup class=\"chu-thich\"><a href=\"#ct-1\" id=\"ctv-1\">1</a></sup>"));
		assertThat(editor.locator("textarea[name=bodyHtml]")).not().hasValue(Pattern.compile("mso|style|MsoNormal"));
	}

	private static final String WORD = """
			<html><head><style>p.MsoNormal{margin:0cm}</style></head><body><!--StartFragment-->
			<p class=MsoNormal style='text-align:justify'>Kính gửi các <b>hộ dân</b><a style='mso-footnote-id:ftn1' \
			href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a></p>
			<table><tr><td colspan=2><p class=MsoNormal>Số hộ</p></td></tr><tr><td>Ấp 1</td><td>120</td></tr></table>
			<div style='mso-element:footnote-list'><hr size=1><div style='mso-element:footnote' id=ftn1>
			<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Theo Luật số 72.</p></div></div>
			<!--EndFragment--></body></html>""";

	@Test
	void commentsFindTheirWordsAgain(Screens screens) {
		Page editor = newArticle(screens.desk(), screens, "Lời ghi chú");
		editor.keyboard().insertText("Nước lên ở ấp Một. Nước lên ở ấp Hai.");
		Object missing = editor.locator("textarea[name=bodyHtml]").evaluate("""
				(area) => area.editor.show([
					{ id: 7, exact: 'Nước lên', prefix: 'ấp Một. ', suffix: ' ở ấp Hai', open: true },
					{ id: 8, exact: 'không còn', prefix: '', suffix: '', open: true }])""");
		assertThat(missing).isEqualTo(List.of(8));
		assertThat(body(editor).locator(".cl-ghi-chu")).hasCount(1);
		assertThat(body(editor).locator(".cl-ghi-chu")).hasAttribute("data-ghi-chu", "7");
		assertThat(editor.locator("textarea[name=bodyHtml]").inputValue()).doesNotContain("ghi-chu");
	}

	private Page newArticle(Page editor, Screens screens, String title) {
		editor.route("**/thu-vien.json*",
				(route) -> route.fulfill(new Route.FulfillOptions().setContentType("application/json")
					.setBody("{\"items\":[],\"more\":false}")));
		screens.login(editor, new SiteContent(this.context).person(Role.EDITOR, "nui-sam"));
		editor.navigate(screens.newsroom("/bien-tap/nui-sam/bai/moi?loai=article"));
		editor.getByLabel("Tiêu đề").fill(title);
		body(editor).click();
		return editor;
	}

	private static void save(Page editor) {
		editor.locator("[data-save]").click();
		assertThat(editor.locator("[data-done]")).isVisible();
	}

	private static Locator body(Page editor) {
		return EditorBrowserTests.body(editor);
	}

	private static Locator tool(Page editor, String name) {
		return editor.getByRole(AriaRole.TOOLBAR)
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
	}

	private static void pick(Page editor, String menu, String item) {
		tool(editor, menu).click();
		editor.locator(".cl-menu.cl-open").getByText(item, new Locator.GetByTextOptions().setExact(true)).click();
	}

}
