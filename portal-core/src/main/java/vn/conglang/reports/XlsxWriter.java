package vn.conglang.reports;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes workbooks of tables: a heading, a head that stays in sight, rows, and sums as
 * formulas. Texts are texts, whatever they begin with.
 */
final class XlsxWriter implements Closeable {

	/** Above the table: a heading, when it was made, an empty row. */
	private static final int HEAD = 3;

	private static final String NUMBER = "#,##0";

	private static final String DAY = "dd/mm/yyyy";

	private static final Pattern FORMULA = Pattern.compile("<f>([^<]*)</f>(<v>[^<]*</v>)?");

	private final Path file;

	private final OutputStream out;

	private final Workbook workbook;

	private final List<Sheet> sheets = new ArrayList<>();

	XlsxWriter() throws IOException {
		this.file = Files.createTempFile("bao-cao", ".xlsx");
		this.out = Files.newOutputStream(this.file);
		this.workbook = new Workbook(this.out, "Cong Lang", "1.0");
	}

	/**
	 * Begins a sheet.
	 * @param name at most 31 letters
	 * @param title what it is about
	 * @param made when and by whom
	 */
	Sheet sheet(String name, String title, String made, List<String> columns) {
		Sheet sheet = new Sheet(this.workbook.newWorksheet(name), title, made, columns);
		this.sheets.add(sheet);
		return sheet;
	}

	/** The finished file. */
	byte[] bytes() throws IOException {
		this.workbook.finish();
		this.out.close();
		return withValues();
	}

	@Override
	public void close() throws IOException {
		this.out.close();
		Files.deleteIfExists(this.file);
	}

	/**
	 * Puts beside each formula what it comes to. Spreadsheets reckon it themselves, but
	 * neither previews nor a file from the internet that was not unlocked yet.
	 */
	private byte[] withValues() throws IOException {
		ByteArrayOutputStream finished = new ByteArrayOutputStream();
		try (ZipFile plain = new ZipFile(this.file.toFile()); ZipOutputStream zip = new ZipOutputStream(finished)) {
			for (ZipEntry entry : Collections.list(plain.entries())) {
				byte[] content = plain.getInputStream(entry).readAllBytes();
				for (int at = 0; at < this.sheets.size(); at++) {
					if (entry.getName().equals("xl/worksheets/sheet" + (at + 1) + ".xml")) {
						content = withValues(content, this.sheets.get(at).values);
					}
				}
				zip.putNextEntry(new ZipEntry(entry.getName()));
				zip.write(content);
			}
		}
		return finished.toByteArray();
	}

	private static byte[] withValues(byte[] sheet, Map<String, Number> values) {
		return FORMULA.matcher(new String(sheet, StandardCharsets.UTF_8))
			.replaceAll((formula) -> Matcher
				.quoteReplacement("<f>" + formula.group(1) + "</f><v>" + values.get(formula.group(1)) + "</v>"))
			.getBytes(StandardCharsets.UTF_8);
	}

	/** "A" for 0, "AB" for 27. */
	private static String letters(int column) {
		return ((column >= 26) ? letters(column / 26 - 1) : "") + (char) ('A' + column % 26);
	}

	/** A sheet with one table. */
	static final class Sheet {

		private final Worksheet sheet;

		private final int columns;

		private final Map<String, Number> values = new HashMap<>();

		private final double[] sums;

		private int row = HEAD;

		private int frozen = 1;

		private Sheet(Worksheet sheet, String title, String made, List<String> columns) {
			this.sheet = sheet;
			this.columns = columns.size();
			this.sums = new double[columns.size()];
			sheet.value(0, 0, title);
			sheet.style(0, 0).bold().fontSize(14).set();
			sheet.value(1, 0, made);
			sheet.style(1, 0).italic().fontColor("595959").set();
			for (int at = 0; at < columns.size(); at++) {
				sheet.value(HEAD, at, columns.get(at));
			}
			sheet.range(HEAD, 0, HEAD, columns.size() - 1)
				.style()
				.bold()
				.wrapText(true)
				.verticalAlignment("center")
				.horizontalAlignment("center")
				.fillColor("E7EEF1")
				.borderStyle(BorderStyle.THIN)
				.borderColor("7F7F7F")
				.set();
			sheet.rowHeight(HEAD, 48);
		}

