package vn.conglang.content;

import java.util.Locale;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

	@Property(tries = 400)
	boolean cleaningTwiceIsCleaningOnce(@ForAll("html") String html) {
		String once = CleanHtml.of(html).html();
		return CleanHtml.of(once).html().equals(once);
	}

	@Property(tries = 400)
	boolean nothingThatRunsComesThrough(@ForAll("html") String html) {
		String clean = CleanHtml.of(html).html().toLowerCase(Locale.ROOT);
		return !clean.contains("<script") && !clean.matches("(?s).*<[^>]*\\son[a-z]+\\s*=.*")
				&& !clean.contains("<style");
	}

	@Provide
	Arbitrary<String> html() {
		return Arbitraries
			.of("<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<script>", "</script>", "<img src=x onerror=y>",
					"<table><tr><td>", "</table>", "<ul><li>", "</ul>", "văn bản", " & ", "<", ">", "&lt;script&gt;",
					"<svg>", "<style>", "</style>", "<a href='javascript:x'>", "</a>", "<h1>", "</h1>", "<!--", "-->",
					"\u0000", "<p style='text-align:center'>", "<figure>", "</figure>", "<math>", "<em>", "</em>",
					"<blockquote>")
			.list()
			.ofMaxSize(14)
			.map((parts) -> String.join("", parts));
	}

}
