package vn.conglang.editorial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Two people have written on from the same text. What only one of them changed is taken;
 * where both changed the same place, somebody has to choose. Nothing of either is dropped
 * without being asked for.
 */
final class Merge {

	private Merge() {
	}

	/** The parts of the merged text, in order. */
	static List<Part> of(String base, String theirs, String mine) {
		List<HtmlBlocks.Block> from = HtmlBlocks.split(base);
		List<HtmlBlocks.Block> one = HtmlBlocks.split(theirs);
		List<HtmlBlocks.Block> other = HtmlBlocks.split(mine);
		int[] inTheirs = places(from, one);
		int[] inMine = places(from, other);
		List<Part> parts = new ArrayList<>();
		int b = 0;
		int t = 0;
		int m = 0;
		for (int i = 0; i < from.size(); i++) {
			if (inTheirs[i] >= 0 && inMine[i] >= 0) {
				// kept by both: what lies before it, then the block itself
				add(parts, from.subList(b, i), one.subList(t, inTheirs[i]), other.subList(m, inMine[i]));
				b = i + 1;
				t = inTheirs[i] + 1;
				m = inMine[i] + 1;
				add(parts, from.subList(i, b), one.subList(t - 1, t), other.subList(m - 1, m));
			}
		}
		add(parts, from.subList(b, from.size()), one.subList(t, one.size()), other.subList(m, other.size()));
		return parts;
	}

	/** Where each block of the base stands in a later text; -1 for nowhere. */
	private static int[] places(List<HtmlBlocks.Block> base, List<HtmlBlocks.Block> later) {
		int[] places = new int[base.size()];
		Arrays.fill(places, -1);
		int from = 0;
		int to = 0;
		for (Comparison.Row row : Comparison.align(base, later)) {
			if (row.before() != null && row.after() != null) {
				places[from] = to;
			}
			from += (row.before() != null) ? 1 : 0;
			to += (row.after() != null) ? 1 : 0;
		}
		return places;
	}

	private static void add(List<Part> parts, List<HtmlBlocks.Block> base, List<HtmlBlocks.Block> theirs,
			List<HtmlBlocks.Block> mine) {
		if (base.isEmpty() && theirs.isEmpty() && mine.isEmpty()) {
			return;
		}
		Origin origin = origin(keys(base), keys(theirs), keys(mine));
		Part last = parts.isEmpty() ? null : parts.getLast();
		if (last != null && last.origin() == origin && origin == Origin.SAME) {
			parts.set(parts.size() - 1,
					new Part(origin, plus(last.base(), base), plus(last.theirs(), theirs), plus(last.mine(), mine)));
		}
		else {
			parts.add(new Part(origin, base, theirs, mine));
		}
	}

	/** Of three forms of one thing: which is to be taken. */
	static <T> Origin origin(@Nullable T base, @Nullable T theirs, @Nullable T mine) {
		if (Objects.equals(theirs, mine)) {
			return Origin.SAME;
		}
		if (Objects.equals(base, mine)) {
			return Origin.THEIRS;
		}
		return Objects.equals(base, theirs) ? Origin.MINE : Origin.BOTH;
	}

	private static List<String> keys(List<HtmlBlocks.Block> blocks) {
		return blocks.stream().map(HtmlBlocks.Block::key).toList();
	}

	private static List<HtmlBlocks.Block> plus(List<HtmlBlocks.Block> one, List<HtmlBlocks.Block> other) {
		List<HtmlBlocks.Block> all = new ArrayList<>(one);
		all.addAll(other);
		return all;
	}

	/**
	 * The merged text.
	 * @param choices for each part on which both worked, in order
	 */
	static String html(List<Part> parts, List<Choice> choices) {
		List<HtmlBlocks.Block> blocks = new ArrayList<>();
		int asked = 0;
		for (Part part : parts) {
			switch (part.origin()) {
				case SAME, THEIRS -> blocks.addAll(part.theirs());
				case MINE -> blocks.addAll(part.mine());
				case BOTH -> {
					Choice choice = choices.get(asked++);
					if (choice != Choice.MINE) {
						blocks.addAll(part.theirs());
					}
					if (choice != Choice.THEIRS) {
						blocks.addAll(part.mine());
					}
				}
			}
		}
		return HtmlBlocks.join(blocks);
	}

	/** Who changed it. */
	enum Origin {

		/** Nobody, or both alike. */
		SAME,

		/** Only the others. */
		THEIRS,

		/** Only the writer. */
		MINE,

		/** Both, differently. */
		BOTH

	}

	/** What to take where both changed. */
	enum Choice {

		/** What the others wrote. */
		THEIRS,

		/** What the writer wrote. */
		MINE,

		/** One after the other. */
		BOTH

	}

	/** A stretch of the text in its three forms. */
	record Part(Origin origin, List<HtmlBlocks.Block> base, List<HtmlBlocks.Block> theirs,
			List<HtmlBlocks.Block> mine) {
	}

}
