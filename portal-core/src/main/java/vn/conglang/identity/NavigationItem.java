package vn.conglang.identity;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.site.Site;

/** A place in the newsroom's navigation; every module brings its own. */
public interface NavigationItem {

	/** Order in the navigation, small numbers first. */
	int position();

	/**
	 * The link for this user, or nothing where it is of no use to them.
	 * @param site the site at work, if one is chosen
	 */
	Optional<Place> place(User user, @Nullable Site site);

	/**
	 * Where an item leads.
	 *
	 * @param label key of the message; with {@code .short} behind it there may be another
	 * one for the narrow bar on telephones
	 * @param href from the newsroom's root
	 * @param icon name of the symbol in the newsroom's stylesheet
	 * @param count of what waits there, 0 for nothing
	 * @param alert key of what has to be told on every page at once, with the count as
	 * its argument; usually {@code null}
	 * @param beside further addresses that belong to the place
	 */
	record Place(String label, String href, String icon, long count, @Nullable String alert, List<String> beside) {

		public Place(String label, String href, String icon, long count, @Nullable String alert) {
			this(label, href, icon, count, alert, List.of());
		}

		public Place(String label, String href, String icon, List<String> beside) {
			this(label, href, icon, 0, null, beside);
		}

		public Place(String label, String href, String icon, long count) {
			this(label, href, icon, count, null);
		}

		public Place(String label, String href, String icon) {
			this(label, href, icon, 0);
		}

	}

}
