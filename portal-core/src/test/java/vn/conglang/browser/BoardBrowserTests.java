package vn.conglang.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.content.EntryType;
import vn.conglang.identity.Role;
import vn.conglang.kernel.VietnameseText;

import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Several people of a board, each at their own screen, pass a text on. */
@BrowserTest
class BoardBrowserTests {

	@Autowired
	private ApplicationContext context;

	@Test
	void aClerkSendsAndTheViceChairApprovesOnAPhoneInThreeTaps(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		Page clerk = screens.desk();
		Page vice = screens.phone();
		screens.login(clerk, content.person(Role.CONTRIBUTOR, "my-long"));
		clerk.navigate(screens.newsroom("/bien-tap/my-long/bai/moi?loai=article"));
		clerk.getByLabel("Tiêu đề").fill("Ấp Mỹ Thuận ra quân làm sạch kênh");
		EditorBrowserTests.body(clerk).click();
		clerk.keyboard().insertText("Sáng nay, hơn một trăm bà con đã vớt lục bình.");
		clerk.locator("#categoryId").selectOption("Thông báo");
		button(clerk, "Gửi duyệt").click();
		assertThat(clerk.locator("[data-done]")).hasText("Đã gửi. Bài đang chờ ở bước “Duyệt và đăng”.");
		assertThat(clerk.locator(".bar")).containsText("Chờ duyệt và đăng");

		screens.login(vice, content.person(Role.DEPUTY_EDITOR, "my-long"));
		assertThat(vice.locator(".tasks-decide")).containsText("Chờ bạn duyệt");
		// one: the text; two: approve — the third is left over
		vice.locator(".tasks-decide .task").tap();
		assertThat(vice.locator(".read-body")).containsText("lục bình");
		assertThat(Screens.scrollsSideways(vice)).isFalse();
		button(vice, "Duyệt và đăng ngay").tap();
		assertThat(vice.locator("[data-done]")).hasText("Đã xuất bản. Người dân đã đọc được bài này.");
		Page citizen = screens.phone();
		citizen.navigate(screens.site("my-long", "/bai-viet/ap-my-thuan-ra-quan-lam-sach-kenh"));
		assertThat(citizen.locator("h1")).hasText("Ấp Mỹ Thuận ra quân làm sạch kênh");
		clerk.navigate(screens.newsroom("/thong-bao"));
		assertThat(clerk.locator(".task").first()).containsText("đã duyệt và đăng bài");
	}

	@Test
	void aTextThatComesBackSaysWhereAndWhyAndIsSentAgain(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		Page clerk = screens.desk();
		Page editor = screens.desk();
		String writer = content.person(Role.CONTRIBUTOR, "my-luong");
		screens.login(clerk, writer);
		clerk.navigate(screens.newsroom("/bien-tap/my-luong/bai/moi?loai=article"));
		clerk.getByLabel("Tiêu đề").fill("Thu hoạch lúa thu đông");
		EditorBrowserTests.body(clerk).click();
		clerk.keyboard().insertText("Năng suất đạt 6 tấn một công, bà con rất mừng.");
		clerk.locator("#categoryId").selectOption("Thông báo");
		button(clerk, "Gửi duyệt").click();
		assertThat(clerk.locator("[data-done]")).isVisible();

		screens.login(editor, content.person(Role.DEPUTY_EDITOR, "my-luong"));
		editor.locator(".tasks-decide .task").click();
		editor.waitForURL(Pattern.compile("/duyet$"));
		select(editor, "6 tấn một công");
		button(editor, "Góp ý đoạn này").click();
		editor.getByLabel("Góp ý của bạn").fill("Một công không thể được 6 tấn. Một héc-ta chăng?");
		button(editor, "Gửi góp ý").click();
		assertThat(editor.locator(".thread .quote")).hasText("6 tấn một công");
		editor.waitForCondition(() -> Boolean.TRUE.equals(editor.evaluate("CSS.highlights.get('gop-y')?.size === 1")));
		editor.locator("summary", new Page.LocatorOptions().setHasText("Trả lại để sửa")).click();
		editor.getByLabel("Cần sửa gì?").fill("Xin sửa con số theo góp ý.");
		button(editor, "Trả lại").click();
		assertThat(editor.locator("[data-done]")).hasText("Đã trả lại cho người viết, kèm lý do.");

		clerk.navigate(screens.newsroom("/"));
		assertThat(clerk.locator(".tasks-remarks")).containsText("Một công không thể");
		clerk.locator(".tasks-returned .task").click();
		assertThat(clerk.locator(".note-warn:visible")).containsText("Xin sửa con số theo góp ý.");
		EditorBrowserTests.body(clerk).click();
		clerk.keyboard().press("Control+a");
		clerk.keyboard().insertText("Năng suất đạt 6 tấn một héc-ta, bà con rất mừng.");
		button(clerk, "Gửi duyệt").click();
		assertThat(clerk.locator("[data-done]")).isVisible();
		editor.navigate(screens.newsroom("/viec"));
		editor.locator(".tasks-decide .task").click();
		button(editor, "Đã xong").click();
		assertThat(editor.locator(".thread")).containsText("đánh dấu đã xong");
		button(editor, "Duyệt và đăng ngay").click();
		assertThat(editor.locator("[data-done]")).containsText("Đã xuất bản");
	}

