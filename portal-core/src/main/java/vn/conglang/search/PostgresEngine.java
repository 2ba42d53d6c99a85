package vn.conglang.search;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.search.Plan.Alternative;
import vn.conglang.search.Plan.Clause;
import vn.conglang.search.Plan.Kind;
import vn.conglang.search.Plan.Term;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Searches with PostgreSQL's own full text index. */
@Component
class PostgresEngine implements SearchEngine {

	/** In seconds; whoever asks for something so slow gets no answer. */
	private static final int LONGEST = 3;

	private static final String POINTS = ":in_head::text[]::tsquery[], :in_head_points, :in_title::text[]::tsquery[], :in_title_points, :anywhere::text[]::tsquery[], :anywhere_points";

	private static final String HERE = "SELECT * FROM search_here(:%s, :exact::tsquery, :titles, :desk, :most, "
			+ POINTS + ")";

	private static final String EVERYWHERE = """
			SELECT DISTINCT ON (site_id, entry_id) *
			FROM search_everywhere(:%s, :exact::tsquery, :exact_title::tsquery, :titles, :most,\s""" + POINTS + """
			) WHERE site_id <> ALL (:without::bigint[])""";

	/** Everything in one answer: the hits in their order and how many there are. */
	private static final String ANSWER = """
			WITH narrowed AS MATERIALIZED (%s)
			(SELECT site_id, entry_id, draft, NULL::text AS type, NULL::text AS category, NULL::int AS year, 0::bigint AS hits FROM narrowed
				ORDER BY points + CASE WHEN expires < :today THEN 0 ELSE :in_force END
					+ :recent * :half_life::float8 / (:half_life + abs(:today - day)) DESC, day DESC, entry_id DESC, draft LIMIT :size OFFSET :from)
			UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL::int, count(*) FROM narrowed
			""";

	/** And how many of all that was found have what a filter may ask for. */
	private static final String FACETS = """
			UNION ALL SELECT %s, NULL, NULL, type, category, extract(year FROM day)::int AS year, count(*) FROM (%s) found GROUP BY 1, 4, 5, 6
			""";

	private final NamedParameterJdbcTemplate here;

	private final NamedParameterJdbcTemplate everywhere;

	PostgresEngine(DataSource dataSource, @Qualifier("overseerDataSource") DataSource overseerDataSource) {
		this.here = limited(dataSource);
		this.everywhere = limited(overseerDataSource);
	}

	private static NamedParameterJdbcTemplate limited(DataSource dataSource) {
		JdbcTemplate template = new JdbcTemplate(dataSource);
		template.setQueryTimeout(LONGEST);
		return new NamedParameterJdbcTemplate(template);
	}

	@Override
	public Found find(Plan plan, Bounds bounds, int from, int size) {
		boolean province = bounds.site() == null;
		int most = (province ? Reach.PROVINCE : Reach.SITE).most();
		String wanted = keys(plan);
		String marks = marks(bounds);
		MapSqlParameterSource parameters = new MapSqlParameterSource().addValue("wanted", wanted)
			.addValue("narrowed", wanted + marks)
			.addValue("exact", keysAreEnough(plan) ? null : exact(plan, plan.titles() ? "AB" : ""))
			.addValue("exact_title", exact(plan, "A"))
			.addValue("titles", plan.titles())
			.addValue("desk", bounds.desk())
			.addValue("most", most + 1)
			.addValue("without", array(bounds.without()))
			.addValue("today", Date.valueOf(bounds.today()))
			.addValue("from", from)
			.addValue("size", size);
		String look = province ? EVERYWHERE : HERE;
		String all = marks.isEmpty() ? "SELECT * FROM narrowed" : String.format(look, "wanted");
		score(plan, parameters);
		String sql = String.format(ANSWER, String.format(look, "narrowed"))
				+ (bounds.facets() ? String.format(FACETS, province ? "site_id" : "NULL::bigint", all) : "");
		try {
			Answer answer = new Answer(bounds);
			(province ? this.everywhere : this.here).query(sql, parameters, answer::read);
			return answer.found(most);
		}
		catch (DataAccessException ex) {
			throw new EngineFailure("PostgreSQL did not answer", ex);
		}
	}

