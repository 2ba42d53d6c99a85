package vn.conglang.emulation;

import vn.conglang.site.Site;

/** Where a board does something for a value. */
final class Doing {

	private Doing() {
	}

	/** The address in the newsroom. */
	static String of(Measure measure, Site site) {
		String desk = "/bien-tap/" + site.slug();
		return switch (measure) {
			case OWN_ENTRIES, NEWS, OWN_SHARE, WORDS_PER_ENTRY, PICTURES_PER_ENTRY, COPIED_SHARE, LONGEST_SILENCE,
					VISITS ->
				desk + "/bai/moi?loai=article";
			case ANNOUNCEMENTS -> desk + "/bai/moi?loai=announcement";
			case DOCUMENTS -> desk + "/bai/moi?loai=legal-document";
			case PROCEDURES -> desk + "/bai/moi?loai=procedure";
			case ALBUMS_VIDEOS -> desk + "/bai/moi?loai=album";
			case SECTIONS_PRESENT, SECTIONS_CURRENT, PAGES_OVERDUE -> desk + "/theo-doi";
			case REVIEWS_LATE -> "/viec";
			case OFFERS_ANSWERED, OFFERS_TAKEN -> desk + "/duoc-chia-se";
		};
	}

}
