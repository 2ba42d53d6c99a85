package vn.conglang.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes out of files, and that nothing else does. */
class ExtractionTests {

	/** Every vowel with every tone, and đ. */
	private static final String ALPHABET = "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ đ"
			+ " AÀẢÃÁẠ ĂẰẲẴẮẶ ÂẦẨẪẤẬ EÈẺẼÉẸ ÊỀỂỄẾỆ IÌỈĨÍỊ OÒỎÕÓỌ ÔỒỔỖỐỘ ƠỜỞỠỚỢ UÙỦŨÚỤ ƯỪỬỮỨỰ YỲỶỸÝỴ Đ";

	@TempDir
	private Path folder;

	@Test
	void everyLetterOfAPdfArrivesFromAProcessOfItsOwn() throws Exception {
		FileText text = inAProcess(AttachedFiles.pdf(ALPHABET.replace(" ", "\n")), AttachedFiles.PDF);
		assertThat(text.outcome()).isEqualTo(FileText.Outcome.DONE);
		assertThat(text.text()).isEqualTo(ALPHABET.replace(" ", "\n"));
	}

	@Test
	void columnsOfAPdfStayApart() throws IOException {
		assertThat(text(AttachedFiles.pdf("Người dân đến nộp hồ sơ\ntại bộ phận một cửa",
				"Lịch tiếp công dân\nthứ năm hằng tuần"), AttachedFiles.PDF))
			.contains("Người dân đến nộp hồ sơ\ntại bộ phận một cửa")
			.contains("Lịch tiếp công dân\nthứ năm hằng tuần");
	}

	@Test
	void lettersInPiecesAreComposed() throws IOException {
		String pieces = Normalizer.normalize("Ủy ban nhân dân xã Mỹ Hòa Hưng", Normalizer.Form.NFD);
		assertThat(text(pieces.getBytes(StandardCharsets.UTF_8), "text/plain"))
			.isEqualTo("Ủy ban nhân dân xã Mỹ Hòa Hưng");
		assertThat(text(AttachedFiles.docx("<w:p><w:r><w:t>" + pieces + "</w:t></w:r></w:p>"), AttachedFiles.DOCX))
			.isEqualTo("Ủy ban nhân dân xã Mỹ Hòa Hưng");
	}

	@Test
	void aPdfThatNeedsAPasswordSaysSoAndOneThatOnlyForbidsChangesIsRead() throws IOException {
		byte[] pdf = AttachedFiles.pdf("Danh sách hộ nghèo");
		assertThat(outcome(AttachedFiles.locked(pdf, "mat-khau"), AttachedFiles.PDF))
			.isEqualTo(FileText.Outcome.ENCRYPTED);
		assertThat(text(AttachedFiles.locked(pdf, ""), AttachedFiles.PDF)).isEqualTo("Danh sách hộ nghèo");
	}

	@Test
	void aScanHasNoText() throws IOException {
		assertThat(text(AttachedFiles.pdf(), AttachedFiles.PDF)).isEmpty();
	}

	@Test
	void aNewWordFileIsReadWithNotesAndWithoutWhatWasStruckOut() throws IOException {
		assertThat(text(
				AttachedFiles
					.docx("""
							<w:p><w:r><w:t>Quyết đ</w:t></w:r><w:r><w:t>ịnh số 2590/QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r></w:p>
							<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ấp Vĩnh Hòa</w:t></w:r></w:p></w:tc>
							<w:tc><w:p><w:r><w:t xml:space="preserve">  Chau  Sóc Kha&amp;</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
							<w:p><w:del><w:r><w:delText>bỏ đi</w:delText></w:r></w:del><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r></w:p>
							<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></mc:Choice>
							<mc:Fallback><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>
							"""),
				AttachedFiles.DOCX))
			.isEqualTo("""
					Quyết định số 2590/QĐ-UBND
					Ấp Vĩnh Hòa
					Chau Sóc Kha&
					một
					hai
					trong khung""");
	}

	@Test
	void anOldWordFileIsRead() throws IOException {
		try (InputStream doc = Objects.requireNonNull(getClass().getResourceAsStream("/files/van-ban.doc"))) {
			assertThat(text(doc.readAllBytes(), AttachedFiles.DOC))
				.contains("ỦY BAN NHÂN DÂN XÃ AN CƯ\nSố: 2590/QĐ-UBND")
				.contains("hỗ trợ lúa giống vụ Đông Xuân; xem cổng thông tin.")
				.contains("\nChau Sóc Kha\n")
				.doesNotContain("HYPERLINK");
		}
	}

