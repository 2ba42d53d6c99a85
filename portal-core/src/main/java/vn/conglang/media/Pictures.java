package vn.conglang.media;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import net.coobird.thumbnailator.Thumbnails;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pictures of the site at work. What comes in is judged by its content, not by its
 * name; it is drawn anew at a sensible size, which leaves behind the place and the device
 * that cameras write into a file, and whatever else may hide in it.
 */
@Service
public class Pictures {

	/** As large as a page ever shows a picture, on a screen of double density. */
	static final int LARGEST_SIDE = 1600;

	/** 40 million pixels: more than phones make, and 160 MB while being drawn. */
	static final long MOST_PIXELS = 40_000_000;

	static final int MOST_BYTES = 12 * 1024 * 1024;

	private static final Set<String> KNOWN_FORMATS = Set.of("jpeg", "png", "gif", "bmp");

	private static final Set<String> WITH_TRANSPARENCY = Set.of("png", "gif");

	/** Two at a time: drawing needs memory, and there are as many cores. */
	private final Semaphore drawing = new Semaphore(2);

	private final PictureStore store;

	private final JdbcClient jdbc;

	Pictures(PictureStore store, JdbcClient jdbc) {
		this.store = store;
		this.jdbc = jdbc;
	}

	/**
	 * Takes in a picture.
	 * @param content the file's bytes
	 * @param fileName as the uploader calls it; used for the address only
	 * @param uploadedBy name of the uploader
	 * @throws Refused when it is no picture, or too large; the message key says why
	 */
	@Transactional
	public Picture add(byte[] content, String fileName, String uploadedBy) {
		if (content.length > MOST_BYTES) {
			throw new Refused("media.tooManyBytes");
		}
		try {
			Drawn drawn = draw(content, header(content));
			String hash = this.store.keep(drawn.content());
			return register(hash, name(fileName, drawn.extension()), drawn, uploadedBy);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot store a picture", ex);
		}
	}

	/**
	 * Takes in a picture of the program's own, of known size, as it is.
	 * @param content JPEG bytes
	 */
	@Transactional
	public Picture addOwn(byte[] content, String fileName, int width, int height, String uploadedBy) {
		try {
			String hash = this.store.keep(content);
			return register(hash, name(fileName, "jpg"), new Drawn(content, "jpg", "image/jpeg", width, height),
					uploadedBy);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot store a picture", ex);
		}
	}

	/** The bytes of a picture of the site at work; none of another site's. */
	@Transactional(readOnly = true)
	public Optional<Stored> find(String hash) {
		if (!hash.matches("[0-9a-f]{32}")) {
			return Optional.empty();
		}
		return this.jdbc.sql("SELECT content_type FROM media WHERE hash = :hash AND site_id = :site")
			.param("hash", hash)
			.param("site", CurrentSite.require().value())
			.query(String.class)
			.optional()
			.map((type) -> new Stored(this.store.file(hash), type))
			.filter((stored) -> Files.isReadable(stored.file()));
	}

	private Picture register(String hash, String name, Drawn drawn, String uploadedBy) {
		this.jdbc.sql("""
				INSERT INTO media (site_id, hash, name, content_type, bytes, width, height, uploaded_by)
				VALUES (:site, :hash, :name, :type, :bytes, :width, :height, :by)
				ON CONFLICT (site_id, hash) DO NOTHING""")
			.param("site", CurrentSite.require().value())
			.param("hash", hash)
			.param("name", name)
			.param("type", drawn.contentType())
			.param("bytes", drawn.content().length)
			.param("width", drawn.width())
			.param("height", drawn.height())
			.param("by", uploadedBy)
			.update();
		return new Picture("/media/" + hash + "/" + name, drawn.width(), drawn.height());
	}

	private static Header header(byte[] content) throws IOException {
		try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				throw new Refused("media.notAPicture");
			}
			ImageReader reader = readers.next();
			try {
				String format = reader.getFormatName().toLowerCase(Locale.ROOT);
				if (!KNOWN_FORMATS.contains(format)) {
					throw new Refused("media.notAPicture");
				}
				reader.setInput(input, true, true);
				// read from the head of the file: nothing has been unpacked yet
				Dimension size = new Dimension(reader.getWidth(0), reader.getHeight(0));
				if ((long) size.width * size.height > MOST_PIXELS) {
					throw new Refused("media.tooManyPixels");
				}
				return new Header(format, size);
			}
			catch (IOException | RuntimeException ex) {
				if (ex instanceof Refused refused) {
					throw refused;
				}
				throw new Refused("media.broken");
			}
			finally {
				reader.dispose();
			}
		}
	}

	private Drawn draw(byte[] content, Header header) {
		boolean transparent = WITH_TRANSPARENCY.contains(header.format());
		String output = transparent ? "png" : "jpg";
		this.drawing.acquireUninterruptibly();
		try {
			var drawing = Thumbnails.of(new ByteArrayInputStream(content)).useExifOrientation(true);
			BufferedImage image = header.fits() ? drawing.scale(1).asBufferedImage()
					: drawing.size(LARGEST_SIDE, LARGEST_SIDE).asBufferedImage();
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			Thumbnails.of(image).scale(1).outputFormat(output).outputQuality(0.82).toOutputStream(bytes);
			return new Drawn(bytes.toByteArray(), output, transparent ? "image/png" : "image/jpeg", image.getWidth(),
					image.getHeight());
		}
		catch (IOException | RuntimeException ex) {
			throw new Refused("media.broken");
		}
		finally {
			this.drawing.release();
		}
	}

	private static String name(String fileName, String extension) {
		String bare = Path.of("/" + fileName.replaceAll("[\\\\/:\\p{Cntrl}]", " ").strip()).getFileName() + "";
		int dot = bare.lastIndexOf('.');
		return VietnameseText.slug((dot > 0) ? bare.substring(0, dot) : bare, 80) + "." + extension;
	}

	private record Header(String format, Dimension size) {

		boolean fits() {
			return this.size.width <= LARGEST_SIDE && this.size.height <= LARGEST_SIDE;
		}

	}

	private record Drawn(byte[] content, String extension, String contentType, int width, int height) {
	}

	/** Bytes to send, with their type. */
	public record Stored(Path file, String contentType) {
	}

	/** The file is not taken; the message is a key that says why and what to do. */
	public static class Refused extends RuntimeException {

		Refused(String message) {
			super(message);
		}

		/** Key of the message. */
		public String key() {
			return String.valueOf(getMessage());
		}

	}

}
