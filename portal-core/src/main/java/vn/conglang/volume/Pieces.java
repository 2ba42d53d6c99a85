package vn.conglang.volume;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A period as a sum of whole years, whole months and single days, so that little is read
 * however long it is: years and months from the sums, days from the facts. Where that is
 * shorter, what is too much is taken away again: the year until the end of November is
 * the year without December.
 */
final class Pieces {

	private static final String COLUMNS = "site_id, area_id, type, category, %1$s published AS published, %1$s shared AS shared,"
			+ " %1$s withdrawn AS withdrawn, %1$s restored AS restored, %1$s words AS words, %1$s images AS images";

	private static final String FACTS = """
			SELECT site_id, area_id, type, coalesce(category_slug, '') AS category,
			    (act = 'PUBLISHED' AND NOT shared)::int AS published, (act = 'PUBLISHED' AND shared)::int AS shared,
			    (act = 'WITHDRAWN' AND NOT shared)::int AS withdrawn, (act = 'RESTORED' AND NOT shared)::int AS restored,
			    CASE WHEN act = 'PUBLISHED' AND NOT shared THEN words ELSE 0 END AS words,
			    CASE WHEN act = 'PUBLISHED' AND NOT shared THEN images ELSE 0 END AS images
			FROM volume_fact WHERE act <> 'REVISED'""";

	private final List<Piece> pieces;

	private Pieces(List<Piece> pieces) {
		this.pieces = pieces;
	}

	static Pieces of(Period period) {
		List<Piece> pieces = new ArrayList<>();
		cut(Unit.YEAR, period.from(), period.to().plusDays(1), 1, pieces);
		return new Pieces(pieces);
	}

	/** From the first day until before the last, as many whole units as possible. */
	private static void cut(Unit unit, LocalDate from, LocalDate end, int sign, List<Piece> pieces) {
		if (end.isBefore(from)) {
			cut(unit, end, from, -sign, pieces);
			return;
		}
		if (from.equals(end)) {
			return;
		}
		if (unit == Unit.DAY) {
			pieces.add(new Piece(unit, from, end.minusDays(1), sign));
			return;
		}
		LocalDate first = unit.nearestStart(from);
		LocalDate last = unit.nearestStart(end);
		if (first.isBefore(last)) {
			pieces.add(new Piece(unit, first, last.minusDays(1), sign));
			cut(unit.smaller(), from, first, sign, pieces);
			cut(unit.smaller(), last, end, sign, pieces);
		}
		else {
			cut(unit.smaller(), from, end, sign, pieces);
		}
	}

	/**
	 * Rows of sums, to be added up in a query around this.
	 * @param condition on the columns of facts and sums alike, such as site_id
	 * @param kinds whether types and categories are to be told apart: without it, much
	 * less is read, and those of whole months and years are empty
	 */
	String sql(String condition, boolean kinds) {
		List<String> parts = new ArrayList<>();
		for (int i = 0; i < this.pieces.size(); i++) {
			Piece piece = this.pieces.get(i);
			String columns = COLUMNS.formatted((piece.sign() < 0) ? "-" : "");
			String source = (piece.unit() == Unit.DAY) ? "(" + FACTS + " AND day BETWEEN :from%1$d AND :to%1$d) facts"
					: "volume_sum WHERE span = '" + piece.unit() + (kinds ? "" : "_TOTAL")
							+ "' AND start BETWEEN :from%1$d AND :to%1$d";
			parts.add("SELECT " + columns + " FROM " + source.formatted(i)
					+ ((piece.unit() == Unit.DAY) ? " WHERE " : " AND ") + condition);
		}
		return parts.stream().collect(Collectors.joining("\nUNION ALL\n"));
	}

	/** What the query asks for by name. */
	Map<String, LocalDate> parameters() {
		Map<String, LocalDate> parameters = new TreeMap<>();
		for (int i = 0; i < this.pieces.size(); i++) {
			parameters.put("from" + i, this.pieces.get(i).from());
			parameters.put("to" + i, this.pieces.get(i).to());
		}
		return parameters;
	}

	List<Piece> list() {
		return this.pieces;
	}

	/** What is read as a whole; its name is the span of the sums. */
	enum Unit {

		YEAR, MONTH, DAY;

		Unit smaller() {
			return values()[ordinal() + 1];
		}

		LocalDate nearestStart(LocalDate day) {
			if (this == YEAR) {
				LocalDate start = day.withDayOfYear(1);
				return (day.getMonthValue() <= 6) ? start : start.plusYears(1);
			}
			LocalDate start = day.withDayOfMonth(1);
			return (day.getDayOfMonth() <= 15) ? start : start.plusMonths(1);
		}

	}

	/**
	 * Whole units in a row.
	 *
	 * @param sign 1, or -1 for what is taken away
	 */
	record Piece(Unit unit, LocalDate from, LocalDate to, int sign) {
	}

}
