package vn.conglang.likeness;

/** Hashes of 64 bits, the same on every machine and in every version. */
final class Mix {

	private Mix() {
	}

	static long hash(String text) {
		long hash = 0xcbf29ce484222325L;
		for (int i = 0; i < text.length(); i++) {
			hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
		}
		return mix(hash);
	}

	/** Lets every bit of the input change about half of the output (SplitMix64). */
	static long mix(long bits) {
		long mixed = bits + 0x9e3779b97f4a7c15L;
		mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
		return mixed ^ (mixed >>> 31);
	}

}
