package vn.conglang.editorial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.difflib.algorithm.Change;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** Two rich texts laid side by side, block by block. */
final class Comparison {

	/** From this share of common words on, a block is another one's later form. */
	private static final double ALIKE = 0.35;

	private static final int MOST_PAIRS = 40_000;

	/** Unchanged blocks that are shown before and after a change. */
	private static final int AROUND = 1;

	private Comparison() {
	}

	/** Every block of both texts once, in order, each beside its counterpart. */
	static List<Row> align(List<HtmlBlocks.Block> before, List<HtmlBlocks.Block> after) {
		List<Row> rows = new ArrayList<>();
		int from = 0;
		int to = 0;
		for (Change change : Words.changes(before.stream().map(HtmlBlocks.Block::key).toList(),
				after.stream().map(HtmlBlocks.Block::key).toList())) {
			for (; from < change.startOriginal; from++, to++) {
				rows.add(new Row(Kind.SAME, before.get(from), after.get(to)));
			}
			pair(before.subList(change.startOriginal, change.endOriginal),
					after.subList(change.startRevised, change.endRevised), rows);
			from = change.endOriginal;
			to = change.endRevised;
		}
		for (; from < before.size(); from++, to++) {
			rows.add(new Row(Kind.SAME, before.get(from), after.get(to)));
		}
		return rows;
	}

	/** Finds for what is gone what it may have become: the most alike, in order. */
	private static void pair(List<HtmlBlocks.Block> gone, List<HtmlBlocks.Block> come, List<Row> rows) {
		int m = gone.size();
		int n = come.size();
		double[][] best = new double[m + 1][n + 1];
		double[][] alike = new double[m][n];
		if ((long) m * n <= MOST_PAIRS) {
			List<Set<String>> goneWords = gone.stream().map(Comparison::words).toList();
			List<Set<String>> comeWords = come.stream().map(Comparison::words).toList();
			for (int i = m - 1; i >= 0; i--) {
				for (int j = n - 1; j >= 0; j--) {
					boolean kin = gone.get(i).kind().equals(come.get(j).kind());
					alike[i][j] = kin ? alike(goneWords.get(i), comeWords.get(j)) : 0;
					double paired = (alike[i][j] >= ALIKE) ? alike[i][j] + best[i + 1][j + 1] : 0;
					best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
				}
			}
		}
		int i = 0;
		int j = 0;
		while (i < m || j < n) {
			if (i < m && j < n && alike[i][j] >= ALIKE && best[i][j] == alike[i][j] + best[i + 1][j + 1]) {
				rows.add(new Row(Kind.CHANGED, gone.get(i++), come.get(j++)));
			}
			else if (i < m && (j == n || best[i][j] == best[i + 1][j])) {
				rows.add(new Row(Kind.REMOVED, gone.get(i++), null));
			}
			else {
				rows.add(new Row(Kind.ADDED, null, come.get(j++)));
			}
		}
	}

	private static Set<String> words(HtmlBlocks.Block block) {
		Element element = HtmlBlocks.parse(block);
		Set<String> words = Words.of(element)
			.stream()
			.map(Words.Word::text)
			.filter((word) -> !word.isBlank())
			.collect(Collectors.toCollection(HashSet::new));
		element.select("img").forEach((image) -> words.add(image.attr("src")));
		return words;
	}

	private static double alike(Set<String> one, Set<String> other) {
		if (one.isEmpty() && other.isEmpty()) {
			return 1;
		}
		long common = one.stream().filter(other::contains).count();
		return (double) common / Math.max(one.size(), other.size());
	}

	/** The comparison as it is shown: what did not change for long is folded. */
	static List<Line> lines(String before, String after) {
		List<Row> rows = align(HtmlBlocks.split(before), HtmlBlocks.split(after));
		List<Line> lines = new ArrayList<>();
		for (int i = 0; i < rows.size();) {
			int end = i;
			while (end < rows.size() && rows.get(end).kind() == Kind.SAME) {
				end++;
			}
			int shown = (i == 0) ? 0 : AROUND;
			int shownAfter = (end == rows.size()) ? 0 : AROUND;
			if (end - i > shown + shownAfter + 1) {
				rows.subList(i, i + shown).forEach((row) -> lines.add(line(row)));
				lines.add(new Line(Kind.SAME, "", "", "",
						rows.subList(i + shown, end - shownAfter).stream().map(Comparison::line).toList()));
				rows.subList(end - shownAfter, end).forEach((row) -> lines.add(line(row)));
			}
			else {
				rows.subList(i, end).forEach((row) -> lines.add(line(row)));
			}
			if (end < rows.size()) {
				lines.add(line(rows.get(end)));
				end++;
			}
			i = end;
		}
		return lines;
	}

