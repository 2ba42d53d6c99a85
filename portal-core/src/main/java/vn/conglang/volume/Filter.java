package vn.conglang.volume;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;

/**
 * Narrows what is counted.
 *
 * @param type only this one, or {@code null} for all
 * @param category only the one with this slug, or empty for all
 */
public record Filter(@Nullable EntryType type, String category) {

	/** Counts everything. */
	public static final Filter ALL = new Filter(null, "");

}
