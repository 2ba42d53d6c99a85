package vn.conglang.editorial;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.DeskEntries;
import vn.conglang.content.EntryStatus;
import vn.conglang.content.EntryText;
import vn.conglang.content.Publishing;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.media.Pictures;
import vn.conglang.site.Site;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/**
 * What the site at work makes of offers: it takes them over as entries of its own or
 * refuses them, and follows their corrections. Its own words are never written over
 * without its board.
 */
@Service
class Shares {

	static final int LONGEST_INTRODUCTION = 2000;

	private static final Pattern MEDIA = Pattern.compile("/(?:media|tep)/([0-9a-f]{32})/");

	private final OfferedRepository offered;

	private final OfferRepository offers;

	private final Publishing publishing;

	private final DeskEntries entries;

	private final Reviews reviews;

	private final ActRepository acts;

	private final Pictures pictures;

	private final Users users;

	private final EditorialPolicy policy;

	private final Texts texts;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Shares(OfferedRepository offered, OfferRepository offers, Publishing publishing, DeskEntries entries,
			Reviews reviews, ActRepository acts, Pictures pictures, Users users, EditorialPolicy policy, Texts texts,
			ApplicationEventPublisher events, Clock clock) {
		this.offered = offered;
		this.offers = offers;
		this.publishing = publishing;
		this.entries = entries;
		this.reviews = reviews;
		this.acts = acts;
		this.pictures = pictures;
		this.users = users;
		this.policy = policy;
		this.texts = texts;
		this.events = events;
		this.clock = clock;
	}

	/** What is offered to the site or was taken by it, unanswered offers first. */
	@Transactional(readOnly = true)
	public List<Item> all() {
		List<Item> items = new ArrayList<>();
		for (Offered one : this.offered.findTop200ByOrderByIdDesc()) {
			find(one).ifPresent(items::add);
		}
		items.sort((one, other) -> Boolean.compare(one.offered().state() != Offered.State.NEW,
				other.offered().state() != Offered.State.NEW));
		return items;
	}

	/** How many wait for an answer. */
	@Transactional(readOnly = true)
	public long waiting() {
		return this.offered.countNew();
	}

	/** One of them. */
	@Transactional(readOnly = true)
	public Optional<Item> find(long id) {
		return this.offered.findById(id).flatMap(this::find);
	}

	private Optional<Item> find(Offered one) {
		return this.offers.findById(one.offerId())
			.filter((offer) -> offer.isOpen() || one.state() != Offered.State.NEW)
			.map((offer) -> new Item(one, offer));
	}

	/** What the site chose last about corrections. */
	@Transactional(readOnly = true)
	public Offered.Follow usualFollow() {
		return this.offered.lastTaken()
			.map(Offered::follow)
			.map(Objects::requireNonNull)
			.orElse(Offered.Follow.FOR_APPROVAL);
	}

	/** Lays an offer before the site, once. */
	@Transactional
	public void lay(long offerId) {
		Offer offer = this.offers.findById(offerId).orElseThrow();
		if (offer.isOpen() && !this.offered.existsByOfferId(offerId)) {
			Offered one = this.offered.save(new Offered(offerId, this.clock.instant()));
			this.events
				.publishEvent(new OfferLaid(CurrentSite.require(), one.id(), offer.text().title(), offer.origin()));
		}
	}

	/**
	 * Takes an offer over as an entry of the site: what the district wrote, with the
	 * site's own introduction before it.
	 * @return the identity of the entry
	 */
	@Transactional
	public long take(Site site, long id, String introduction, @Nullable Long category, Offered.Follow follow, User by) {
		refuse(this.policy.whyNotWrite(by, site));
		Offered one = this.offered.lock(id).orElseThrow(Members.Unknown::new);
		Offer offer = this.offers.hold(one.offerId()).orElseThrow(Members.Unknown::new);
		if (one.state() == Offered.State.TAKEN) {
			throw new Reviews.NotNow("editorial.share.taken.already", one.byName());
		}
		if (!offer.isOpen()) {
			throw new Reviews.NotNow("editorial.share.closed");
		}
		String own = introduction.strip();
		if (own.length() > LONGEST_INTRODUCTION) {
			throw new Reviews.NotNow("editorial.share.introduction.tooLong", LONGEST_INTRODUCTION);
		}
		borrow(offer, by.displayName());
		long entry = this.publishing.beginShared(text(offer, "", category), offer.id(), offer.byName(), offer.byId());
		if (!own.isEmpty()) {
			this.publishing.save(entry, 1, text(offer, own, category), by);
		}
		one.take(entry, own, follow, by, this.clock.instant());
		DeskEntries.Opened opened = this.entries.open(entry).orElseThrow();
		one.has(offer.revision(), opened.revisionId());
		this.acts.save(new Act(Act.Kind.SHARED, entry, opened.revisionId(), by, by.displayName(), this.clock.instant())
			.because(offer.origin()));
		return entry;
	}

