package vn.conglang.editorial;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import vn.conglang.site.SiteOwned;

/**
 * What somebody is to know. It is kept in the newsroom whether or not it can be mailed.
 */
@Entity
class Notice extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long accountId;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private @Nullable Long entryId;

	private String title;

	private String byName;

	private @Nullable String detail;

	private String href;

	private Instant at;

	private @Nullable Instant readAt;

	private @Nullable Instant mailAfter;

	private int mailTries;

	@SuppressWarnings("NullAway.Init")
	protected Notice() {
	}

	Notice(long accountId, Kind kind, @Nullable Long entryId, String title, String byName, @Nullable String detail,
			String href, Instant at, @Nullable Instant mailAfter) {
		this.accountId = accountId;
		this.kind = kind;
		this.entryId = entryId;
		this.title = title;
		this.byName = byName;
		this.detail = detail;
		this.href = href;
		this.at = at;
		this.mailAfter = mailAfter;
	}

	/** Why somebody is told. Its sentence is {@code editorial.notice.<kind>}. */
	enum Kind {

		/** A text waits for them. */
		REVIEW,

		/** Their text came back. */
		RETURNED,

		/** Their text is before the citizens, or will be at a time. */
		PUBLISHED, PLANNED,

		/** Somebody said something about their text. */
		REMARK,

		/** What they planned could not be done. */
		FAILED,

		/** A text has waited too long for somebody of their board. */
		OVERDUE,

		/** A board of their area lets a text wait too long. */
		OVERDUE_AREA,

		/** A district or the province offers their site a text. */
		OFFERED,

		/** Something is to be done for their site. */
		REMINDED,

		/** A site of their area was reminded, and nothing came of it. */
		REMINDED_AREA,

		/** How their site did in the week before. */
		WEEK,

		/** The objection of their site is answered. */
		ANSWERED,

		/** How their site was scored is published or signed. */
		SCORED;

		/** Whether the detail is a list, a line each, and no quotation. */
		boolean isList() {
			return this == REMINDED || this == REMINDED_AREA || this == WEEK || this == SCORED;
		}

	}

}
