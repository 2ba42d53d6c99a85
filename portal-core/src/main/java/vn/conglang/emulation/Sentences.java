package vn.conglang.emulation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words by what rule points are given, for what, and how more can be had. */
@Component
class Sentences {

	private static final int SHOWN_DECIMALS = 1;

	private static final BigDecimal ALL = BigDecimal.valueOf(100);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

	private final MessageSource messages;

	Sentences(MessageSource messages) {
		this.messages = messages;
	}

	/** A message. */
	String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	/** 20/11/2026. */
	static String day(LocalDate day) {
		return DAY.format(day);
	}

	/** Points as people write them: 7,25. */
	static String points(BigDecimal points) {
		return format(points, "#,##0.##");
	}

	/** The same with its sign: −2, +0,5. */
	static String change(BigDecimal points) {
		return ((points.signum() > 0) ? "+" : (points.signum() < 0) ? "−" : "") + points(points.abs());
	}

	private static String format(BigDecimal number, String pattern) {
		DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(VietnameseText.LOCALE));
		format.setRoundingMode(RoundingMode.HALF_UP);
		return format.format(number);
	}

	/** A number of something: "3 tin, bài", "82,5%". */
	String quantity(Measure measure, BigDecimal value) {
		return text("emulation.quantity." + measure.key(),
				format(value.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP), "#,##0.#"));
	}

	private String quantity(Criteria.Rule rule, BigDecimal value) {
		return text("emulation.each." + rule.each().key(), quantity(rule.measure(), value));
	}

	private String atLeast(Criteria.Rule rule, BigDecimal value) {
		boolean all = rule.measure().unit() == Measure.Unit.PERCENT && value.compareTo(ALL) >= 0;
		return text(all ? "emulation.all" : "emulation.least", quantity(rule, value));
	}

	private String atMost(Criteria.Rule rule, BigDecimal value) {
		String quantity = quantity(rule, value);
		return quantity.startsWith("0 ") ? text("emulation.nothing", quantity.substring(2))
				: text("emulation.most", quantity);
	}

	/** The rule of a criterion. */
	String rule(Criteria.Criterion criterion) {
		Criteria.Rule rule = criterion.rule();
		String most = points(criterion.points());
		String has = text(
				(criterion.kind() == Criteria.Kind.DEDUCTION) ? "emulation.rule.loses" : "emulation.rule.gets");
		if (rule == null) {
			return text("emulation.rule.manual", has, most);
		}
		return VietnameseText.capitalized(switch (rule.scale()) {
			case Scale.Linear linear -> linear.rising()
					? text("emulation.rule.linear.rising" + ((linear.none().signum() > 0) ? "" : ".zero"),
							atLeast(rule, linear.full()), quantity(rule, linear.none()), has, most)
					: text("emulation.rule.linear.falling", atMost(rule, linear.full()), quantity(rule, linear.none()),
							has, most);
			case Scale.Steps steps -> steps(rule, steps.steps(), steps.rising(), has);
			case Scale.Per per -> text("emulation.rule.per" + ((per.above().signum() > 0) ? ".above" : ""),
					quantity(rule.measure(), per.amount()), quantity(rule, per.above()), has, points(per.each()), most);
		});
	}

	private String steps(Criteria.Rule rule, List<Scale.Step> steps, boolean rising, String has) {
		return IntStream.range(0, steps.size())
			.mapToObj((i) -> text("emulation.rule.step",
					rising ? atLeast(rule, steps.get(i).bound()) : atMost(rule, steps.get(i).bound()),
					(i == 0) ? has + " " : "", points(steps.get(i).points())))
			.collect(Collectors.joining("; "));
	}

	/** What was found out, or what a person wrote. */
	String said(Line line, ScoredDays days) {
		Measure measure = line.measure();
		BigDecimal value = line.fact().value();
		if (measure == null) {
			return line.given() ? line.note() : text("emulation.said.waiting");
		}
		if (value == null) {
			return text("emulation.said.unknown." + measure.unit().name());
		}
		String said = quantity(measure, value);
		if (line.fact().part() != null && line.fact().of() != null) {
			return text("emulation.said.share", said, line.fact().part(), line.fact().of());
		}
		if (line.each() != ScoredDays.Each.PERIOD) {
			BigDecimal average = value.divide(days.times(line.each()), MathContext.DECIMAL64);
			return text("emulation.said." + line.each().key(), said,
					format(average.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP), "#,##0.#"));
		}
		return said;
	}

	/**
	 * How more can be had for a criterion.
	 * @return {@code null} where nothing can be done about it in this period
	 */
	@Nullable String gain(Criteria.Criterion criterion, Line line, ScoredDays days) {
		Criteria.Rule rule = criterion.rule();
		if (rule == null) {
			return criterion.hint().isEmpty() ? text("emulation.gain.manual") : criterion.hint();
		}
		Measure measure = rule.measure();
		if (measure.irrevocable() || criterion.kind() == Criteria.Kind.DEDUCTION) {
			return null;
		}
		BigDecimal goal = rule.scale().goal(criterion.points());
		BigDecimal value = line.fact().value();
		if (measure.additive()) {
			BigDecimal wanted = goal.multiply(days.times(rule.each()))
				.subtract((value != null) ? value : BigDecimal.ZERO)
				.setScale(0, RoundingMode.CEILING);
			return (wanted.signum() > 0) ? text("emulation.gain." + measure.key(), quantity(measure, wanted)) : null;
		}
		return text("emulation.gain." + measure.key(), quantity(measure, goal),
				(value != null) ? text("emulation.gain.now", quantity(measure, value)) : "");
	}

}
