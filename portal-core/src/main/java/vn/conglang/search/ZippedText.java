package vn.conglang.search;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Office files that are archives of XML, those of Microsoft since 2007 and those of
 * LibreOffice: read as a stream, so their size does not matter. Numbers in sheets,
 * remarks and text that was struck out are left out.
 */
final class ZippedText {

	/** Of all parts that are read, unpacked. */
	private static final long MOST_UNPACKED = 300L * 1024 * 1024;

	private static final Pattern CONTENT = Pattern.compile("content\\.xml");

	private static final Map<String, Pattern> PARTS = Map.of(
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			Pattern.compile("word/(document|header|footer|footnotes|endnotes)\\d*\\.xml"),
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			Pattern.compile("xl/(sharedStrings|(worksheets/sheet|drawings/drawing)\\d+)\\.xml",
					Pattern.CASE_INSENSITIVE),
			"application/vnd.openxmlformats-officedocument.presentationml.presentation",
			Pattern.compile("ppt/slides/slide\\d+\\.xml"), "application/vnd.oasis.opendocument.text", CONTENT,
			"application/vnd.oasis.opendocument.spreadsheet", CONTENT);

	private static final Set<String> LEFT_OUT = Set.of("Fallback", "moveFrom", "rPh", "tracked-changes", "annotation");

	private static final Set<String> BLANKS = Set.of("tab", "s");

	private static final Set<String> ENDS = Set.of("p", "h", "si", "is", "br", "cr", "line-break");

	private static final XMLInputFactory XML = xml();

	/** Elements with letters in them. */
	private final Set<String> written;

	private final PlainText text;

	private ZippedText(Set<String> written, PlainText text) {
		this.written = written;
		this.text = text;
	}

	/**
	 * Reads a file.
	 * @throws IOException when it is damaged
	 * @throws TooLarge when it unpacks to more than is sane
	 */
	static void read(Path file, String contentType, PlainText text) throws IOException {
		Pattern parts = Objects.requireNonNull(PARTS.get(contentType), contentType);
		ZippedText reading = new ZippedText((parts == CONTENT) ? Set.of("p", "h") : Set.of("t"), text);
		try (ZipFile zip = new ZipFile(file.toFile())) {
			List<? extends ZipEntry> entries = zip.stream()
				.filter((entry) -> parts.matcher(entry.getName()).matches())
				// the second page before the tenth
				.sorted(Comparator.comparing((ZipEntry entry) -> entry.getName().replaceAll("\\d", ""))
					.thenComparing((entry) -> entry.getName().length())
					.thenComparing(ZipEntry::getName))
				.toList();
			if (entries.isEmpty()) {
				throw new IOException("Nothing to read");
			}
			long left = MOST_UNPACKED;
			for (ZipEntry entry : entries) {
				try (Measured input = new Measured(zip.getInputStream(entry), left)) {
					reading.read(input);
					left = input.left;
				}
			}
		}
	}

	private void read(InputStream part) throws IOException {
		try {
			XMLStreamReader xml = XML.createXMLStreamReader(part);
			int leftOut = 0;
			int written = 0;
			while (xml.hasNext()) {
				switch (xml.next()) {
					case XMLStreamConstants.START_ELEMENT -> {
						String name = xml.getLocalName();
						if (leftOut > 0 || LEFT_OUT.contains(name)) {
							leftOut++;
						}
						else if (this.written.contains(name)) {
							written++;
						}
						else if (BLANKS.contains(name)) {
							this.text.write(' ');
						}
						else if (name.equals("noBreakHyphen")) {
							this.text.write('-');
						}
					}
					case XMLStreamConstants.END_ELEMENT -> {
						String name = xml.getLocalName();
						if (leftOut > 0) {
							leftOut--;
							continue;
						}
						if (this.written.contains(name)) {
							written--;
						}
						if (ENDS.contains(name)) {
							this.text.write('\n');
						}
					}
					case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
						if (leftOut == 0 && written > 0) {
							this.text.write(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
						}
					}
					default -> {
					}
				}
			}
		}
		catch (XMLStreamException ex) {
			throw new IOException(ex);
		}
	}

	private static XMLInputFactory xml() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return factory;
	}

	/** It unpacks to more than is sane. */
	static final class TooLarge extends RuntimeException {

	}

	private static final class Measured extends FilterInputStream {

		private long left;

		Measured(InputStream input, long left) {
			super(input);
			this.left = left;
		}

		@Override
		public int read() throws IOException {
			return count(super.read(), 1);
		}

		@Override
		public int read(byte[] bytes, int from, int most) throws IOException {
			int read = super.read(bytes, from, most);
			return count(read, read);
		}

		private int count(int result, int bytes) {
			this.left -= (result < 0) ? 0 : bytes;
			if (this.left < 0) {
				throw new TooLarge();
			}
			return result;
		}

	}

}
