package vn.conglang.search;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.jspecify.annotations.Nullable;

/**
 * The program of the process in which {@link Extraction} reads a file: nothing else of
 * the portal is at work there. It ends with the code of a {@link FileText.Outcome}.
 */
final class ExtractionProgram {

	private ExtractionProgram() {
	}

	/**
	 * Reads one file.
	 * @param arguments the file, where to write its text, its content type, and after how
	 * many milliseconds to give up even if nobody asks for it
	 */
	public static void main(String[] arguments) throws IOException {
		endAfter(Long.parseLong(arguments[3]));
		goFirstWhenMemoryIsShort();
		PlainText text = new PlainText();
		FileText.Outcome outcome = read(Path.of(arguments[0]), arguments[2], text);
		if (outcome.isDone()) {
			Files.writeString(Path.of(arguments[1]), text.finished(), StandardCharsets.UTF_8);
		}
		Runtime.getRuntime().halt(outcome.code());
	}

	/** Should the portal have been killed meanwhile. */
	private static void endAfter(long milliseconds) {
		CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS)
			.execute(() -> Runtime.getRuntime().halt(FileText.Outcome.TIME.code()));
	}

	/** Linux shall end this process rather than the portal or the database. */
	private static void goFirstWhenMemoryIsShort() {
		try {
			Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
		}
		catch (IOException ex) {
			// another system
		}
	}

	static FileText.Outcome read(Path file, String contentType, PlainText text) {
		try {
			switch (contentType) {
				case "application/pdf" -> pdf(file, text);
				case "application/msword" -> word(file, text);
				case "application/vnd.ms-excel" -> excel(file, text);
				case "application/vnd.ms-powerpoint" -> powerPoint(file, text);
				case "text/plain", "text/csv" -> plain(file, text);
				default -> ZippedText.read(file, contentType, text);
			}
			return FileText.Outcome.DONE;
		}
		catch (PlainText.Full ex) {
			return FileText.Outcome.CUT;
		}
		catch (ZippedText.TooLarge ex) {
			return FileText.Outcome.TOO_LARGE;
		}
		catch (InvalidPasswordException | EncryptedDocumentException ex) {
			return FileText.Outcome.ENCRYPTED;
		}
		catch (IOException | RuntimeException | StackOverflowError ex) {
			return FileText.Outcome.BROKEN;
		}
	}

	/** In the order in which it was written, which keeps columns apart. */
	private static void pdf(Path file, PlainText text) throws IOException {
		FontMappers.set(new OneFont());
		try (PDDocument document = Loader.loadPDF(file.toFile())) {
			PDFTextStripper stripper = new PDFTextStripper();
			// bold by printing twice
			stripper.setSuppressDuplicateOverlappingText(true);
			stripper.writeText(document, text);
		}
	}

	private static void word(Path file, PlainText text) throws IOException {
		try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true);
				WordExtractor word = new WordExtractor(files)) {
			for (String[] paragraphs : new String[][] { word.getParagraphText(), word.getMainTextboxText(),
					word.getFootnoteText(), word.getEndnoteText() }) {
				for (String paragraph : paragraphs) {
					text.write(WordExtractor.stripFields(paragraph));
				}
			}
		}
	}

	/** The words of a workbook, each once; numbers are left out. */
	private static void excel(Path file, PlainText text) throws IOException {
		HSSFRequest request = new HSSFRequest();
		request.addListener((record) -> cells(record, text), SSTRecord.sid);
		request.addListener((record) -> cells(record, text), LabelRecord.sid);
		try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
			new HSSFEventFactory().processWorkbookEvents(request, files);
		}
	}

	private static void cells(Record record, PlainText text) {
		if (record instanceof SSTRecord strings) {
			for (int i = 0; i < strings.getNumUniqueStrings(); i++) {
				text.line(strings.getString(i).getString());
			}
		}
		else if (record instanceof LabelRecord label) {
			text.line(label.getValue());
		}
	}

	private static void powerPoint(Path file, PlainText text) throws IOException {
		try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true);
				HSLFSlideShow show = new HSLFSlideShow(files);
				SlideShowExtractor<?, ?> slides = new SlideShowExtractor<>(show)) {
			text.write(slides.getText());
		}
	}

	private static void plain(Path file, PlainText text) throws IOException {
		try (Reader reader = Files.newBufferedReader(file)) {
			reader.transferTo(text);
		}
	}

	/**
	 * Stands in for every font that a PDF does not bring along: which letters are meant
	 * does not depend on it, and the machine's fonts need not be looked through.
	 */
	private static final class OneFont implements FontMapper {

		private @Nullable TrueTypeFont font;

		@Override
		public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor descriptor) {
			return new FontMapping<>(font(), true);
		}

		@Override
		public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor descriptor) {
			return new FontMapping<>(font(), true);
		}

		@Override
		public CIDFontMapping getCIDFont(String name, @Nullable PDFontDescriptor descriptor, PDCIDSystemInfo system) {
			return new CIDFontMapping(null, font(), true);
		}

		private TrueTypeFont font() {
			if (this.font == null) {
				try {
					this.font = new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(FontMapper.class
						.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"))));
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			}
			return this.font;
		}

	}

}
