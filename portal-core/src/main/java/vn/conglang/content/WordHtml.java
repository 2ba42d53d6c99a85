package vn.conglang.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What a Word file became, brought into the shape of an entry: title and summary apart,
 * headings from the second level without gaps, heads of tables, notes that lead there and
 * back.
 */
final class WordHtml {

	/** How Word's styles are named in Vietnamese and English, beside the usual ones. */
	static final String STYLES = """
			p[style-name='Title'] => p.tieu-de:fresh
			p[style-name='Tiêu đề'] => p.tieu-de:fresh
			p[style-name='Tên bài'] => p.tieu-de:fresh
			p[style-name='Subtitle'] => p.tom-tat:fresh
			p[style-name='Tiêu đề phụ'] => p.tom-tat:fresh
			p[style-name='Tiêu đề con'] => p.tom-tat:fresh
			p[style-name='Sapo'] => p.tom-tat:fresh
			p[style-name='Tiêu đề 1'] => h1:fresh
			p[style-name='Tiêu đề 2'] => h2:fresh
			p[style-name='Tiêu đề 3'] => h3:fresh
			p[style-name='Tiêu đề 4'] => h4:fresh
			p[style-name='Đầu đề 1'] => h1:fresh
			p[style-name='Đầu đề 2'] => h2:fresh
			p[style-name='Đầu đề 3'] => h3:fresh
			p[style-name='Đầu đề 4'] => h4:fresh
			p[style-name='Đề mục 1'] => h1:fresh
			p[style-name='Đề mục 2'] => h2:fresh
			p[style-name='Đề mục 3'] => h3:fresh
			p[style-name='Heading 7'] => h6:fresh
			p[style-name='Heading 8'] => h6:fresh
			p[style-name='Heading 9'] => h6:fresh
			p[style-name='Quote'] => blockquote > p:fresh
			p[style-name='Intense Quote'] => blockquote > p:fresh
			p[style-name='Trích dẫn'] => blockquote > p:fresh
			p[style-name='caption'] => p.chu-anh:fresh
			p[style-name='Chú thích'] => p.chu-anh:fresh
			p[style-name='TOC Heading'] => !
			p[style-name^='toc '] => !
			u => u
			""";

	private static final int LONGEST_TITLE = 250;

	private static final Pattern FRAME = Pattern.compile(
			"(?iu)cộng h[oò]à? ?xã hội chủ nghĩa.*|độc lập.{1,5}tự do.*|((ủy|uỷ) ban|ubnd|hội đồng nhân dân|hđnd|đảng|chi cục|tổng cục|cục|sở|bộ|tỉnh|huyện|thành phố|xã|phường) .{1,60}|số ?:.*");

	/** The heading of a table of contents, which itself is left out. */
	private static final Pattern CONTENTS = Pattern.compile("(?iu)\\s*m[uụ]c l[uụ]c\\s*:?\\s*");

	private static final Pattern NO_TITLE = Pattern
		.compile("(?iu)(microsoft word|document|tài liệu|untitled|powerpoint|doc)\\d*\\b.*|.*\\.docx?");

	private final Document document;

	private String title = "";

	private String summary = "";

	private final int notes;

	WordHtml(String html, String propertyTitle) {
		this.document = Jsoup.parseBodyFragment(html);
		this.document.outputSettings().prettyPrint(false);
		Element body = this.document.body();
		this.notes = notes(body);
		body.select("a[href^=#]:not([href^=#ct]), a:not([href])").unwrap();
		body.select("td > p:only-child, th > p:only-child, li > p:only-child").unwrap();
		body.select("p, h1, h2, h3")
			.stream()
			.filter((line) -> CONTENTS.matcher(line.text()).matches())
			.forEach(Element::remove);
		captions(body);
		findTitle(body, CleanHtml.line(propertyTitle));
		findSummary(body);
		body.select("p.tieu-de, p.tom-tat, p.chu-anh").removeAttr("class");
		headings(body);
		body.select("table").forEach(WordHtml::head);
	}