	@Test
	void theWordsOfSheetsAndSlidesAreRead() throws IOException {
		assertThat(text(AttachedFiles.xls("Hộ bà Nguyễn Thị Mỵ"), "application/vnd.ms-excel"))
			.isEqualTo("Hộ bà Nguyễn Thị Mỵ");
		assertThat(text(AttachedFiles.ppt("Chuyển đổi số ở xã"), "application/vnd.ms-powerpoint"))
			.contains("Chuyển đổi số ở xã");
		assertThat(text(AttachedFiles.zip("xl/sharedStrings.xml",
				"<sst><si><t>Họ tên</t></si><si><r><t>Trần </t></r><r><t>Văn Ơn</t></r></si></sst>",
				"xl/worksheets/sheet1.xml",
				"<worksheet><c t='s'><v>0</v></c><c><v>45658</v></c><c t='inlineStr'><is><t>Ấp Hòa</t></is></c></worksheet>"),
				AttachedFiles.XLSX))
			.isEqualTo("Họ tên\nTrần Văn Ơn\nẤp Hòa");
		assertThat(text(AttachedFiles.zip("ppt/slides/slide10.xml", "<a:p xmlns:a='a'><a:t>sau</a:t></a:p>",
				"ppt/slides/slide2.xml", "<a:p xmlns:a='a'><a:t>trước</a:t></a:p>"), AttachedFiles.PPTX))
			.isEqualTo("trước\nsau");
		assertThat(text(AttachedFiles.zip("content.xml",
				"<o xmlns:text='t'>\n<text:h>Kế hoạch</text:h><text:p>phòng,<text:s/>chống <text:span>sạt lở</text:span></text:p></o>"),
				AttachedFiles.ODT))
			.isEqualTo("Kế hoạch\nphòng, chống sạt lở");
	}

	@Test
	void whatIsBrokenOrNotWhatItSaysIsBroken() throws IOException {
		byte[] pdf = AttachedFiles.pdf("Nửa chừng");
		byte[] half = Arrays.copyOf(AttachedFiles.docx("<w:p/>"), 200);
		assertThat(outcome("%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8), AttachedFiles.PDF))
			.isEqualTo(FileText.Outcome.BROKEN);
		assertThat(outcome(half, AttachedFiles.DOCX)).isEqualTo(FileText.Outcome.BROKEN);
		assertThat(outcome(AttachedFiles.zip("a.txt", "a"), AttachedFiles.DOCX)).isEqualTo(FileText.Outcome.BROKEN);
		assertThat(outcome(AttachedFiles.docx("<w:p>"), AttachedFiles.DOCX)).isEqualTo(FileText.Outcome.BROKEN);
		for (String type : new String[] { AttachedFiles.DOC, "application/vnd.ms-excel",
				"application/vnd.ms-powerpoint" }) {
			assertThat(outcome(pdf, type)).isEqualTo(FileText.Outcome.BROKEN);
			assertThat(outcome(new byte[0], type)).isEqualTo(FileText.Outcome.BROKEN);
		}
	}

	@Test
	void nothingIsFetchedOrIncluded() throws IOException {
		Path secret = Files.writeString(this.folder.resolve("bi-mat"), "mật khẩu");
		assertThat(read(AttachedFiles.zip("content.xml",
				"<!DOCTYPE o [<!ENTITY bi SYSTEM '" + secret.toUri()
						+ "'>]><o xmlns:text='t'><text:p>a &bi; b</text:p></o>"),
				AttachedFiles.ODT)
			.text()).doesNotContain("mật khẩu");
	}

	@Test
	void ofALongTextItsBeginningIsKept() throws IOException {
		FileText text = read("Biên bản họp ".repeat(200_000).getBytes(StandardCharsets.UTF_8), "text/plain");
		assertThat(text.outcome()).isEqualTo(FileText.Outcome.CUT);
		assertThat(text.text()).hasSizeBetween(FileText.MOST_LETTERS - 2, FileText.MOST_LETTERS);
		assertThat(text.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1 << 20);
	}

	@Test
	void whatUnpacksWithoutEndIsPutAside() throws IOException {
		assertThat(outcome(AttachedFiles.docxThatUnpacksTo("<a>", ' ', 310, "</a>"), AttachedFiles.DOCX))
			.isEqualTo(FileText.Outcome.TOO_LARGE);
	}

	@Test
	void whatTakesAllMemoryTakesThatOfItsOwnProcess() throws Exception {
		assertThat(inAProcess(AttachedFiles.docxThatUnpacksTo("<a b='", 'a', 290, "'/>"), AttachedFiles.DOCX).outcome())
			.isEqualTo(FileText.Outcome.MEMORY);
	}

	@Test
	void whatTakesTooLongIsEnded() throws Exception {
		FileText text = new Extraction(Duration.ofMillis(10))
			.read(new ByteArrayResource(AttachedFiles.pdf("Không kịp")), AttachedFiles.PDF);
		assertThat(text.outcome()).isEqualTo(FileText.Outcome.TIME);
	}

	@Test
	void whatIsTooLargeIsNotEvenTried() throws Exception {
		assertThat(inAProcess(new byte[25 * 1024 * 1024 + 1], AttachedFiles.PDF).outcome())
			.isEqualTo(FileText.Outcome.TOO_LARGE);
	}

	private static FileText inAProcess(byte[] content, String contentType) throws IOException, InterruptedException {
		// the process stands back, for long where the machine is busy with other tests
		return new Extraction(Duration.ofMinutes(4)).read(new ByteArrayResource(content), contentType);
	}

	/** Not in a process of its own, to be fast. */
	private FileText read(byte[] content, String contentType) throws IOException {
		Path file = Files.write(this.folder.resolve("tep"), content);
		PlainText text = new PlainText();
		FileText.Outcome outcome = ExtractionProgram.read(file, contentType, text);
		return new FileText(text.finished(), outcome);
	}

	private String text(byte[] content, String contentType) throws IOException {
		FileText text = read(content, contentType);
		assertThat(text.outcome()).isEqualTo(FileText.Outcome.DONE);
		return text.text();
	}

	private FileText.Outcome outcome(byte[] content, String contentType) throws IOException {
		return read(content, contentType).outcome();
	}

}
