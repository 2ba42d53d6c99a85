package vn.conglang.content;

import java.util.Locale;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CleanHtmlTests {

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
			"<a href=\"javascript:alert(1)\">x</a>", "<a href=\"JaVaScRiPt&#58;alert(1)\">x</a>",
			"<a href=\"//evil.example/\">x</a>", "<iframe src=\"https://evil.example\"></iframe>",
			"<p style=\"background:url(javascript:alert(1))\">x</p>",
			"<math><mtext><style><img src=x onerror=alert(1)>", "<form action=/x><input name=a></form>",
			"<p onclick=alert(1)>x</p>", "<base href=//evil.example>",
			"<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
			"<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">" })
	void whatCouldRunIsGone(String evil) {
		assertThat(CleanHtml.of("<p>Trước</p>" + evil + "<p>Sau</p>").html()).doesNotContainIgnoringCase("<script")
			.doesNotContainIgnoringCase("javascript:")
			.doesNotContainIgnoringCase("onerror")
			.doesNotContainIgnoringCase("onclick")
			.doesNotContainIgnoringCase("onload")
			.doesNotContain("evil.example")
			.doesNotContainIgnoringCase("<form")
			.contains("Trước");
	}

	@Test
	void structureLinksAndOwnPicturesStay() {
		String html = "<h2>Mục</h2><p>Xem <a href=\"/van-ban\">văn bản</a> và "
				+ "<a href=\"https://dichvucong.gov.vn/p\">cổng</a>.</p><table><tbody><tr><th scope=\"row\">A</th>"
				+ "<td colspan=\"2\">B</td></tr></tbody></table><ol start=\"3\"><li>ba</li></ol>"
				+ "<figure><img src=\"/media/0123456789abcdef0123456789abcdef/a.jpg\" alt=\"Ảnh\" width=\"12\" height=\"9\">"
				+ "<figcaption>Chú thích</figcaption></figure>";
		CleanHtml clean = CleanHtml.of(html);
		assertThat(clean.html()).contains("<a href=\"/van-ban\">", "<a href=\"https://dichvucong.gov.vn/p\">",
				"<th scope=\"row\">", "colspan=\"2\"", "<ol start=\"3\">", "alt=\"Ảnh\"",
				"<figcaption>Chú thích</figcaption>");
		assertThat(clean.images()).isOne();
		assertThat(clean.cover()).isEqualTo(new Cover("/media/0123456789abcdef0123456789abcdef/a.jpg", 12, 9, "Ảnh"));
	}

	@Test
	void picturesFromElsewhereAreLeftOutAndCounted() {
		CleanHtml clean = CleanHtml
			.of("<p>A<img src=\"https://example.org/a.jpg\"></p><p><img src=\"data:image/png;base64,AA\"></p>");
		assertThat(clean.html()).isEqualTo("<p>A</p>");
		assertThat(clean.dropped()).isEqualTo(2);
	}

	@Test
	void alignmentBecomesAClassAndEmptyParagraphsGo() {
		CleanHtml clean = CleanHtml
			.of("<p style=\"text-align:center\"><b>ỦY BAN</b></p><p>&nbsp;</p><h1>Đề mục</h1><div>Đoạn</div>");
		assertThat(clean.html())
			.isEqualTo("<p class=\"can-giua\"><strong>ỦY BAN</strong></p><h2>Đề mục</h2><p>Đoạn</p>");
	}

	@Test
	void wordsAreCountedAsPeopleCountThem() {
		assertThat(CleanHtml.of("<p>Một hai</p><ul><li>ba</li><li>bốn năm</li></ul>").words()).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p><s>bỏ</s> H<sub>2</sub>O m<sup>2</sup></p>",
			"<figure><img src=\"/media/0123456789abcdef/a.jpg\" alt=\"\" class=\"trang-tri\" loading=\"lazy\"></figure>",
			"<div class=\"bo-anh\"><figure><img src=\"/media/0123456789abcdef/a.jpg\" alt=\"A\" loading=\"lazy\"></figure>"
					+ "<figure><img src=\"/media/0123456789abcdef/b.jpg\" alt=\"B\" loading=\"lazy\">"
					+ "<figcaption>Bê</figcaption></figure></div>",
			"<p><a class=\"tep\" href=\"/tep/0123456789abcdef/ke-hoach.pdf\" data-bytes=\"1200\" data-loai=\"PDF\">Kế hoạch"
					+ " (PDF, 1,2 KB)</a></p>",
			"<blockquote><p>Làm ngay.</p><p><cite>Ông Tư</cite></p></blockquote>",
			"<div class=\"hop hop-canh-bao\"><p>Nước lên</p><ul><li>Gọi 114</li></ul></div>",
			"<p>Theo luật<sup class=\"chu-thich\"><a href=\"#ct-1\" id=\"ctv-1\">1</a></sup></p>"
					+ "<ol class=\"chu-thich\"><li id=\"ct-1\">Luật số 1 <a href=\"#ctv-1\">↩</a></li></ol>",
			"<figure class=\"video\" data-video=\"https://youtu.be/abc_1\"><a href=\"https://youtu.be/abc_1\" target=\"_blank\""
					+ " rel=\"noopener noreferrer\" data-noi=\"YouTube\">Lễ hội</a><figcaption>Năm 2026</figcaption></figure>" })
	void whatTheEditorWritesStaysAsItIs(String html) {
		assertThat(CleanHtml.of(html).html()).isEqualTo(html);
	}

	@Test
	void aVideoIsALinkThatSaysWhereItLeads() {
		assertThat(CleanHtml.of("<figure class=\"video\" data-video=\"https://www.facebook.com/xa/videos/12/\"><a "
				+ "href=\"https://evil.example/\" onclick=\"x()\">Họp <b>thôn</b></a><iframe src=x></iframe></figure>")
			.html())
			.isEqualTo("<figure class=\"video\" data-video=\"https://www.facebook.com/xa/videos/12/\"><a "
					+ "href=\"https://www.facebook.com/xa/videos/12/\" target=\"_blank\" rel=\"noopener noreferrer\" "
					+ "data-noi=\"Facebook\">Họp thôn</a></figure>");
		assertThat(CleanHtml
			.of("<figure class=\"video\" data-video=\"https://evil.example/x\"><a href=\"https://evil.example/x\">Xem</a></figure>")
			.html()).doesNotContain("data-video", "class=");
	}

	@ParameterizedTest
	@CsvSource({ "https://www.youtube.com/watch?v=abc, YouTube", "https://youtu.be/abc, YouTube",
			"https://vimeo.com/123456, Vimeo", "https://fb.watch/xyz/, Facebook",
			"/tep/0123456789abcdef/le-hoi.mp4, trang này", "https://xa.example.vn/a.mp4, xa.example.vn",
			"http://youtu.be/abc,", "https://youtube.com.evil.example/watch?v=a,", "https://youtube.com/,",
			"//evil.example/a.mp4,", "javascript:a.mp4,", "https://u@youtu.be/abc," })
	void onlyKnownVideosAreVideos(String address, @Nullable String provider) {
		assertThat(VideoAddress.provider(address)).isEqualTo(provider);
	}

	@Test
	void aVideoInsideAVideoGoes() {
		String video = "<figure class=\"video\" data-video=\"https://youtu.be/a\">";
		assertThat(CleanHtml.of(video + "A<a href=\"/x\">" + video + "B</figure></a></figure>").html())
			.containsOnlyOnce("<figure")
			.containsOnlyOnce("data-noi=\"YouTube\"");
	}

	@Test
	void classesIdsAndBoxesThatAreNotOursGo() {
		assertThat(CleanHtml.of("<div class=\"hop x\"><p id=\"noi-dung\">A</p></div><p class=\"hop tep\">B</p>"
				+ "<ol class=\"chu-thich\"><li id=\"ct-1\">C</li><li id=\"ct-1\">D</li><li id=\"menu\">E</li></ol>"
				+ "<p><a class=\"tep\" data-bytes=\"1\" href=\"/tai-ve/x\">F</a> <a id=\"ctv-1\" href=\"/x\">G</a> <cite>H</cite></p>"
				+ "<div class=\"bo-anh\">I</div>")
			.html())
			.isEqualTo("<p>A</p><p>B</p><ol class=\"chu-thich\"><li id=\"ct-1\">C</li><li>D</li><li>E</li></ol>"
					+ "<p><a href=\"/tai-ve/x\">F</a> <a href=\"/x\">G</a> H</p>I");
	}

	@Property(tries = 1500)
	boolean cleaningTwiceIsCleaningOnce(@ForAll("html") String html) {
		String once = CleanHtml.of(html).html();
		return CleanHtml.of(once).html().equals(once);
	}

	@Property(tries = 1500)
	boolean nothingThatRunsComesThrough(@ForAll("html") String html) {
		String clean = CleanHtml.of(html).html().toLowerCase(Locale.ROOT);
		return !clean.contains("<script") && !clean.matches("(?s).*<[^>]*\\son[a-z]+\\s*=.*")
				&& !clean.contains("<style");
	}

	@Provide
	Arbitrary<String> html() {
		return Arbitraries.of("<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<script>", "</script>",
				"<img src=x onerror=y>", "<table><tr><td>", "</table>", "<ul><li>", "</ul>", "văn bản", " & ", "<", ">",
				"&lt;script&gt;", "<svg>", "<style>", "</style>", "<a href='javascript:x'>", "</a>", "<h1>", "</h1>",
				"<!--", "-->", "\u0000", "<p style='text-align:center'>", "<figure>", "</figure>", "<math>", "<em>",
				"</em>", "<blockquote>", "</blockquote>", "<div class='hop hop-luu-y'>", "<div class='bo-anh'>",
				"<cite>", "</cite>", "<figure class='video' data-video='https://youtu.be/a' onclick=x>",
				"<figure data-video='javascript:x'>", "<sup class='chu-thich'><a href='#ct-1' id='ctv-1' onfocus=x>",
				"</sup>", "<ol class='chu-thich'><li id='ct-1' onclick=x>", "</ol>", "<s>", "<sub>", "</sub>",
				"<a class='tep' href='/tep/0123456789abcdef/a.pdf' data-bytes='1' data-loai='PDF' onclick=x>",
				"<img class='trang-tri' src='/media/0123456789abcdef/a.jpg' alt='' onerror=x>", "<figcaption>",
				"</figcaption>")
			.list()
			.ofMaxSize(14)
			.map((parts) -> String.join("", parts));
	}

}
