package vn.conglang.content;

/** Where an entry stands, seen from outside. */
public enum EntryStatus {

	/** Never published. */
	DRAFT,

	/** One of its revisions is what citizens see. */
	PUBLISHED,

	/** Was published once and taken down. */
	WITHDRAWN

}
