package vn.conglang.reports;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SpreadsheetText;

import org.springframework.stereotype.Component;

/**
 * The table of sites as CSV. A spreadsheet would take a text that begins like a formula
 * for one, so such a text begins with an apostrophe.
 */
@Component
class CsvReport {

	private final Words words;

	CsvReport(Words words) {
		this.words = words;
	}

	byte[] of(ReportDocument report) throws IOException {
		List<SiteTable.Column> columns = SiteTable.columns(report, this.words);
		StringWriter text = new StringWriter();
		// the mark at the beginning tells spreadsheets that this is UTF-8
		text.write('\ufeff');
		try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.EXCEL)) {
			csv.printRecord(columns.stream().map((column) -> SpreadsheetText.harmless(column.title())).toList());
			for (ReportDocument.SiteLine site : report.sites()) {
				csv.printRecord(columns.stream().map((column) -> cell(column.value().apply(site))).toList());
			}
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private String cell(@Nullable Object value) {
		if (value instanceof LocalDate day) {
			return this.words.day(day);
		}
		if (value instanceof BigDecimal number) {
			return number.toPlainString().replace('.', ',');
		}
		return (value instanceof Number number) ? number.toString()
				: SpreadsheetText.harmless((value != null) ? value.toString() : "");
	}

}
