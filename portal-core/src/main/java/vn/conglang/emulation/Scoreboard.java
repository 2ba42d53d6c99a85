package vn.conglang.emulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;

/**
 * The scores of all sites in a period.
 *
 * @param groups of the criteria, in their order
 * @param scores the best first
 */
record Scoreboard(List<Heading> groups, Map<SiteId, Score> scores) {

	private static final int FEWEST = 3;

	/** Puts sites in order and gives them their ranks. */
	static Map<SiteId, Score> ranked(List<Score> unranked) {
		Map<SiteId, Integer> all = ranks(unranked);
		Map<SiteId, Integer> inArea = new HashMap<>();
		Map<SiteId, Integer> ofKind = new HashMap<>();
		Map<Long, List<Score>> areas = new HashMap<>();
		Map<String, List<Score>> kinds = new HashMap<>();
		for (Score score : unranked) {
			areas.computeIfAbsent(score.areaId(), (area) -> new ArrayList<>()).add(score);
			kinds.computeIfAbsent(score.kind(), (kind) -> new ArrayList<>()).add(score);
		}
		areas.values().forEach((scores) -> inArea.putAll(ranks(scores)));
		kinds.values().forEach((scores) -> ofKind.putAll(ranks(scores)));
		return inOrder(unranked.stream()
			.map((score) -> new Score(score.site(), score.title(), score.areaId(), score.areaTitle(), score.kind(),
					score.total(), score.groups(), all.getOrDefault(score.site(), 0),
					inArea.getOrDefault(score.site(), 0), ofKind.getOrDefault(score.site(), 0), null))
			.sorted(Comparator.comparingInt(Score::rank))
			.toList());
	}

	/** The scores of an area, the best first. */
	List<Score> of(long areaId) {
		return this.scores.values().stream().filter((score) -> score.areaId() == areaId).toList();
	}

	/**
	 * The average total of an area; {@code null} where it has so few sites that others
	 * could be told from it.
	 */
	@Nullable BigDecimal average(long areaId) {
		List<Score> ofArea = of(areaId);
		return (ofArea.size() < FEWEST) ? null
				: ofArea.stream()
					.map(Score::total)
					.reduce(BigDecimal.ZERO, BigDecimal::add)
					.divide(BigDecimal.valueOf(ofArea.size()), Scale.DECIMALS, RoundingMode.HALF_UP);
	}

	/** As a map that keeps the order. */
	static Map<SiteId, Score> inOrder(List<Score> scores) {
		Map<SiteId, Score> ordered = new LinkedHashMap<>();
		scores.forEach((score) -> ordered.put(score.site(), score));
		return Collections.unmodifiableMap(ordered);
	}

	private static Map<SiteId, Integer> ranks(List<Score> scores) {
		Map<SiteId, BigDecimal> totals = new HashMap<>();
		scores.forEach((score) -> totals.put(score.site(), score.total()));
		return Ranks.of(totals);
	}

	/**
	 * A group of criteria.
	 *
	 * @param most standard points of the group; nothing where it has none
	 */
	record Heading(String key, String title, BigDecimal most) {
	}

}