	/** Empty when the file does not tell. */
	String title() {
		return this.title;
	}

	/** Empty when the file does not tell. */
	String summary() {
		return this.summary;
	}

	String body() {
		return this.document.body().html();
	}

	int headings() {
		return this.document.select("h2, h3, h4").size();
	}

	int tables() {
		return this.document.select("table").size();
	}

	int images() {
		return this.document.select("img").size();
	}

	int imagesWithoutAlt() {
		return this.document.select("img:not([alt]), img[alt='']").size();
	}

	int links() {
		return this.document.select("a[href]:not([href^=#])").size();
	}

	int notes() {
		return this.notes;
	}

	/** Whether anything at all arrived. */
	boolean isEmpty() {
		return !this.document.body().hasText() && images() == 0 && this.title.isEmpty();
	}

	/** Footnotes and endnotes in one row, in the pattern that CleanHtml keeps. */
	private static int notes(Element body) {
		Map<String, Integer> numbers = new HashMap<>();
		Element list = new Element("ol").addClass("chu-thich");
		for (Element note : body.select("li[id~=^(footnote|endnote)-]")) {
			int number = numbers.size() + 1;
			numbers.put(note.id(), number);
			note.select("a[href~=^#(footnote|endnote)-ref-]").remove();
			note.select("p").unwrap();
			note.attr("id", "ct-" + number);
			note.appendText(" ").appendElement("a").attr("href", "#ctv-" + number).text("↑");
			Element old = note.parent();
			list.appendChild(note);
			if (old != null && old.childrenSize() == 0) {
				old.remove();
			}
		}
		for (Element reference : body.select("a[href~=^#(footnote|endnote)-]")) {
			Integer number = numbers.get(reference.attr("href").substring(1));
			Element sup = reference.closest("sup");
			if (number == null) {
				reference.remove();
				continue;
			}
			Element target = (sup != null) ? sup : reference.wrap("<sup></sup>").parent();
			if (target != null) {
				target.clearAttributes().addClass("chu-thich");
			}
			reference.clearAttributes().attr("href", "#ct-" + number).attr("id", "ctv-" + number).text("" + number);
		}
		if (list.childrenSize() > 0) {
			body.appendChild(list);
		}
		return list.childrenSize();
	}

	/** A picture with what stands below it. */
	private static void captions(Element body) {
		for (Element caption : body.select("p.chu-anh")) {
			Element before = caption.previousElementSibling();
			if (before != null && before.is("p:has(img)") && !before.hasText() && caption.select("img").isEmpty()) {
				Element figure = new Element("figure");
				before.replaceWith(figure);
				before.select("img").forEach(figure::appendChild);
				caption.remove();
				figure.appendElement("figcaption").appendChildren(List.copyOf(caption.childNodes()));
			}
		}
	}

	private void findTitle(Element body, String property) {
		List<Element> named = body.select("> p.tieu-de").stream().filter(Element::hasText).toList();
		if (!named.isEmpty()) {
			take(List.of(named.getFirst()));
			return;
		}
		List<Element> first = body.select("> h1").stream().filter(Element::hasText).toList();
		if (first.size() == 1) {
			take(first);
			return;
		}
		if (!property.isEmpty() && !NO_TITLE.matcher(property).matches() && !FRAME.matcher(property).matches()) {
			this.title = property;
			return;
		}
		List<Element> bold = boldAtTheTop(body);
		if (!bold.isEmpty()) {
			take(bold);
			return;
		}
		Element heading = body.selectFirst("> h1, > h2, > h3");
		if (heading != null) {
			this.title = shortened(heading.text());
		}
	}

