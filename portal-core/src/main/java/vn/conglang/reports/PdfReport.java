package vn.conglang.reports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.reports.ReportDocument.SiteLine;

import org.springframework.stereotype.Component;

/**
 * A report as an administrative document on A4, in the form of Decree 30/2020/NĐ-CP. Its
 * type is Liberation Serif, as wide as Times New Roman, which the decree asks for.
 */
@Component
class PdfReport {

	private static final String FAMILY = "Liberation Serif";

	/** What an appendix is for is too much in the text. */
	private static final int CATEGORIES = 12;

	private final ITemplateEngine templates;

	private final Words words;

	private final byte[] regular = font("Regular");

	private final byte[] bold = font("Bold");

	private final byte[] italic = font("Italic");

	private final byte[] boldItalic = font("BoldItalic");

	PdfReport(ITemplateEngine templates, Words words) {
		this.templates = templates;
		this.words = words;
		XRLog.listRegisteredLoggers().forEach((logger) -> XRLog.setLevel(logger, Level.SEVERE));
	}

	byte[] of(ReportDocument report, Letterhead letterhead) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		PdfRendererBuilder builder = new PdfRendererBuilder();
		// tagged, for those who hear it; and no fonts of the system are looked for
		builder.usePdfUaAccessibility(true);
		builder.withProducer("Cổng Làng");
		// nothing is fetched, whatever a text says
		builder.useUriResolver((base, uri) -> null);
		builder.useUnicodeLineBreaker(new Lines());
		builder.useFont(() -> new ByteArrayInputStream(this.regular), FAMILY, 400, FontStyle.NORMAL, true);
		builder.useFont(() -> new ByteArrayInputStream(this.bold), FAMILY, 700, FontStyle.NORMAL, true);
		builder.useFont(() -> new ByteArrayInputStream(this.italic), FAMILY, 400, FontStyle.ITALIC, true);
		builder.useFont(() -> new ByteArrayInputStream(this.boldItalic), FAMILY, 700, FontStyle.ITALIC, true);
		builder.withW3cDocument(new W3CDom().fromJsoup(Jsoup.parse(html(report, letterhead))), "");
		builder.toStream(bytes);
		try {
			builder.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	String html(ReportDocument report, Letterhead letterhead) {
		Context context = new Context(VietnameseText.LOCALE);
		context.setVariable("report", report);
		context.setVariable("letterhead", letterhead);
		context.setVariable("words", this.words);
		context.setVariable("numerals", numerals(report));
		context.setVariable("categories", report.categories().stream().limit(CATEGORIES).toList());
		context.setVariable("silentByArea", silentByArea(report));
		return this.templates.process("reports/pdf", context);
	}

	/** The parts there are, numbered in the Roman way. */
	private static Map<String, String> numerals(ReportDocument report) {
		List<String> parts = new ArrayList<>(List.of("general"));
		if (report.areas().size() > 1) {
			parts.add("areas");
		}
		if (!report.best().isEmpty()) {
			parts.add("best");
		}
		parts.add("silent");
		if (!report.categories().isEmpty()) {
			parts.add("categories");
		}
		parts.add("months");
		String[] roman = { "I", "II", "III", "IV", "V", "VI" };
		Map<String, String> numerals = new LinkedHashMap<>();
		parts.forEach((part) -> numerals.put(part, roman[numerals.size()]));
		return numerals;
	}

	/** Names of silent sites, by area. */
	private static Map<String, List<String>> silentByArea(ReportDocument report) {
		Map<String, List<String>> silent = new TreeMap<>(VietnameseText.alphabetical());
		for (SiteLine site : report.silentNamed()) {
			silent.computeIfAbsent(site.area(), (area) -> new ArrayList<>()).add(site.name());
		}
		return silent;
	}

	private static byte[] font(String style) {
		try (InputStream font = PdfReport.class
			.getResourceAsStream("/reports/fonts/LiberationSerif-" + style + ".ttf")) {
			if (font == null) {
				throw new IllegalStateException("No font " + style);
			}
			return font.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Breaks lines between words; the usual one breaks dates at their strokes, too. */
	private static final class Lines implements FSTextBreaker {

		private final BreakIterator breaks = BreakIterator.getLineInstance(VietnameseText.LOCALE);

		@Override
		public int next() {
			return this.breaks.next();
		}

		@Override
		public void setText(String text) {
			this.breaks.setText(text);
		}

	}

}
