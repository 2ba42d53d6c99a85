package vn.conglang.appearance;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Area;
import vn.conglang.site.Site;

/**
 * What is typed into the form of a campaign, whether or not it makes sense.
 *
 * @param version of the campaign when the work began
 * @param picture hash of a shared picture, or empty
 * @param place "dai" for the strip, else the banner
 * @param begins as the browser sends it, the clock of Vietnam: "2026-11-21T08:05"
 * @param scope slug of the area whose campaign it is, or empty
 * @param reach "tat-ca", "huyen" or "chon"
 * @param areas slugs
 * @param sites slugs
 */
record CampaignForm(int version, String title, String text, String href, String picture, String alt, String place,
		String begins, String ends, String scope, String reach, List<String> areas, List<String> sites) {

	private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

	private static final Duration USUAL = Duration.ofDays(7);

	/** For a new campaign: from now on, for a week. */
	static CampaignForm blank(Instant now) {
		Instant begins = now.truncatedTo(ChronoUnit.MINUTES);
		return new CampaignForm(0, "", "", "", "", "", "dai", typed(begins), typed(begins.plus(USUAL)), "", "tat-ca",
				List.of(), List.of());
	}

	/** As a campaign is. */
	static CampaignForm of(Campaign campaign, CampaignDesign design, CampaignPolicy.Scope scope) {
		CampaignDesign.Picture picture = design.picture();
		// a district's campaign for all its sites reaches one area: the district
		boolean whole = design.reach() == CampaignDesign.Reach.ALL
				|| (design.reach() == CampaignDesign.Reach.AREAS && scope.area() != null);
		return new CampaignForm(campaign.version(), design.title(), design.text(), design.href(),
				(picture != null) ? picture.src().split("/")[2] : "", (picture != null) ? picture.alt() : "",
				(design.place() == CampaignDesign.Place.STRIP) ? "dai" : "trang-chu", typed(campaign.beginsAt()),
				typed(campaign.endsAt()), scope.slug(),
				whole ? "tat-ca" : (design.reach() == CampaignDesign.Reach.AREAS) ? "huyen" : "chon",
				scope.sites()
					.stream()
					.map(Site::area)
					.filter((area) -> design.areas().contains(area.id()))
					.map(Area::slug)
					.distinct()
					.toList(),
				scope.sites()
					.stream()
					.filter((site) -> design.sites().contains(site.id().value()))
					.map(Site::slug)
					.toList());
	}

	/** As it comes from the browser. */
	static CampaignForm typed(Map<String, String> typed, List<String> areas, List<String> sites) {
		String version = typed.getOrDefault("version", "");
		return new CampaignForm(version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0,
				typed.getOrDefault("title", ""), typed.getOrDefault("text", ""), typed.getOrDefault("href", ""),
				typed.containsKey("bo-anh") ? "" : typed.getOrDefault("picture", ""), typed.getOrDefault("alt", ""),
				typed.getOrDefault("place", ""), typed.getOrDefault("begins", ""), typed.getOrDefault("ends", ""),
				typed.getOrDefault("scope", ""), typed.getOrDefault("reach", ""), areas, sites);
	}

	CampaignForm withPicture(String hash) {
		return new CampaignForm(this.version, this.title, this.text, this.href, hash, this.alt, this.place, this.begins,
				this.ends, this.scope, this.reach, this.areas, this.sites);
	}

	/**
	 * What is meant; what cannot be meant is left out, and
	 * {@link CampaignDesign#problems} finds it missing.
	 * @param known the shared picture with this hash, if there is one
	 */
	CampaignDesign design(CampaignPolicy.Scope within, vn.conglang.media.@Nullable Picture known) {
		Set<Long> ofAreas = within.sites()
			.stream()
			.map(Site::area)
			.filter((area) -> this.areas.contains(area.slug()))
			.map(Area::id)
			.collect(Collectors.toSet());
		Set<Long> ofSites = within.sites()
			.stream()
			.filter((site) -> this.sites.contains(site.slug()))
			.map((site) -> site.id().value())
			.collect(Collectors.toSet());
		CampaignDesign.Reach wanted = switch (this.reach) {
			case "chon" -> CampaignDesign.Reach.SITES;
			case "huyen" -> CampaignDesign.Reach.AREAS;
			default -> CampaignDesign.Reach.ALL;
		};
		Long own = within.areaId();
		if (own != null && wanted != CampaignDesign.Reach.SITES) {
			wanted = CampaignDesign.Reach.AREAS;
			ofAreas = Set.of(own);
		}
		return new CampaignDesign(line(this.title), line(this.text), this.href.strip(),
				(known != null) ? new CampaignDesign.Picture(known.url(), known.width(), known.height(), line(this.alt))
						: null,
				this.place.equals("dai") ? CampaignDesign.Place.STRIP : CampaignDesign.Place.HOME, time(this.begins),
				time(this.ends), wanted, (wanted == CampaignDesign.Reach.AREAS) ? ofAreas : Set.of(),
				(wanted == CampaignDesign.Reach.SITES) ? ofSites : Set.of());
	}

	private static String line(String text) {
		return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
	}

	private static String typed(Instant instant) {
		return TYPED.format(LocalDateTime.ofInstant(instant, VietnameseText.ZONE));
	}

	private static @Nullable Instant time(String typed) {
		try {
			LocalDateTime time = LocalDateTime.parse(typed);
			return (time.getYear() >= 2000 && time.getYear() < 3000) ? time.atZone(VietnameseText.ZONE).toInstant()
					: null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
