package vn.conglang.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of files that a site may offer. What a file is, its content says; the name
 * counts only where the content cannot tell, between plain texts.
 */
enum AttachmentKind {

	PDF("application/pdf"),

	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),

	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),

	PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),

	ODT("application/vnd.oasis.opendocument.text"),

	ODS("application/vnd.oasis.opendocument.spreadsheet"),

	DOC("application/msword"),

	XLS("application/vnd.ms-excel"),

	PPT("application/vnd.ms-powerpoint"),

	TXT("text/plain"),

	CSV("text/csv"),

	MP3("audio/mpeg");

	private static final int LARGEST_HEAD = 1 << 20;

	private final String contentType;

	AttachmentKind(String contentType) {
		this.contentType = contentType;
	}

	/** Ending of its names, and its short name. */
	String extension() {
		return name().toLowerCase(Locale.ROOT);
	}

	String contentType() {
		return this.contentType;
	}

	/**
	 * What a file is.
	 * @throws MediaRefused when it is none of these, or carries macros
	 */
	static AttachmentKind of(byte[] content, String fileName) {
		AttachmentKind kind;
		if (startsWith(content, "%PDF-")) {
			kind = PDF;
		}
		else if (startsWith(content, "PK\u0003\u0004")) {
			kind = zip(content);
		}
		else if (startsWith(content, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
			kind = ole(content);
		}
		else if (isMp3(content)) {
			kind = MP3;
		}
		else {
			kind = text(content, FileNames.ending(fileName));
		}
		if (kind == null) {
			throw new MediaRefused("media.file.unknown");
		}
		return kind;
	}

	private static @Nullable AttachmentKind zip(byte[] content) {
		try {
			Path copy = Files.createTempFile("tep", ".zip");
			try {
				Files.write(copy, content);
				try (ZipFile zip = new ZipFile(copy.toFile())) {
					return zip(zip);
				}
			}
			finally {
				Files.delete(copy);
			}
		}
		catch (IOException ex) {
			return null;
		}
	}

	private static @Nullable AttachmentKind zip(ZipFile zip) throws IOException {
		boolean macros = zip.stream()
			.map(ZipEntry::getName)
			.anyMatch((name) -> name.endsWith("vbaProject.bin") || name.startsWith("Basic/")
					|| name.startsWith("Scripts/"));
		String types = head(zip, "[Content_Types].xml");
		if (macros || types.contains("macroEnabled")) {
			throw new MediaRefused("media.file.macros");
		}
		if (types.contains("wordprocessingml.document.main+xml")) {
			return DOCX;
		}
		if (types.contains("spreadsheetml.sheet.main+xml")) {
			return XLSX;
		}
		if (types.contains("presentationml.presentation.main+xml")) {
			return PPTX;
		}
		String mimetype = head(zip, "mimetype").strip();
		return mimetype.equals(ODT.contentType) ? ODT : mimetype.equals(ODS.contentType) ? ODS : null;
	}

	/**
	 * However much a part of an archive promises to become, only its beginning is
	 * unpacked.
	 */
	private static String head(ZipFile zip, String name) throws IOException {
		ZipEntry entry = zip.getEntry(name);
		if (entry == null) {
			return "";
		}
		try (InputStream input = zip.getInputStream(entry)) {
			return new String(input.readNBytes(LARGEST_HEAD), StandardCharsets.UTF_8);
		}
	}

	/** The old Office formats: a small file system whose names are in UTF-16. */
	private static @Nullable AttachmentKind ole(byte[] content) {
		String names = new String(content, StandardCharsets.ISO_8859_1);
		if (names.contains(utf16("_VBA_PROJECT"))) {
			throw new MediaRefused("media.file.macros");
		}
		if (names.contains(utf16("WordDocument"))) {
			return DOC;
		}
		if (names.contains(utf16("PowerPoint Document"))) {
			return PPT;
		}
		return names.contains(utf16("Workbook")) ? XLS : null;
	}

	private static String utf16(String name) {
		return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
	}

	private static boolean isMp3(byte[] content) {
		// a tag before the sound, or the head of a frame of MPEG 1 or 2, layer III
		return startsWith(content, "ID3") || content.length > 4 && content[0] == (byte) 0xff
				&& ((content[1] & 0xfe) == 0xfa || (content[1] & 0xfe) == 0xf2);
	}

	private static @Nullable AttachmentKind text(byte[] content, String ending) {
		if (!ending.equals("txt") && !ending.equals("csv")) {
			return null;
		}
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
			boolean plain = text.chars()
				.noneMatch((letter) -> Character.isISOControl(letter) && "\t\r\n\f".indexOf(letter) < 0);
			return plain ? ending.equals("csv") ? CSV : TXT : null;
		}
		catch (CharacterCodingException ex) {
			throw new MediaRefused("media.file.notUtf8");
		}
	}

	private static boolean startsWith(byte[] content, String magic) {
		byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
		if (content.length < wanted.length) {
			return false;
		}
		for (int i = 0; i < wanted.length; i++) {
			if (content[i] != wanted[i]) {
				return false;
			}
		}
		return true;
	}

}
