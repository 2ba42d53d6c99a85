package vn.conglang.media;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class AttachmentTests {

	private static final String SITE = "tan-loi";

	private static final String HOST = SITE + ".localhost";

	private static final byte[] PDF = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
		.getBytes(StandardCharsets.UTF_8);

	@Autowired
	private TestPortal portal;

	@Test
	void aPdfIsTakenInAndReadInTheBrowser() {
		HttpResponse<String> answer = upload("Kế hoạch 12-KH-UBND.PDF", PDF);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		assertThat(answer.body()).contains("\"name\":\"Kế hoạch 12-KH-UBND.pdf\"")
			.contains("\"type\":\"pdf\"")
			.contains("\"bytes\":" + PDF.length);
		assertThat(url(answer)).matches("/tep/[0-9a-f]{32}/ke-hoach-12-kh-ubnd\\.pdf");
		HttpResponse<String> file = this.portal.get(HOST, url(answer));
		assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
		assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("inline;");
		assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
		assertThat(file.headers().allValues("Content-Security-Policy")).hasSize(1)
			.first()
			.asString()
			.contains("default-src 'none'");
		assertThat(upload("khac.pdf", PDF).body()).contains("\"duplicate\":true");
	}

	@Test
	void everythingElseIsOnlyForDownloadAndCanDoNothing() {
		for (String[] wanted : new String[][] { { "a.docx", "docx" }, { "a.txt", "txt" }, { "a.csv", "csv" } }) {
			byte[] content = wanted[1].equals("docx") ? Samples.docx()
					: ("Tên,Số\n<script>alert(1)</script>," + wanted[1]).getBytes(StandardCharsets.UTF_8);
			String url = url(upload(wanted[0], content));
			HttpResponse<String> file = this.portal.get(HOST, url);
			assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;");
			assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("sandbox");
			assertThat(file.headers().firstValue("Content-Type").orElseThrow()).doesNotContain("html");
		}
	}

	@Test
	void whatAFileIsItsContentSays() {
		assertThat(upload("thu.exe", Samples.docx()).body()).contains(".docx\",\"bytes\"")
			.contains("\"type\":\"docx\"");
		assertThat(upload("so.ods",
				Samples.zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a/>"))
			.body()).contains("\"type\":\"ods\"");
		assertThat(upload("bang.xlsx",
				Samples.zip("[Content_Types].xml",
						"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"))
			.body()).contains("\"type\":\"xlsx\"");
		byte[] ole = Samples.joined(
				new byte[] { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1 },
				"WordDocument".getBytes(StandardCharsets.UTF_16LE));
		assertThat(upload("cu.bin", ole).body()).contains("\"type\":\"doc\"");
		assertThat(upload("loa.mp3", Samples.joined("ID3".getBytes(StandardCharsets.UTF_8), new byte[50])).body())
			.contains("\"type\":\"mp3\"");
	}

	@Test
	void macrosAreRefusedWithAWayOut() {
		byte[] ole = Samples.joined(
				new byte[] { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1 },
				"WordDocument _VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE));
		for (byte[] content : List.of(ole,
				Samples.zip("[Content_Types].xml",
						"application/vnd.ms-word.document.macroEnabled.main+xml wordprocessingml.document.main+xml"),
				Samples.zip("[Content_Types].xml", "wordprocessingml.document.main+xml", "word/vbaProject.bin", "x"))) {
			HttpResponse<String> answer = upload("vo-hai.docx", content);
			assertThat(answer.statusCode()).isEqualTo(422);
			assertThat(answer.body()).contains("macro").contains("PDF");
		}
	}

	@Test
	void whatIsNotOnTheListIsRefused() {
		for (byte[] content : List.of("MZ this is a program".getBytes(StandardCharsets.UTF_8),
				"<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), Samples.zip("a.txt", "chỉ là zip"),
				"PK\u0003\u0004 half an archive".getBytes(StandardCharsets.ISO_8859_1), new byte[300],
				Samples.bytes("png", 10, 10))) {
			HttpResponse<String> answer = upload("van-ban.docx", content);
			assertThat(answer.statusCode()).isEqualTo(422);
			assertThat(answer.body()).contains("không nhận loại tệp này");
		}
		assertThat(upload("chu.txt", new byte[] { 'a', 0, 'b' }).statusCode()).isEqualTo(422);
		assertThat(upload("chu.txt", new byte[] { 'a', (byte) 0xf5, 'b' }).body()).contains("UTF-8");
	}

	@Test
	void aFileOfAnotherSiteIsNotToBeHad() {
		String url = url(upload("rieng.txt", "Riêng của Tân Lợi".getBytes(StandardCharsets.UTF_8)));
		assertThat(this.portal.get("an-nong.localhost", url).statusCode()).isEqualTo(404);
		TestPortal.Desk other = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("an-nong"));
		assertThat(other.get("/bien-tap/an-nong" + url).statusCode()).isEqualTo(404);
		assertThat(this.portal.login(Role.EDITOR, this.portal.site(SITE)).get("/bien-tap/" + SITE + url).body())
			.isEqualTo("Riêng của Tân Lợi");
		assertThat(this.portal.get(HOST, url.replace("/tep/", "/media/")).statusCode()).isEqualTo(404);
	}

	private HttpResponse<String> upload(String name, byte[] content) {
		return this.portal.login(Role.EDITOR, this.portal.site(SITE))
			.upload("/bien-tap/" + SITE + "/tep", name, content);
	}

	private static String url(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		return answer.body().replaceFirst(".*\"url\":\"([^\"]+)\".*", "$1");
	}

}
