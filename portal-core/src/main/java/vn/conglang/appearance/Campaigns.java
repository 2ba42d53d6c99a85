package vn.conglang.appearance;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.kernel.SiteId;
import vn.conglang.media.MediaUses;
import vn.conglang.media.Picture;
import vn.conglang.media.SharedMediaUses;
import vn.conglang.media.SharedPictures;
import vn.conglang.site.Site;
import vn.conglang.site.SiteVersions;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The campaigns of the province and of districts: designed once, seen on all the sites
 * they reach. Nothing is written in any site. Each begins and ends by the clock; every
 * act raises the versions of the sites it reaches, so their pages are made anew.
 */
@Service
public class Campaigns implements SharedMediaUses {

	/** How many a page shows in one place. */
	static final int MOST = 3;

	private final CampaignRepository campaigns;

	private final CampaignActRepository acts;

	private final CampaignPolicy policy;

	private final Sites sites;

	private final SiteVersions versions;

	private final SharedPictures pictures;

	private final Clock clock;

	Campaigns(CampaignRepository campaigns, CampaignActRepository acts, CampaignPolicy policy, Sites sites,
			SiteVersions versions, SharedPictures pictures, Clock clock) {
		this.campaigns = campaigns;
		this.acts = acts;
		this.policy = policy;
		this.sites = sites;
		this.versions = versions;
		this.pictures = pictures;
		this.clock = clock;
	}

	/**
	 * What the pages of a site show from now on. As every act raises the site's version,
	 * it may be kept as long as that stays the same.
	 */
	@Transactional(readOnly = true)
	public Ahead ahead(Site site) {
		return new Ahead(notOver(site, this.clock.instant()));
	}

	/**
	 * How a campaign would look that somebody is designing; nothing is kept.
	 * @param typed the fields of the form
	 * @return nothing for those who run no campaigns
	 */
	public Optional<Tried> tried(User user, Map<String, String> typed, List<String> areas, List<String> sites) {
		if (this.policy.whyNotRun(user) != null) {
			return Optional.empty();
		}
		CampaignForm form = CampaignForm.typed(typed, areas, sites);
		CampaignPolicy.Scope scope = this.policy.scope(user, form.scope());
		CampaignDesign design = form.design(scope, this.pictures.picture(form.picture()).orElse(null));
		Set<SiteId> reached = reached(design);
		Site site = scope.sites()
			.stream()
			.filter((one) -> reached.contains(one.id()))
			.findFirst()
			.orElse(scope.sites().getFirst());
		return Optional.of(new Tried(
				Shown.of(design.title(), design.text(), design.href(), design.picture(), design.place(), scope.title()),
				site));
	}

	/** What is running on a site or will, for its board. */
	@Transactional(readOnly = true)
	List<Campaign> of(Site site) {
		return notOver(site, this.clock.instant());
	}

	private List<Campaign> notOver(Site site, Instant now) {
		return this.campaigns.notOver(now, site.area().id(), site.id().value());
	}

	/** The campaigns somebody runs: those that are not over first, then the latest. */
	@Transactional(readOnly = true)
	List<Campaign> of(User user) {
		Instant now = this.clock.instant();
		List<Campaign> all = new ArrayList<>(this.campaigns.latest()
			.stream()
			.filter((campaign) -> this.policy.whyNotManage(user, campaign) == null)
			.toList());
		all.sort((one, other) -> Boolean.compare(over(one, now), over(other, now)));
		return all;
	}

	private static boolean over(Campaign campaign, Instant now) {
		return campaign.state(now) == Campaign.State.ENDED || campaign.state(now) == Campaign.State.STOPPED;
	}

	/** One of them, with all it says. */
	@Transactional(readOnly = true)
	Optional<Opened> find(User user, long id) {
		return this.campaigns.findById(id)
			.filter((campaign) -> this.policy.whyNotManage(user, campaign) == null)
			.map((campaign) -> new Opened(campaign, campaign.design(), this.acts.findByCampaignIdOrderByIdDesc(id)));
	}

	/** How many others are running or will in this place, on whatever sites. */
	@Transactional(readOnly = true)
	long countNotOver(CampaignDesign.Place place) {
		return this.campaigns.countNotOver(this.clock.instant(), place);
	}

	/**
	 * Publishes a campaign; citizens see it from its beginning.
	 * @return its identity
	 * @throws IllegalArgumentException when something is wrong with it, which was to be
	 * asked before
	 */
	@Transactional
	long begin(CampaignPolicy.Scope scope, CampaignDesign design, User by) {
		requireSound(design);
		Campaign campaign = this.campaigns.save(new Campaign(scope.areaId(), scope.title(), design, by.displayName()));
		Set<SiteId> reached = reached(design);
		this.versions.raise(reached);
		this.acts
			.save(new CampaignAct(campaign.id(), CampaignAct.Kind.BEGUN, reached.size(), by, this.clock.instant()));
		return campaign.id();
	}

