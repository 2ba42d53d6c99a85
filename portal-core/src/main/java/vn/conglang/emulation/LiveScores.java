package vn.conglang.emulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Component;

/**
 * Scores a period by the facts as they are now: a few statements, however many sites
 * there are.
 */
@Component
class LiveScores {

	private final CriteriaBook book;

	private final List<MeasureSource> sources;

	private final OfficerActs acts;

	private final Sites sites;

	private final Sentences sentences;

	LiveScores(CriteriaBook book, List<MeasureSource> sources, OfficerActs acts, Sites sites, Sentences sentences) {
		this.book = book;
		this.sources = sources;
		this.acts = acts;
		this.sites = sites;
		this.sentences = sentences;
	}

	/** The scores of all sites in service. */
	Scored score(long period, ScoredDays days) {
		return score(period, days, this.sites.all());
	}

	private Scored score(long period, ScoredDays days, List<Site> sites) {
		Criteria criteria = this.book.inForce(days);
		Map<Measure, Map<SiteId, Fact>> facts = facts(criteria, days, sites);
		Map<SiteId, Map<String, OfficerActs.Judged>> manual = this.acts.manual(period);
		Map<SiteId, Map<String, OfficerActs.Judged>> corrections = this.acts.corrections(period, false);
		List<Criteria.Criterion> all = criteria.all();
		Map<SiteId, List<Mark>> marks = new HashMap<>();
		List<Score> scores = new ArrayList<>();
		for (Site site : sites) {
			List<Mark> ofSite = new ArrayList<>(all.size());
			Map<String, BigDecimal> groups = new LinkedHashMap<>();
			BigDecimal total = BigDecimal.ZERO;
			for (Criteria.Criterion criterion : all) {
				Mark mark = mark(criterion, site, days, facts, manual, corrections);
				BigDecimal signed = criterion.signed(mark.points());
				ofSite.add(mark);
				groups.merge(criterion.group(), signed, BigDecimal::add);
				total = total.add(signed);
			}
			marks.put(site.id(), List.copyOf(ofSite));
			scores.add(new Score(site.id(), site.title(), site.area().id(), site.area().title(), site.kind(), total,
					groups, 0, 0, 0, null));
		}
		return new Scored(criteria, days,
				new Scoreboard(criteria.groups()
					.stream()
					.map((group) -> new Scoreboard.Heading(group.key(), group.title(), group.standard()))
					.toList(), Scoreboard.ranked(scores)),
				marks);
	}

	/** What the sheet of a site says. */
	List<Line> lines(Scored scored, Site site) {
		List<Mark> marks = scored.marks().getOrDefault(site.id(), List.of());
		List<Criteria.Criterion> all = scored.criteria().all();
		List<Line> lines = new ArrayList<>();
		for (int i = 0; i < marks.size(); i++) {
			Criteria.Criterion criterion = all.get(i);
			Mark mark = marks.get(i);
			Measure measure = criterion.measure();
			String href = (measure != null) ? Evidence.of(measure, site, scored.days()) : mark.href();
			lines.add(new Line(criterion.key(), criterion.group(), criterion.title(), criterion.kind(),
					criterion.points(), measure, criterion.each(), mark.fact(), mark.points(), mark.given(),
					mark.note(), this.sentences.rule(criterion), href));
		}
		return lines;
	}

	/** The rule of a criterion in words. */
	String rule(Criteria.Criterion criterion) {
		return this.sentences.rule(criterion);
	}

	private Map<Measure, Map<SiteId, Fact>> facts(Criteria criteria, ScoredDays days, List<Site> sites) {
		Map<Measure, Map<SiteId, Fact>> facts = new EnumMap<>(Measure.class);
		for (MeasureSource source : this.sources) {
			Set<Measure> wanted = new HashSet<>(criteria.measures());
			wanted.retainAll(source.measures());
			if (!wanted.isEmpty()) {
				facts.putAll(source.facts(wanted, sites, days));
			}
		}
		return facts;
	}

	private static Mark mark(Criteria.Criterion criterion, Site site, ScoredDays days,
			Map<Measure, Map<SiteId, Fact>> facts, Map<SiteId, Map<String, OfficerActs.Judged>> manual,
			Map<SiteId, Map<String, OfficerActs.Judged>> corrections) {
		Measure measure = criterion.measure();
		Fact fact = (measure != null) ? facts.getOrDefault(measure, Map.of()).getOrDefault(site.id(), Fact.UNKNOWN)
				: Fact.UNKNOWN;
		OfficerActs.Judged correction = judged(corrections, site, criterion);
		OfficerActs.Judged given = (measure == null) ? judged(manual, site, criterion) : null;
		String href = (given != null) ? given.href() : "";
		if (correction != null) {
			return new Mark(fact, within(correction.points(), criterion), true, correction.reason(), href);
		}
		if (given != null) {
			return new Mark(fact, within(given.points(), criterion), true, given.reason(), href);
		}
		return new Mark(fact, criterion.points(fact, days), false, "", "");
	}

	/** The criteria may give less now than when the points were given. */
	private static BigDecimal within(BigDecimal points, Criteria.Criterion criterion) {
		return points.min(criterion.points()).setScale(Scale.DECIMALS);
	}

	private static OfficerActs.@Nullable Judged judged(Map<SiteId, Map<String, OfficerActs.Judged>> acts, Site site,
			Criteria.Criterion criterion) {
		return acts.getOrDefault(site.id(), Map.of()).get(criterion.key());
	}

	/**
	 * A period, scored.
	 *
	 * @param marks per site, in the order of the criteria
	 */
	record Scored(Criteria criteria, ScoredDays days, Scoreboard board, Map<SiteId, List<Mark>> marks) {
	}

	/**
	 * The points for a criterion.
	 *
	 * @param given whether a person gave the points, or corrected them
	 * @param note what that person wrote
	 * @param href where the person saw it; may be empty
	 */
	record Mark(Fact fact, BigDecimal points, boolean given, String note, String href) {
	}

}
