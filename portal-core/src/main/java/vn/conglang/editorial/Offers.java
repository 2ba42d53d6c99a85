package vn.conglang.editorial;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.media.MediaUses;
import vn.conglang.media.Pictures;
import vn.conglang.media.SharedMediaUses;
import vn.conglang.media.SharedPictures;
import vn.conglang.media.Stored;
import vn.conglang.site.Area;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What districts and the province offer to their sites: written once, corrected once. The
 * sites get it by {@link OfferRunner}, also where the first try was cut short.
 */
@Service
class Offers implements MediaUses, SharedMediaUses {

	private final OfferRepository offers;

	private final Sites sites;

	private final Pictures pictures;

	private final SharedPictures shared;

	private final Texts texts;

	private final Clock clock;

	Offers(OfferRepository offers, Sites sites, Pictures pictures, SharedPictures shared, Texts texts, Clock clock) {
		this.offers = offers;
		this.sites = sites;
		this.pictures = pictures;
		this.shared = shared;
		this.texts = texts;
		this.clock = clock;
	}

	/** For whom somebody may write: the whole province, or the areas they watch. */
	List<Scope> scopes(User user) {
		List<Scope> scopes = new ArrayList<>();
		if (user.isOfProvince()) {
			scopes.add(new Scope(null, this.sites.province().title(), this.sites.all()));
		}
		for (Area area : this.sites.areas()) {
			if (user.watches(area) && !user.isOfProvince() && !this.sites.of(area).isEmpty()) {
				scopes.add(new Scope(area, area.title(), this.sites.of(area)));
			}
		}
		return scopes;
	}

	/** The offers somebody may see, the latest first. */
	@Transactional(readOnly = true)
	public List<Offer> of(User user) {
		return this.offers.findTop200ByOrderByIdDesc().stream().filter((offer) -> manages(user, offer)).toList();
	}

	/** One of them. */
	@Transactional(readOnly = true)
	public Optional<Offer> find(User user, long id) {
		return this.offers.findById(id).filter((offer) -> manages(user, offer));
	}

	/** What is wrong with a text, by field; it is offered only when nothing is. */
	static Map<String, EntryText.Problem> problems(String title, String summary, String html) {
		EntryText text = new EntryText(title, summary, html, null, Map.of(), "");
		Map<String, EntryText.Problem> problems = new LinkedHashMap<>();
		text.problems(EntryType.ARTICLE).forEach((problem) -> problems.putIfAbsent(problem.field(), problem));
		text.gaps(EntryType.ARTICLE)
			.stream()
			.filter((gap) -> gap.field().equals("bodyHtml"))
			.forEach((gap) -> problems.putIfAbsent(gap.field(), gap));
		return problems;
	}

	/**
	 * Offers a text.
	 * @param source site from which it was taken, if from one
	 * @param targets sites within the scope
	 * @return its identity
	 */
	@Transactional
	public long offer(Scope scope, @Nullable Site source, Offer.Text text, Collection<Site> targets, User by) {
		Set<SiteId> within = Set.copyOf(scope.sites().stream().map(Site::id).toList());
		List<Long> ids = targets.stream()
			.filter((site) -> within.contains(site.id()) && (source == null || !site.id().equals(source.id())))
			.map((site) -> site.id().value())
			.toList();
		if (ids.isEmpty()) {
			throw new Reviews.NotNow("editorial.offer.targets.missing");
		}
		Area area = scope.area();
		String origin = (area != null) ? this.texts.of("editorial.offer.origin.area", area.fullName())
				: this.texts.of("editorial.offer.origin.province", this.sites.province().fullName());
		return this.offers
			.save(new Offer((area != null) ? area.id() : null, (source != null) ? source.id().value() : null, origin,
					text, ids, by, this.clock.instant()))
			.id();
	}

	/** Corrects an offer; those who took it get the correction. */
	@Transactional
	public void correct(long id, Offer.Text text, User by) {
		Offer offer = this.offers.lock(id).filter((found) -> manages(by, found)).orElseThrow(Members.Unknown::new);
		if (!offer.text().equals(text)) {
			offer.correct(text, by, this.clock.instant());
		}
	}

	/** Offers it no longer to those who have not answered. */
	@Transactional
	public void close(long id, User by) {
		this.offers.lock(id).filter((found) -> manages(by, found)).orElseThrow(Members.Unknown::new).close();
	}

	/** A picture that an offer shows, for those to whom it is offered. */
	Optional<Stored> picture(Offer offer, String hash, String name) {
		return offer.text().body().contains("/media/" + hash + "/") ? picture(offer.sourceSite(), hash, name)
				: Optional.empty();
	}

	/**
	 * A picture for those who write an offer.
	 * @param source site from which the text comes, if from one; the other pictures are
	 * shared
	 */
	Optional<Stored> picture(@Nullable Long source, String hash, String name) {
		Optional<Stored> own = (source != null)
				? CurrentSite.call(new SiteId(source), () -> this.pictures.find(hash, name)) : Optional.empty();
		return own.or(() -> this.shared.find(hash, name));
	}

	/** A site keeps what offers made of its entries show. */
	@Override
	@Transactional(readOnly = true)
	public List<Use> of(Site site, Collection<String> hashes) {
		return this.offers.ofSource(site.id().value())
			.stream()
			.flatMap((offer) -> hashes.stream()
				.filter((hash) -> offer.text().body().contains("/" + hash + "/"))
				.map((hash) -> new Use(hash, offer.text().title(), "/chia-se/" + offer.id(), offer.isOpen())))
			.toList();
	}

	@Override
	@Transactional(readOnly = true)
	public List<Use> of(String hash) {
		return this.offers.showing("%/media/" + hash + "/%")
			.stream()
			.map((offer) -> new Use(hash, offer.text().title(), "/chia-se/" + offer.id(), offer.isOpen()))
			.toList();
	}

	/** A site that takes an offer has the pictures as its own. */
	@Override
	public boolean shows(Site site, String hash) {
		return false;
	}

	private boolean manages(User user, Offer offer) {
		Long area = offer.areaId();
		return user.isOfProvince() || (area != null && user.grants()
			.stream()
			.anyMatch((grant) -> grant.role() == Role.AREA_MONITOR && grant.scopeId() == area));
	}

	/** Whom somebody may write for: an area, or the province where there is none. */
	record Scope(@Nullable Area area, String title, List<Site> sites) {
	}

}
