package vn.conglang.emulation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.conglang.kernel.StartFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CriteriaReaderTests {

	private static final String SMALL = """
			version: "2027"
			from: 2027-01-01
			title: Bảng điểm 2027
			appeals: { days: 7 }
			groups:
			  - key: tin-bai
			    title: Tin, bài
			    criteria:
			      - key: tin
			        title: Tin mỗi tuần
			        points: 60
			        measure: news
			        each: week
			        scale:
			          linear: { none: 0, full: 2 }
			      - key: im-lang
			        title: Không ngắt quãng
			        points: 40
			        measure: longest-silence
			        scale:
			          steps:
			            - { at-most: 7, points: 40 }
			            - { at-most: 14, points: 20 }
			      - key: phat
			        title: Sai sót
			        kind: deduction
			        points: 10
			        manual: true
			""";

	@TempDir
	private Path folder = Path.of(".");

	@Test
	void theShippedCriteriaHave100StandardPointsAndSayThatTheyAreAnExample() {
		Criteria criteria = new CriteriaReader().read("classpath:tenant-config/rules").getFirst();
		assertThat(criteria.standard()).isEqualByComparingTo("100");
		assertThat(criteria.note()).contains("mẫu").contains("Tỉnh thay bằng");
		assertThat(criteria.all()).extracting(Criteria.Criterion::kind)
			.contains(Criteria.Kind.STANDARD, Criteria.Kind.BONUS, Criteria.Kind.DEDUCTION);
		assertThat(criteria.all()).filteredOn((criterion) -> criterion.measure() == null)
			.allMatch((criterion) -> !criterion.hint().isEmpty());
		assertThat(new CriteriaCheck("classpath:tenant-config/rules").check()).contains("2026 from 2026-01-01")
			.contains("100 standard points");
	}

	@Test
	void anotherVersionIsAnotherFileAndInForceForWhatBeginsAfterItDoes() throws IOException {
		write("2026.yaml", SMALL.replace("2027", "2026"));
		write("2027.yaml", SMALL);
		CriteriaBook book = new CriteriaBook(location());
		assertThat(version(book, 2026, 12)).isEqualTo("2026");
		assertThat(version(book, 2027, 1)).isEqualTo("2027");
		assertThat(version(book, 2029, 1)).isEqualTo("2027");
		assertThat(version(book, 2024, 1)).as("before all").isEqualTo("2026");
		Criteria criteria = book.inForce(ScoredDays.with(ScoredDays.Kind.MONTH, LocalDate.of(2027, 1, 1)));
		assertThat(criteria.appealDays()).isEqualTo(7);
		assertThat(criteria.find("tin").orElseThrow().points(Fact.of(4), days(2027, 2))).as("one a week of four")
			.isEqualByComparingTo(new BigDecimal("30"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			points: 60                | points: 0                 | 11 | 0
			points: 60                | points: 7.125             | 11 | two decimals
			measure: news             | measure: tin              | 12 | unknown measure "tin"; there are own-entries
			measure: longest-silence  | measure: words            | 19 | unknown measure
			each: week                | each: decade              | 13 | "decade"
			full: 2                   | full: 0                   | 15 | the same
			at-most: 14, points: 20   | at-least: 14, points: 20  | 23 | all "at-least" or all "at-most"
			at-most: 14, points: 20   | at-most: 5, points: 20    | 23 | best step
			at-most: 14, points: 20   | at-most: 14, points: 40   | 23 | best step
			at-most: 7, points: 40    | at-most: 7, points: 41    | 22 | more than the criterion gives
			key: im-lang              | key: tin                  | 16 | already used at emulation/2027.yaml:9
			kind: deduction           | kind: minus               | 26 | "minus"
			manual: true              | manual: false             | 28 | manual
			from: 2027-01-01          | from: 2027-02-30          | 2  | no day
			from: 2027-01-01          | from: sang năm            | 2  | from
			days: 7                   | days: 0                   | 4  | 0
			title: Sai sót            | titel: Sai sót            | 24 | titel
			version: "2027"           | version: "2027            | 1  | YAML
			""")
	void aMistakeIsToldWithFileLineAndReason(String right, String wrong, int line, String reason) throws IOException {
		assertThat(SMALL).contains(right);
		write("2027.yaml", SMALL.replace(right, wrong));
		assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> new CriteriaReader().read(location()))
			.withMessageContaining(reason)
			.satisfies((failure) -> assertThat(failure.getMessage()).containsPattern("emulation/2027\\.yaml:\\d+: "))
			.satisfies((failure) -> {
				if (!reason.equals("YAML") && !reason.equals("manual") && !reason.equals("titel")) {
					assertThat(failure.getMessage()).contains("emulation/2027.yaml:" + line + ": ");
				}
			});
	}

	@Test
	void eachIsForWhatGrowsWithTimeOnly() throws IOException {
		write("2027.yaml", SMALL.replace("measure: longest-silence", "measure: longest-silence\n        each: month"));
		assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> new CriteriaReader().read(location()))
			.withMessageContaining("emulation/2027.yaml:20: ")
			.withMessageContaining("does not grow with time");
	}

	@Test
	void twoFilesOfOneVersionAndAFolderWithoutAnyAreMistakes() throws IOException {
		assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> new CriteriaReader().read(location()))
			.withMessageContaining("--portal.rules");
		write("2027.yaml", SMALL);
		write("2027-lai.yaml", SMALL);
		assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> new CriteriaReader().read(location()))
			.withMessageContaining("version 2027 is already used")
			.withMessageContaining("from 2027-01-01 is already used");
	}

	private static String version(CriteriaBook book, int year, int month) {
		return book.inForce(days(year, month)).version();
	}

	private static ScoredDays days(int year, int month) {
		return ScoredDays.with(ScoredDays.Kind.MONTH, LocalDate.of(year, month, 1));
	}

	private String location() {
		return this.folder.toUri().toString();
	}

	private void write(String name, String text) throws IOException {
		Files.createDirectories(this.folder.resolve("emulation"));
		Files.writeString(this.folder.resolve("emulation").resolve(name), text);
	}

}