	/**
	 * Changes a campaign that is not over.
	 * @param version of the campaign when the work began
	 * @return {@code null}, or the key of a message that says why nothing was done
	 */
	@Transactional
	@Nullable String change(long id, int version, CampaignDesign design, User by) {
		requireSound(design);
		Campaign campaign = lock(id, by);
		if (over(campaign, this.clock.instant())) {
			return "campaign.over";
		}
		if (campaign.version() != version) {
			return "campaign.changed.meanwhile";
		}
		Set<SiteId> reached = reached(campaign.design());
		campaign.change(design, by.displayName());
		Set<SiteId> now = reached(design);
		reached.addAll(now);
		this.versions.raise(reached);
		this.acts.save(new CampaignAct(id, CampaignAct.Kind.CHANGED, now.size(), by, this.clock.instant()));
		return null;
	}

	/** Takes a campaign from all sites at once; one that is over stays as it is. */
	@Transactional
	public void stop(long id, User by) {
		Campaign campaign = lock(id, by);
		if (!over(campaign, this.clock.instant())) {
			campaign.stop(by.displayName(), this.clock.instant());
			Set<SiteId> reached = reached(campaign.design());
			this.versions.raise(reached);
			this.acts.save(new CampaignAct(id, CampaignAct.Kind.STOPPED, reached.size(), by, this.clock.instant()));
		}
	}

	private Campaign lock(long id, User by) {
		return this.campaigns.lock(id)
			.filter((campaign) -> this.policy.whyNotManage(by, campaign) == null)
			.orElseThrow(Unknown::new);
	}

	private void requireSound(CampaignDesign design) {
		if (!design.problems(this.clock.instant()).isEmpty()) {
			throw new IllegalArgumentException("This campaign cannot be shown");
		}
	}

	/** How many sites in service a campaign reaches. */
	@Transactional(readOnly = true)
	int countReached(long id) {
		return this.campaigns.findById(id).map((campaign) -> reached(campaign.design()).size()).orElse(0);
	}

	/** The sites in service that it reaches. */
	Set<SiteId> reached(CampaignDesign design) {
		Collection<Site> reached = this.sites.all().stream().filter((site) -> switch (design.reach()) {
			case ALL -> true;
			case AREAS -> design.areas().contains(site.area().id());
			case SITES -> design.sites().contains(site.id().value());
		}).toList();
		return new HashSet<>(reached.stream().map(Site::id).toList());
	}

	@Override
	@Transactional(readOnly = true)
	public List<MediaUses.Use> of(String hash) {
		Instant now = this.clock.instant();
		return this.campaigns.showing("/media/" + hash + "/%")
			.stream()
			.map((campaign) -> new MediaUses.Use(hash, campaign.title(), "/chien-dich/" + campaign.id(),
					campaign.state(now) == Campaign.State.RUNNING))
			.toList();
	}

	/** While a campaign with the picture is running on the site. */
	@Override
	@Transactional(readOnly = true)
	public boolean shows(Site site, String hash) {
		Instant now = this.clock.instant();
		return notOver(site, now).stream().filter((one) -> one.state(now) == Campaign.State.RUNNING).anyMatch((one) -> {
			CampaignDesign.Picture picture = one.picture();
			return picture != null && picture.src().startsWith("/media/" + hash + "/");
		});
	}

	/** The campaigns of a site that were not over when they were looked up. */
	public static final class Ahead {

		private final List<Campaign> campaigns;

		private Ahead(List<Campaign> campaigns) {
			this.campaigns = campaigns;
		}

		/** What the pages of the site show at a time. */
		public OnSite at(Instant now) {
			List<Campaign> all = this.campaigns.stream().filter((one) -> one.endsAt().isAfter(now)).toList();
			List<Campaign> running = all.stream().filter((one) -> one.state(now) == Campaign.State.RUNNING).toList();
			List<Shown> shown = Stream.of(CampaignDesign.Place.values())
				.flatMap((place) -> running.stream().filter((one) -> one.place() == place).limit(MOST))
				.map(Campaign::shown)
				.toList();
			return new OnSite(shown,
					all.stream()
						.map((one) -> one.beginsAt().isAfter(now) ? one.beginsAt() : one.endsAt())
						.min(Instant::compareTo)
						.orElse(null));
		}

	}

	/** A campaign opened for work. */
	record Opened(Campaign campaign, CampaignDesign design, List<CampaignAct> acts) {
	}

	/**
	 * A campaign that is being designed.
	 *
	 * @param site one that it would reach
	 */
	public record Tried(Shown shown, Site site) {
	}

	/** There is no such campaign, or it is not theirs. */
	static class Unknown extends RuntimeException {

	}

	/**
	 * What a site shows.
	 *
	 * @param shown latest first, the strips before the banners of the home page
	 * @param until when this changes by the clock, if it does
	 */
	public record OnSite(List<Shown> shown, @Nullable Instant until) {
	}

	/**
	 * A campaign as citizens see it.
	 *
	 * @param text may be empty
	 * @param href an address with https or a path on the site
	 * @param strip whether it stands above the header; otherwise on the home page
	 * @param origin "Tỉnh An Giang"
	 */
	public record Shown(String title, String text, @Nullable String href, @Nullable Picture picture, boolean strip,
			String origin) {

		static Shown of(String title, String text, String href, CampaignDesign.@Nullable Picture picture,
				CampaignDesign.Place place, String origin) {
			return new Shown(title, text, href.isEmpty() ? null : href,
					(picture != null)
							? new Picture(picture.src(), picture.width(), picture.height(), picture.alt(), true) : null,
					place == CampaignDesign.Place.STRIP, origin);
		}

	}

}
