package vn.conglang.content;

/**
 * Where the latest text of an entry stands on its way to the citizens. What citizens see
 * meanwhile is told by {@link EntryStatus}.
 */
public enum Progress {

	/** Somebody writes it. */
	WRITING,

	/** It waits for a stage of the board's workflow. */
	IN_REVIEW,

	/** It came back with a reason. */
	RETURNED,

	/** Approved, and to be published at a time. */
	SCHEDULED,

	/** Nothing newer waits behind what was published or withdrawn. */
	DONE

}