		/** The next row. */
		Row row() {
			this.row++;
			return new Row(this, this.row);
		}

		/** A last row with the sums of the columns. */
		Sheet totals(String name, int... summed) {
			int first = HEAD + 1;
			int last = this.row;
			this.row++;
			this.sheet.value(this.row, 0, name);
			for (int column : summed) {
				String letters = letters(column);
				// rows are numbered from 1; a table may be empty
				formula(this.row, column,
						(last >= first) ? "SUM(" + letters + (first + 1) + ":" + letters + (last + 1) + ")" : "0",
						(long) this.sums[column]);
			}
			this.sheet.range(this.row, 0, this.row, this.columns - 1)
				.style()
				.bold()
				.format(NUMBER)
				.borderStyle(BorderStyle.THIN)
				.borderColor("7F7F7F")
				.set();
			return this;
		}

		Sheet widths(double... widths) {
			for (int at = 0; at < widths.length; at++) {
				this.sheet.width(at, widths[at]);
			}
			return this;
		}

		/** Columns at the left that stay in sight. */
		Sheet freezeColumns(int count) {
			this.frozen = count;
			return this;
		}

		/** Lets the reader filter the rows above the sums. */
		Sheet filter() {
			if (this.row - 1 > HEAD) {
				this.sheet.setAutoFilter(HEAD, 0, this.row - 1, this.columns - 1);
			}
			return this;
		}

		Sheet landscape() {
			this.sheet.pageOrientation("landscape");
			return this;
		}

		/** Nothing more comes. */
		void end() {
			this.sheet.freezePane(this.frozen, HEAD + 1);
			this.sheet.repeatRows(HEAD);
			this.sheet.paperSize(PaperSize.A4_PAPER);
			this.sheet.setFitToPage(true);
			this.sheet.fitToWidth((short) 1);
			this.sheet.fitToHeight((short) 0);
			this.sheet.footer("&P/&N", Position.CENTER);
		}

		private void formula(int row, int column, String expression, Number value) {
			this.sheet.formula(row, column, expression);
			this.values.put(expression, value);
		}

	}

	/** A row being written from left to right. */
	static final class Row {

		private final Sheet sheet;

		private final int row;

		private int column;

		private Row(Sheet sheet, int row) {
			this.sheet = sheet;
			this.row = row;
		}

		Row text(String text) {
			this.sheet.sheet.value(this.row, this.column, text);
			return next();
		}

		Row number(Number number) {
			this.sheet.sums[this.column] += number.doubleValue();
			this.sheet.sheet.value(this.row, this.column, number);
			return format((number instanceof BigDecimal) ? "#,##0.##" : NUMBER);
		}

		Row day(LocalDate day) {
			this.sheet.sheet.value(this.row, this.column, day);
			return format(DAY);
		}

		Row month(LocalDate first) {
			this.sheet.sheet.value(this.row, this.column, first);
			return format("mm/yyyy");
		}

		/**
		 * A formula; "{row}" in it stands for this row.
		 * @param value what it comes to
		 */
		Row formula(String expression, Number value) {
			this.sheet.formula(this.row, this.column, expression.replace("{row}", "" + (this.row + 1)), value);
			return format("+#,##0;-#,##0;0");
		}

		/** Whatever it is. */
		Row value(@Nullable Object value) {
			if (value instanceof LocalDate day) {
				return day(day);
			}
			if (value instanceof Number number) {
				return number(number);
			}
			return (value != null) ? text(value.toString()) : next();
		}

		private Row format(String format) {
			this.sheet.sheet.style(this.row, this.column).format(format).set();
			return next();
		}

		private Row next() {
			this.column++;
			return this;
		}

	}

}
