package vn.conglang.identity;

/** How notices are mailed to somebody. They stand in the newsroom in any case. */
public enum MailChoice {

	/** Each as it comes. */
	AT_ONCE,

	/** All of a day in one mail. */
	DIGEST,

	/** Not at all. */
	NEVER

}
