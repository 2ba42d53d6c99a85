package vn.conglang.editorial;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Two texts compared word by word. What comes out as HTML is written anew: words escaped,
 * elements from the short list below, pictures as {@link vn.conglang.content.EntryText}
 * cleaned them.
 */
final class Words {

	private static final Pattern WORD = Pattern.compile("\\p{N}+(?:[.,/:]\\p{N}+)*|[\\p{L}\\p{N}\\p{M}]+|\\s+|.",
			Pattern.DOTALL);

	/** Beyond this a text counts as wholly different: nobody reads such a difference. */
	private static final long MOST_STEPS = 16_000_000;

	private Words() {
	}

	/** Words, spaces and signs of a plain text. */
	static List<Word> of(String text) {
		List<Word> words = new ArrayList<>();
		add(text, List.of(), words);
		return words;
	}

	/** Words and pictures of an element, with what they are wrapped in. */
	static List<Word> of(Element element) {
		List<Word> words = new ArrayList<>();
		element.childNodes().forEach((node) -> walk(node, List.of(), words));
		return words;
	}

	private static void walk(Node node, List<String> around, List<Word> words) {
		if (node instanceof TextNode text) {
			add(text.getWholeText(), around, words);
		}
		else if (node instanceof Element element) {
			String name = element.normalName();
			if (name.equals("img") || name.equals("br")) {
				words.add(new Word(element.outerHtml(), around, true));
				return;
			}
			List<String> inner = around;
			if (HtmlBlocks.INLINE.contains(name)) {
				inner = new ArrayList<>(around);
				inner.add(HtmlBlocks.openTag(element));
				inner = List.copyOf(inner);
			}
			else if (!words.isEmpty()) {
				words.add(new Word("<br>", List.of(), true));
			}
			for (Node child : element.childNodes()) {
				walk(child, inner, words);
			}
		}
	}

	private static void add(String text, List<String> around, List<Word> words) {
		Matcher word = WORD.matcher(text);
		while (word.find()) {
			words.add(new Word(word.group().isBlank() ? " " : word.group(), around, false));
		}
	}

	/** What became of the words, in order. */
	static List<Piece> compare(List<Word> before, List<Word> after) {
		List<Piece> pieces = new ArrayList<>();
		int from = 0;
		for (Change change : changes(before, after)) {
			if (change.startOriginal > from) {
				List<Word> same = before.subList(from, change.startOriginal);
				Piece last = pieces.isEmpty() ? null : pieces.getLast();
				if (last != null && same.size() == 1 && same.getFirst().text().isBlank()) {
					// a lone space between two changes reads better as part of one
					pieces.set(pieces.size() - 1,
							new Piece(false, plus(last.before(), same), plus(last.after(), same)));
				}
				else {
					pieces.add(new Piece(true, same, same));
				}
			}
			List<Word> gone = before.subList(change.startOriginal, change.endOriginal);
			List<Word> come = after.subList(change.startRevised, change.endRevised);
			Piece last = pieces.isEmpty() ? null : pieces.getLast();
			if (last != null && !last.same()) {
				pieces.set(pieces.size() - 1, new Piece(false, plus(last.before(), gone), plus(last.after(), come)));
			}
			else {
				pieces.add(new Piece(false, gone, come));
			}
			from = change.endOriginal;
		}
		if (from < before.size()) {
			List<Word> same = before.subList(from, before.size());
			pieces.add(new Piece(true, same, same));
		}
		return pieces;
	}

	private static List<Word> plus(List<Word> one, List<Word> other) {
		List<Word> all = new ArrayList<>(one);
		all.addAll(other);
		return all;
	}

	/** The changes from one sequence to another; one for all if they are too long. */
	static <T> List<Change> changes(List<T> before, List<T> after) {
		int start = 0;
		int shorter = Math.min(before.size(), after.size());
		while (start < shorter && before.get(start).equals(after.get(start))) {
			start++;
		}
		int end = 0;
		while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
			end++;
		}
		int gone = before.size() - start - end;
		int come = after.size() - start - end;
		if (gone == 0 && come == 0) {
			return List.of();
		}
		if (gone == 0 || come == 0 || (long) gone * come > MOST_STEPS) {
			return List
				.of(new Change((gone == 0) ? DeltaType.INSERT : (come == 0) ? DeltaType.DELETE : DeltaType.CHANGE,
						start, start + gone, start, start + come));
		}
		int offset = start;
		return joined(new MyersDiffWithLinearSpace<T>()
			.computeDiff(before.subList(start, start + gone), after.subList(start, start + come), null)
			.stream()
			.map((change) -> new Change(change.deltaType, change.startOriginal + offset, change.endOriginal + offset,
					change.startRevised + offset, change.endRevised + offset))
			.toList());
	}

	/** What is gone and what came in its place are one change. */
	private static List<Change> joined(List<Change> changes) {
		List<Change> joined = new ArrayList<>();
		for (Change change : changes) {
			Change last = joined.isEmpty() ? null : joined.getLast();
			if (last != null && last.endOriginal == change.startOriginal && last.endRevised == change.startRevised) {
				joined.set(joined.size() - 1, new Change(DeltaType.CHANGE, last.startOriginal, change.endOriginal,
						last.startRevised, change.endRevised));
			}
			else {
				joined.add(change);
			}
		}
		return joined;
	}

	/** What is gone marked {@code <del>}, what came marked {@code <ins>}. */
	static String html(List<Piece> pieces, boolean gone, boolean come) {
		StringBuilder html = new StringBuilder();
		for (Piece piece : pieces) {
			if (piece.same()) {
				html.append(html(piece.before()));
				continue;
			}
			if (gone && !piece.before().isEmpty()) {
				html.append("<del>").append(html(piece.before())).append("</del>");
			}
			if (come && !piece.after().isEmpty()) {
				html.append("<ins>").append(html(piece.after())).append("</ins>");
			}
		}
		return html.toString();
	}

	static String html(List<Word> words) {
		StringBuilder html = new StringBuilder();
		List<String> open = List.of();
		for (Word word : words) {
			int kept = 0;
			while (kept < Math.min(open.size(), word.around().size())
					&& open.get(kept).equals(word.around().get(kept))) {
				kept++;
			}
			close(html, open, kept);
			word.around().subList(kept, word.around().size()).forEach(html::append);
			html.append(word.element() ? word.text() : Entities.escape(word.text()));
			open = word.around();
		}
		close(html, open, 0);
		return html.toString();
	}

	private static void close(StringBuilder html, List<String> open, int kept) {
		for (int i = open.size() - 1; i >= kept; i--) {
			html.append("</").append(HtmlBlocks.name(open.get(i))).append('>');
		}
	}

	/**
	 * A word, a space, a sign; or a picture or line break.
	 *
	 * @param text the word itself, or the HTML of the element
	 * @param around opening tags of what it is wrapped in, such as {@code <strong>}
	 */
	record Word(String text, List<String> around, boolean element) {
	}

	/** A stretch that is the same on both sides, or was replaced. */
	record Piece(boolean same, List<Word> before, List<Word> after) {
	}

}
