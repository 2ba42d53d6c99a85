package vn.conglang.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A picture at one width in one format. Beside a picture's own address
 * {@code /media/<hash>/dong-lua.jpg} stand {@code dong-lua.480.webp},
 * {@code dong-lua.480.jpg} and so on: the widths below its own, and all as WebP.
 *
 * @param width in pixels
 * @param extension "webp", "jpg" or "png"
 */
public record Rendition(int width, String extension) {

	static final int NARROWEST = 480;

	private static final int[] WIDTHS = { NARROWEST, 960 };

	private static final Pattern NAME = Pattern.compile("[^.]+\\.([1-9][0-9]{0,3})\\.(webp|jpg|png)");

	/** The one that a name like {@code dong-lua.480.webp} stands for. */
	static Optional<Rendition> ofName(String name) {
		Matcher matcher = NAME.matcher(name);
		return matcher.matches() ? Optional.of(new Rendition(Integer.parseInt(matcher.group(1)), matcher.group(2)))
				: Optional.empty();
	}

	/** All of a picture, beside the picture itself. */
	static List<Rendition> of(int width, String extension) {
		List<Rendition> all = new ArrayList<>();
		IntStream.of(WIDTHS).filter((narrower) -> narrower < width).forEach((narrower) -> {
			all.add(new Rendition(narrower, extension));
			all.add(new Rendition(narrower, "webp"));
		});
		all.add(new Rendition(width, "webp"));
		return all;
	}

	/**
	 * The candidates of an {@code <img srcset>}.
	 * @param src address of the picture, ending in jpg or png
	 * @param width its own
	 * @return {@code null} where there is nothing to choose from
	 */
	public static @Nullable String srcset(String src, int width) {
		return (width > NARROWEST) ? candidates(src, width, extension(src)) : null;
	}

	/**
	 * The candidates of a {@code <source type="image/webp" srcset>}, like
	 * {@link #srcset}.
	 * @return {@code null} where this machine makes no WebP
	 */
	public static @Nullable String webpSrcset(String src, int width) {
		return WebP.works() ? candidates(src, width, "webp") : null;
	}

	private static String candidates(String src, int width, String extension) {
		String stem = src.substring(0, src.lastIndexOf('.'));
		StringBuilder candidates = new StringBuilder();
		for (int narrower : WIDTHS) {
			if (narrower < width) {
				candidates.append(stem)
					.append('.')
					.append(narrower)
					.append('.')
					.append(extension)
					.append(' ')
					.append(narrower)
					.append("w, ");
			}
		}
		String own = src.endsWith("." + extension) ? src : stem + "." + width + "." + extension;
		return candidates.append(own).append(' ').append(width).append('w').toString();
	}

	static String extension(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}

	String contentType() {
		return switch (this.extension) {
			case "webp" -> "image/webp";
			case "png" -> "image/png";
			default -> "image/jpeg";
		};
	}

	/** Where its bytes lie in the store. */
	String key(String hash) {
		return mainKey(hash) + "." + this.width + "." + this.extension;
	}

	/** Where the bytes of the picture itself lie. */
	static String mainKey(String hash) {
		return hash.substring(0, 2) + "/" + hash;
	}

	/** Where the file lies as it was brought. */
	static String originalKey(String hash) {
		return "goc/" + hash.substring(0, 2) + "/" + hash;
	}

}
