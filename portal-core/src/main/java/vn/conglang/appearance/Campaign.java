package vn.conglang.appearance;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** What the province or an area shows on many sites for a while. */
@Entity
class Campaign {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private @Nullable Long areaId;

	private String origin;

	private String title;

	private String text;

	private String href;

	private @Nullable String pictureSrc;

	private @Nullable Integer pictureWidth;

	private @Nullable Integer pictureHeight;

	private @Nullable String pictureAlt;

	@Enumerated(EnumType.STRING)
	private CampaignDesign.Place place;

	private Instant beginsAt;

	private Instant endsAt;

	@Enumerated(EnumType.STRING)
	private CampaignDesign.Reach reach;

	@ElementCollection
	@CollectionTable(name = "campaign_area", joinColumns = @JoinColumn(name = "campaign_id"))
	@Column(name = "area")
	private Set<Long> areas = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "campaign_site", joinColumns = @JoinColumn(name = "campaign_id"))
	@Column(name = "site")
	private Set<Long> sites = new HashSet<>();

	private @Nullable Instant stoppedAt;

	private String byName;

	@Version
	private int lockVersion;

	@SuppressWarnings("NullAway.Init")
	protected Campaign() {
	}

	@SuppressWarnings("NullAway.Init")
	Campaign(@Nullable Long areaId, String origin, CampaignDesign design, String by) {
		this.areaId = areaId;
		this.origin = origin;
		say(design, by);
	}

	/** Says something else from now on; what is wrong with it has been asked before. */
	void change(CampaignDesign design, String by) {
		say(design, by);
	}

	private void say(CampaignDesign design, String by) {
		this.title = design.title();
		this.text = design.text();
		this.href = design.href();
		CampaignDesign.Picture picture = design.picture();
		this.pictureSrc = (picture != null) ? picture.src() : null;
		this.pictureWidth = (picture != null) ? picture.width() : null;
		this.pictureHeight = (picture != null) ? picture.height() : null;
		this.pictureAlt = (picture != null) ? picture.alt() : null;
		this.place = design.place();
		this.beginsAt = Objects.requireNonNull(design.begins());
		this.endsAt = Objects.requireNonNull(design.ends());
		this.reach = design.reach();
		this.areas.retainAll(design.areas());
		this.areas.addAll(design.areas());
		this.sites.retainAll(design.sites());
		this.sites.addAll(design.sites());
		this.byName = by;
	}

	void stop(String by, Instant at) {
		this.stoppedAt = at;
		this.byName = by;
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("Not saved yet");
		}
		return this.id;
	}

	/** Of the province, if of no area. */
	@Nullable Long areaId() {
		return this.areaId;
	}

	/** Who it comes from, as citizens read it. */
	String origin() {
		return this.origin;
	}

	String title() {
		return this.title;
	}

	CampaignDesign.Place place() {
		return this.place;
	}

	Instant beginsAt() {
		return this.beginsAt;
	}

	/** When it ends or has ended by itself. */
	Instant endsAt() {
		return this.endsAt;
	}

	@Nullable Instant stoppedAt() {
		return this.stoppedAt;
	}

	/** Who changed it last. */
	String byName() {
		return this.byName;
	}

	/** Raised by every change. */
	int version() {
		return this.lockVersion;
	}

	/** All it says, with the areas and sites it reaches; inside a transaction only. */
	CampaignDesign design() {
		return new CampaignDesign(this.title, this.text, this.href, picture(), this.place, this.beginsAt, this.endsAt,
				this.reach, Set.copyOf(this.areas), Set.copyOf(this.sites));
	}

	CampaignDesign.@Nullable Picture picture() {
		return (this.pictureSrc != null)
				? new CampaignDesign.Picture(this.pictureSrc, Objects.requireNonNull(this.pictureWidth),
						Objects.requireNonNull(this.pictureHeight), Objects.requireNonNull(this.pictureAlt))
				: null;
	}

	/** As a site shows it. */
	Campaigns.Shown shown() {
		return Campaigns.Shown.of(this.title, this.text, this.href, picture(), this.place, this.origin);
	}

	State state(Instant now) {
		if (this.stoppedAt != null) {
			return State.STOPPED;
		}
		if (!this.endsAt.isAfter(now)) {
			return State.ENDED;
		}
		return this.beginsAt.isAfter(now) ? State.UPCOMING : State.RUNNING;
	}

	/** Where it stands, by the clock. */
	enum State {

		UPCOMING, RUNNING, ENDED, STOPPED

	}

}
