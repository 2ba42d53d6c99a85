package vn.conglang.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.content.TestImport.Result;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class ImportTests {

	@Autowired
	private BeanFactory beans;

	@Autowired
	private TestPortal portal;

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@TempDir
	private Path folder = Path.of(".");

	@Test
	void linesBecomePublishedEntriesWithTheirDates() throws IOException {
		Result result = run(
				"""
						{"title": "Tin thứ nhất", "summary": "S", "body_html": "<p style='text-align:center'>A<script>x</script></p>", "category": "Thông báo", "published_at": "2024-05-06T07:08:00+07:00"}

						{"title": "Tin thứ hai", "summary": "", "body_html": "<p>B</p>", "category": "Chuyên mục lạ", "published_at": null}
						{"type": "page", "title": "Một trang", "body_html": "<p>C</p>"}
						{"type": "legal-document", "title": "Trích yếu", "fields": {"number": "1/QĐ", "documentType": "Quyết định", "issuer": "UBND", "issued": "2024-01-02"}, "published_at": "2024-01-02"}
						""",
				"--site", "binh-long");
		assertThat(result.output()).contains("4 imported, 0 already there, 0 bad");
		assertThat(result.code()).isZero();
		String page = this.portal.get("binh-long.localhost", "/bai-viet/tin-thu-nhat").body();
		assertThat(page).contains("06/05/2024")
			.contains("class=\"can-giua\"")
			.contains("Thông báo")
			.doesNotContain("<script>x");
		assertThat(this.portal.get("binh-long.localhost", "/chuyen-muc/chuyen-muc-la").body()).contains("Tin thứ hai");
		assertThat(this.portal.get("binh-long.localhost", "/trang/mot-trang").statusCode()).isEqualTo(200);
		assertThat(this.portal.get("binh-long.localhost", "/van-ban").body()).contains("1/QĐ");
	}

	@Test
	void aSecondImportDoublesNothing() throws IOException {
		String lines = lines(7);
		assertThat(run(lines, "--site", "binh-my").output()).contains("7 imported");
		assertThat(run(lines, "--site", "binh-my").output()).contains("0 imported, 7 already there");
		assertThat(count("binh-my")).isEqualTo(7);
	}

	@Test
	void everyBadLineIsToldWithItsReasonAndTheOthersGoOn() throws IOException {
		Path file = this.folder.resolve("hong.jsonl");
		Files.writeString(file, """
				{"title": "Tốt một", "body_html": "<p>A</p>"}
				{"title": "hỏng
				{"title": "", "body_html": "<p>A</p>"}
				[1, 2]
				{"title": "Ngày sai", "body_html": "<p>A</p>", "published_at": "31/12/2024"}
				{"title": "Tương lai", "body_html": "<p>A</p>", "published_at": "2999-01-01"}
				{"title": "Loại lạ", "type": "phim", "body_html": "<p>A</p>"}
				{"title": "Trống", "body_html": "<p>&nbsp;</p>"}
				{"title": ["mảng"], "body_html": "<p>A</p>"}
				""");
		Files.write(file, new byte[] { '"', (byte) 0xff, (byte) 0xfe, '"', '\n' }, StandardOpenOption.APPEND);
		Files.writeString(file, "{\"title\": \"Tốt hai\", \"body_html\": \"<p>B</p>\"}", StandardOpenOption.APPEND);
		Result result = run(file, "--site", "binh-phu");
		assertThat(result.code()).isOne();
		assertThat(result.errors()).contains("hong.jsonl:2: no valid JSON", "hong.jsonl:3: title is missing",
				"hong.jsonl:4: not a JSON object", "hong.jsonl:5: \"31/12/2024\" is no date",
				"hong.jsonl:6: published_at lies in the future", "hong.jsonl:7: unknown type \"phim\"",
				"hong.jsonl:8: bodyHtml: missing", "hong.jsonl:9: title is not a text", "hong.jsonl:10: not UTF-8");
		assertThat(result.output()).contains("2 imported, 0 already there, 9 bad");
		assertThat(this.portal.get("binh-phu.localhost", "/bai-viet/tot-hai").statusCode()).isEqualTo(200);
	}

	@Test
	void asAskedItStopsAtTheFirstBadLine() throws IOException {
		Result result = run(
				"{\"title\": \"Trước\", \"body_html\": \"<p>A</p>\"}\nxxx\n{\"title\": \"Sau\", \"body_html\": \"<p>A</p>\"}",
				"--site", "binh-thuy", "--stop-on-error");
		assertThat(result.output()).contains("1 imported, 0 already there, 1 bad");
		assertThat(count("binh-thuy")).isOne();
	}

	@Test
	void aFileSpreadsOverAnAreaAlwaysAlike() throws IOException {
		String lines = lines(30).replace("Tin số", "Tin của Châu Đốc số");
		assertThat(run(lines, "--spread", "--area", "chau-doc").output()).contains("30 imported");
		// 30 lines over 7 sites: four or five each, in the order of the slugs
		assertThat(count("chau-phu-a")).isEqualTo(5);
		assertThat(count("vinh-nguon")).isEqualTo(4);
		assertThat(run(lines, "--spread", "--area", "chau-doc").output()).contains("0 imported, 30 already there");
	}

	@Test
	void aListOfLegalDocumentsIsReadFromCsv() throws IOException {
		Path file = this.folder.resolve("van-ban.csv");
		Files.writeString(file, """
				number,date,issuer,type,title,source
				12/QĐ-UBND,2022-10-25,UBND tỉnh,Quyết định,"Ban hành danh mục, lần 2",x
				13/CV,,UBND huyện,Công văn,,x
				,2022-01-01,UBND,Công văn,Không số,x
				14/KH,25/10/2022,UBND,Kế hoạch,Ngày sai,x
				""");
		Result result = run(file, "--site", "phu-hoi", "--type", "legal-document");
		assertThat(result.output()).contains("2 imported, 0 already there, 2 bad");
		assertThat(result.errors()).contains("van-ban.csv:4: number is missing",
				"van-ban.csv:5: \"25/10/2022\" is no date");
		String list = this.portal.get("phu-hoi.localhost", "/van-ban").body();
		assertThat(list).contains("12/QĐ-UBND")
			.contains("Ban hành danh mục, lần 2")
			.contains("25/10/2022")
			.contains("Công văn số 13/CV");
	}

	@Test
	void wrongCallsAreToldInOneLine() throws IOException {
		assertThat(run("", "--site", "khong-co").errors()).contains("There is no site \"khong-co\"");
		assertThat(run("", "--spread", "--area", "khong-co").errors()).contains("There is no area \"khong-co\"");
		assertThat(run("", "--site", "phu-hoi", "--type", "phim").errors()).contains("Unknown --type");
		assertThat(run(this.folder.resolve("nichts.jsonl"), "--site", "phu-hoi").errors()).contains("no readable file");
		assertThat(run("").errors()).contains("--site");
	}

	private static String lines(int count) {
		StringBuilder lines = new StringBuilder();
		for (int i = 1; i <= count; i++) {
			lines.append("{\"title\": \"Tin số ").append(i).append("\", \"body_html\": \"<p>Nội dung</p>\"}\n");
		}
		return lines.toString();
	}

	private int count(String slug) {
		return this.overseer.sql("SELECT count(*) FROM entry WHERE site_id = :site")
			.param("site", this.portal.site(slug).id().value())
			.query(Integer.class)
			.single();
	}

	private Result run(String lines, String... options) throws IOException {
		Path file = this.folder.resolve("tin.jsonl");
		Files.writeString(file, lines);
		return run(file, options);
	}

	private Result run(Path file, String... options) {
		return TestImport.run(this.beans,
				Stream.concat(Arrays.stream(options), Stream.of(file.toString())).toArray(String[]::new));
	}

}
