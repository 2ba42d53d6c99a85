package vn.conglang.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A Word file that was looked through before anything else reads it: it is what it says,
 * unpacks to a sane size, has no document type and no entities, is not nested without
 * end, and names no picture that would have to be fetched from elsewhere.
 */
final class WordFile {

	static final int MOST_BYTES = 25 * 1024 * 1024;

	private static final int MOST_PARTS = 3000;

	private static final long MOST_UNPACKED = 80L * 1024 * 1024;

	/** Text becomes about ten times as large while it is read. */
	private static final long MOST_XML = 12L * 1024 * 1024;

	private static final int DEEPEST = 90;

	private static final XMLInputFactory XML = xml();

	private final Map<Part, Integer> found = new EnumMap<>(Part.class);

	private final Map<String, String> properties = new HashMap<>();

	private final Set<String> linkedPictures = new HashSet<>();

	private byte[] content;

	private WordFile(byte[] content) {
		this.content = content;
	}

	/**
	 * Looks through a file.
	 * @throws WordImport.Refused when it is not taken; the message key says why
	 */
	static WordFile of(byte[] content) {
		if (content.length == 0) {
			throw new WordImport.Refused("types.word.empty");
		}
		if (content.length > MOST_BYTES) {
			throw new WordImport.Refused("types.word.tooLarge");
		}
		String head = new String(content, 0, Math.min(content.length, 100), StandardCharsets.ISO_8859_1);
		if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
			String all = new String(content, StandardCharsets.ISO_8859_1);
			throw new WordImport.Refused(all.contains(utf16("EncryptedPackage")) ? "types.word.password"
					: all.contains(utf16("WordDocument")) ? "types.word.doc" : "types.word.unknown");
		}
		if (head.startsWith("%PDF-")) {
			throw new WordImport.Refused("types.word.pdf");
		}
		if (head.startsWith("{\\rtf")) {
			throw new WordImport.Refused("types.word.rtf");
		}
		if (head.startsWith("PK") && head.contains("mimetypeapplication/vnd.oasis.opendocument.text")) {
			throw new WordImport.Refused("types.word.odt");
		}
		if (!head.startsWith("PK\u0003\u0004")) {
			throw new WordImport.Refused("types.word.unknown");
		}
		WordFile file = new WordFile(content);
		try {
			file.look();
			if (!file.linkedPictures.isEmpty()) {
				file.content = file.withoutLinks();
			}
		}
		catch (IOException | SAXException | ParserConfigurationException | TransformerException ex) {
			throw new WordImport.Refused("types.word.broken");
		}
		return file;
	}

	/** The file, safe to be read. */
	InputStream content() {
		return new ByteArrayInputStream(this.content);
	}

	/** How often something is in it. */
	int count(Part part) {
		return this.found.getOrDefault(part, 0);
	}

	/** "title" as its properties say, may be empty. */
	String title() {
		return CleanHtml.line(this.properties.getOrDefault("title", ""));
	}

	private void look() throws IOException {
		boolean word = false;
		long unpacked = 0;
		long text = 0;
		int parts = 0;
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(this.content))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (++parts > MOST_PARTS) {
					throw new WordImport.Refused("types.word.bomb");
				}
				byte[] part = zip.readNBytes((int) (MOST_UNPACKED - unpacked + 1));
				unpacked += part.length;
				if (unpacked > MOST_UNPACKED) {
					throw new WordImport.Refused("types.word.bomb");
				}
				if (lookThrough(entry.getName(), part)) {
					text += part.length;
				}
				if (text > MOST_XML) {
					throw new WordImport.Refused("types.word.bomb");
				}
				word |= entry.getName().startsWith("word/");
				if (entry.getName().endsWith("vbaProject.bin")) {
					add(Part.MACROS);
				}
			}
		}
		if (!word) {
			throw new WordImport.Refused("types.word.unknown");
		}
	}

	/**
	 * Reads a part, whatever its name: what is no XML to this reader is none to the next
	 * one either.
	 * @return whether it is XML
	 */
	private boolean lookThrough(String name, byte[] part) {
		try {
			XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(part));
			int depth = 0;
			while (reader.hasNext()) {
				int event = reader.next();
				if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
					throw new WordImport.Refused("types.word.unsafe");
				}
				if (event == XMLStreamConstants.START_ELEMENT) {
					if (++depth > DEEPEST) {
						throw new WordImport.Refused("types.word.bomb");
					}
					depth = element(name, reader, depth);
				}
				else if (event == XMLStreamConstants.END_ELEMENT) {
					depth--;
				}
			}
			return true;
		}
		catch (XMLStreamException ex) {
			return name.endsWith(".xml") || name.endsWith(".rels");
		}
	}

	private int element(String name, XMLStreamReader reader, int depth) throws XMLStreamException {
		String element = reader.getLocalName();
		if (name.equals("docProps/core.xml")) {
			if (element.equals("title")) {
				this.properties.put(element, reader.getElementText());
				return depth - 1;
			}
			return depth;
		}
		if (element.equals("blip") && attribute(reader, "link") && !attribute(reader, "embed")) {
			this.linkedPictures.add(name);
			add(Part.LINKED_PICTURES);
		}
		if (name.equals("word/comments.xml") && element.equals("comment")) {
			add(Part.COMMENTS);
		}
		if (name.equals("word/document.xml")) {
			switch (element) {
				case "txbxContent" -> add(Part.TEXT_BOXES);
				case "oMath" -> add(Part.EQUATIONS);
				case "ins", "del", "moveFrom", "moveTo" -> add(Part.CHANGES);
				case "object" -> add(Part.OBJECTS);
				case "chart", "relIds" -> add(Part.CHARTS);
				default -> {
				}
			}
		}
		return depth;
	}

	private static boolean attribute(XMLStreamReader reader, String name) {
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			if (reader.getAttributeLocalName(i).equals(name) && !reader.getAttributeValue(i).isEmpty()) {
				return true;
			}
		}
		return false;
	}

	private void add(Part part) {
		this.found.merge(part, 1, Integer::sum);
	}

	/** The same file without pictures that lie elsewhere: nothing is ever fetched. */
	private byte[] withoutLinks() throws IOException, SAXException, ParserConfigurationException, TransformerException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipInputStream zip = new ZipInputStream(content()); ZipOutputStream copy = new ZipOutputStream(bytes)) {
			Set<String> names = new HashSet<>();
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (!names.add(entry.getName())) {
					throw new IOException("A part is there twice");
				}
				copy.putNextEntry(new ZipEntry(entry.getName()));
				byte[] part = zip.readAllBytes();
				if (this.linkedPictures.contains(entry.getName())) {
					withoutLinks(part, copy);
				}
				else {
					copy.write(part);
				}
				copy.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

	private static void withoutLinks(byte[] part, ZipOutputStream copy)
			throws IOException, SAXException, ParserConfigurationException, TransformerException {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
		factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
		NodeList blips = document.getElementsByTagNameNS("*", "blip");
		for (int i = 0; i < blips.getLength(); i++) {
			Element blip = (Element) blips.item(i);
			for (int j = blip.getAttributes().getLength() - 1; j >= 0; j--) {
				if ("link".equals(blip.getAttributes().item(j).getLocalName())) {
					blip.removeAttributeNode((org.w3c.dom.Attr) blip.getAttributes().item(j));
				}
			}
		}
		TransformerFactory.newDefaultInstance()
			.newTransformer()
			.transform(new DOMSource(document), new StreamResult(copy));
	}

	private static String utf16(String name) {
		return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
	}

	private static XMLInputFactory xml() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return factory;
	}

	/** What does not arrive, or not as it was. */
	enum Part {

		TEXT_BOXES, EQUATIONS, CHANGES, COMMENTS, OBJECTS, CHARTS, LINKED_PICTURES, MACROS

	}

}
