package vn.conglang.media;

import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * What the first bytes of a picture say, before anything is unpacked.
 *
 * @param format as Java names it, in lower case: "jpeg", "png", "gif", "bmp", "webp"
 * @param size in pixels, as they lie in the file
 * @param orientation 1 to 8 as in EXIF; 5 and more lie on their side
 * @param progressive whether a JPEG is told in passes over the whole picture
 */
record ImageHead(String format, Dimension size, int orientation, boolean progressive) {

	private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "bmp", "webp");

	private static final int UPRIGHT = 1;

	private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

	/**
	 * Reads the head of a file.
	 * @throws MediaRefused when it is no picture
	 */
	static ImageHead of(byte[] content) {
		if (WebP.looksLike(content) && !WebP.works()) {
			throw new MediaRefused("media.noWebp");
		}
		try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				throw new MediaRefused(isSvg(content) ? "media.svg" : "media.notAPicture");
			}
			ImageReader reader = readers.next();
			try {
				String format = reader.getFormatName().toLowerCase(Locale.ROOT);
				if (!FORMATS.contains(format)) {
					throw new MediaRefused("media.notAPicture");
				}
				reader.setInput(input, true, true);
				Dimension size = new Dimension(reader.getWidth(0), reader.getHeight(0));
				Marks marks = Marks.of(content, format);
				return new ImageHead(format, size, marks.orientation(), marks.progressive());
			}
			finally {
				reader.dispose();
			}
		}
		catch (IOException | RuntimeException ex) {
			if (ex instanceof MediaRefused refused) {
				throw refused;
			}
			throw new MediaRefused("media.broken");
		}
	}

	/** Whether this is a picture of any kind, taken or not. */
	static boolean looksLike(byte[] content) {
		if (WebP.looksLike(content) || isSvg(content)) {
			return true;
		}
		try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
			return ImageIO.getImageReaders(input).hasNext();
		}
		catch (IOException ex) {
			return false;
		}
	}

	long pixels() {
		return (long) this.size.width * this.size.height;
	}

	private static boolean isSvg(byte[] content) {
		return new String(content, 0, Math.min(content.length, 2000), StandardCharsets.UTF_8).contains("<svg");
	}

	/** What lies beside the picture in the file: EXIF, and how a JPEG is told. */
	private record Marks(int orientation, boolean progressive) {

		static Marks of(byte[] content, String format) {
			ByteBuffer bytes = ByteBuffer.wrap(content);
			try {
				return switch (format) {
					case "jpeg" -> jpeg(bytes);
					case "png" -> new Marks(chunk(bytes, 8, "eXIf", true), false);
					case "webp" -> new Marks(chunk(bytes.order(ByteOrder.LITTLE_ENDIAN), 12, "EXIF", false), false);
					default -> new Marks(UPRIGHT, false);
				};
			}
			catch (RuntimeException ex) {
				// odd marks do not make a picture unreadable
				return new Marks(UPRIGHT, false);
			}
		}

		private static Marks jpeg(ByteBuffer bytes) {
			int orientation = UPRIGHT;
			int at = 2;
			while (at + 4 <= bytes.limit() && (bytes.get(at) & 0xff) == 0xff) {
				int marker = bytes.get(at + 1) & 0xff;
				if (marker == 0xff) {
					at++;
					continue;
				}
				int length = bytes.getShort(at + 2) & 0xffff;
				if (marker == 0xe1 && startsWith(bytes, at + 4, EXIF)) {
					orientation = tiff(bytes.slice(at + 10, Math.min(length - 8, bytes.limit() - at - 10)));
				}
				// a frame header; all but C4, C8 and CC
				if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
					return new Marks(orientation, (marker & 3) == 2);
				}
				at += 2 + length;
			}
			return new Marks(orientation, false);
		}

		/** Chunks with their length before the name (PNG) or behind it (RIFF). */
		private static int chunk(ByteBuffer bytes, int start, String name, boolean png) {
			byte[] wanted = name.getBytes(StandardCharsets.ISO_8859_1);
			int at = start;
			while (at + 8 <= bytes.limit()) {
				int length = bytes.getInt(png ? at : at + 4);
				if (startsWith(bytes, png ? at + 4 : at, wanted)) {
					int from = startsWith(bytes, at + 8, EXIF) ? at + 14 : at + 8;
					return tiff(bytes.slice(from, bytes.limit() - from));
				}
				if (length < 0) {
					break;
				}
				at += png ? length + 12 : 8 + length + (length & 1);
			}
			return UPRIGHT;
		}

		private static int tiff(ByteBuffer bytes) {
			ByteBuffer tiff = bytes.order((bytes.get(0) == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
			int directory = tiff.getInt(4);
			int fields = tiff.getShort(directory) & 0xffff;
			for (int i = 0; i < fields; i++) {
				int field = directory + 2 + 12 * i;
				if ((tiff.getShort(field) & 0xffff) == 0x112) {
					int value = tiff.getShort(field + 8);
					return (value >= 1 && value <= 8) ? value : UPRIGHT;
				}
			}
			return UPRIGHT;
		}

		private static boolean startsWith(ByteBuffer bytes, int at, byte[] wanted) {
			if (at + wanted.length > bytes.limit()) {
				return false;
			}
			for (int i = 0; i < wanted.length; i++) {
				if (bytes.get(at + i) != wanted[i]) {
					return false;
				}
			}
			return true;
		}

	}

}
