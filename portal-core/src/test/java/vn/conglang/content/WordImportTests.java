package vn.conglang.content;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;
import vn.conglang.kernel.CurrentSite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class WordImportTests {

	private static final String SITE = "an-chau";

	private static final String FORM = "/bien-tap/" + SITE + "/tu-word";

	@Autowired
	private TestPortal portal;

	@Autowired
	private DeskEntries entries;

	@Test
	void aWordFileBecomesADraftWithAllThatIsInIt() {
		byte[] file = new WordFiles().styled("Title", "Ra quân làm thủy lợi")
			.paragraph("")
			.bold("Sáng 20/11, hơn hai trăm đoàn viên và người dân ấp Hòa Lợi ra quân nạo vét kênh nội đồng.")
			.styled("MucLuc", "Mục lục cũ")
			.styled("u2", "Phần một")
			.styled("u4", "Phần nhỏ")
			.paragraph("Đoạn đầu tiên.")
			.picture(WordFiles.png(300, 200), "png", "Người dân nạo vét kênh")
			.styled("Caption", "Ảnh: Lan")
			.table(new String[] { "Ấp", "Người" }, new String[] { "Hòa Lợi", "120" })
			.picture(WordFiles.png(310, 200), "png", "")
			.footnote("Theo báo cáo của xã")
			.link("https://angiang.gov.vn/", "trang của tỉnh")
			.bytes();
		TestPortal.Desk desk = desk();
		HttpResponse<String> sent = desk.upload(FORM, "bai.docx", file);
		Document page = Jsoup.parse(desk.follow(sent).body());
		assertThat(page.select("#title").text()).isEqualTo("Ra quân làm thủy lợi");
		assertThat(page.select("#summary").text()).startsWith("Sáng 20/11, hơn hai trăm");
		assertThat(page.select(".note").text()).contains("2 đề mục, 2 ảnh, 1 bảng, 1 chú thích, 1 liên kết")
			.contains("1 ảnh chưa có lời mô tả");
		Document body = Jsoup.parse(page.select("#bodyHtml").text());
		assertThat(body.select("h2").text()).isEqualTo("Phần một");
		assertThat(body.select("h3").text()).isEqualTo("Phần nhỏ");
		assertThat(body.select("thead th").eachText()).containsExactly("Ấp", "Người");
		assertThat(body.select("td").eachText()).containsExactly("Hòa Lợi", "120");
		assertThat(body.select("img").eachAttr("alt")).containsExactly("Người dân nạo vét kênh", "");
		assertThat(body.select("figcaption").text()).isEqualTo("Ảnh: Lan");
		assertThat(body.select("p").stream().filter((line) -> !line.hasText() && line.select("img").isEmpty()))
			.isEmpty();
		assertThat(body.text()).doesNotContain("Mục lục cũ").contains("Theo báo cáo của xã");
		assertThat(this.portal.get(SITE + ".localhost", "/bai-viet/ra-quan-lam-thuy-loi").statusCode()).isEqualTo(404);
	}

	@Test
	void notesLeadThereAndBack() {
		WordHtml html = new WordHtml("<p>Một<sup><a href=\"#footnote-3\" id=\"footnote-ref-3\">[1]</a></sup></p>"
				+ "<ol><li id=\"footnote-3\"><p>Nguồn. <a href=\"#footnote-ref-3\">↑</a></p></li></ol>", "");
		assertThat(html.body()).isEqualTo(
				"<p>Một<sup class=\"chu-thich\"><a href=\"#ct-1\" id=\"ctv-1\">1</a></sup></p><ol class=\"chu-thich\">"
						+ "<li id=\"ct-1\">Nguồn.  <a href=\"#ctv-1\">↑</a></li></ol>");
	}

	@Test
	void theTitleIsFoundWhereverItStands() {
		assertThat(new WordHtml("<h1>Một tiêu đề</h1><p>x</p>", "Khác").title()).isEqualTo("Một tiêu đề");
		assertThat(new WordHtml("<h1>I. A</h1><h1>II. B</h1>", "Theo thuộc tính").title()).isEqualTo("Theo thuộc tính");
		assertThat(new WordHtml("<p>x</p>", "Microsoft Word - a.doc").title()).isEmpty();
		assertThat(new WordHtml("<p><strong>ỦY BAN NHÂN DÂN XÃ</strong></p><p><strong>KẾ HOẠCH</strong></p>"
				+ "<p><strong>Trồng cây năm 2026</strong></p><p>x</p>", "")
			.title()).isEqualTo("KẾ HOẠCH Trồng cây năm 2026");
	}

	@Test
	void aFileWithoutATitleIsCalledAsTheFileIs() {
		String page = begin("C:\\Bài\\tin_<b>nong-dan.docx", new WordFiles().paragraph("Nội dung").bytes());
		assertThat(Jsoup.parse(page).select("#title").text()).doesNotContain("\\").contains("nong");
		assertThat(page).doesNotContain("<b>nong");
	}

	@Test
	void whatCannotArriveIsToldAndNothingIsFetched() throws Exception {
		try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			elsewhere.setSoTimeout(300);
			byte[] file = new WordFiles().paragraph("Chữ")
				.linkedPicture("http://localhost:" + elsewhere.getLocalPort() + "/a.png")
				.picture(new byte[] { 1, 2, 3 }, "emf", "")
				.picture(new byte[] { 1, 2, 3 }, "png", "")
				.raw("<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>")
				.raw("<w:p><w:ins w:id=\"1\"><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>")
				.bytes();
			String page = begin("a.docx", file);
			assertThat(page).contains("1 hình dạng EMF")
				.contains("1 ảnh không đọc được")
				.contains("1 ảnh chỉ được liên kết")
				.contains("1 công thức toán")
				.contains("1 chỗ sửa");
			assertThat(Jsoup.parse(Jsoup.parse(page).select("#bodyHtml").text()).select("img")).isEmpty();
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(elsewhere::accept);
		}
	}

	@Test
	void scriptInAWordFileDoesNothing() {
		byte[] file = new WordFiles().styled("Title", "&lt;script&gt;alert(1)&lt;/script&gt;")
			.link("javascript:alert(1)", "bấm")
			.link("data:text/html,x", "bấm nữa")
			.paragraph("&lt;img src=x onerror=alert(1)&gt;")
			.picture(WordFiles.png(20, 20), "png", "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
			.bytes();
		String page = begin("\"><script>alert(1)</script>.docx".replace("\"", "%22"), file);
		assertThat(page).doesNotContain("<script>alert").doesNotContain("<img src=x").doesNotContain("href=\"data:");
		Document body = Jsoup.parse(Jsoup.parse(page).select("#bodyHtml").text());
		assertThat(body.select("a, script")).isEmpty();
		assertThat(body.select("img").eachAttr("onerror")).isEmpty();
	}

	static Stream<Arguments> refused() {
		String deep = "<w:sdt>".repeat(400) + "</w:sdt>".repeat(400);
		return Stream.of(Arguments.of(WordFiles.ole("WordDocument"), "tệp Word kiểu cũ (.doc)"),
				Arguments.of(WordFiles.ole("EncryptedPackage"), "đặt mật khẩu"),
				Arguments.of(bytes("%PDF-1.7"), "tệp PDF"), Arguments.of(bytes("{\\rtf1"), "tệp RTF"),
				Arguments.of(
						bytes("PK\u0003\u0004........................mimetypeapplication/vnd.oasis.opendocument.text"),
						".odt"),
				Arguments.of(bytes("xin chào"), "không phải là tệp Word"),
				Arguments.of(bytes("PK\u0003\u0004hỏng"), "không phải là tệp Word"),
				Arguments.of(new byte[0], "Xin chọn một tệp Word"),
				Arguments.of(new WordFiles().bytes(), "không có chữ hay ảnh nào"),
				Arguments.of(new WordFiles().part("word/media/a.bin", new byte[90 << 20]).bytes(), "bung ra quá lớn"),
				Arguments.of(new WordFiles().paragraph("x".repeat(13 << 20)).bytes(), "bung ra quá lớn"),
				Arguments.of(new WordFiles().raw(deep).bytes(), "bung ra quá lớn"),
				Arguments.of(new WordFiles().paragraph("x".repeat(3_000_000)).bytes(), "dài quá một bài"),
				Arguments.of(new WordFiles().doctype("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
					.paragraph("&e;")
					.bytes(), "XML không an toàn"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void whatIsNotTakenIsToldWithAWayOnAndNothingIsWritten(byte[] file, String message) {
		TestPortal.Desk desk = desk();
		long before = count();
		assertThat(desk.follow(desk.upload(FORM, "tep.docx", file)).body()).contains(message).contains("Tạo bản nháp");
		assertThat(count()).isEqualTo(before);
	}

	@Test
	void whoOnlyReadsImportsNothing() {
		TestPortal.Desk desk = this.portal.login(Role.AREA_MONITOR, this.portal.site(SITE).area().id());
		assertThat(desk.get(FORM).statusCode()).isEqualTo(403);
		assertThat(desk.upload(FORM, "a.docx", new WordFiles().paragraph("x").bytes()).statusCode()).isEqualTo(403);
		assertThat(desk().get("/bien-tap/" + SITE).body()).contains(FORM);
	}

	private String begin(String name, byte[] file) {
		TestPortal.Desk desk = desk();
		return desk.follow(desk.upload(FORM, name, file)).body();
	}

	private long count() {
		return CurrentSite.call(this.portal.site(SITE).id(),
				() -> this.entries.count(new DeskEntries.Filter(null, null, null, null, "")));
	}

	private TestPortal.Desk desk() {
		return this.portal.login(Role.CONTRIBUTOR, this.portal.site(SITE));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
