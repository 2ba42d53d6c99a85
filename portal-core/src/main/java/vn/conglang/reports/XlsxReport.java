package vn.conglang.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import vn.conglang.reports.ReportDocument.AreaLine;
import vn.conglang.reports.ReportDocument.Totals;

import org.springframework.stereotype.Component;

/**
 * A report as a workbook with a sheet per view: numbers and days are such, sums are
 * formulas.
 */
@Component
class XlsxReport {

	private final Words words;

	XlsxReport(Words words) {
		this.words = words;
	}

	byte[] of(ReportDocument report) {
		try (XlsxWriter workbook = new XlsxWriter()) {
			summary(report, workbook);
			if (report.areas().size() > 1) {
				areas(report, workbook);
			}
			sites(report, workbook);
			compared(report, workbook, "types", report.types()
				.stream()
				.map((line) -> new Compared(this.words.type(line.type()), line.now(), line.before(), line.yearBefore()))
				.toList());
			compared(report, workbook, "categories", report.categories()
				.stream()
				.map((line) -> new Compared(this.words.category(line), line.now(), line.before(), line.yearBefore()))
				.toList());
			months(report, workbook);
			return workbook.bytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void summary(ReportDocument report, XlsxWriter workbook) {
		XlsxWriter.Sheet sheet = sheet(report, workbook, "summary",
				List.of(this.words.column("measure"), report.head().period().title(), report.head().before().title(),
						this.words.column("difference"), report.head().yearBefore().title(),
						this.words.column("difference")));
		for (Measure measure : measures(report)) {
			sheet.row()
				.text(measure.name())
				.number(measure.now())
				.number(measure.before())
				.formula("B{row}-C{row}", measure.now() - measure.before())
				.number(measure.yearBefore())
				.formula("B{row}-E{row}", measure.now() - measure.yearBefore());
		}
		sheet.row().text(this.words.of("sites.inService")).number(report.inService().size());
		sheet.row().text(this.words.of("sites.silent")).number(report.silent().size());
		sheet.widths(44, 20, 20, 16, 20, 16).end();
	}

	private List<Measure> measures(ReportDocument report) {
		Totals now = report.now();
		Totals before = report.before();
		Totals yearBefore = report.yearBefore();
		return List.of(
				new Measure(this.words.of("measure.published"), now.published(), before.published(),
						yearBefore.published()),
				new Measure(this.words.of("measure.shared"), now.shared(), before.shared(), yearBefore.shared()),
				new Measure(this.words.of("measure.withdrawn"), now.withdrawn(), before.withdrawn(),
						yearBefore.withdrawn()),
				new Measure(this.words.of("measure.restored"), now.restored(), before.restored(),
						yearBefore.restored()),
				new Measure(this.words.of("measure.words"), now.words(), before.words(), yearBefore.words()),
				new Measure(this.words.of("measure.images"), now.images(), before.images(), yearBefore.images()));
	}

	private void areas(ReportDocument report, XlsxWriter workbook) {
		XlsxWriter.Sheet sheet = sheet(report, workbook, "areas",
				List.of(this.words.column("area"), this.words.column("sites"), this.words.column("silent"),
						this.words.column("published"), this.words.column("before"), this.words.column("yearBefore"),
						this.words.column("shared"), this.words.column("withdrawn"), this.words.column("words"),
						this.words.column("images")));
		for (AreaLine area : report.areas()) {
			sheet.row()
				.text(area.name())
				.number(area.sites())
				.number(area.silent())
				.number(area.now().published())
				.number(area.before())
				.number(area.yearBefore())
				.number(area.now().shared())
				.number(area.now().withdrawn())
				.number(area.now().words())
				.number(area.now().images());
		}
		sheet.totals(this.words.of("total"), 1, 2, 3, 4, 5, 6, 7, 8, 9)
			.widths(28, 12, 12, 14, 14, 14, 14, 14, 14, 14)
			.filter()
			.end();
	}

	private void sites(ReportDocument report, XlsxWriter workbook) {
		List<SiteTable.Column> columns = SiteTable.columns(report, this.words);
		XlsxWriter.Sheet sheet = sheet(report, workbook, "sites",
				columns.stream().map(SiteTable.Column::title).toList());
		for (ReportDocument.SiteLine site : report.sites()) {
			XlsxWriter.Row row = sheet.row();
			columns.forEach((column) -> row.value(column.value().apply(site)));
		}
		List<Integer> summed = new ArrayList<>();
		double[] widths = new double[columns.size()];
		for (int at = 0; at < columns.size(); at++) {
			SiteTable.Column column = columns.get(at);
			if (column.summed()) {
				summed.add(at);
			}
			widths[at] = switch (column.key()) {
				case "area", "site" -> 26;
				case "reason" -> 48;
				case "light", "standing" -> 20;
				default -> 13;
			};
		}
		sheet.totals(this.words.of("total"), summed.stream().mapToInt(Integer::intValue).toArray())
			.widths(widths)
			.freezeColumns(3)
			.filter()
			.landscape()
			.end();
	}

	private void compared(ReportDocument report, XlsxWriter workbook, String name, List<Compared> lines) {
		XlsxWriter.Sheet sheet = sheet(report, workbook, name, List.of(this.words.column(name),
				this.words.column("published"), this.words.column("before"), this.words.column("yearBefore")));
		for (Compared line : lines) {
			sheet.row().text(line.name()).number(line.now()).number(line.before()).number(line.yearBefore());
		}
		sheet.totals(this.words.of("total"), 1, 2, 3).widths(36, 14, 14, 14).end();
	}

	private void months(ReportDocument report, XlsxWriter workbook) {
		XlsxWriter.Sheet sheet = sheet(report, workbook, "months", List.of(this.words.column("month"),
				this.words.column("published"), this.words.column("shared"), this.words.column("yearBefore")));
		for (ReportDocument.MonthLine month : report.months()) {
			sheet.row()
				.month(month.month().atDay(1))
				.number(month.published())
				.number(month.shared())
				.number(month.yearBefore());
		}
		sheet.totals(this.words.of("total"), 1, 2, 3).widths(14, 14, 14, 14).end();
	}

	private XlsxWriter.Sheet sheet(ReportDocument report, XlsxWriter workbook, String name, List<String> columns) {
		return workbook.sheet(this.words.of("sheet." + name),
				this.words.of("title", report.head().officeName(), report.head().period().title()),
				this.words.of("made", this.words.time(report.head().madeAt()), report.head().madeBy()), columns);
	}

	private record Measure(String name, long now, long before, long yearBefore) {
	}

	private record Compared(String name, int now, int before, int yearBefore) {
	}

}
