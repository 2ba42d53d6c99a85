package vn.conglang.likeness;

/**
 * The MinHash sketch of a text: 192 hashes of which each is the smallest that any of the
 * text's shingles has in one of 192 orders, cut to a byte. Of two texts about as many of
 * these are the same as they have shingles in common. They are kept in {@value #KEYS}
 * keys of three: texts that have a key in common are worth comparing.
 *
 * @param keys a key's place in the highest of its 30 bits, so that an index of all keys
 * needs no places
 */
record Sketch(int[] keys) {

	/** To be raised with every change of how texts are taken apart or sketched. */
	static final int METHOD = 1;

	static final int KEYS = 64;

	private static final int ROWS = 3;

	private static final long[] FACTORS = new long[KEYS * ROWS];

	private static final long[] OFFSETS = new long[KEYS * ROWS];

	static {
		for (int i = 0; i < FACTORS.length; i++) {
			FACTORS[i] = Mix.mix(2L * i) | 1;
			OFFSETS[i] = Mix.mix(2L * i + 1);
		}
	}

	/** None where there are no shingles. */
	static Sketch of(Shingles shingles) {
		if (shingles.size() == 0) {
			return new Sketch(new int[0]);
		}
		int[] keys = new int[KEYS];
		for (int i = 0; i < FACTORS.length; i++) {
			long least = Long.MAX_VALUE;
			for (long run : shingles.hashes()) {
				least = Math.min(least, run * FACTORS[i] + OFFSETS[i]);
			}
			int key = i / ROWS;
			keys[key] = (keys[key] << 8) | (int) (Mix.mix(least) & 0xff);
		}
		for (int key = 0; key < KEYS; key++) {
			keys[key] |= key << 24;
		}
		return new Sketch(keys);
	}

	/**
	 * About which share of the shingles of both stands in both (Jaccard), from 0 to 1;
	 * two thirds of all estimates are off by less than 0.035.
	 */
	double alike(Sketch other) {
		if (this.keys.length != KEYS || other.keys.length != KEYS) {
			return 0;
		}
		int same = 0;
		for (int i = 0; i < KEYS; i++) {
			int differing = this.keys[i] ^ other.keys[i];
			same += ((differing & 0xff) == 0) ? 1 : 0;
			same += ((differing & 0xff00) == 0) ? 1 : 0;
			same += ((differing & 0xff0000) == 0) ? 1 : 0;
		}
		// of those that differ, one of 256 looks the same
		double share = (double) same / (KEYS * ROWS);
		return Math.max(0, (share - 1 / 256.0) / (1 - 1 / 256.0));
	}

}
