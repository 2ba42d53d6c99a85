package vn.conglang.content;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** Word files as Word writes them, made by hand. */
final class WordFiles {

	private static final String SPACES = """
			xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
			xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
			xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
			xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
			xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
			xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math\"""";

	private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

	private final StringBuilder body = new StringBuilder();

	private final StringBuilder relations = new StringBuilder();

	private final StringBuilder footnotes = new StringBuilder();

	private final Map<String, byte[]> parts = new LinkedHashMap<>();

	private String doctype = "";

	private int number;

	/** Text between two tags of a paragraph. */
	WordFiles paragraph(String text) {
		return raw("<w:p>" + run(text, "") + "</w:p>");
	}

	WordFiles bold(String text) {
		return raw("<w:p>" + run(text, "<w:b/>") + "</w:p>");
	}

	WordFiles styled(String style, String text) {
		return raw("<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + run(text, "") + "</w:p>");
	}

	WordFiles link(String address, String text) {
		this.relations.append(relation("hyperlink", address, " TargetMode=\"External\""));
		return raw("<w:p><w:hyperlink r:id=\"r" + this.number + "\">" + run(text, "") + "</w:hyperlink></w:p>");
	}

	WordFiles footnote(String text) {
		this.number++;
		this.footnotes.append("<w:footnote w:id=\"" + this.number + "\"><w:p>" + run(text, "") + "</w:p></w:footnote>");
		return raw("<w:p>" + run("Có chú thích", "") + "<w:r><w:footnoteReference w:id=\"" + this.number
				+ "\"/></w:r></w:p>");
	}

	WordFiles picture(byte[] content, String extension, String alt) {
		String name = "image" + (this.number + 1) + "." + extension;
		this.relations.append(relation("image", "media/" + name, ""));
		this.parts.put("word/media/" + name, content);
		return blip("r:embed=\"r" + this.number + "\"", alt);
	}

	WordFiles linkedPicture(String address) {
		this.relations.append(relation("image", address, " TargetMode=\"External\""));
		return blip("r:link=\"r" + this.number + "\"", "");
	}

	private WordFiles blip(String attribute, String alt) {
		return raw("<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Picture 1\" descr=\"" + alt
				+ "\"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip " + attribute
				+ "/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>");
	}

	WordFiles table(String[]... rows) {
		StringBuilder table = new StringBuilder("<w:tbl>");
		for (int i = 0; i < rows.length; i++) {
			table.append("<w:tr>");
			for (String cell : rows[i]) {
				table.append("<w:tc><w:p>").append(run(cell, (i == 0) ? "<w:b/>" : "")).append("</w:p></w:tc>");
			}
			table.append("</w:tr>");
		}
		return raw(table + "</w:tbl>");
	}

	WordFiles raw(String xml) {
		this.body.append(xml);
		return this;
	}

	WordFiles part(String name, byte[] content) {
		this.parts.put(name, content);
		return this;
	}

	WordFiles part(String name, String content) {
		return part(name, content.getBytes(StandardCharsets.UTF_8));
	}

	WordFiles propertyTitle(String title) {
		return part("docProps/core.xml",
				HEAD + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
						+ "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + title
						+ "</dc:title></cp:coreProperties>");
	}

	/** Before the document itself. */
	WordFiles doctype(String declaration) {
		this.doctype = declaration;
		return this;
	}

	byte[] bytes() {
		this.relations.append(relation("styles", "styles.xml", ""));
		if (!this.footnotes.isEmpty()) {
			this.relations.append(relation("footnotes", "footnotes.xml", ""));
			part("word/footnotes.xml", HEAD + "<w:footnotes " + SPACES + ">" + this.footnotes + "</w:footnotes>");
		}
		StringBuilder styles = new StringBuilder();
		Map.of("Title", "Title", "u1", "heading 1", "u2", "heading 2", "u4", "heading 4", "Muc1", "Đề mục 1", "MucLuc",
				"toc 1", "Caption", "caption")
			.forEach((id, name) -> styles.append("<w:style w:type=\"paragraph\" w:styleId=\"" + id
					+ "\"><w:name w:val=\"" + name + "\"/></w:style>"));
		String types = HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
				+ "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
				+ "<Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"emf\" ContentType="
				+ "\"image/x-emf\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			add(zip, "[Content_Types].xml", types.getBytes(StandardCharsets.UTF_8));
			add(zip, "_rels/.rels", (HEAD + relationships("<Relationship Id=\"r1\" Type=\"http://schemas."
					+ "openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"))
				.getBytes(StandardCharsets.UTF_8));
			add(zip, "word/document.xml",
					(HEAD + this.doctype + "<w:document " + SPACES + "><w:body>" + this.body + "</w:body></w:document>")
						.getBytes(StandardCharsets.UTF_8));
			add(zip, "word/styles.xml",
					(HEAD + "<w:styles " + SPACES + ">" + styles + "</w:styles>").getBytes(StandardCharsets.UTF_8));
			add(zip, "word/_rels/document.xml.rels",
					(HEAD + relationships(this.relations.toString())).getBytes(StandardCharsets.UTF_8));
			for (Map.Entry<String, byte[]> part : this.parts.entrySet()) {
				add(zip, part.getKey(), part.getValue());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	static byte[] png(int width, int height) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The beginning of an old Office file with the name of one of its streams. */
	static byte[] ole(String stream) {
		byte[] bytes = new byte[2048];
		byte[] magic = { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1 };
		System.arraycopy(magic, 0, bytes, 0, magic.length);
		byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
		System.arraycopy(name, 0, bytes, 512, name.length);
		return bytes;
	}

	private String relation(String type, String target, String more) {
		this.number++;
		return "<Relationship Id=\"r" + this.number
				+ "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type
				+ "\" Target=\"" + target + "\"" + more + "/>";
	}

	private static String relationships(String inside) {
		return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside
				+ "</Relationships>";
	}

	private static String run(String text, String properties) {
		return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
	}

	private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content);
		zip.closeEntry();
	}

}
