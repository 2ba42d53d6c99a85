package vn.conglang.media;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import com.luciad.imageio.webp.WebPReadParam;
import com.luciad.imageio.webp.WebPWriteParam;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * WebP by libwebp, which is native code: on a machine for which there is none, pictures
 * are kept as JPEG and PNG only.
 */
final class WebP {

	private static final Logger log = LoggerFactory.getLogger(WebP.class);

	private static final float QUALITY = 0.78f;

	private static final boolean WORKS = load();

	private WebP() {
	}

	private static boolean load() {
		try {
			if (com.luciad.imageio.webp.WebP.loadNativeLibrary()) {
				return true;
			}
			log.warn("WebP is not to be had on this machine; pictures are served as JPEG and PNG only");
		}
		catch (LinkageError | RuntimeException ex) {
			log.warn("WebP is not to be had on this machine ({}); pictures are served as JPEG and PNG only",
					ex.toString());
		}
		return false;
	}

	static boolean works() {
		return WORKS;
	}

	static boolean looksLike(byte[] content) {
		return content.length > 12 && content[0] == 'R' && content[1] == 'I' && content[8] == 'W' && content[9] == 'E';
	}

	/** Lets libwebp shrink while it unpacks. */
	static ImageReadParam shrinking(Dimension to) {
		WebPReadParam wanted = new WebPReadParam();
		wanted.setUseScaling(true);
		wanted.setScaledWidth(to.width);
		wanted.setScaledHeight(to.height);
		return wanted;
	}

	static byte[] encode(BufferedImage image) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/webp").next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
			WebPWriteParam wanted = (WebPWriteParam) writer.getDefaultWriteParam();
			wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			wanted.setCompressionType(wanted.getCompressionTypes()[WebPWriteParam.LOSSY_COMPRESSION]);
			wanted.setCompressionQuality(QUALITY);
			writer.setOutput(output);
			writer.write(null, new IIOImage(image, null, null), wanted);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

}
