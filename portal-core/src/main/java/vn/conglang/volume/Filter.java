package vn.conglang.volume;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;

/**
 * Narrows what is counted.
 *
 * @param category only the one with this slug, or empty for all
 * @param types only these, or empty for all
 */
public record Filter(String category, Set<EntryType> types) {

	/** Counts everything. */
	public static final Filter ALL = new Filter("", Set.of());

	/**
	 * Narrows to one type, one category, or both.
	 * @param type only this one, or {@code null} for all
	 * @param category only the one with this slug, or empty for all
	 */
	public Filter(@Nullable EntryType type, String category) {
		this(category, (type != null) ? Set.of(type) : Set.of());
	}

	/** Whether it leaves nothing out. */
	public boolean isAll() {
		return this.types.isEmpty() && this.category.isEmpty();
	}

	String[] typeNames() {
		return this.types.stream().map(EntryType::name).sorted().toArray(String[]::new);
	}

}
