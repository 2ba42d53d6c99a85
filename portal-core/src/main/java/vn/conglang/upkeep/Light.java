package vn.conglang.upkeep;

/** How a site stands, at a glance. Always shown with its word and its reason. */
public enum Light {

	/** Nothing is to be done. */
	GOOD,

	/** Something is to be done. */
	WARN,

	/** Something has been left lying for too long. */
	BAD

}