	@Test
	void aTextIsApprovedForTomorrowAndStandsInTheCalendar(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		Page chief = screens.desk();
		screens.login(chief, content.chief("my-quy"));
		long id = content.draft("my-quy", EntryType.ARTICLE, "Chúc mừng năm mới", "thong-bao", Map.of(),
				"<p>Chúc bà con năm mới an khang.</p>");
		chief.navigate(screens.newsroom("/bien-tap/my-quy/bai/" + id));
		chief.locator("summary", new Page.LocatorOptions().setHasText("Hẹn giờ đăng")).click();
		LocalDateTime tomorrow = LocalDateTime.now(VietnameseText.ZONE).plusDays(1).withHour(8).withMinute(5);
		chief.locator("#at").fill(tomorrow.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")));
		button(chief, "Hẹn giờ đăng").click();
		assertThat(chief.locator("[data-done]")).containsText("Đã hẹn. Bài sẽ tự đăng lúc 08:05");
		assertThat(chief.locator(".bar")).containsText("Hẹn giờ");
		chief.navigate(screens
			.newsroom("/bien-tap/my-quy/lich-dang?thang=" + tomorrow.format(DateTimeFormatter.ofPattern("yyyy-MM"))));
		assertThat(chief.locator(".calendar li")).containsText("Chúc mừng năm mới");
		chief.locator(".calendar li a").click();
		button(chief, "Bỏ hẹn giờ đăng").click();
		assertThat(chief.locator("[data-done]")).hasText("Đã bỏ hẹn giờ.");
	}

	@Test
	void aWordFileBecomesADraftAndPassesThroughThreeStagesEachAtAnotherScreen(Screens screens) throws IOException {
		SiteContent content = new SiteContent(this.context);
		Page chief = screens.desk();
		screens.login(chief, content.person(Role.CHIEF_EDITOR, "my-phuoc"));
		chief.navigate(screens.newsroom("/bien-tap/my-phuoc/quy-trinh"));
		chief.locator(".choice-row", new Page.LocatorOptions().setHasText("Ba bước"))
			.getByRole(AriaRole.BUTTON)
			.click();
		assertThat(chief.locator("[data-done]")).isVisible();
		Page clerk = screens.desk();
		screens.login(clerk, content.person(Role.CONTRIBUTOR, "my-phuoc"));
		clerk.navigate(screens.newsroom("/bien-tap/my-phuoc/tu-word"));
		clerk.locator("input[type=file]")
			.setInputFiles(new FilePayload("bao-cao.docx",
					"application/vnd.openxmlformats-officedocument.wordprocessingml.document", word()));
		button(clerk, "Tạo bản nháp").click();
		clerk.waitForURL(Pattern.compile("/bai/[0-9]+$"));
		assertThat(EditorBrowserTests.body(clerk)).containsText("Toàn phường có 12 tổ tự quản.");
		assertThat(EditorBrowserTests.body(clerk).locator("td")).hasText("Tổ 5");
		clerk.locator("#categoryId").selectOption("Thông báo");
		button(clerk, "Gửi duyệt").click();
		assertThat(clerk.locator("[data-done]")).containsText("Biên tập");
		for (Role role : List.of(Role.EDITOR, Role.DEPUTY_EDITOR)) {
			Page reviewer = screens.phone();
			screens.login(reviewer, content.person(role, "my-phuoc"));
			reviewer.locator(".tasks-decide .task").tap();
			button(reviewer, "Duyệt, chuyển bước sau").tap();
			assertThat(reviewer.locator("[data-done]")).hasText("Đã duyệt và chuyển sang bước sau.");
		}
		chief.navigate(screens.newsroom("/viec"));
		chief.locator(".tasks-decide .task").click();
		button(chief, "Duyệt và đăng ngay").click();
		assertThat(chief.locator("[data-done]")).hasText("Đã xuất bản. Người dân đã đọc được bài này.");
	}

	/** A small file as Word writes it: a title, a paragraph, a table. */
	private static byte[] word() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			part(zip, "[Content_Types].xml", """
					<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
					<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
					<Override PartName="/word/document.xml" ContentType=
					"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
			part(zip, "_rels/.rels", """
					<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
					<Relationship Id="r1" Type=
					"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
					Target="word/document.xml"/></Relationships>""");
			part(zip, "word/document.xml", """
					<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
					<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Báo cáo tổ tự quản</w:t></w:r></w:p>
					<w:p><w:r><w:t>Toàn phường có 12 tổ tự quản.</w:t></w:r></w:p>
					<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Tổ 5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
					</w:body></w:document>""");
		}
		return bytes.toByteArray();
	}

	private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void aChiefChoosesAndThenMakesAWorkflow(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		Page chief = screens.desk();
		screens.login(chief, content.person(Role.CHIEF_EDITOR, "my-thanh"));
		chief.navigate(screens.newsroom("/bien-tap/my-thanh/quy-trinh"));
		chief.locator(".choice-row", new Page.LocatorOptions().setHasText("Ba bước"))
			.getByRole(AriaRole.BUTTON)
			.click();
		assertThat(chief.locator(".steps li")).hasCount(4);
		chief.locator("summary", new Page.LocatorOptions().setHasText("Tự đặt quy trình")).click();
		chief.getByLabel("Tên quy trình").fill("Hai chị em duyệt");
		chief.locator("#ten-1").fill("Chị Hai đọc");
		chief.locator("#ten-2").fill("");
		chief.locator("#gio-3").fill("4");
		chief.locator("form:has(#twoPerson) button").click();
		assertThat(chief.locator("[data-done]")).containsText("Đã đổi quy trình");
		assertThat(chief.locator(".steps li")).hasCount(3);
		assertThat(chief.locator(".steps")).containsText("trong 4 giờ làm việc");
	}

	@Test
	void noScreenOfTheBoardHasABarrier(Screens screens) {
		SiteContent content = new SiteContent(this.context);
		Page clerk = screens.desk();
		screens.login(clerk, content.person(Role.CONTRIBUTOR, "my-xuyen"));
		clerk.navigate(screens.newsroom("/bien-tap/my-xuyen/bai/moi?loai=article"));
		clerk.getByLabel("Tiêu đề").fill("Kết quả kiểm tra an toàn thực phẩm");
		clerk.getByLabel("Tóm tắt").fill("Mười hai cơ sở được kiểm tra, một cơ sở bị nhắc nhở.");
		EditorBrowserTests.body(clerk).click();
		clerk.keyboard().insertText("Đoàn kiểm tra liên ngành của xã đã đến mười hai cơ sở.");
		clerk.locator("#categoryId").selectOption("Thông báo");
		button(clerk, "Gửi duyệt").click();
		assertThat(clerk.locator("[data-done]")).isVisible();
		Page page = screens.underExamination();
		screens.login(page, content.person(Role.CHIEF_EDITOR, "my-xuyen"));
		page.waitForURL(Pattern.compile("/viec$"));
		Examination examination = new Examination(page);
		examination.everyWidth("tasks");
		page.locator(".tasks-decide .task").click();
		page.locator("summary", new Page.LocatorOptions().setHasText("Trả lại để sửa")).click();
		page.getByLabel("Góp ý của bạn").fill("Nêu tên cơ sở bị nhắc nhở.");
		button(page, "Gửi góp ý").click();
		assertThat(page.locator(".thread")).isVisible();
		examination.everyWidth("review");
		String review = page.url();
		page.navigate(review.replaceFirst("/duyet.*", "/lich-su"));
		examination.everyWidth("history");
		page.navigate(review.replaceFirst("/duyet.*", ""));
		page.getByLabel("Tóm tắt").fill("Mười hai cơ sở được kiểm tra; cơ sở Minh Phát bị nhắc nhở.");
		page.locator("[data-save]").click();
		assertThat(page.locator("[data-done]")).isVisible();
		page.navigate(review.replaceFirst("/duyet.*", "/so-sanh?tu=1&den=2"));
		assertThat(page.locator("ins").first()).isVisible();
		examination.everyWidth("comparison");
		page.navigate(screens.newsroom("/bien-tap/my-xuyen/tin-nhanh"));
		examination.everyWidth("quick news");
		page.navigate(screens.newsroom("/bien-tap/my-xuyen/tu-word"));
		examination.everyWidth("from Word");
		page.navigate(screens.newsroom("/huong-dan"));
		examination.everyWidth("guide");
		page.navigate(screens.newsroom("/toi"));
		examination.everyWidth("account");
		page.navigate(screens.newsroom("/thong-bao"));
		examination.everyWidth("notices");
		page.navigate(screens.newsroom("/bien-tap/my-xuyen/lich-dang"));
		examination.everyWidth("plans");
		page.navigate(screens.newsroom("/bien-tap/my-xuyen/quy-trinh"));
		page.locator("summary", new Page.LocatorOptions().setHasText("Tự đặt quy trình")).click();
		examination.everyWidth("workflow");
		assertThat(examination.barriers()).isEmpty();
	}

	private static void select(Page page, String words) {
		page.evaluate(
				"""
						words => {
							const walker = document.createTreeWalker(document.querySelector('[data-read]'), NodeFilter.SHOW_TEXT);
							while (walker.nextNode()) {
								const at = walker.currentNode.data.indexOf(words);
								if (at >= 0) {
									const range = new Range();
									range.setStart(walker.currentNode, at);
									range.setEnd(walker.currentNode, at + words.length);
									getSelection().removeAllRanges();
									getSelection().addRange(range);
									return;
								}
							}
						}""",
				words);
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
