package vn.conglang.appearance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a campaign says, where, when and to whom.
 *
 * @param text may be empty
 * @param href an address with https or a path on each site; empty where it leads nowhere
 * @param picture a shared one, or {@code null}
 * @param begins when citizens see it first; {@code null} where that is not known yet
 * @param ends when they do not see it any more
 * @param areas identities of the areas it reaches, for {@link Reach#AREAS}
 * @param sites identities of the sites it reaches, for {@link Reach#SITES}
 */
record CampaignDesign(String title, String text, String href, CampaignDesign.@Nullable Picture picture, Place place,
		@Nullable Instant begins, @Nullable Instant ends, Reach reach, Set<Long> areas, Set<Long> sites) {

	static final int LONGEST_TITLE = 120;

	static final int LONGEST_TEXT = 300;

	private static final int LONGEST_HREF = 500;

	private static final Pattern PATH = Pattern.compile("/([^/\\s\\\\<>\"\\p{Cntrl}][^\\s\\\\<>\"\\p{Cntrl}]*)?");

	private static final Pattern HTTPS = Pattern
		.compile("https://[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*(:[0-9]{1,5})?([/?#][^\\s\\\\<>\"\\p{Cntrl}]*)?");

	/** What is wrong with it: keys of messages by field. */
	Map<String, String> problems(Instant now) {
		Map<String, String> problems = new LinkedHashMap<>();
		if (this.title.isEmpty()) {
			problems.put("title", "campaign.title.missing");
		}
		else if (this.title.length() > LONGEST_TITLE) {
			problems.put("title", "campaign.title.long");
		}
		if (this.text.length() > LONGEST_TEXT) {
			problems.put("text", "campaign.text.long");
		}
		if (!this.href.isEmpty() && !leadsSomewhere(this.href)) {
			problems.put("href", "campaign.href.bad");
		}
		if (this.picture != null && this.picture.alt().isEmpty()) {
			problems.put("alt", "campaign.alt.missing");
		}
		if (this.begins == null) {
			problems.put("begins", "campaign.begins.missing");
		}
		if (this.ends == null) {
			problems.put("ends", "campaign.ends.missing");
		}
		else if (this.begins != null && !this.ends.isAfter(this.begins)) {
			problems.put("ends", "campaign.ends.before");
		}
		else if (!this.ends.isAfter(now)) {
			problems.put("ends", "campaign.ends.past");
		}
		if ((this.reach == Reach.AREAS && this.areas.isEmpty())
				|| (this.reach == Reach.SITES && this.sites.isEmpty())) {
			problems.put("reach", "campaign.reach.missing");
		}
		return problems;
	}

	/** Nothing else: no script, no address of another scheme. */
	private static boolean leadsSomewhere(String href) {
		return href.length() <= LONGEST_HREF && (PATH.matcher(href).matches() || HTTPS.matcher(href).matches());
	}

	/** Where citizens see it. */
	enum Place {

		/** A line above the header of every page. */
		STRIP,

		/** A banner at the top of the home page. */
		HOME

	}

	/** On which sites. */
	enum Reach {

		ALL, AREAS, SITES

	}

	/**
	 * A shared picture.
	 *
	 * @param src from a site's root
	 * @param alt what it shows
	 */
	record Picture(String src, int width, int height, String alt) {
	}

}
