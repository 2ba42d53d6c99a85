package vn.conglang.emulation;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;

/**
 * The score of a site as pages show it, line by line.
 *
 * @param corrected the total with what was corrected after the closing
 */
record SheetView(String total, @Nullable String corrected, int rank, int areaRank, int kindRank, String title,
		String area, List<GroupView> groups, List<ObjectionView> objections) {

	private static final int MOST_GAINS = 6;

	/** "huyện Tri Tôn", inside a sentence. */
	public String areaName() {
		return this.area.substring(0, 1).toLowerCase(VietnameseText.LOCALE) + this.area.substring(1);
	}

	static SheetView of(Scores.Sheet sheet, Scoreboard board, ScorePeriod period, Judging.Acts acts,
			Sentences sentences) {
		Score score = sheet.score();
		Map<String, Judging.Objection> objections = new HashMap<>();
		acts.objections().forEach((one) -> objections.put(one.appeal().criterion(), one));
		Map<String, ManualPoints> judged = new HashMap<>();
		acts.manual().forEach((one) -> judged.putIfAbsent(one.criterion(), one));
		Map<String, List<LineView>> lines = new LinkedHashMap<>();
		for (Line line : sheet.lines()) {
			lines.computeIfAbsent(line.group(), (group) -> new ArrayList<>())
				.add(LineView.of(line, sheet.corrections().get(line.criterion()), judged.get(line.criterion()),
						objections.containsKey(line.criterion()), period.days(), sentences));
		}
		List<GroupView> groups = new ArrayList<>();
		for (Scoreboard.Heading heading : board.groups()) {
			groups.add(new GroupView(heading.title(),
					Sentences.points(score.groups().getOrDefault(heading.key(), BigDecimal.ZERO)),
					(heading.most().signum() > 0) ? Sentences.points(heading.most()) : null,
					lines.getOrDefault(heading.key(), List.of())));
		}
		BigDecimal corrected = score.corrected();
		return new SheetView(Sentences.points(score.total()), (corrected != null) ? Sentences.points(corrected) : null,
				score.rank(), score.areaRank(), score.kindRank(), score.title(), score.areaTitle(), groups,
				acts.objections().stream().map(ObjectionView::of).toList());
	}

	/** Where most is to be gained, the most first. */
	static List<Gain> gains(List<Line> lines, Criteria criteria, Site site, ScoredDays days, Sentences sentences) {
		List<Gain> gains = new ArrayList<>();
		for (Line line : lines.stream().sorted(Comparator.comparing(Line::missing).reversed()).toList()) {
			Criteria.Criterion criterion = criteria.find(line.criterion()).orElse(null);
			if (criterion == null || line.missing().signum() <= 0 || gains.size() == MOST_GAINS) {
				continue;
			}
			String sentence = (criterion.kind() == Criteria.Kind.DEDUCTION) ? null
					: sentences.gain(criterion, line, days);
			if (sentence != null) {
				gains.add(new Gain(line.title(), Sentences.points(line.missing()), sentence,
						(criterion.measure() != null) ? Doing.of(criterion.measure(), site) : null,
						(criterion.measure() != null) ? sentences.text("emulation.do." + criterion.measure().key())
								: null));
			}
		}
		return gains;
	}

	/**
	 * A group of criteria.
	 *
	 * @param most standard points of the group, if it has any
	 */
	record GroupView(String title, String points, @Nullable String most, List<LineView> lines) {
	}

	/**
	 * A line.
	 *
	 * @param points with a sign where they are taken off
	 * @param said what was found out, or written
	 * @param href where it can be seen; {@code null} where nowhere
	 * @param by who gave the points by hand
	 * @param corrected the points after a correction beside the signed score
	 */
	record LineView(String key, String title, String kind, String most, String points, boolean full, boolean manual,
			boolean waiting, boolean given, String said, String note, String rule, @Nullable String href,
			@Nullable String by, @Nullable LocalDateTime at, @Nullable String corrected,
			@Nullable String correctionReason, boolean objected) {

		static LineView of(Line line, OfficerActs.@Nullable Judged correction, @Nullable ManualPoints judged,
				boolean objected, ScoredDays days, Sentences sentences) {
			boolean manual = line.measure() == null;
			return new LineView(line.criterion(), line.title(), line.kind().name(), Sentences.points(line.most()),
					(line.kind() == Criteria.Kind.DEDUCTION && line.points().signum() > 0)
							? Sentences.change(line.points().negate()) : Sentences.points(line.points()),
					line.missing().signum() == 0, manual, line.waiting(), line.given(), sentences.said(line, days),
					line.note(), line.rule(), line.href().isEmpty() ? null : line.href(),
					(judged != null) ? judged.byName() : null, (judged != null) ? PeriodView.time(judged.at()) : null,
					(correction != null) ? Sentences.points(correction.points()) : null,
					(correction != null) ? correction.reason() : null, objected);
		}

	}

	/**
	 * An appeal, with its answer.
	 *
	 * @param had points when the board objected
	 * @param accepted the corrected points; {@code null} where it was refused or waits
	 */
	record ObjectionView(long id, String title, String had, String text, String by, LocalDateTime at, boolean answered,
			@Nullable String accepted, @Nullable String reason, @Nullable String answeredBy,
			@Nullable LocalDateTime answeredAt, boolean afterClosing) {

		static ObjectionView of(Judging.Objection one) {
			Appeal appeal = one.appeal();
			AppealAnswer answer = one.answer();
			BigDecimal points = (answer != null) ? answer.points() : null;
			return new ObjectionView(appeal.id(), appeal.title(), Sentences.points(appeal.points()), appeal.text(),
					appeal.byName(), PeriodView.time(appeal.at()), answer != null,
					(points != null) ? Sentences.points(points) : null, (answer != null) ? answer.reason() : null,
					(answer != null) ? answer.byName() : null, (answer != null) ? PeriodView.time(answer.at()) : null,
					answer != null && answer.afterClosing());
		}

	}

	/**
	 * How points can be gained.
	 *
	 * @param href where to do it, with what the link says; {@code null} where nowhere
	 */
	record Gain(String title, String points, String sentence, @Nullable String href, @Nullable String link) {
	}

}