	/** Has no use for an offer; it can still be taken later. */
	@Transactional
	public void refuse(Site site, long id, String reason, User by) {
		refuse(this.policy.whyNotWrite(by, site));
		Offered one = this.offered.lock(id).orElseThrow(Members.Unknown::new);
		if (one.state() == Offered.State.TAKEN) {
			throw new Reviews.NotNow("editorial.share.taken.already", one.byName());
		}
		String why = reason.strip();
		one.refuse(why.substring(0, Math.min(why.length(), 500)), by, this.clock.instant());
	}

	/**
	 * Brings the entry up to the latest correction of the offer, unless it has it.
	 * @param mayPublish whether a site that wants it so publishes at once
	 * @return what is left to do
	 */
	@Transactional
	public Left follow(long offerId, boolean mayPublish) {
		Offered one = this.offered.lockByOffer(offerId)
			.filter((found) -> found.state() == Offered.State.TAKEN)
			.orElse(null);
		Offer offer = this.offers.findById(offerId).orElseThrow();
		if (one == null || one.takenRevision() >= offer.revision()) {
			return Left.NOTHING;
		}
		long entry = Objects.requireNonNull(one.entryId());
		DeskEntries.Opened before = this.entries.open(entry).orElseThrow(Publishing.NotFound::new);
		boolean untouched = Objects.equals(before.revisionId(), one.baseRevisionId());
		boolean published = before.status() == EntryStatus.PUBLISHED
				&& Objects.equals(before.publishedRevisionId(), one.baseRevisionId());
		borrow(offer, offer.byName());
		long revision = this.publishing.saveShared(entry, text(offer, one.introduction(), before.text().categoryId()),
				offer.byName(), offer.byId());
		this.reviews.revised(entry, revision);
		one.has(offer.revision(), revision);
		boolean atOnce = mayPublish && one.follow() == Offered.Follow.AT_ONCE && untouched && published;
		Act corrected = new Act(Act.Kind.CORRECTED, entry, revision, null, offer.origin(), this.clock.instant());
		this.acts.save(untouched ? corrected : corrected.because(this.texts.of("editorial.share.overOwnText")));
		if (atOnce) {
			this.publishing.publishRevision(entry, revision);
			this.acts.save(new Act(Act.Kind.PUBLISHED, entry, revision, null, offer.origin(), this.clock.instant()));
			return Left.NOTHING;
		}
		return (before.status() == EntryStatus.PUBLISHED) ? Left.APPROVAL : Left.NOTHING;
	}

	/** Sends a correction on its way to the board, in the name of who took the offer. */
	@Transactional
	public void submit(Site site, long offerId) {
		Offered one = this.offered.lockByOffer(offerId).orElseThrow();
		Long by = one.byId();
		Long entry = one.entryId();
		if (by != null && entry != null && this.reviews.open(entry).isEmpty()) {
			User user = this.users.byId(by).orElseThrow(Users.NotSignedIn::new);
			this.reviews.submit(site, entry, user);
		}
	}

	private void borrow(Offer offer, String by) {
		List<String> hashes = MEDIA.matcher(offer.text().body())
			.results()
			.map((found) -> group(found))
			.distinct()
			.toList();
		Long source = offer.sourceSite();
		if (source != null) {
			this.pictures.borrow(new SiteId(source), hashes, by);
		}
		this.pictures.borrow(null, hashes, by);
	}

	private static String group(MatchResult found) {
		return String.valueOf(found.group(1));
	}

	private EntryText text(Offer offer, String introduction, @Nullable Long category) {
		StringBuilder body = new StringBuilder();
		introduction.lines()
			.filter((line) -> !line.isBlank())
			.forEach((line) -> body.append("<p>").append(HtmlUtils.htmlEscape(line, "UTF-8")).append("</p>"));
		Offer.Text text = offer.text();
		return new EntryText(text.title(), text.summary(), body + text.body(), category, Map.of(),
				this.texts.of("editorial.share.source", offer.origin()));
	}

	private static void refuse(@Nullable String key) {
		if (key != null) {
			throw new Reviews.NotNow(key);
		}
	}

	/** An offer as it lies before the site. */
	record Item(Offered offered, Offer offer) {
	}

	/** What is left to do after a correction. */
	enum Left {

		NOTHING, APPROVAL

	}

}
