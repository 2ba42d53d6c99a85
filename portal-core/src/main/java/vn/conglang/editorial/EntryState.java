package vn.conglang.editorial;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryStatus;
import vn.conglang.content.Progress;

/** The states by which people look for entries. */
enum EntryState {

	/** Somebody writes on it. */
	DRAFT(null, Progress.WRITING),

	/** Waits for the board. */
	IN_REVIEW(null, Progress.IN_REVIEW),

	/** Came back with a reason. */
	RETURNED(null, Progress.RETURNED),

	/** Will be published at a time. */
	SCHEDULED(null, Progress.SCHEDULED),

	/** Citizens see it. */
	PUBLISHED(EntryStatus.PUBLISHED, null),

	/** Citizens saw it. */
	WITHDRAWN(EntryStatus.WITHDRAWN, null);

	private final @Nullable EntryStatus status;

	private final @Nullable Progress progress;

	EntryState(@Nullable EntryStatus status, @Nullable Progress progress) {
		this.status = status;
		this.progress = progress;
	}

	@Nullable EntryStatus status() {
		return this.status;
	}

	@Nullable Progress progress() {
		return this.progress;
	}

}
