package vn.conglang.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Makes files of reports when their turn has come, and sends them. */
@Component
class ReportFiles {

	/** Seconds. */
	static final String RETRY_AFTER = "20";

	private final XlsxReport xlsx;

	private final CsvReport csv;

	private final PdfReport pdf;

	private final Exports exports;

	ReportFiles(XlsxReport xlsx, CsvReport csv, PdfReport pdf, Exports exports) {
		this.xlsx = xlsx;
		this.csv = csv;
		this.pdf = pdf;
		this.exports = exports;
	}

	/**
	 * Sends a file.
	 * @param who see {@link Exports#enter}
	 * @param report is reckoned when the turn has come
	 * @throws Exports.Busy when there are too many, and nothing has been sent
	 */
	void send(String who, Format format, Supplier<ReportDocument> report, Letterhead letterhead,
			HttpServletResponse response) throws IOException {
		try (Exports.Seat seat = this.exports.enter(who)) {
			Made made = seat.work(() -> {
				ReportDocument document = report.get();
				return new Made(document, bytes(format, document, letterhead));
			});
			response.setContentType(format.type);
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name(made.document(), format)).build().toString());
			response.setContentLength(made.bytes().length);
			response.getOutputStream().write(made.bytes());
		}
	}

	byte[] bytes(Format format, ReportDocument document, Letterhead letterhead) {
		try {
			return switch (format) {
				case XLSX -> this.xlsx.of(document);
				case CSV -> this.csv.of(document);
				case PDF -> this.pdf.of(document, letterhead);
			};
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String name(ReportDocument document, Format format) {
		String office = document.head().office();
		return "bao-cao-" + (office.isEmpty() ? "tinh" : office) + "-" + document.head().period().key() + "."
				+ format.option();
	}

	private record Made(ReportDocument document, byte[] bytes) {
	}

	/** What files there are. */
	enum Format {

		XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), CSV("text/csv;charset=UTF-8"),
		PDF("application/pdf");

		private final String type;

		Format(String type) {
			this.type = type;
		}

		/** As in addresses. */
		String option() {
			return name().toLowerCase(Locale.ROOT);
		}

		static Optional<Format> of(String option) {
			return Arrays.stream(values()).filter((format) -> format.option().equals(option)).findFirst();
		}

	}

}