	private static Line line(Row row) {
		HtmlBlocks.Block before = row.before();
		HtmlBlocks.Block after = row.after();
		if (before != null && after != null && row.kind() == Kind.CHANGED) {
			return new Line(Kind.CHANGED, changed(before, after, true, false), changed(before, after, false, true),
					changed(before, after, true, true), List.of());
		}
		String left = (before != null) ? alone(before) : "";
		String right = (after != null) ? alone(after) : "";
		return new Line(row.kind(), left, right, (after != null) ? right : left, List.of());
	}

	/** A row in one piece: what is gone and what is new marked. */
	static String marked(Row row) {
		Line line = line(row);
		return switch (row.kind()) {
			case REMOVED -> "<div class=\"compare-removed\">" + line.both() + "</div>";
			case ADDED -> "<div class=\"compare-added\">" + line.both() + "</div>";
			default -> line.both();
		};
	}

	/** A block that stands alone, in its containers. */
	static String alone(HtmlBlocks.Block block) {
		return within(block, block.html());
	}

	/**
	 * A block with what changed in it.
	 * @param gone whether to show what is no longer there
	 * @param come whether to show what is new
	 */
	static String changed(HtmlBlocks.Block before, HtmlBlocks.Block after, boolean gone, boolean come) {
		HtmlBlocks.Block frame = come ? after : before;
		Element old = HtmlBlocks.parse(before);
		Element now = HtmlBlocks.parse(after);
		if (frame.tag().isEmpty()) {
			return within(frame, inner(old, now, gone, come));
		}
		Element shown = come ? now : old;
		String inner = frame.tag().equals("tr") ? cells(old, now, gone, come) : inner(old, now, gone, come);
		return within(frame, HtmlBlocks.openTag(shown) + inner + "</" + frame.tag() + ">");
	}

	private static String cells(Element old, Element now, boolean gone, boolean come) {
		StringBuilder html = new StringBuilder();
		Elements before = old.children();
		Elements after = now.children();
		for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
			boolean was = i < before.size();
			boolean is = i < after.size();
			if (was ? is || gone : come) {
				Element cell = is ? after.get(i) : before.get(i);
				html.append(HtmlBlocks.openTag(cell))
					.append(inner(was ? before.get(i) : new Element("td"), is ? after.get(i) : new Element("td"), gone,
							come))
					.append("</")
					.append(cell.normalName())
					.append('>');
			}
		}
		return html.toString();
	}

	private static String inner(Element old, Element now, boolean gone, boolean come) {
		return Words.html(Words.compare(Words.of(old), Words.of(now)), gone, come);
	}

	private static String within(HtmlBlocks.Block block, String html) {
		String inside = block.inside()
			.stream()
			.map((tag) -> tag.startsWith("<ol") ? "<ol start=\"" + block.ordinal() + "\">" : tag)
			.collect(Collectors.joining());
		StringBuilder all = new StringBuilder(inside).append(html);
		block.inside().reversed().forEach((tag) -> all.append("</").append(HtmlBlocks.name(tag)).append('>'));
		return all.toString();
	}

	/** Differences of two plain texts, as HTML. */
	static String text(String before, String after, boolean gone, boolean come) {
		return Words.html(Words.compare(Words.of(before), Words.of(after)), gone, come);
	}

	/** What became of a block. */
	enum Kind {

		/** Nothing. */
		SAME,

		/** It holds other words now. */
		CHANGED,

		/** It is gone. */
		REMOVED,

		/** It is new. */
		ADDED

	}

	/** A block and its counterpart; {@code null} where it has none. */
	record Row(Kind kind, HtmlBlocks.@Nullable Block before, HtmlBlocks.@Nullable Block after) {
	}

	/**
	 * A row of the comparison.
	 *
	 * @param left HTML of the block as it was, with what is gone marked
	 * @param right HTML of the block as it is, with what is new marked
	 * @param both the two in one
	 * @param folded the unchanged rows that this one stands for, if any
	 */
	record Line(Kind kind, String left, String right, String both, List<Line> folded) {
	}

}