	/** What is asked for besides; {@link Indexer} puts such marks on every row. */
	private static String marks(Bounds bounds) {
		StringBuilder marks = new StringBuilder();
		if (bounds.type() != null) {
			marks.append(" & '#@t").append(bounds.type()).append('\'');
		}
		if (bounds.category() != null) {
			// a slug is of letters, digits and hyphens; anything else is no category
			marks.append(" & '#@c").append(bounds.category().replaceAll("[^a-z0-9-]", "?")).append('\'');
		}
		if (bounds.year() != null) {
			marks.append(" & '#@y").append(bounds.year()).append('\'');
		}
		if (bounds.sites() != null) {
			// an area may have no sites
			marks.append(" & ('#@0'");
			bounds.sites().forEach((site) -> marks.append("|'#@").append(site).append('\''));
			marks.append(')');
		}
		return marks.toString();
	}

	/**
	 * The keys of what must be found, as a tsquery in which # stands for the place where
	 * it is looked for.
	 */
	private static String keys(Plan plan) {
		return wanted(plan,
				(alternative) -> alternative.terms()
					.stream()
					.map((term) -> "'#" + term.text() + ((term.kind() == Kind.PREFIX) ? "':*" : "'"))
					.collect(Collectors.joining(" & ", "(", ")")));
	}

	/** Keys neither know which words follow each other nor whether they are in titles. */
	private static boolean keysAreEnough(Plan plan) {
		return !plan.titles() && plan.clauses()
			.stream()
			.flatMap((clause) -> clause.alternatives().stream())
			.allMatch((alternative) -> alternative.terms().size() == 1);
	}

	/** What must be found, as a tsquery. */
	private static String exact(Plan plan, String label) {
		return wanted(plan, (alternative) -> inOrder(alternative.terms(), label));
	}

	private static String wanted(Plan plan, Function<Alternative, String> written) {
		List<String> clauses = plan.clauses().stream().map((clause) -> any(clause.alternatives(), written)).toList();
		return atLeast(clauses, plan.least()).stream()
			.map((some) -> String.join(" & ", some))
			.collect(Collectors.joining(") | (", "((", "))"));
	}

	/** All choices of so many. */
	static List<List<String>> atLeast(List<String> all, int least) {
		if (least == 0) {
			return List.of(List.of());
		}
		if (least >= all.size()) {
			return List.of(all);
		}
		List<List<String>> choices = new ArrayList<>();
		for (int first = 0; first <= all.size() - least; first++) {
			for (List<String> rest : atLeast(all.subList(first + 1, all.size()), least - 1)) {
				List<String> choice = new ArrayList<>(List.of(all.get(first)));
				choice.addAll(rest);
				choices.add(choice);
			}
		}
		return choices;
	}

	private static String any(List<Alternative> alternatives, String label) {
		return any(alternatives, (alternative) -> inOrder(alternative.terms(), label));
	}

	private static String any(List<Alternative> alternatives, Function<Alternative, String> written) {
		return alternatives.stream().map(written).collect(Collectors.joining(" | ", "(", ")"));
	}

	/** Words are of letters and digits, so none needs care. */
	private static String inOrder(List<Term> terms, String label) {
		return terms.stream().map((term) -> {
			String marks = ((term.kind() == Kind.PREFIX) ? "*" : "") + label;
			return "'" + term.text() + "'" + (marks.isEmpty() ? "" : ":" + marks);
		}).collect(Collectors.joining(" <-> ", "(", ")"));
	}

