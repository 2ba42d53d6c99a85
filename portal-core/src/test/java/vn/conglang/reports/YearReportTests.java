package vn.conglang.reports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.conglang.ReportsTest;
import vn.conglang.TestPortal;
import vn.conglang.content.EntryType;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.reports.MadeUpYear.Act;
import vn.conglang.reports.MadeUpYear.Sums;
import vn.conglang.site.Area;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A made-up year of 156 sites: whatever a report says, on screen and in every file, was
 * reckoned anew from the single acts.
 */
@ReportsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearReportTests {

	private static final int YEAR = MadeUpYear.YEAR;

	private static final String REPORT = "/bao-cao/ky/" + YEAR;

	private static final Pattern KEY = Pattern.compile("cl_[A-Za-z0-9_-]{43}");

	private static final Pattern SUM = Pattern.compile("SUM\\(([A-Z]+)([0-9]+):[A-Z]+([0-9]+)\\)");

	@Autowired
	private TestPortal portal;

	@Autowired
	private Sites sites;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private JsonMapper json;

	private MadeUpYear year = new MadeUpYear(List.of());

	@BeforeAll
	void aYearOfAllSites() {
		this.year = new MadeUpYear(this.sites.all());
		this.year.write(this.context);
		assertThat(this.sites.all()).hasSize(156);
		assertThat(this.year.acts().count()).isGreaterThan(2000);
	}

	private Sums all(int year) {
		return this.year.year(year, (act) -> true);
	}

	private Sums of(Site site, int year) {
		return this.year.year(year, (act) -> act.site().equals(site));
	}

	private Sums of(Area area, int year) {
		return this.year.year(year, (act) -> act.site().area().equals(area));
	}

	private long silent() {
		return this.sites.all().stream().filter((site) -> of(site, YEAR).published() == 0).count();
	}

	/** "1.234". */
	private static String number(long number) {
		return String.format(VietnameseText.LOCALE, "%,d", number);
	}

	@Test
	void theScreenSaysWhatWasDone() {
		Document page = Jsoup.parse(this.portal.login("admin").get(REPORT).body());
		Sums now = all(YEAR);
		Sums before = all(YEAR - 1);
		assertThat(page.select(".finding").text())
			.contains("đã đăng " + number(now.published()) + " tin, bài trong năm " + YEAR)
			.contains(silent() + " trang không đăng gì.");
		Map<String, List<Long>> measures = Map.of("published",
				List.of((long) now.published(), (long) before.published()), "shared",
				List.of((long) now.shared(), (long) before.shared()), "withdrawn",
				List.of((long) now.withdrawn(), (long) before.withdrawn()), "restored",
				List.of((long) now.restored(), (long) before.restored()), "words", List.of(now.words(), before.words()),
				"images", List.of(now.images(), before.images()));
		measures.forEach((measure, numbers) -> {
			List<String> cells = page.select("[data-measure=" + measure + "] td").eachText();
			assertThat(cells.get(0)).as(measure).isEqualTo(number(numbers.get(0)));
			// of a year the period before and the year before are the same
			assertThat(cells.get(1)).as(measure).isEqualTo(number(numbers.get(1)));
			assertThat(cells.get(3)).as(measure).isEqualTo(number(numbers.get(1)));
		});
		for (Area area : this.sites.areas()) {
			List<String> cells = page.select("[data-area=" + area.slug() + "] td").eachText();
			assertThat(cells.get(0)).isEqualTo("" + this.sites.of(area).size());
			assertThat(cells.get(2)).as(area.name()).isEqualTo(number(of(area, YEAR).published()));
			assertThat(cells.get(4)).as(area.name()).isEqualTo(number(of(area, YEAR - 1).published()));
		}
		for (Site site : this.sites.all()) {
			Sums sums = of(site, YEAR);
			assertThat(page.select("[data-site=" + site.slug() + "] td").eachText().subList(0, 7)).as(site.slug())
				.containsExactly(number(sums.published()), number(of(site, YEAR - 1).published()),
						number(of(site, YEAR - 1).published()), number(sums.shared()), number(sums.withdrawn()),
						number(sums.words()), number(sums.images()));
		}
		for (EntryType type : EntryType.values()) {
			int count = this.year.year(YEAR, (act) -> act.type() == type).published();
			List<String> cells = page.select("[data-type=" + type + "] td").eachText();
			assertThat(cells.isEmpty() ? "0" : cells.getFirst()).as(type.name()).isEqualTo(number(count));
		}
	}

	@Test
	void theWorkbookHasRealNumbersAndItsFormulasComeToTheSame() throws IOException {
		HttpResponse<byte[]> file = this.portal.login("admin").download(REPORT + "/tai/xlsx");
		assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
			.isEqualTo("attachment; filename=\"bao-cao-tinh-2004.xlsx\"");
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.body()))) {
			assertThat(workbook.getSheets().map((sheet) -> sheet.getName()).toList()).containsExactly("Tổng hợp",
					"Theo địa bàn", "Theo trang", "Theo loại", "Theo chuyên mục", "Theo tháng");
			Sums now = all(YEAR);
			Table table = new Table(workbook, "Theo trang");
			Map<String, Integer> columns = table.columns();
			for (Site site : this.sites.all()) {
				Sums sums = of(site, YEAR);
				Row row = table.row(site.title(), Objects.requireNonNull(columns.get("Trang")), site.area().title());
				assertThat(table.number(row, "Đã đăng")).as(site.slug()).isEqualTo(sums.published());
				assertThat(table.number(row, "Kỳ trước")).isEqualTo(of(site, YEAR - 1).published());
				assertThat(table.number(row, "Nhận từ cấp trên")).isEqualTo(sums.shared());
				assertThat(table.number(row, "Lượt gỡ")).isEqualTo(sums.withdrawn());
				assertThat(table.number(row, "Đăng lại")).isEqualTo(sums.restored());
				assertThat(table.number(row, "Số chữ")).isEqualTo(sums.words());
				assertThat(table.number(row, "Số ảnh")).isEqualTo(sums.images());
				lastDay(site).ifPresent(
						(day) -> assertThat(table.cell(row, "Bài gần nhất").asDate().toLocalDate()).isEqualTo(day));
			}
			assertThat(table.total("Đã đăng")).isEqualTo(now.published());
			assertThat(table.total("Số chữ")).isEqualTo(now.words());
			assertThat(table.total("Lượt gỡ")).isEqualTo(now.withdrawn());
			for (String sheet : List.of("Theo địa bàn", "Theo loại", "Theo chuyên mục", "Theo tháng")) {
				assertThat(new Table(workbook, sheet).total("Đã đăng")).as(sheet).isEqualTo(now.published());
			}
			Table months = new Table(workbook, "Theo tháng");
			for (int month = 1; month <= 12; month++) {
				YearMonth of = YearMonth.of(YEAR, month);
				Row row = months.rows.get(month);
				assertThat(Objects.requireNonNull(row.getCell(0)).asDate().toLocalDate()).isEqualTo(of.atDay(1));
				assertThat(months.number(row, "Đã đăng"))
					.isEqualTo(this.year.sums(of.atDay(1), of.atEndOfMonth(), (act) -> true).published());
			}
		}
	}

	private Optional<LocalDate> lastDay(Site site) {
		return this.year.acts()
			.filter((act) -> act.site().equals(site) && act.counts())
			.map(Act::day)
			.max(LocalDate::compareTo);
	}

	@Test
	void theCsvHasTheSameColumnsAndNumbers() throws IOException {
		String text = new String(this.portal.login("admin").download(REPORT + "/tai/csv").body(),
				StandardCharsets.UTF_8);
		assertThat(text).startsWith("\ufeffĐịa bàn,Mã,Trang,Đã đăng,");
		try (CSVParser parser = CSVParser.parse(new StringReader(text.substring(1)),
				CSVFormat.EXCEL.builder().setHeader().setSkipHeaderRecord(true).get())) {
			List<CSVRecord> lines = parser.getRecords();
			assertThat(lines).hasSize(156);
			assertThat(lines.stream().mapToInt((line) -> Integer.parseInt(line.get("Đã đăng"))).sum())
				.isEqualTo(all(YEAR).published());
			assertThat(lines.stream().mapToLong((line) -> Long.parseLong(line.get("Số chữ"))).sum())
				.isEqualTo(all(YEAR).words());
			assertThat(lines.stream().mapToInt((line) -> Integer.parseInt(line.get("Cùng kỳ năm trước"))).sum())
				.isEqualTo(all(YEAR - 1).published());
		}
	}

	@Test
	void thePdfIsAnAdministrativeReportWithTheSameNumbers() throws IOException {
		HttpResponse<byte[]> file = this.portal.login("admin")
			.download(REPORT + "/tai/pdf?so=12&ky-hieu=BC-TT&nguoi-ky=Tr%E1%BA%A7n+V%C4%83n+B%C3%ACnh&ngay=2005-02-05");
		String text;
		try (PDDocument pdf = Loader.loadPDF(file.body())) {
			PDFTextStripper stripper = new PDFTextStripper();
			stripper.setSortByPosition(true);
			text = stripper.getText(pdf).replaceAll("\\s+", " ");
			assertThat(pdf.getNumberOfPages()).isGreaterThan(5);
			pdf.getPage(0).getResources().getFontNames().forEach((name) -> {
				try {
					assertThat(Objects.requireNonNull(pdf.getPage(0).getResources().getFont(name)).getName())
						.contains("LiberationSerif");
					assertThat(Objects.requireNonNull(pdf.getPage(0).getResources().getFont(name)).isEmbedded())
						.isTrue();
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			});
		}
		Sums now = all(YEAR);
		Sums before = all(YEAR - 1);
		assertThat(text).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/BC-TT",
				"An Giang, ngày 05 tháng 02 năm 2005", "BÁO CÁO", "Nơi nhận:", "GIÁM ĐỐC", "Trần Văn Bình", "PHỤ LỤC",
				"(Kèm theo Báo cáo số 12/BC-TT ngày 05 tháng 02 năm 2005 của");
		assertThat(text).contains("Các trang đã đăng " + number(now.published()) + " tin, bài, văn bản tự biên soạn")
			.contains("Các trang đăng " + number(now.shared()) + " nội dung nhận từ cấp trên; có "
					+ number(now.withdrawn()) + " lượt gỡ và " + number(now.restored()) + " lượt đăng lại.")
			.contains("Trong kỳ có " + silent() + " trên 156 trang")
			.contains("Số chữ " + number(now.words()) + " " + number(before.words()));
		for (Area area : this.sites.areas()) {
			assertThat(text).contains(area.title() + " " + number(of(area, YEAR).published()) + " "
					+ number(of(area, YEAR - 1).published()));
		}
		for (Site site : this.sites.all()) {
			Sums sums = of(site, YEAR);
			// the period before is the year before, which is not said twice
			assertThat(text).contains(String.join(" ", site.title(), number(sums.published()),
					number(of(site, YEAR - 1).published()), number(sums.shared()), number(sums.withdrawn()),
					number(sums.words()), number(sums.images())));
		}
	}

	@Test
	void programsReadTheSame() {
		Matcher key = KEY.matcher(this.portal.login("admin")
			.post("/bao-cao/khoa", Map.of("ten", "Phần mềm tổng hợp", "don-vi", ""))
			.body());
		assertThat(key.find()).isTrue();
		HttpResponse<String> answer = this.portal.get("localhost", "/api/bao-cao?ky=" + YEAR, "Authorization",
				"Bearer " + key.group());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		JsonNode found = this.json.readTree(answer.body());
		Sums now = all(YEAR);
		assertThat(found.at("/totals/published").asInt()).isEqualTo(now.published());
		assertThat(found.at("/totals/words").asLong()).isEqualTo(now.words());
		assertThat(found.at("/totalsBefore/published").asInt()).isEqualTo(all(YEAR - 1).published());
		Map<String, JsonNode> bySlug = new HashMap<>();
		found.get("sites").forEach((site) -> bySlug.put(site.get("slug").asString(), site));
		assertThat(bySlug).hasSize(156);
		for (Site site : this.sites.all()) {
			JsonNode item = Objects.requireNonNull(bySlug.get(site.slug()));
			assertThat(item.at("/totals/published").asInt()).isEqualTo(of(site, YEAR).published());
			for (EntryType type : EntryType.values()) {
				assertThat(item.get("types").get(type.list().substring(1)).asInt()).isEqualTo(
						this.year.year(YEAR, (act) -> act.site().equals(site) && act.type() == type).published());
			}
		}
	}

	@Test
	void openDataSaysTheSameMonthByMonthOnceTheProvinceAllowsIt() {
		assertThat(this.portal.get("localhost", "/du-lieu-mo").statusCode()).isEqualTo(404);
		assertThat(this.portal.get("localhost", "/?ten=an").body()).doesNotContain("/du-lieu-mo");
		TestPortal.Desk admin = this.portal.login("admin");
		Map<String, String> form = new HashMap<>(Map.of("don-vi", "", "co-quan", "Sở Văn hóa", "ky-hieu", "BC-SVH",
				"noi", "An Giang", "chuc-vu", "Giám đốc", "lich", "5"));
		form.put("du-lieu-mo", "co");
		assertThat(admin.post("/bao-cao/thiet-lap", form).statusCode()).isEqualTo(302);
		try {
			assertThat(this.portal.get("localhost", "/?ten=an").body()).contains("href=\"/du-lieu-mo\"");
			assertThat(this.portal.get("localhost", "/du-lieu-mo").body()).contains("Creative Commons", "so_bai");
			// the made-up year is too long ago to be told
			assertThat(this.portal.get("localhost", "/du-lieu-mo/" + YEAR).statusCode()).isEqualTo(404);
			int latest = LocalDate.now(VietnameseText.ZONE).minusMonths(1).getYear();
			HttpResponse<String> csv = this.portal.get("localhost", "/du-lieu-mo/" + latest + "/san-luong.csv");
			assertThat(csv.body()).startsWith("\ufeffma,trang,ten,huyen,dia_chi,thang,so_bai");
			assertThat(csv.headers().firstValue("ETag")).isPresent();
			HttpResponse<String> again = this.portal.get("localhost", "/du-lieu-mo/" + latest + "/san-luong.json");
			assertThat(this.json.readTree(again.body()).get("sites")).hasSize(156);
			assertThat(again.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
		}
		finally {
			form.remove("du-lieu-mo");
			admin.post("/bao-cao/thiet-lap", form);
		}
		assertThat(this.portal.get("localhost", "/du-lieu-mo/2999").statusCode()).isEqualTo(404);
	}

	/** A sheet with one table below its heading, and a last row of sums. */
	private static final class Table {

		private final List<Row> rows = new ArrayList<>();

		private final String name;

		Table(ReadableWorkbook workbook, String name) throws IOException {
			this.name = name;
			workbook.findSheet(name)
				.orElseThrow()
				.read()
				.stream()
				.filter((row) -> row.getRowNum() > 3)
				.forEach(this.rows::add);
		}

		Map<String, Integer> columns() {
			Map<String, Integer> columns = new HashMap<>();
			this.rows.getFirst().forEach((cell) -> {
				if (cell != null) {
					columns.put(cell.getText(), cell.getColumnIndex());
				}
			});
			return columns;
		}

		Row row(String site, int column, String area) {
			return this.rows.stream()
				.filter((row) -> site.equals(text(row, column)) && area.equals(text(row, 0)))
				.findFirst()
				.orElseThrow();
		}

		private static String text(Row row, int column) {
			return row.getOptionalCell(column).map(Cell::getText).orElse("");
		}

		Cell cell(Row row, String column) {
			return row.getOptionalCell(Objects.requireNonNull(columns().get(column))).orElseThrow();
		}

		long number(Row row, String column) {
			Cell cell = cell(row, column);
			assertThat(cell.getType()).as(column).isEqualTo(CellType.NUMBER);
			return cell.asNumber().longValueExact();
		}

		/** What the sum says, which is a formula, and comes to what it says. */
		long total(String column) {
			Cell cell = cell(this.rows.getLast(), column);
			assertThat(cell.getType()).as(this.name + " " + column).isEqualTo(CellType.FORMULA);
			Matcher sum = SUM.matcher(cell.getFormula());
			assertThat(sum.matches()).as(cell.getFormula()).isTrue();
			int from = Integer.parseInt(sum.group(2));
			int to = Integer.parseInt(sum.group(3));
			long reckoned = this.rows.stream()
				.filter((row) -> row.getRowNum() >= from && row.getRowNum() <= to)
				.mapToLong((row) -> number(row, column))
				.sum();
			assertThat(Long.parseLong(cell.getRawValue())).as("kept beside " + cell.getFormula()).isEqualTo(reckoned);
			return reckoned;
		}

	}

}
