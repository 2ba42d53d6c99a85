package vn.conglang.emulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Scales, ranks and periods, by example and by whatever numbers chance gives. */
class ScaleTests {

	private static BigDecimal number(String text) {
		return new BigDecimal(text);
	}

	@RepeatedTest(40)
	void pointsNeverFallWhereMoreIsBetterNorLeaveTheirBounds(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		BigDecimal most = decimal(random, 30).add(BigDecimal.ONE);
		Scale scale = scale(random, most);
		BigDecimal before = null;
		BigDecimal value = BigDecimal.ZERO;
		for (int i = 0; i < 200; i++) {
			BigDecimal points = scale.points(value, most);
			assertThat(points).isBetween(BigDecimal.ZERO, most);
			assertThat(points.scale()).isEqualTo(2);
			if (before != null) {
				assertThat(scale.rising() ? points.compareTo(before) : before.compareTo(points))
					.as(scale + " at " + value)
					.isNotNegative();
			}
			before = points;
			value = value.add(decimal(random, 2));
		}
	}

	@RepeatedTest(40)
	void atTheGoalAllPointsThatCanBeHadAreHad(RepetitionInfo repetition) {
		Random random = new Random(1000 + repetition.getCurrentRepetition());
		BigDecimal most = decimal(random, 30).add(BigDecimal.ONE);
		Scale scale = scale(random, most);
		BigDecimal goal = scale.goal(most);
		BigDecimal best = scale.points(scale.rising() ? number("100000000") : BigDecimal.ZERO, most);
		assertThat(scale.points(goal, most)).isEqualByComparingTo(best);
		BigDecimal shortOf = scale.rising() ? goal.subtract(number("0.01")) : goal.add(number("0.01"));
		assertThat(scale.points(shortOf, most)).isLessThanOrEqualTo(best);
	}

	private static Scale scale(Random random, BigDecimal most) {
		return switch (random.nextInt(4)) {
			case 0 -> new Scale.Linear(decimal(random, 10), decimal(random, 10).add(number("10.5")));
			case 1 -> new Scale.Linear(decimal(random, 10).add(number("10.5")), decimal(random, 10));
			case 2 -> new Scale.Per(decimal(random, 5).add(number("0.1")), decimal(random, 3).add(number("0.1")),
					decimal(random, 20));
			default -> steps(random, most);
		};
	}

	private static Scale steps(Random random, BigDecimal most) {
		boolean rising = random.nextBoolean();
		List<Scale.Step> steps = new ArrayList<>();
		BigDecimal points = most;
		BigDecimal bound = rising ? number("100") : BigDecimal.ZERO;
		while (points.signum() > 0 && steps.size() < 6) {
			steps.add(new Scale.Step(bound, points));
			BigDecimal far = decimal(random, 12).add(number("0.5"));
			bound = rising ? bound.subtract(far) : bound.add(far);
			points = points.subtract(decimal(random, 4).add(number("0.01")));
		}
		return new Scale.Steps(steps, rising);
	}

	private static BigDecimal decimal(Random random, int below) {
		return BigDecimal.valueOf(random.nextInt(below * 100), 2);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "1.5, 5", "2, 6.67", "3, 10", "30, 10" })
	void aLinearScaleGivesByProportion(String value, String points) {
		Scale scale = new Scale.Linear(BigDecimal.ZERO, number("3"));
		assertThat(scale.points(number(value), BigDecimal.TEN)).isEqualByComparingTo(points);
	}

	@ParameterizedTest
	@CsvSource({ "5, 7", "22.5, 3.5", "40, 0", "100, 0", "0, 7" })
	void lessIsBetterWhereNothingLiesAboveEverything(String value, String points) {
		Scale scale = new Scale.Linear(number("40"), number("5"));
		assertThat(scale.points(number(value), number("7"))).isEqualByComparingTo(points);
	}

	@ParameterizedTest
	@CsvSource({ "500, 0", "999, 0", "1000, 0.5", "1999.99, 1", "2000, 1.5", "99999, 3" })
	void fullAmountsCountUntilTheMostIsReached(String value, String points) {
		Scale scale = new Scale.Per(number("500"), number("0.5"), number("500"));
		assertThat(scale.points(number(value), number("3"))).isEqualByComparingTo(points);
	}

	@Test
	void thoseWithTheSamePointsShareARankAndTheNextOneCountsThem() {
		Map<String, Integer> ranks = Ranks.of(Map.of("A", number("90"), "B", number("80.50"), "C", number("80.5"), "D",
				number("70"), "E", number("-3")));
		assertThat(ranks).isEqualTo(Map.of("A", 1, "B", 2, "C", 2, "D", 4, "E", 5));
	}

	@RepeatedTest(20)
	void aRankIsOneMoreThanHowManyHaveMore(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		Map<Integer, BigDecimal> totals = new HashMap<>();
		for (int i = 0; i < 60; i++) {
			totals.put(i, BigDecimal.valueOf(random.nextInt(20)));
		}
		Ranks.of(totals)
			.forEach((one,
					rank) -> assertThat(rank).isEqualTo(1 + (int) totals.values()
						.stream()
						.filter((other) -> other.compareTo(totals.getOrDefault(one, BigDecimal.ZERO)) > 0)
						.count()));
	}

	@Test
	void periodsAreWholeMonthsQuartersHalvesAndYears() {
		ScoredDays quarter = ScoredDays.with(ScoredDays.Kind.QUARTER, LocalDate.of(2026, 12, 31));
		assertThat(quarter.first()).isEqualTo(LocalDate.of(2026, 10, 1));
		assertThat(quarter.last()).isEqualTo(LocalDate.of(2026, 12, 31));
		assertThat(quarter.before().title()).isEqualTo("quý III năm 2026");
		assertThat(ScoredDays.with(ScoredDays.Kind.HALF, LocalDate.of(2026, 7, 1)).title())
			.isEqualTo("6 tháng cuối năm 2026");
		assertThat(ScoredDays.with(ScoredDays.Kind.MONTH, LocalDate.of(2024, 2, 29)).length()).isEqualTo(29);
		assertThat(ScoredDays.with(ScoredDays.Kind.YEAR, LocalDate.of(2026, 5, 5)).before().last())
			.isEqualTo(LocalDate.of(2025, 12, 31));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ScoredDays(ScoredDays.Kind.QUARTER, LocalDate.of(2026, 2, 1)));
	}

}