	/** What earns points where, as the functions of the database are given it. */
	private static void score(Plan plan, MapSqlParameterSource parameters) {
		Points inHead = new Points();
		Points inTitle = new Points();
		Points anywhere = new Points();
		int count = plan.clauses().size();
		for (Clause clause : plan.clauses()) {
			// whose head has it not, has it not in the title
			inHead.add(any(clause.alternatives(), ""), Ranking.HEAD / count);
			inTitle.add(any(clause.alternatives(), "A"), Ranking.TITLE / count);
		}
		for (Clause clause : plan.clauses()) {
			if (clause.typed() != null) {
				(clause.anywhere() ? anywhere : inHead).add(any(List.of(clause.typed()), ""),
						(clause.anywhere() ? Ranking.TYPED_ANYWHERE : Ranking.TYPED) / count);
			}
		}
		if (!plan.inOrder().isEmpty()) {
			inHead.add(inOrder(plan.inOrder(), "A"), Ranking.IN_ORDER);
		}
		inHead.add(plan.clauses()
			.stream()
			.map((clause) -> any(clause.alternatives(), "B"))
			.collect(Collectors.joining(" & ")), Ranking.NUMBER);
		parameters.addValue("in_head", inHead.queries())
			.addValue("in_head_points", inHead.points())
			.addValue("in_title", inTitle.queries())
			.addValue("in_title_points", inTitle.points())
			.addValue("anywhere", anywhere.queries())
			.addValue("anywhere_points", anywhere.points())
			.addValue("in_force", Ranking.IN_FORCE)
			.addValue("recent", Ranking.RECENT)
			.addValue("half_life", Ranking.HALF_LIFE);
	}

	private static @Nullable String array(@Nullable Collection<Long> ids) {
		return (ids != null) ? ids.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}")) : null;
	}

	/** Queries with the points that each of them earns. */
	private static final class Points {

		private final List<String> queries = new ArrayList<>();

		private final List<Double> points = new ArrayList<>();

		private void add(String tsquery, double some) {
			this.queries.add(tsquery);
			this.points.add(some);
		}

		private String[] queries() {
			return this.queries.toArray(String[]::new);
		}

		private Double[] points() {
			return this.points.toArray(Double[]::new);
		}

	}

	/** Adds up what each filter would leave, if the others stay. */
	private static final class Answer {

		private final Bounds bounds;

		private final List<Ref> refs = new ArrayList<>();

		private final Map<String, Long> types = new LinkedHashMap<>();

		private final Map<String, Long> categories = new LinkedHashMap<>();

		private final Map<Integer, Long> years = new LinkedHashMap<>();

		private final Map<Long, Long> sites = new LinkedHashMap<>();

		private long total;

		Answer(Bounds bounds) {
			this.bounds = bounds;
		}

		private void read(ResultSet row) throws SQLException {
			String type = row.getString("type");
			long hits = row.getLong("hits");
			if (type != null) {
				count(row.getLong("site_id"), type, row.getString("category"), row.getInt("year"), hits);
			}
			else if (row.getObject("entry_id") != null) {
				this.refs.add(new Ref(row.getLong("site_id"), row.getLong("entry_id"), row.getBoolean("draft")));
			}
			else {
				this.total = hits;
			}
		}

		private void count(long site, String type, @Nullable String category, int year, long hits) {
			boolean ofType = this.bounds.type() == null || this.bounds.type().equals(type);
			boolean ofCategory = this.bounds.category() == null || this.bounds.category().equals(category);
			boolean ofYear = this.bounds.year() == null || this.bounds.year() == year;
			boolean ofSite = this.bounds.sites() == null || this.bounds.sites().contains(site);
			if (ofCategory && ofYear && ofSite) {
				this.types.merge(type, hits, Long::sum);
			}
			if (ofType && ofYear && ofSite && category != null) {
				this.categories.merge(category, hits, Long::sum);
			}
			if (ofType && ofCategory && ofSite) {
				this.years.merge(year, hits, Long::sum);
			}
			if (ofType && ofCategory && ofYear && this.bounds.site() == null) {
				this.sites.merge(site, hits, Long::sum);
			}
		}

		private Found found(int most) {
			return new Found(this.total, this.total > most, this.refs, this.types, this.categories, this.years,
					this.sites);
		}

	}

}
