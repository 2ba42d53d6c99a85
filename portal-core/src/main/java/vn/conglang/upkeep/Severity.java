package vn.conglang.upkeep;

/** How much a finding weighs. */
public enum Severity {

	/** Left lying for too long: the site needs help. */
	BAD,

	/** To be mended soon. */
	WARN

}
