package vn.conglang.emulation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks by points: those with the same points share a rank, and the next one counts them
 * (1, 2, 2, 4).
 */
final class Ranks {

	private Ranks() {
	}

	/** The rank of each, by what each has. */
	static <K> Map<K, Integer> of(Map<K, BigDecimal> totals) {
		List<Map.Entry<K, BigDecimal>> sorted = totals.entrySet()
			.stream()
			.sorted((one, other) -> other.getValue().compareTo(one.getValue()))
			.toList();
		Map<K, Integer> ranks = new HashMap<>();
		int rank = 0;
		for (int i = 0; i < sorted.size(); i++) {
			if (i == 0 || sorted.get(i).getValue().compareTo(sorted.get(i - 1).getValue()) != 0) {
				rank = i + 1;
			}
			ranks.put(sorted.get(i).getKey(), rank);
		}
		return ranks;
	}

}
