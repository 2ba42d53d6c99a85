package vn.conglang.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryType;
import vn.conglang.reports.ReportDocument.SiteLine;

/** The columns of the table of sites, the same in every file. */
final class SiteTable {

	private SiteTable() {
	}

	/** Those for which the report has something to say. */
	static List<Column> columns(ReportDocument report, Words words) {
		List<Column> columns = new ArrayList<>();
		columns.add(text("area", words, SiteLine::area));
		columns.add(text("code", words, SiteLine::code));
		columns.add(text("site", words, SiteLine::name));
		columns.add(sum("published", words, (line) -> line.now().published()));
		columns.add(sum("before", words, SiteLine::before));
		columns.add(sum("yearBefore", words, SiteLine::yearBefore));
		for (EntryType type : EntryType.values()) {
			columns.add(new Column("type." + type, words.type(type), Kind.NUMBER, true, (line) -> line.of(type)));
		}
		columns.add(sum("shared", words, (line) -> line.now().shared()));
		columns.add(sum("withdrawn", words, (line) -> line.now().withdrawn()));
		columns.add(sum("restored", words, (line) -> line.now().restored()));
		columns.add(sum("words", words, (line) -> line.now().words()));
		columns.add(sum("images", words, (line) -> line.now().images()));
		columns.add(number("authors", words, SiteLine::authors));
		columns.add(number("hours", words, SiteLine::medianHours));
		columns.add(new Column("last", words.column("last"), Kind.DATE, false, SiteLine::last));
		if (report.hasLights()) {
			columns.add(text("light", words, (line) -> (line.light() != null) ? words.light(line.light()) : null));
			columns.add(text("reason", words, SiteLine::reason));
			columns.add(number("sections", words, SiteLine::sections));
			columns.add(number("present", words, SiteLine::present));
			columns.add(number("current", words, SiteLine::current));
		}
		if (report.hasCopies()) {
			columns.add(number("copied", words, SiteLine::copied));
			columns.add(number("copiedOf", words, SiteLine::copiedOf));
		}
		if (report.hasScores()) {
			columns.add(number("score", words, SiteLine::score));
			columns.add(number("rank", words, SiteLine::rank));
		}
		columns.add(text("standing", words, (line) -> line.inService() ? null : words.standing(line.standing())));
		return columns;
	}

	private static Column text(String key, Words words, Function<SiteLine, @Nullable Object> value) {
		return new Column(key, words.column(key), Kind.TEXT, false, value);
	}

	private static Column number(String key, Words words, Function<SiteLine, @Nullable Object> value) {
		return new Column(key, words.column(key), Kind.NUMBER, false, value);
	}

	private static Column sum(String key, Words words, Function<SiteLine, @Nullable Object> value) {
		return new Column(key, words.column(key), Kind.NUMBER, true, value);
	}

	/**
	 * A column.
	 *
	 * @param summed whether its values may be added
	 */
	record Column(String key, String title, Kind kind, boolean summed, Function<SiteLine, @Nullable Object> value) {
	}

	/** What stands in a column. */
	enum Kind {

		TEXT, NUMBER, DATE

	}

}
