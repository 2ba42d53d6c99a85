package vn.conglang.emulation;

import vn.conglang.site.Site;

/** Where the newsroom shows what a value was counted from. */
final class Evidence {

	private Evidence() {
	}

	/** The address for a site and some days. */
	static String of(Measure measure, Site site, ScoredDays days) {
		String desk = "/bien-tap/" + site.slug();
		String period = "?tu=" + days.first() + "&den=" + days.last();
		String volume = "/san-luong/" + site.slug() + "/bai" + period;
		return switch (measure) {
			case OWN_ENTRIES, OWN_SHARE, WORDS_PER_ENTRY, PICTURES_PER_ENTRY -> volume;
			case NEWS -> volume + "&type=article";
			case ANNOUNCEMENTS -> volume + "&type=announcement";
			case DOCUMENTS -> volume + "&type=legal-document";
			case PROCEDURES -> volume + "&type=procedure";
			case ALBUMS_VIDEOS -> volume + "&type=khac";
			case LONGEST_SILENCE -> "/san-luong/" + site.slug() + period;
			case COPIED_SHARE -> desk + "/trung-lap" + period;
			case SECTIONS_PRESENT, SECTIONS_CURRENT, PAGES_OVERDUE -> desk + "/theo-doi";
			case REVIEWS_LATE -> desk;
			case OFFERS_ANSWERED, OFFERS_TAKEN -> desk + "/duoc-chia-se";
			case VISITS -> desk + "/luot-xem";
		};
	}

}
