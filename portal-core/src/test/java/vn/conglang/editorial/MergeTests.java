package vn.conglang.editorial;

import java.util.Collections;
import java.util.List;
import java.util.Objects;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts taken apart, compared and merged. */
class MergeTests {

	private static final String REPORT = "<p>Mở đầu</p><h2>Kết quả</h2><ul><li>Lúa</li><li>Cá</li></ul>"
			+ "<table><tbody><tr><td>Ấp</td><td>120</td></tr></tbody></table><p>Kết thúc</p>";

	@Provide
	Arbitrary<String> html() {
		Arbitrary<String> words = Arbitraries
			.of("Sáng nay", "bà con", "ra đồng", "a &lt;b&gt; &amp; c", "120 ha", "<strong>đậm</strong>",
					"<a href=\"/van-ban\">lịch <em>mới</em></a>", "x<br>y",
					"<img src=\"/media/0123456789abcdef/a.jpg\" alt=\"Đồng lúa\">")
			.list()
			.ofMinSize(1)
			.ofMaxSize(6)
			.map((parts) -> String.join(" ", parts));
		Arbitrary<String> block = Arbitraries.oneOf(words.map((text) -> "<p>" + text + "</p>"),
				words.map((text) -> "<h2>" + text + "</h2>"),
				words.list()
					.ofMinSize(1)
					.ofMaxSize(3)
					.map((items) -> "<ul><li>" + String.join("</li><li>", items) + "</li></ul>"),
				words.list()
					.ofMinSize(1)
					.ofMaxSize(3)
					.map((items) -> "<ol start=\"3\"><li>" + String.join("</li><li>", items) + "</li></ol>"),
				words.map((text) -> "<blockquote><p>" + text + "</p><ul><li>trong</li></ul></blockquote>"),
				Combinators.combine(words, words)
					.as((one, other) -> "<table><tbody><tr><td>" + one + "</td><td>" + other
							+ "</td></tr><tr><td>2</td></tr></tbody></table>"),
				words.map((text) -> "<figure><img src=\"/media/0123456789abcdef/b.jpg\" alt=\"\"><figcaption>" + text
						+ "</figcaption></figure>"));
		return block.list().ofMaxSize(8).map((blocks) -> String.join("", blocks));
	}

	@Property(tries = 300)
	void apartAndTogetherAgainIsTheSameText(@ForAll("html") String html) {
		assertThat(HtmlBlocks.join(HtmlBlocks.split(html))).isEqualTo(normal(html));
	}

	@Property(tries = 300)
	void aComparisonHoldsBothTextsWhole(@ForAll("html") String before, @ForAll("html") String after) {
		List<Comparison.Row> rows = Comparison.align(HtmlBlocks.split(before), HtmlBlocks.split(after));
		assertThat(HtmlBlocks.join(rows.stream().map(Comparison.Row::before).filter(Objects::nonNull).toList()))
			.isEqualTo(normal(before));
		assertThat(HtmlBlocks.join(rows.stream().map(Comparison.Row::after).filter(Objects::nonNull).toList()))
			.isEqualTo(normal(after));
	}

	@Property(tries = 300)
	void changedWordsHoldBothTextsWholeAndNothingElseIsWritten(@ForAll("html") String before,
			@ForAll("html") String after) {
		List<Words.Word> old = Words.of(HtmlBlocks.parse(before));
		List<Words.Word> now = Words.of(HtmlBlocks.parse(after));
		List<Words.Piece> pieces = Words.compare(old, now);
		assertThat(pieces.stream().flatMap((piece) -> piece.before().stream()).toList()).isEqualTo(old);
		assertThat(pieces.stream().flatMap((piece) -> piece.after().stream()).toList()).isEqualTo(now);
		String html = Words.html(pieces, true, true);
		assertThat(HtmlBlocks.parse(html).html()).as("well formed").isEqualTo(html);
		assertThat(HtmlBlocks.parse(html).select(":not(body, ins, del, a, strong, em, br, img)")).isEmpty();
	}

	@Property(tries = 200)
	void whatOnlyOneChangedIsTakenAsItIs(@ForAll("html") String base, @ForAll("html") String changed) {
		for (List<Merge.Part> parts : List.of(Merge.of(base, changed, base), Merge.of(base, base, changed),
				Merge.of(base, changed, changed))) {
			assertThat(parts).noneMatch((part) -> part.origin() == Merge.Origin.BOTH);
			assertThat(HtmlBlocks.split(Merge.html(parts, List.of())).stream().map(HtmlBlocks.Block::key).toList())
				.isEqualTo(HtmlBlocks.split(changed).stream().map(HtmlBlocks.Block::key).toList());
		}
	}

