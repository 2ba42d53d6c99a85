package vn.conglang.upkeep;

/**
 * How much is the matter with a site, in numbers alone: that can be counted for thousands
 * of sites, where telling each finding could not.
 *
 * @param bad how many findings are urgent
 * @param warn how many are not
 * @param sections how many mandatory sections there are; 0 where nobody has looked yet
 * @param present of them those that are there, though some may be out of date
 * @param current of them those that are there and up to date
 */
public record Tally(int bad, int warn, int sections, int present, int current) {

	/** Of a site of which nothing is known. */
	public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

	/** Of findings alone. */
	static Tally of(Iterable<Finding> findings) {
		int bad = 0;
		int warn = 0;
		for (Finding finding : findings) {
			if (finding.severity() == Severity.BAD) {
				bad++;
			}
			else {
				warn++;
			}
		}
		return new Tally(bad, warn, 0, 0, 0);
	}

	Tally plus(Tally other) {
		return new Tally(this.bad + other.bad, this.warn + other.warn, this.sections + other.sections,
				this.present + other.present, this.current + other.current);
	}

	/** The same with the other's mandatory sections. */
	Tally withSectionsOf(Tally other) {
		return new Tally(this.bad, this.warn, other.sections, other.present, other.current);
	}

	/** What is the matter, at a glance. */
	public Light light() {
		return (this.bad > 0) ? Light.BAD : (this.warn > 0) ? Light.WARN : Light.GOOD;
	}

}