	/**
	 * The first bold lines: a kind of document in capitals ("KẾ HOẠCH") goes on in the
	 * next one.
	 */
	private static List<Element> boldAtTheTop(Element body) {
		List<Element> lines = new ArrayList<>();
		for (Element block : body.children().stream().filter(Element::hasText).limit(8).toList()) {
			boolean line = block.is("p") && isAll(block, "strong") && block.text().length() <= LONGEST_TITLE;
			if (line && FRAME.matcher(block.text()).matches()) {
				continue;
			}
			if (line) {
				lines.add(block);
				if (lines.size() == 2 || block.text().length() > 30) {
					return lines;
				}
			}
			else if (!lines.isEmpty()) {
				return lines;
			}
		}
		return lines;
	}

	private void take(List<Element> lines) {
		this.title = shortened(
				CleanHtml.line(lines.stream().map(Element::text).reduce((one, two) -> one + " " + two).orElse("")));
		for (Element line : lines) {
			// pictures and notes in it stay
			List<Element> pictures = line.select("img");
			pictures.forEach((picture) -> line.before(new Element("p").appendChild(picture)));
			line.remove();
		}
	}

	private void findSummary(Element body) {
		Element named = body.selectFirst("> p.tom-tat");
		Element first = body.children().stream().filter(Element::hasText).findFirst().orElse(null);
		Element found = (named != null && named.hasText()) ? named : first;
		if (found == null || !found.is("p") || !found.select("img, sup, a").isEmpty()) {
			return;
		}
		int length = found.text().length();
		boolean lead = length >= 60 && length <= 700 && (isAll(found, "strong") || isAll(found, "em"));
		if (found == named || lead) {
			this.summary = CleanHtml.line(found.text());
			found.remove();
		}
	}

	private static boolean isAll(Element block, String tag) {
		if (!block.hasText()) {
			return false;
		}
		Element rest = block.clone();
		rest.select(tag).remove();
		return CleanHtml.line(rest.text()).isEmpty() && rest.select("img, table").isEmpty();
	}

	private static String shortened(String text) {
		String line = CleanHtml.line(text);
		return (line.length() <= LONGEST_TITLE) ? line : line.substring(0, LONGEST_TITLE).strip() + "…";
	}

	/** The highest level becomes the second, and none is left out on the way down. */
	private static void headings(Element body) {
		List<Element> all = body.select("h1, h2, h3, h4, h5, h6");
		for (Element heading : all) {
			heading.select("strong").unwrap();
		}
		int highest = all.stream().mapToInt(WordHtml::level).min().orElse(1);
		int before = 1;
		for (Element heading : all) {
			int level = Math.min(Math.min(level(heading) - highest + 2, before + 1), 4);
			before = level;
			heading.tagName("h" + level);
		}
	}

	private static int level(Element heading) {
		return heading.tagName().toLowerCase(Locale.ROOT).charAt(1) - '0';
	}

	/** A first row in which everything is bold is the table's head. */
	private static void head(Element table) {
		if (!table.select("> thead").isEmpty()) {
			table.select("> thead th").forEach((cell) -> {
				cell.attr("scope", "col");
				cell.select("strong").unwrap();
			});
			return;
		}
		List<Element> rows = table.select("> tr, > tbody > tr");
		if (rows.size() < 2) {
			return;
		}
		Element first = rows.getFirst();
		List<Element> cells = first.select("> td, > th");
		boolean spans = cells.stream().anyMatch((cell) -> cell.hasAttr("rowspan"));
		boolean bold = cells.size() > 1 && cells.stream().filter(Element::hasText).count() > 1
				&& cells.stream().allMatch((cell) -> !cell.hasText() || isAll(cell, "strong"));
		if (!bold || spans) {
			return;
		}
		for (Element cell : cells) {
			cell.tagName("th").attr("scope", "col");
			cell.select("strong").unwrap();
		}
		Element head = new Element("thead");
		first.remove();
		head.appendChild(first);
		table.prependChild(head);
		List<Node> loose = table.childNodes()
			.stream()
			.filter((node) -> (node instanceof Element element && element.is("tr")) || node instanceof TextNode)
			.toList();
		if (!loose.isEmpty()) {
			Element rest = table.appendElement("tbody");
			loose.forEach(rest::appendChild);
		}
	}

}
