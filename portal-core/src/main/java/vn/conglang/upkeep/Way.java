package vn.conglang.upkeep;

import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;

/** Where the portal looks for a section of a site. */
sealed interface Way {

	/**
	 * A published page.
	 *
	 * @param slugs at one of these addresses
	 * @param days how old it may be; {@code null}: it does not age
	 */
	record OfPage(List<String> slugs, @Nullable Integer days) implements Way {
	}

	/**
	 * Published entries in a category.
	 *
	 * @param slugs in one of these
	 * @param least how many
	 * @param days how old the last of so many may be
	 */
	record OfCategory(List<String> slugs, int least, @Nullable Integer days) implements Way {
	}

	/** Published entries of a type. */
	record OfType(EntryType type, int least, @Nullable Integer days) implements Way {
	}

	/** What the board tells of the office and of itself. */
	record OfOffice(Part part) implements Way {

		/** What of it. */
		enum Part {

			/** Address, and telephone or mail. */
			CONTACT,

			/** Units and the people in them. */
			PEOPLE,

			/** The board itself, shown to citizens. */
			BOARD

		}

	}

	/** What the portal does on every site, by its name in the rules. */
	record OfPlatform(String function) implements Way {
	}

}
