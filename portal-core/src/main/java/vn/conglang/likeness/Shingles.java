package vn.conglang.likeness;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import vn.conglang.likeness.Syllables.Syllable;

/**
 * A text as the set of all its runs of {@value #LENGTH} syllables. The overlap of two
 * texts is measured in these and is exact.
 *
 * @param hashes in rising order, each once
 */
record Shingles(long[] hashes) {

	static final int LENGTH = 5;

	/** More than 60 pages; what comes after is not looked at. */
	private static final int MOST = 30_000;

	static final Shingles NONE = new Shingles(new long[0]);

	static Shingles of(List<Syllable> syllables) {
		return new Shingles(runs(syllables).limit(MOST).sorted().distinct().toArray());
	}

	/** One for each syllable that has enough after it, in the order of the text. */
	static LongStream runs(List<Syllable> syllables) {
		return LongStream.range(0, Math.max(0, syllables.size() - LENGTH + 1)).map((from) -> {
			long run = 0;
			for (int i = (int) from; i < from + LENGTH; i++) {
				run = Mix.mix(run ^ syllables.get(i).hash());
			}
			return run;
		});
	}

	int size() {
		return this.hashes.length;
	}

	boolean has(long run) {
		return Arrays.binarySearch(this.hashes, run) >= 0;
	}

	/** Those that the other has not. */
	Shingles without(Shingles other) {
		return (other.size() == 0) ? this
				: new Shingles(Arrays.stream(this.hashes).filter((run) -> !other.has(run)).toArray());
	}

	/** Those of both. */
	Shingles and(Shingles other) {
		return new Shingles(LongStream.concat(Arrays.stream(this.hashes), Arrays.stream(other.hashes))
			.sorted()
			.distinct()
			.toArray());
	}

	/** Those that stand in both. */
	int common(Shingles other) {
		int common = 0;
		int there = 0;
		for (long run : this.hashes) {
			while (there < other.hashes.length && other.hashes[there] < run) {
				there++;
			}
			if (there < other.hashes.length && other.hashes[there] == run) {
				common++;
			}
		}
		return common;
	}

	/** How much of this text stands in the other, from 0 to 1. */
	double within(Shingles other) {
		return (size() == 0) ? 0 : (double) common(other) / size();
	}

}
