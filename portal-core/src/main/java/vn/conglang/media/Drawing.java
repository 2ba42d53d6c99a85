package vn.conglang.media;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;

import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Draws pictures anew: upright, at a sensible size, without anything else that lay in the
 * file.
 * <p>
 * Memory: at most {@link #MOST_UNPACKED} bytes (52 MB) of a picture are unpacked. What
 * would be more is read with gaps, every second, third … pixel of every second, third …
 * row, as it streams by; a WebP is shrunk by libwebp. The drawing itself has at most
 * 1,600 × 4,800 pixels (31 MB). Only one picture is drawn at a time ({@link Turns}). A
 * JPEG told in passes is unpacked outside of Java's memory, 6 bytes a pixel, so fewer
 * pixels of it are allowed.
 */
final class Drawing {

	/** As wide as a page ever shows a picture, on a screen of double density. */
	static final int WIDEST = 1600;

	/** Posters are long; longer ones become narrower. */
	static final int HIGHEST = 4800;

	/** 65 million pixels: phones of 64 megapixels, cameras of 61. */
	static final long MOST_PIXELS = 65_000_000;

	static final long MOST_PROGRESSIVE_PIXELS = 25_000_000;

	private static final long MOST_UNPACKED = 52_000_000;

	private static final double QUALITY = 0.82;

	private Drawing() {
	}

	/**
	 * Reads a picture and brings it to the largest size that is ever shown.
	 * @throws MediaRefused when it has too many pixels or cannot be read to its end
	 */
	static BufferedImage largest(byte[] content, ImageHead head) {
		if (head.pixels() > MOST_PIXELS || (head.progressive() && head.pixels() > MOST_PROGRESSIVE_PIXELS)) {
			throw new MediaRefused("media.tooManyPixels",
					head.progressive() ? MOST_PROGRESSIVE_PIXELS / 1_000_000 : MOST_PIXELS / 1_000_000);
		}
		try {
			BufferedImage read = read(content, head);
			boolean onItsSide = head.orientation() > 4;
			BufferedImage fitting = fit(read, onItsSide ? HIGHEST : WIDEST, onItsSide ? WIDEST : HIGHEST);
			return ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(head.orientation())).apply(fitting);
		}
		catch (IOException | RuntimeException ex) {
			throw new MediaRefused("media.broken");
		}
	}

	/** A picture that was drawn here before. */
	static BufferedImage again(byte[] content) throws IOException {
		return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(content)), "no picture");
	}

	/** Narrower, never wider. */
	static BufferedImage narrowed(BufferedImage image, int width) throws IOException {
		return fit(image, width, Integer.MAX_VALUE);
	}

	private static BufferedImage fit(BufferedImage image, int width, int height) throws IOException {
		double scale = Math.min(1, Math.min((double) width / image.getWidth(), (double) height / image.getHeight()));
		int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
		if (scale == 1 && image.getType() == type) {
			return image;
		}
		return Thumbnails.of(image)
			.forceSize((int) Math.max(1, Math.round(image.getWidth() * scale)),
					(int) Math.max(1, Math.round(image.getHeight() * scale)))
			.imageType(type)
			.asBufferedImage();
	}

	/** Whether anything shines through. */
	static boolean isTransparent(BufferedImage image) {
		if (!image.getColorModel().hasAlpha()) {
			return false;
		}
		int[] row = new int[image.getWidth()];
		for (int y = 0; y < image.getHeight(); y++) {
			image.getRGB(0, y, row.length, 1, row, 0, row.length);
			for (int pixel : row) {
				if (pixel >>> 24 != 0xff) {
					return true;
				}
			}
		}
		return false;
	}

	static BufferedImage withoutAlpha(BufferedImage image) throws IOException {
		return image.getColorModel().hasAlpha()
				? Thumbnails.of(image).scale(1).imageType(BufferedImage.TYPE_INT_RGB).asBufferedImage() : image;
	}

	/**
	 * Writes a picture.
	 * @param extension "jpg", "png" or "webp"
	 */
	static byte[] encode(BufferedImage image, String extension) throws IOException {
		if (extension.equals("webp")) {
			return WebP.encode(image);
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		Thumbnails.of(image).scale(1).outputFormat(extension).outputQuality(QUALITY).toOutputStream(bytes);
		return bytes.toByteArray();
	}

	private static BufferedImage read(byte[] content, ImageHead head) throws IOException {
		try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
			ImageReader reader = ImageIO.getImageReadersByFormatName(head.format()).next();
			try {
				reader.setInput(input, true, true);
				reader.addIIOReadWarningListener(new Incomplete());
				int gaps = gaps(reader, head);
				ImageReadParam wanted = reader.getDefaultReadParam();
				if (head.format().equals("webp")) {
					wanted = WebP.shrinking(new Dimension(Math.ceilDiv(head.size().width, gaps),
							Math.ceilDiv(head.size().height, gaps)));
				}
				else {
					wanted.setSourceSubsampling(gaps, gaps, 0, 0);
				}
				return reader.read(0, wanted);
			}
			finally {
				reader.dispose();
			}
		}
	}

	/** Every which pixel is read, so that not too many are. */
	private static int gaps(ImageReader reader, ImageHead head) throws IOException {
		int bytesPerPixel = 4;
		ImageTypeSpecifier type = head.format().equals("webp") ? null : reader.getRawImageType(0);
		if (type != null) {
			ColorModel colours = type.getColorModel();
			bytesPerPixel = Math.max(1, Math.ceilDiv(colours.getPixelSize(), 8));
		}
		int gaps = 1;
		while (head.pixels() * bytesPerPixel / ((long) gaps * gaps) > MOST_UNPACKED) {
			gaps++;
		}
		return gaps;
	}

	/** Half a picture is no picture. */
	private static final class Incomplete implements IIOReadWarningListener {

		@Override
		public void warningOccurred(ImageReader source, String warning) {
			if (warning.contains("Truncated") || warning.contains("Premature")) {
				throw new MediaRefused("media.broken");
			}
		}

	}

}
