package vn.conglang.content;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * HTML from outside made harmless and plain by an allow-list: structure, links and the
 * site's own pictures stay; scripts, styles, foreign pictures and empty paragraphs go.
 *
 * @param html clean, and stays the same when cleaned again
 * @param text the words alone
 * @param words how many
 * @param images how many pictures
 * @param dropped how many pictures were left out because they lie elsewhere
 * @param cover the first picture, if its size is known
 */
record CleanHtml(String html, String text, int words, int images, int dropped, @Nullable Cover cover) {

	private static final Safelist ALLOWED = new Safelist()
		.addTags("p", "br", "h2", "h3", "h4", "strong", "em", "u", "s", "sub", "sup", "ul", "ol", "li", "blockquote",
				"hr", "pre", "code", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "figure",
				"figcaption", "div", "cite")
		.addAttributes("a", "href", "title", "class", "id", "data-bytes", "data-loai")
		.addAttributes("img", "src", "alt", "width", "height", "class")
		.addAttributes("ol", "start", "type", "class")
		.addAttributes("li", "id")
		.addAttributes("sup", "class")
		.addAttributes("div", "class")
		.addAttributes("figure", "class", "data-video")
		.addAttributes("th", "colspan", "rowspan", "scope")
		.addAttributes("td", "colspan", "rowspan")
		.addAttributes("p", "class")
		.addAttributes("h2", "class")
		.addAttributes("h3", "class")
		.addAttributes("h4", "class")
		.addProtocols("a", "href", "http", "https", "mailto", "tel", "#");

	private static final Set<String> ALIGNMENTS = Set.of("can-giua", "can-phai");

	/** What a class may say depends on the element. */
	private static final Map<String, Set<String>> CLASSES = Map.of("p", ALIGNMENTS, "h2", ALIGNMENTS, "h3", ALIGNMENTS,
			"h4", ALIGNMENTS, "div", Set.of("hop", "hop-luu-y", "hop-thong-tin", "hop-canh-bao", "bo-anh"), "figure",
			Set.of("video"), "img", Set.of("trang-tri"), "a", Set.of("tep"), "ol", Set.of("chu-thich"), "sup",
			Set.of("chu-thich"));

	private static final String BLOCKS = "p, ul, ol, li, table, h2, h3, h4, figure, figcaption, blockquote, pre, hr, div";

	private static final List<String> NOTICES = List.of("hop-luu-y", "hop-thong-tin", "hop-canh-bao");

	private static final Pattern OWN_FILE = Pattern.compile("/tep/[0-9a-f]{16,64}/[^/?#\\s\"'<>]{1,300}");

	private static final Pattern ALIGNED = Pattern.compile("text-align\\s*:\\s*(center|right)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern OWN_PICTURE = Pattern.compile("/media/[0-9a-f]{16,64}/[A-Za-z0-9._-]{1,120}");

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

	private static final Pattern INTERNAL = Pattern.compile("/(?!/)[^\\s\\\\]*|#[A-Za-z0-9_-]*");

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

	private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0]+");

	static CleanHtml of(String dirty) {
		Document source = Jsoup.parseBodyFragment(CONTROL.matcher(dirty).replaceAll(""));
		prepare(source);
		// relative links have no protocol to check, so they are checked here and kept
		Safelist allowed = new Safelist(ALLOWED).preserveRelativeLinks(true);
		source.select("a[href]").forEach(CleanHtml::checkLink);
		Document clean = new Cleaner(allowed).clean(withBase(source));
		int dropped = finish(clean);
		clean.outputSettings().prettyPrint(false).charset("UTF-8");
		String text = BLANK.matcher(clean.body().text()).replaceAll(" ").strip();
		List<Element> pictures = clean.select("img");
		return new CleanHtml(clean.body().html().strip(), text, text.isEmpty() ? 0 : text.split(" ").length,
				pictures.size(), dropped, cover(pictures));
	}

	/** Plain text of one line: no tags, no line breaks, no control characters. */
	static String line(String dirty) {
		return BLANK.matcher(CONTROL.matcher(dirty).replaceAll("")).replaceAll(" ").strip();
	}

	/** Plain text of several lines, none of them empty. */
	static String lines(String dirty) {
		return dirty.lines().map(CleanHtml::line).filter((line) -> !line.isEmpty()).collect(Collectors.joining("\n"));
	}

