package vn.conglang.volume;

import java.util.EnumMap;
import java.util.Map;

import vn.conglang.content.EntryType;

/**
 * What was done in a period. An entry counts once, on the day it first appeared, whatever
 * its text became later; so figures of periods, and of sites, may be added.
 *
 * @param published own entries that appeared for the first time
 * @param shared entries that were taken over from the district or the province and
 * appeared for the first time: work of nobody here, and counted nowhere else
 * @param withdrawn how often own entries were withdrawn
 * @param restored how often own entries came back after that
 * @param words of what was published, as it was then
 * @param images of what was published, as it was then
 * @param byType of {@code published}; types without any are missing
 */
public record Figures(int published, int shared, int withdrawn, int restored, long words, long images,
		Map<EntryType, Integer> byType) {

	/** Nothing at all. */
	public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, Map.of());

	/** The sum. */
	public Figures plus(Figures other) {
		Map<EntryType, Integer> sum = new EnumMap<>(EntryType.class);
		sum.putAll(this.byType);
		other.byType.forEach((type, count) -> sum.merge(type, count, Integer::sum));
		return new Figures(this.published + other.published, this.shared + other.shared,
				this.withdrawn + other.withdrawn, this.restored + other.restored, this.words + other.words,
				this.images + other.images, sum);
	}

	/** Own entries of a type. */
	public int of(EntryType type) {
		return this.byType.getOrDefault(type, 0);
	}

	/** How many of an act. */
	public int of(Kind kind) {
		return switch (kind) {
			case PUBLISHED -> this.published;
			case SHARED -> this.shared;
			case WITHDRAWN -> this.withdrawn;
			case RESTORED -> this.restored;
		};
	}

	/** Whether nothing at all was done. */
	public boolean isNone() {
		return this.published == 0 && this.shared == 0 && this.withdrawn == 0 && this.restored == 0;
	}

}
