package vn.conglang.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;

/**
 * A contact with a board, or help given.
 *
 * @param corrects the first row of the contact that this one corrects, if it does
 * @param words what was said and agreed
 * @param corrected whether a later row takes its place
 */
record Contact(long id, SiteId site, @Nullable Long corrects, Words words, String byName, Instant recordedAt,
		boolean corrected) {

	/** The first row of this contact. */
	public long first() {
		return (this.corrects != null) ? this.corrects : this.id;
	}

	public LocalDateTime time() {
		return CareTexts.time(this.recordedAt);
	}

	/**
	 * What is kept of a contact; texts may be empty, save what was said.
	 *
	 * @param until when to look again, if that was agreed
	 */
	record Words(LocalDate on, How how, String with, String said, String agreed, @Nullable LocalDate until) {
	}

	/** How people came together. */
	enum How {

		PHONE, VISIT, MESSAGE, TRAINING

	}

}