	private static void prepare(Document source) {
		source
			.select("script, style, iframe, object, embed, form, input, button, select, textarea, template, noscript,"
					+ " svg, math, head, title, audio, video")
			.remove();
		source.select("b").tagName("strong");
		source.select("i").tagName("em");
		source.select("h1").tagName("h2");
		source.select("h5, h6").tagName("h4");
		source.select("div").forEach(CleanHtml::boxOrParagraph);
		source.select("div.hop div.hop").unwrap();
		source.select("h2, h3, h4").forEach(CleanHtml::onlyWords);
		source.select("sup:has(" + BLOCKS + "), sub:has(" + BLOCKS + ")").unwrap();
		for (Element aligned : source.select("p[style], h2[style], h3[style], h4[style]")) {
			var found = ALIGNED.matcher(aligned.attr("style"));
			if (found.find()) {
				aligned.addClass(found.group(1).equalsIgnoreCase("center") ? "can-giua" : "can-phai");
			}
		}
		// a paragraph cannot hold blocks: what was a <div> around them is opened up
		for (Element paragraph : source.select("p:has(" + BLOCKS + ")")) {
			paragraph.unwrap();
		}
	}

	/**
	 * A heading holds no blocks: paragraphs in it are opened up, around anything larger
	 * it goes itself.
	 */
	private static void onlyWords(Element heading) {
		if (heading.parent() == null) {
			return;
		}
		if (heading.selectFirst("ul, ol, li, table, figure, figcaption, blockquote, pre, hr, div") != null) {
			heading.unwrap();
			return;
		}
		heading.select("p, h2, h3, h4").stream().filter((inner) -> inner != heading).forEach(Element::unwrap);
	}

	/** Notice boxes and galleries stay boxes, every other division is a paragraph. */
	private static void boxOrParagraph(Element division) {
		String box = NOTICES.stream()
			.filter((notice) -> division.hasClass("hop") && division.hasClass(notice))
			.findFirst()
			.map((notice) -> "hop " + notice)
			.orElse(division.hasClass("bo-anh") ? "bo-anh" : "");
		if (box.isEmpty()) {
			division.tagName("p");
		}
		else {
			division.attr("class", box);
		}
	}

	private static Document withBase(Document source) {
		source.setBaseUri("https://site.invalid/");
		return source;
	}

	private static void checkLink(Element link) {
		String href = link.attr("href").strip();
		boolean absolute = href.matches("(?i)(https?://|mailto:|tel:).+");
		if (absolute || INTERNAL.matcher(href).matches()) {
			link.attr("href", href);
		}
		else {
			link.removeAttr("href");
		}
	}

	private static int finish(Document clean) {
		int dropped = 0;
		for (Element picture : clean.select("img")) {
			if (!OWN_PICTURE.matcher(picture.attr("src")).matches()) {
				picture.remove();
				dropped++;
				continue;
			}
			for (String size : List.of("width", "height")) {
				if (!NUMBER.matcher(picture.attr(size)).matches()) {
					picture.removeAttr(size);
				}
			}
			if (!picture.hasAttr("alt")) {
				picture.attr("alt", "");
			}
			if (!picture.attr("alt").isBlank()) {
				picture.removeClass("trang-tri");
			}
			picture.attr("loading", "lazy");
		}
		clean.select("[class]").forEach(CleanHtml::allowedClasses);
		for (Element cell : clean.select("[colspan], [rowspan]")) {
			for (String span : List.of("colspan", "rowspan")) {
				if (cell.hasAttr(span) && !cell.attr(span).matches("[0-9]{1,2}")) {
					cell.removeAttr(span);
				}
			}
		}
		clean.select("a:not([href]), a a").unwrap();
		clean.select("cite").stream().filter((cite) -> !isSource(cite)).toList().forEach(Element::unwrap);
		clean.select("figure[data-video], figure.video").forEach(CleanHtml::video);
		clean.select("a").forEach(CleanHtml::attachment);
		removeEmpty(clean);
		clean.select("div.bo-anh").stream().filter((box) -> !isGallery(box)).toList().forEach(Element::unwrap);
		footnotes(clean);
		return dropped;
	}

