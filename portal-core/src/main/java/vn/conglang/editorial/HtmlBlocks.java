package vn.conglang.editorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Takes clean HTML apart into the blocks in which people think (paragraph, heading, list
 * item, table row, figure) and puts blocks together again, so that texts are compared and
 * merged block by block.
 */
final class HtmlBlocks {

	/** What holds blocks and is none itself. */
	private static final Set<String> CONTAINERS = Set.of("ul", "ol", "blockquote", "table", "thead", "tbody", "tfoot",
			"div");

	/** What stands inside a line. */
	static final Set<String> INLINE = Set.of("a", "strong", "em", "u", "s", "sub", "sup", "code", "cite", "img", "br");

	private HtmlBlocks() {
	}

	/** The blocks of an HTML fragment, in order. */
	static List<Block> split(String html) {
		List<Block> blocks = new ArrayList<>();
		collect(parse(html), List.of(), blocks);
		return blocks;
	}

	/** The HTML fragment that consists of these blocks. */
	static String join(List<Block> blocks) {
		StringBuilder html = new StringBuilder();
		List<String> open = List.of();
		for (Block block : blocks) {
			int kept = 0;
			int most = Math.min(open.size(), block.inside().size() - block.opens());
			while (kept < most && open.get(kept).equals(block.inside().get(kept))) {
				kept++;
			}
			close(html, open, kept);
			block.inside().subList(kept, block.inside().size()).forEach(html::append);
			html.append(block.html());
			open = block.inside();
		}
		close(html, open, 0);
		return html.toString();
	}

	static Element parse(String html) {
		Document document = Jsoup.parseBodyFragment(html);
		document.outputSettings().prettyPrint(false).charset("UTF-8");
		return document.body();
	}

	/** A row of a table is only parsed inside of one. */
	static Element parse(Block block) {
		String inside = String.join("", block.inside());
		Element found = parse(inside + block.html());
		for (int i = 0; i < block.inside().size(); i++) {
			Element next = found.firstElementChild();
			if (next == null) {
				break;
			}
			found = next;
		}
		Element own = found.firstElementChild();
		return (own != null && !block.tag().isEmpty()) ? own : found;
	}

	private static void close(StringBuilder html, List<String> open, int kept) {
		for (int i = open.size() - 1; i >= kept; i--) {
			html.append("</").append(name(open.get(i))).append('>');
		}
	}

	private static void collect(Element parent, List<String> inside, List<Block> blocks) {
		StringBuilder loose = new StringBuilder();
		int ordinal = parent.attr("start").matches("[0-9]{1,5}") ? Integer.parseInt(parent.attr("start")) : 1;
		for (Node node : parent.childNodes()) {
			if (node instanceof Element element && CONTAINERS.contains(element.normalName())) {
				loose(loose, inside, blocks);
				List<String> path = new ArrayList<>(inside);
				path.add(openTag(element));
				int begun = blocks.size();
				collect(element, List.copyOf(path), blocks);
				if (blocks.size() > begun) {
					blocks.set(begun, blocks.get(begun).opening());
				}
			}
			else if (node instanceof Element element && !INLINE.contains(element.normalName())) {
				loose(loose, inside, blocks);
				blocks.add(new Block(inside, 0, element.normalName(), element.outerHtml(), ordinal));
				ordinal++;
			}
			else if (!(node instanceof TextNode text && text.isBlank() && loose.isEmpty())) {
				loose.append(node.outerHtml());
			}
		}
		loose(loose, inside, blocks);
	}

	/** Text that stands in no block. */
	private static void loose(StringBuilder html, List<String> inside, List<Block> blocks) {
		String found = html.toString().strip();
		if (!found.isEmpty()) {
			blocks.add(new Block(inside, 0, "", found, 0));
		}
		html.setLength(0);
	}

	static String openTag(Element element) {
		return "<" + element.normalName() + element.attributes().html() + ">";
	}

	static String name(String openTag) {
		int end = 1;
		while (Character.isLetterOrDigit(openTag.charAt(end))) {
			end++;
		}
		return openTag.substring(1, end);
	}

	/**
	 * A block. Two are the same if they hold the same text in the same kind of container.
	 *
	 * @param inside opening tags of the containers around it, the outermost first
	 * @param opens how many of these, the innermost, begin with this block
	 * @param tag its element, empty for text that stands in none
	 * @param html its own HTML
	 * @param ordinal its number in a numbered list
	 */
	record Block(List<String> inside, int opens, String tag, String html, int ordinal) {

		Block opening() {
			return new Block(this.inside, this.opens + 1, this.tag, this.html, this.ordinal);
		}

		/** What makes it the same as another one. */
		String key() {
			return String.join("", this.inside) + this.html;
		}

		/** Its kind: only blocks of one kind are compared word by word. */
		String kind() {
			return this.inside.stream().map(HtmlBlocks::name).toList() + this.tag;
		}

	}

}
