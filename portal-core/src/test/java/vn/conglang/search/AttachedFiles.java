package vn.conglang.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** Files as boards attach them, and worse. */
final class AttachedFiles {

	static final String PDF = "application/pdf";

	static final String DOC = "application/msword";

	static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

	static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

	static final String ODT = "application/vnd.oasis.opendocument.text";

	private AttachedFiles() {
	}

	/** One page; each text is a column of lines, written one after the other. */
	static byte[] pdf(String... columns) {
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage();
			document.addPage(page);
			PDType0Font font = PDType0Font.load(document, Objects.requireNonNull(PDDocument.class
				.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")));
			try (PDPageContentStream content = new PDPageContentStream(document, page)) {
				content.setFont(font, 11);
				for (int column = 0; column < columns.length; column++) {
					int line = 0;
					for (String text : columns[column].split("\n")) {
						content.beginText();
						content.newLineAtOffset(50 + 260 * column, 700 - 14 * line++);
						content.showText(text);
						content.endText();
					}
				}
			}
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.save(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The same, to be opened with a password only; with an empty one, by everybody. */
	static byte[] locked(byte[] pdf, String password) {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			StandardProtectionPolicy policy = new StandardProtectionPolicy("chu-so-huu", password,
					new AccessPermission());
			policy.setEncryptionKeyLength(256);
			document.protect(policy);
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.save(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] docx(String body) {
		return zip("[Content_Types].xml",
				"<Types><Override PartName='/word/document.xml' ContentType='" + DOCX + ".main+xml'/></Types>",
				"word/document.xml",
				"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
						+ " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>" + body
						+ "</w:body></w:document>");
	}

	/** Many megabytes in a few kilobytes. */
	static byte[] docxThatUnpacksTo(String head, char filling, int megabytes, String foot) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.setLevel(Deflater.BEST_SPEED);
			zip.putNextEntry(new ZipEntry("word/document.xml"));
			zip.write(head.getBytes(StandardCharsets.UTF_8));
			byte[] megabyte = new byte[1 << 20];
			Arrays.fill(megabyte, (byte) filling);
			for (int i = 0; i < megabytes; i++) {
				zip.write(megabyte);
			}
			zip.write(foot.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** An archive of parts: name, text, name, text … */
	static byte[] zip(String... parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (int i = 0; i < parts.length; i += 2) {
				zip.putNextEntry(new ZipEntry(parts[i]));
				zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	static byte[] xls(String text) {
		try (HSSFWorkbook workbook = new HSSFWorkbook()) {
			workbook.createSheet("Danh sách").createRow(0).createCell(0).setCellValue(text);
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			workbook.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] ppt(String text) {
		try (HSLFSlideShow show = new HSLFSlideShow()) {
			show.createSlide().addTitle().setText(text);
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			show.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