	private static void allowedClasses(Element styled) {
		Set<String> allowed = CLASSES.getOrDefault(styled.normalName(), Set.of());
		styled.classNames(styled.classNames()
			.stream()
			.filter(allowed::contains)
			.collect(Collectors.toCollection(LinkedHashSet::new)));
		if (styled.className().isEmpty()) {
			styled.removeAttr("class");
		}
	}

	/** The words that say whom a quotation is from. */
	private static boolean isSource(Element cite) {
		return cite.closest("blockquote") != null && cite.parents().stream().noneMatch((parent) -> parent.is("cite"))
				&& cite.selectFirst(BLOCKS) == null;
	}

	private static boolean isGallery(Element box) {
		return box.ownText().isBlank() && !box.children().isEmpty()
				&& box.children()
					.stream()
					.allMatch((child) -> child.is("figure:not(.video)") && child.select("> img").size() == 1);
	}

	/**
	 * A video is a link and says where it leads: nothing is asked of the provider before
	 * a reader follows it. Everything but address, title and caption is written anew.
	 */
	private static void video(Element figure) {
		if (figure.closest("body") == null) {
			// it stood inside another one
			return;
		}
		String address = figure.attr("data-video").strip();
		@Nullable String provider = VideoAddress.provider(address);
		@Nullable Element link = figure.selectFirst("a");
		@Nullable Element caption = figure.selectFirst("figcaption");
		String title = line((link != null) ? link.text() : figure.text());
		if (provider == null) {
			figure.removeAttr("data-video").removeAttr("class");
			return;
		}
		figure.parents().stream().filter((parent) -> parent.is("a")).toList().forEach(Element::unwrap);
		// Element.empty() would leave what stood inside thinking that it still does
		List.copyOf(figure.childNodes()).forEach(Node::remove);
		figure.attr("class", "video").attr("data-video", address);
		figure.appendElement("a")
			.attr("href", address)
			.attr("target", "_blank")
			.attr("rel", "noopener noreferrer")
			.attr("data-noi", provider)
			.text(title.isEmpty() ? "Video" : title);
		if (caption != null && !caption.text().isBlank()) {
			figure.appendElement("figcaption").text(line(caption.text()));
		}
	}

	private static void attachment(Element link) {
		boolean file = link.hasClass("tep") && OWN_FILE.matcher(link.attr("href")).matches();
		if (!file) {
			link.removeAttr("class");
		}
		if (!file || !link.attr("data-bytes").matches("[0-9]{1,12}")) {
			link.removeAttr("data-bytes");
		}
		if (!file || !link.attr("data-loai").matches("[A-Z0-9]{1,8}")) {
			link.removeAttr("data-loai");
		}
	}

	/**
	 * Only footnotes have ids, each once, so that nothing else of the page can be meant.
	 */
	private static void footnotes(Document clean) {
		Set<String> seen = new HashSet<>();
		for (Element named : clean.select("[id]")) {
			boolean note = named.is("ol.chu-thich > li") && named.id().matches("ct-[0-9]{1,4}");
			boolean place = named.is("sup.chu-thich > a") && named.id().matches("ctv-[0-9]{1,4}");
			if (!(note || place) || !seen.add(named.id())) {
				named.removeAttr("id");
			}
		}
	}

	private static void removeEmpty(Document clean) {
		List<Element> candidates = clean
			.select("p, h2, h3, h4, li, ul, ol, blockquote, div, figure, figcaption, strong, em, u, s, sub, sup, cite");
		for (Element element : candidates.reversed()) {
			boolean empty = BLANK.matcher(element.text()).replaceAll("").isEmpty();
			if (empty && element.select("img, table, hr").isEmpty()) {
				if (element.is("strong, em, u, s, sub, sup, cite")) {
					element.unwrap();
				}
				else {
					element.remove();
				}
			}
		}
	}

	private static @Nullable Cover cover(List<Element> pictures) {
		for (Element picture : pictures) {
			String width = picture.attr("width");
			String height = picture.attr("height");
			if (!width.isEmpty() && !height.isEmpty() && !width.equals("0") && !height.equals("0")) {
				return new Cover(picture.attr("src"), Integer.parseInt(width), Integer.parseInt(height),
						picture.attr("alt"));
			}
		}
		return null;
	}

}
