package vn.conglang.appearance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a home page can be made of. Themes draw a block in the template
 * {@code block-<id>}; its settings are declared here once, for the screen that arranges
 * blocks and for the page that shows them.
 */
public enum BlockType {

	/** The ways to what people come for: procedures, documents, contact. */
	QUICK(),

	/** One story with weight. */
	LEAD(Setting.CATEGORY),

	/** Some stories with pictures, to leaf through; never moves by itself. */
	SLIDER(Setting.TITLE, Setting.CATEGORY, Setting.count(5, 2, 8)),

	/** The latest news that no block before has shown. */
	LATEST(Setting.TITLE, Setting.count(6, 1, 20)),

	/** The latest of one category. */
	CATEGORY(Setting.TITLE, Setting.CATEGORY, Setting.count(5, 1, 20)),

	/** The latest of every category, one after the other. */
	CATEGORIES(Setting.count(5, 1, 10)),

	/** Announcements that have not ended. */
	ANNOUNCEMENTS(Setting.TITLE, Setting.count(6, 1, 20)),

	/** The legal documents issued last. */
	DOCUMENTS(Setting.TITLE, Setting.count(6, 1, 20)),

	/** Procedures, in the order of the alphabet. */
	PROCEDURES(Setting.TITLE, Setting.count(8, 1, 20)),

	ALBUMS(Setting.TITLE, Setting.count(4, 1, 12)),

	VIDEOS(Setting.TITLE, Setting.count(4, 1, 12)),

	/** The site's own list of links. */
	LINKS(Setting.TITLE),

	/** The site's banners that are on now. */
	BANNERS(),

	/** Address, hours, telephone and the way to a map. */
	CONTACT(Setting.TITLE),

	/** The people who lead the commune. */
	LEADERS(Setting.TITLE, Setting.count(4, 1, 20)),

	/** The mark of the network-trust programme, where the site is connected with it. */
	TRUST(Setting.TITLE),

	/** How often the site was visited, where that is counted. */
	VISITS(Setting.TITLE);

	private final List<Setting> settings;

	BlockType(Setting... settings) {
		this.settings = List.of(settings);
	}

	/** As themes and stored arrangements name it: "announcements". */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What a board can set. */
	public List<Setting> settings() {
		return this.settings;
	}

	/** The type with an id, if there is one. */
	public static Optional<BlockType> of(String id) {
		return Arrays.stream(values()).filter((type) -> type.id().equals(id)).findFirst();
	}

	/**
	 * Something about a block that a board can set.
	 *
	 * @param kind TITLE: own heading, empty for the usual one; CATEGORY: slug of a
	 * category, empty for any; COUNT: how many are shown
	 * @param usual the value when none is set
	 * @param least of a count
	 * @param most of a count
	 */
	public record Setting(Kind kind, String usual, int least, int most) {

		static final Setting TITLE = new Setting(Kind.TITLE, "", 0, 0);

		static final Setting CATEGORY = new Setting(Kind.CATEGORY, "", 0, 0);

		static Setting count(int usual, int least, int most) {
			return new Setting(Kind.COUNT, Integer.toString(usual), least, most);
		}

		/** The name under which a {@link Look.Block} keeps it: "count". */
		public String key() {
			return this.kind.name().toLowerCase(Locale.ROOT);
		}

		/** Whether a count may be set. */
		public boolean allows(int count) {
			return count >= this.least && count <= this.most;
		}

		/** Sorts of settings. */
		public enum Kind {

			TITLE, CATEGORY, COUNT

		}

	}

}
