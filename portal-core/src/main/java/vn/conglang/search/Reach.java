package vn.conglang.search;

/** Where is searched. */
public enum Reach {

	/** What the site at work has published. */
	SITE(10_000),

	/** All that the board of the site at work has, drafts and withdrawn entries too. */
	DESK(10_000),

	/**
	 * What all sites of the province have published. Where very much is found, the best
	 * are chosen from among the latest and those with the words in their titles.
	 */
	PROVINCE(500);

	private final int most;

	Reach(int most) {
		this.most = most;
	}

	/** How many hits can be paged through; whoever looks for more has to say more. */
	public int most() {
		return this.most;
	}

}
