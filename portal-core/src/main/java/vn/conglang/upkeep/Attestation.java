package vn.conglang.upkeep;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.site.SiteOwned;

/**
 * A board's word that a section is there where the portal cannot see it, or that what was
 * said before does not hold any more. Never changed: the latest of an item holds.
 */
@Entity
@Immutable
class Attestation extends SiteOwned {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String item;

	private @Nullable LocalDate attestedOn;

	private @Nullable LocalDate validUntil;

	private String note;

	private String link;

	private long byId;

	private String byName;

	@Enumerated(EnumType.STRING)
	private Role role;

	private Instant at;

	@SuppressWarnings("NullAway.Init")
	protected Attestation() {
	}

	Attestation(Word word, Instant at) {
		this.item = word.item();
		this.attestedOn = word.on();
		this.validUntil = word.until();
		this.note = word.note();
		this.link = word.link();
		this.byId = word.byId();
		this.byName = word.byName();
		this.role = word.role();
		this.at = at;
	}

	Word word() {
		return new Word(this.item, this.attestedOn, this.validUntil, this.note, this.link, this.byId, this.byName,
				this.role);
	}

	Instant at() {
		return this.at;
	}

	/**
	 * What was said.
	 *
	 * @param item key of the section
	 * @param on the day for which it is said; {@code null} where it is taken back
	 * @param until last day on which it holds; {@code null} where it is taken back
	 * @param note how it is there; may be empty
	 * @param link where it is to be seen; may be empty
	 * @param role what who said it was at the time
	 */
	record Word(String item, @Nullable LocalDate on, @Nullable LocalDate until, String note, String link, long byId,
			String byName, Role role) {
	}

}
