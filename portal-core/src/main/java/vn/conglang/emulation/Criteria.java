package vn.conglang.emulation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A version of the criteria by which sites are scored, as the province decided them.
 *
 * @param version its lasting name: "2026"
 * @param from the day on which it takes effect
 * @param note whose decision it is; may be empty
 * @param appealDays how many days after the preliminary publication a board may object
 */
record Criteria(String version, LocalDate from, String title, String note, int appealDays, List<Group> groups) {

	/** All criteria, in the order of the file. */
	List<Criterion> all() {
		return this.groups.stream().flatMap((group) -> group.criteria().stream()).toList();
	}

	/** The criterion with this name. */
	Optional<Criterion> find(String key) {
		return all().stream().filter((criterion) -> criterion.key().equals(key)).findFirst();
	}

	/** What the portal has to find out for it. */
	Set<Measure> measures() {
		return all().stream()
			.flatMap((criterion) -> Stream.ofNullable(criterion.measure()))
			.collect(Collectors.toSet());
	}

	/** The sum of the standard points. */
	BigDecimal standard() {
		return all().stream()
			.filter((criterion) -> criterion.kind() == Kind.STANDARD)
			.map(Criterion::points)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** Criteria that belong together. */
	record Group(String key, String title, List<Criterion> criteria) {

		/** The standard points of the group. */
		BigDecimal standard() {
			return this.criteria.stream()
				.filter((criterion) -> criterion.kind() == Kind.STANDARD)
				.map(Criterion::points)
				.reduce(BigDecimal.ZERO, BigDecimal::add);
		}

	}

	/**
	 * For what points are given or taken.
	 *
	 * @param points the most that is given or, of a deduction, taken
	 * @param rule how the portal gives them; {@code null} where an officer does
	 * @param hint how a board can gain; may be empty
	 */
	record Criterion(String key, String group, String title, Kind kind, BigDecimal points, @Nullable Rule rule,
			String hint) {

		@Nullable Measure measure() {
			return (this.rule != null) ? this.rule.measure() : null;
		}

		/** For what a counted measure is asked. */
		ScoredDays.Each each() {
			return (this.rule != null) ? this.rule.each() : ScoredDays.Each.PERIOD;
		}

		/** The points as they add to the total. */
		BigDecimal signed(BigDecimal points) {
			return (this.kind == Kind.DEDUCTION) ? points.negate() : points;
		}

		/** The points for what was found out; nothing for what is not known. */
		BigDecimal points(Fact fact, ScoredDays days) {
			return (this.rule != null && fact.value() != null) ? this.rule.points(fact.value(), days, this.points)
					: BigDecimal.ZERO.setScale(Scale.DECIMALS);
		}

	}

	/**
	 * How the portal gives points.
	 *
	 * @param each of a measure that is counted: for what it is asked
	 */
	record Rule(Measure measure, ScoredDays.Each each, Scale scale) {

		BigDecimal points(BigDecimal value, ScoredDays days, BigDecimal most) {
			BigDecimal times = days.times(this.each);
			return this.scale.points(value.divide(times, MathContext.DECIMAL64), most);
		}

	}

	/** How points count. */
	enum Kind {

		/** Điểm chuẩn: part of what can be reached. */
		STANDARD,

		/** Điểm thưởng: beyond that. */
		BONUS,

		/** Điểm trừ: taken off. */
		DEDUCTION;

		/** The name in files. */
		String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
