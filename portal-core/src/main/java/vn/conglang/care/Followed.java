package vn.conglang.care;

import java.util.List;

/**
 * A reminder, and what became of it.
 *
 * @param lines of what it reminded
 */
record Followed(Reminder reminder, List<Line> lines) {

	/** How much of it is still to be done. */
	public int open() {
		return (int) this.lines.stream().filter((line) -> !line.done()).count();
	}

	/** Whether all of it is done. */
	public boolean isDone() {
		return open() == 0;
	}

	/** Whether the board has it before its eyes. */
	boolean waits() {
		return this.reminder.whom().isBoard() && this.reminder.known() == null && !isDone();
	}

	/**
	 * Something of which a site was reminded.
	 *
	 * @param done whether it is no longer so
	 */
	record Line(Reminder.Item item, boolean done) {
	}

}
