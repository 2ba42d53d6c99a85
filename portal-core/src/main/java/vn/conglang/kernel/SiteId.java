package vn.conglang.kernel;

/**
 * Identity of a site: stable for ever, whatever the site is renamed to, merged into or
 * moved to.
 *
 * @param value the number in the database, 1 or more
 */
public record SiteId(long value) {

	public SiteId {
		if (value < 1) {
			throw new IllegalArgumentException("A site id is 1 or more, not " + value);
		}
	}

	@Override
	public String toString() {
		return Long.toString(this.value);
	}

}
