package vn.conglang.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** Files as people, and worse, bring them. */
final class Samples {

	/** Stands in the EXIF of {@link #photo}, where a camera writes the place. */
	static final String PLACE = "10.3711N 105.4320E";

	private Samples() {
	}

	/** Red on the left, blue on the right. */
	static BufferedImage image(int width, int height, int type) {
		BufferedImage image = new BufferedImage(width, height, type);
		Graphics2D drawing = image.createGraphics();
		drawing.setColor(Color.RED);
		drawing.fillRect(0, 0, width / 2, height);
		drawing.setColor(Color.BLUE);
		drawing.fillRect(width / 2, 0, width - width / 2, height);
		drawing.dispose();
		return image;
	}

	static byte[] bytes(String format, int width, int height) {
		try {
			BufferedImage image = image(width, height, BufferedImage.TYPE_INT_RGB);
			if (format.equals("webp")) {
				return WebP.encode(image);
			}
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			ImageIO.write(image, format, bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A JPEG that lies on its side and tells where it was taken. */
	static byte[] photo(int width, int height, int orientation) {
		byte[] jpeg = bytes("jpg", width, height);
		ByteBuffer exif = ByteBuffer.allocate(10 + 8 + 2 + 24 + 4 + PLACE.length());
		exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
		exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
		exif.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 2);
		exif.putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
		exif.putShort((short) 0x10f).putShort((short) 2).putInt(PLACE.length()).putInt(8 + 2 + 24 + 4).putInt(0);
		exif.put(PLACE.getBytes(StandardCharsets.ISO_8859_1));
		return ByteBuffer.allocate(jpeg.length + exif.capacity())
			.put(jpeg, 0, 2)
			.put(exif.array())
			.put(jpeg, 2, jpeg.length - 2)
			.array();
	}

	/** A tiny file whose head promises so many pixels. */
	static byte[] promising(int width, int height) {
		byte[] png = bytes("png", 1, 1);
		ByteBuffer head = ByteBuffer.wrap(png);
		head.putInt(16, width);
		head.putInt(20, height);
		CRC32 sum = new CRC32();
		sum.update(png, 12, 17);
		head.putInt(29, (int) sum.getValue());
		return png;
	}

	static byte[] joined(byte[] first, byte[] second) {
		return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
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
			throw new IllegalStateException(ex);
		}
		return bytes.toByteArray();
	}

	static byte[] docx() {
		return zip("[Content_Types].xml",
				"<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-"
						+ "officedocument.wordprocessingml.document.main+xml'/></Types>",
				"word/document.xml", "<w:document/>");
	}

}