	@Property(tries = 200)
	void everyBlockOfBothIsInTheResultIfBothAreChosen(@ForAll("html") String base, @ForAll("html") String theirs,
			@ForAll("html") String mine) {
		List<Merge.Part> parts = Merge.of(base, theirs, mine);
		List<Merge.Choice> both = Collections.nCopies(parts.size(), Merge.Choice.BOTH);
		List<String> result = HtmlBlocks.split(Merge.html(parts, both)).stream().map(HtmlBlocks.Block::html).toList();
		List<String> known = HtmlBlocks.split(base).stream().map(HtmlBlocks.Block::html).toList();
		for (String text : List.of(theirs, mine)) {
			HtmlBlocks.split(text)
				.stream()
				.map(HtmlBlocks.Block::html)
				.filter((block) -> !known.contains(block))
				.forEach((block) -> assertThat(result).contains(block));
		}
	}

	@Test
	void twoPeopleWhoChangeDifferentPlacesAreNotAskedAnything() {
		String theirs = REPORT.replace("Lúa", "Lúa Thu Đông").replace("120", "150");
		String mine = REPORT.replace("Mở đầu", "Mở đầu mới").replace("<p>Kết thúc</p>", "<p>Kết thúc</p><p>Thêm</p>");
		List<Merge.Part> parts = Merge.of(REPORT, theirs, mine);
		assertThat(parts).noneMatch((part) -> part.origin() == Merge.Origin.BOTH);
		assertThat(Merge.html(parts, List.of()))
			.isEqualTo("<p>Mở đầu mới</p><h2>Kết quả</h2><ul><li>Lúa Thu Đông</li><li>Cá</li></ul>"
					+ "<table><tbody><tr><td>Ấp</td><td>150</td></tr></tbody></table><p>Kết thúc</p><p>Thêm</p>");
	}

	@Test
	void whereBothChangedTheSamePlaceSomebodyChooses() {
		List<Merge.Part> parts = Merge.of("<p>Có 120 ha lúa.</p><p>Hết</p>", "<p>Có 150 ha lúa.</p><p>Hết</p>",
				"<p>Có 130 ha lúa.</p><p>Hết</p>");
		assertThat(Merge.html(parts, List.of(Merge.Choice.THEIRS))).isEqualTo("<p>Có 150 ha lúa.</p><p>Hết</p>");
		assertThat(Merge.html(parts, List.of(Merge.Choice.MINE))).isEqualTo("<p>Có 130 ha lúa.</p><p>Hết</p>");
		assertThat(Merge.html(parts, List.of(Merge.Choice.BOTH)))
			.isEqualTo("<p>Có 150 ha lúa.</p><p>Có 130 ha lúa.</p><p>Hết</p>");
	}

	@Test
	void whatOneRemovedAndTheOtherChangedIsNotLost() {
		List<Merge.Part> parts = Merge.of("<p>Một đoạn văn.</p>", "", "<p>Một đoạn văn đã sửa.</p>");
		assertThat(parts).singleElement().matches((part) -> part.origin() == Merge.Origin.BOTH);
	}

	@Test
	void changesAreMarkedWordByWord() {
		assertThat(Comparison.text("Ra quân làm sạch đường", "Ra quân dọn sạch <b> đường", true, true))
			.isEqualTo("Ra quân <del>làm</del><ins>dọn</ins> sạch<ins> &lt;b&gt;</ins> đường");
		Comparison.Line line = Comparison
			.lines("<ol><li>Một</li><li>Hai con cá</li></ol>", "<ol><li>Một</li><li>Ba con cá</li></ol>")
			.getLast();
		assertThat(line.both()).isEqualTo("<ol start=\"2\"><li><del>Hai</del><ins>Ba</ins> con cá</li></ol>");
		assertThat(line.left()).isEqualTo("<ol start=\"2\"><li><del>Hai</del> con cá</li></ol>");
	}

	@Test
	void longStretchesWithoutChangesAreFolded() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 20; i++) {
			text.append("<p>Đoạn số ").append(i).append("</p>");
		}
		List<Comparison.Line> lines = Comparison.lines(text.toString(), text + "<p>Mới</p>");
		assertThat(lines).hasSize(3);
		assertThat(lines.getFirst().folded()).hasSize(19);
		assertThat(lines.getLast().kind()).isEqualTo(Comparison.Kind.ADDED);
	}

	private static String normal(String html) {
		Document document = Jsoup.parseBodyFragment(html);
		document.outputSettings().prettyPrint(false);
		return document.body().html();
	}

}
