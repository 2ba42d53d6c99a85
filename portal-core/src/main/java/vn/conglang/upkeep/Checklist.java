package vn.conglang.upkeep;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The sections that a site must have.
 *
 * @param key lasting name: "42-2022"
 * @param from first day on which it holds
 * @param until last day on which it holds, if nothing follows it
 * @param source the decree
 * @param notice what everybody who reads the list is told about it; may be empty
 */
record Checklist(String key, String title, LocalDate from, @Nullable LocalDate until, String source, String notice,
		List<Item> items) implements Dated {

	/** The item with this key. */
	Optional<Item> item(String key) {
		return this.items.stream().filter((item) -> item.key().equals(key)).findFirst();
	}

	/** Changes with everything in the list that could make a site stand otherwise. */
	String fingerprint() {
		return this.key + "/" + Integer.toHexString(this.items.toString().hashCode());
	}

	/**
	 * A section.
	 *
	 * @param key lasting name; attestations refer to it, from one list to the next
	 * @param why what is asked for
	 * @param source where it is asked for
	 * @param grave whether a site without it needs help at once
	 * @param ways where the portal looks for it itself; one is enough
	 * @param attest how many days a board's word that it is there may hold; {@code null}
	 * where only looking counts
	 */
	record Item(String key, String title, String why, String source, boolean grave, List<Way> ways,
			@Nullable Integer attest) {
	}

}
