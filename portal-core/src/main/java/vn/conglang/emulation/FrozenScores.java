package vn.conglang.emulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The scores of closed periods: written once for all sites, then only read. */
@Component
class FrozenScores {

	/** So that no statement becomes too long. */
	private static final int SITES_AT_ONCE = 500;

	private static final TypeReference<Map<String, BigDecimal>> POINTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JdbcClient overseer;

	private final OfficerActs acts;

	private final LiveScores live;

	private final Sites sites;

	private final JsonMapper json;

	FrozenScores(JdbcClient jdbc, @Qualifier("overseerJdbc") JdbcClient overseer, OfficerActs acts, LiveScores live,
			Sites sites, JsonMapper json) {
		this.jdbc = jdbc;
		this.overseer = overseer;
		this.acts = acts;
		this.live = live;
		this.sites = sites;
		this.json = json;
	}

	/** Keeps what was scored; the period is to be closed in the same transaction. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void freeze(long period, LiveScores.Scored scored) {
		List<Score> scores = List.copyOf(scored.board().scores().values());
		List<Map<String, @Nullable Object>> criteria = criteria(scored);
		for (int from = 0; from < scores.size(); from += SITES_AT_ONCE) {
			List<Score> some = scores.subList(from, Math.min(scores.size(), from + SITES_AT_ONCE));
			this.jdbc.sql("SELECT freeze_scores(:period, :criteria::jsonb, :scores::jsonb, :lines::jsonb)")
				.param("period", period)
				.param("criteria", this.json.writeValueAsString(criteria))
				.param("scores", this.json.writeValueAsString(some.stream().map(FrozenScores::row).toList()))
				.param("lines",
						this.json.writeValueAsString(some.stream()
							.flatMap((score) -> this.sites.byId(score.site()).stream())
							.flatMap((site) -> this.live.lines(scored, site).stream().map((line) -> row(site, line)))
							.toList()))
				.query((row) -> {
				});
			criteria = List.of();
		}
	}

	private List<Map<String, @Nullable Object>> criteria(LiveScores.Scored scored) {
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		for (Criteria.Group group : scored.criteria().groups()) {
			for (Criteria.Criterion criterion : group.criteria()) {
				Measure measure = criterion.measure();
				Map<String, @Nullable Object> row = new LinkedHashMap<>();
				row.put("position", rows.size());
				row.put("key", criterion.key());
				row.put("group_key", group.key());
				row.put("group_title", group.title());
				row.put("title", criterion.title());
				row.put("kind", criterion.kind().name());
				row.put("points", criterion.points());
				row.put("measure", (measure != null) ? measure.key() : null);
				row.put("each", criterion.each().name());
				row.put("rule", this.live.rule(criterion));
				rows.add(row);
			}
		}
		return rows;
	}

	private static Map<String, @Nullable Object> row(Score score) {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		row.put("site_id", score.site().value());
		row.put("area_id", score.areaId());
		row.put("area_title", score.areaTitle());
		row.put("title", score.title());
		row.put("kind", score.kind());
		row.put("total", score.total());
		row.put("groups", score.groups());
		row.put("rank", score.rank());
		row.put("area_rank", score.areaRank());
		row.put("kind_rank", score.kindRank());
		return row;
	}

	private static Map<String, @Nullable Object> row(Site site, Line line) {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		row.put("site_id", site.id().value());
		row.put("criterion", line.criterion());
		row.put("value", line.fact().value());
		row.put("part", line.fact().part());
		row.put("part_of", line.fact().of());
		row.put("points", line.points());
		row.put("given", line.given());
		row.put("note", line.note());
		row.put("href", line.href());
		return row;
	}

	/** All that was signed, with what was corrected since. */
	Scoreboard board(long period) {
		List<Scoreboard.Heading> groups = this.overseer.sql("""
				SELECT group_key, group_title, coalesce(sum(points) FILTER (WHERE kind = 'STANDARD'), 0) AS most
				FROM emulation_criterion WHERE period_id = :period GROUP BY 1, 2 ORDER BY min(position)""")
			.param("period", period)
			.query((row, number) -> new Scoreboard.Heading(row.getString("group_key") + "",
					row.getString("group_title") + "", row.getBigDecimal("most")))
			.list();
		Map<SiteId, BigDecimal> changes = changes(period);
		List<Score> scores = this.overseer.sql("SELECT * FROM score WHERE period_id = :period ORDER BY rank, site_id")
			.param("period", period)
			.query((row, number) -> {
				Score score = new Score(new SiteId(row.getLong("site_id")), row.getString("title") + "",
						row.getLong("area_id"), row.getString("area_title") + "", row.getString("kind") + "",
						row.getBigDecimal("total"), this.json.readValue(row.getString("groups"), POINTS),
						row.getInt("rank"), row.getInt("area_rank"), row.getInt("kind_rank"), null);
				BigDecimal change = changes.get(score.site());
				return (change != null) ? score.correctedBy(change) : score;
			})
			.list();
		return new Scoreboard(groups, Scoreboard.inOrder(scores));
	}

	/** What corrections after the closing add to totals. */
	private Map<SiteId, BigDecimal> changes(long period) {
		Map<SiteId, BigDecimal> changes = new LinkedHashMap<>();
		this.overseer
			.sql("""
					SELECT x.site_id, sum(CASE c.kind WHEN 'DEDUCTION' THEN l.points - x.points ELSE x.points - l.points END) AS change
					FROM appeal_answer x
					JOIN score_line l ON l.site_id = x.site_id AND l.period_id = x.period_id AND l.criterion = x.criterion
					JOIN emulation_criterion c ON c.period_id = x.period_id AND c.key = x.criterion
					WHERE x.period_id = :period AND x.after_closing AND x.points IS NOT NULL
					GROUP BY x.site_id""")
			.param("period", period)
			.query((row, number) -> changes.put(new SiteId(row.getLong("site_id")), row.getBigDecimal("change")))
			.list();
		return changes;
	}

	/** What was signed for a site, line by line. */
	List<Line> lines(long period, SiteId site) {
		return this.overseer.sql("""
				SELECT c.*, l.value, l.part, l.part_of, l.points AS had, l.given, l.note, l.href
				FROM score_line l JOIN emulation_criterion c ON c.period_id = l.period_id AND c.key = l.criterion
				WHERE l.period_id = :period AND l.site_id = :site ORDER BY c.position""")
			.param("period", period)
			.param("site", site.value())
			.query((row, number) -> {
				String measure = row.getString("measure");
				return new Line(row.getString("key") + "", row.getString("group_key") + "", row.getString("title") + "",
						Criteria.Kind.valueOf(row.getString("kind")), row.getBigDecimal("points"),
						(measure != null) ? Measure.of(measure).orElse(null) : null,
						ScoredDays.Each.valueOf(row.getString("each")),
						new Fact(row.getBigDecimal("value"), row.getObject("part", Integer.class),
								row.getObject("part_of", Integer.class)),
						row.getBigDecimal("had"), row.getBoolean("given"), row.getString("note") + "",
						row.getString("rule") + "", row.getString("href") + "");
			})
			.list();
	}

	/** The corrections of a site after the closing, by criterion. */
	Map<String, OfficerActs.Judged> corrections(long period, SiteId site) {
		return this.acts.corrections(period, true).getOrDefault(site, Map.of());
	}

}
