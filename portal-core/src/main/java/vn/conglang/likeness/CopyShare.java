package vn.conglang.likeness;

/**
 * How much of what a site published in a period is another site's text.
 *
 * @param copied own entries that are near-duplicates of an earlier entry of another site
 * @param of own entries that were compared: short texts, legal documents, procedures and
 * standing pages are not
 */
public record CopyShare(int copied, int of) {

	public static final CopyShare NONE = new CopyShare(0, 0);

	/** In percent, rounded; 0 where nothing was compared. */
	public int percent() {
		return (this.of > 0) ? Math.round(this.copied * 100f / this.of) : 0;
	}

}
