package vn.conglang.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.zwobble.mammoth.DocumentConverter;
import org.zwobble.mammoth.images.Image;
import vn.conglang.identity.User;
import vn.conglang.media.MediaRefused;
import vn.conglang.media.Picture;
import vn.conglang.media.Pictures;

import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;

/**
 * Makes a draft of a Word file: title, text with headings, lists, tables, notes and
 * links, and the pictures. Says what arrived and what did not.
 * <p>
 * One file at a time is read, so that little memory does. The entry is written at the
 * very end; where it is not, pictures may be in the library already, which harms nobody.
 */
@Service
public class WordImport {

	/** A picture with one of these is left out; any other refusal ends the import. */
	private static final Set<String> OF_ONE_PICTURE = Set.of("media.broken", "media.notAPicture", "media.svg",
			"media.noWebp", "media.tooManyPixels", "media.tooManyBytes", "media.empty");

	private static final int LARGEST_PICTURE = 25 * 1024 * 1024;

	/** What Word wrote there by itself. */
	private static final Pattern GUESSED = Pattern.compile(
			"(?iu)description automatically generated|mô tả được tạo tự động|^[\\w./\\\\: -]+\\.(png|jpe?g|gif|bmp|emf|wmf)$|^(picture|hình ảnh|image) ?\\d*$");

	private final Pictures pictures;

	private final Publishing publishing;

	private final ReentrantLock one = new ReentrantLock(true);

	WordImport(Pictures pictures, Publishing publishing) {
		this.pictures = pictures;
		this.publishing = publishing;
	}

	/**
	 * Makes a draft of an article in the site at work.
	 * @param file read when it is its turn
	 * @param fileName as the uploader calls it; stands for a title where the file has
	 * none
	 * @throws Refused when nothing can be made of it; the message key says why and what
	 * to do
	 * @throws MediaRefused when its pictures cannot be kept
	 */
	public Imported begin(InputStreamSource file, String fileName, User by) throws IOException {
		this.one.lock();
		try {
			byte[] content;
			try (var input = file.getInputStream()) {
				content = input.readNBytes(WordFile.MOST_BYTES + 1);
			}
			return begin(WordFile.of(content), fileName, by);
		}
		finally {
			this.one.unlock();
		}
	}

	private Imported begin(WordFile word, String fileName, User by) {
		Taken taken = new Taken(by.displayName());
		WordHtml html = new WordHtml(html(word, taken), word.title());
		if (html.isEmpty()) {
			throw new Refused("types.word.nothing");
		}
		String title = html.title().isEmpty() ? title(fileName) : html.title();
		EntryText text = new EntryText(title, html.summary(), html.body(), null, Map.of(), by.displayName());
		long id;
		try {
			id = this.publishing.begin(EntryType.ARTICLE, text, by);
		}
		catch (Publishing.Refused ex) {
			throw new Refused("types.word.tooLong");
		}
		return new Imported(id, arrived(html), left(word, html, taken));
	}

	private static String html(WordFile word, Taken taken) {
		try {
			return new DocumentConverter().disableEmbeddedStyleMap()
				.addStyleMap(WordHtml.STYLES)
				.imageConverter(taken::take)
				.convertToHtml(word.content())
				.getValue();
		}
		catch (MediaRefused ex) {
			throw ex;
		}
		catch (IOException | RuntimeException | StackOverflowError ex) {
			throw new Refused("types.word.broken");
		}
	}

	private static String title(String fileName) {
		String name = CleanHtml.line(fileName.replaceFirst("(?s).*[/\\\\]", "").replaceFirst("(?i)\\.docx?$", ""))
			.replace('_', ' ');
		String title = CleanHtml.line(name.contains(" ") ? name : name.replace('-', ' '));
		return title.isEmpty() ? "Word" : title.substring(0, Math.min(title.length(), 250));
	}

	private static List<Line> arrived(WordHtml html) {
		List<Line> lines = new ArrayList<>();
		line(lines, "headings", html.headings());
		line(lines, "images", html.images());
		line(lines, "tables", html.tables());
		line(lines, "notes", html.notes());
		line(lines, "links", html.links());
		line(lines, "summary", html.summary().isEmpty() ? 0 : 1);
		return lines;
	}

	private static List<Line> left(WordFile word, WordHtml html, Taken taken) {
		List<Line> lines = new ArrayList<>();
		taken.left.forEach((reason, count) -> line(lines, "left." + reason, count));
		for (WordFile.Part part : WordFile.Part.values()) {
			line(lines, "left." + part, word.count(part));
		}
		line(lines, "noAlt", html.imagesWithoutAlt());
		return lines;
	}

	private static void line(List<Line> lines, String what, int count) {
		if (count > 0) {
			lines.add(new Line("types.word." + what, count));
		}
	}

	/**
	 * A draft made of a file.
	 *
	 * @param id of the entry
	 * @param arrived what is in the draft now
	 * @param left what is not, or has to be looked at
	 */
	public record Imported(long id, List<Line> arrived, List<Line> left) {
	}

	/**
	 * A line of the report.
	 *
	 * @param message key, with the count as its argument
	 */
	public record Line(String message, int count) {
	}

	/**
	 * Nothing was made of the file; the message is a key that says why and what to do.
	 */
	public static class Refused extends RuntimeException {

		Refused(String key) {
			super(key);
		}

		/** Key of the message. */
		public String key() {
			return Objects.requireNonNull(getMessage());
		}

	}

	/** Takes the pictures over, in their order. */
	private final class Taken {

		private final String by;

		private final Map<String, Integer> left = new LinkedHashMap<>();

		private int number;

		Taken(String by) {
			this.by = by;
		}

		/** Called for every picture, answers with the attributes of its element. */
		private Map<String, String> take(Image image) {
			this.number++;
			String alt = image.getAltText().map(CleanHtml::line).orElse("");
			if (GUESSED.matcher(alt).find()) {
				alt = "";
			}
			Picture picture = keep(image, alt);
			if (picture == null) {
				// an address that CleanHtml drops, as every picture that lies elsewhere
				return Map.of("src", "", "data-left", "");
			}
			Map<String, String> attributes = new LinkedHashMap<>();
			attributes.put("src", picture.url());
			attributes.put("alt", alt.isEmpty() ? picture.alt() : alt);
			attributes.put("width", "" + picture.width());
			attributes.put("height", "" + picture.height());
			return attributes;
		}

		private @Nullable Picture keep(Image image, String alt) {
			String type = image.getContentType();
			if (type.contains("emf") || type.contains("wmf")) {
				return leave("METAFILES");
			}
			try (var input = image.getInputStream()) {
				return WordImport.this.pictures.add(input.readNBytes(LARGEST_PICTURE + 1), "anh-" + this.number, alt,
						this.by);
			}
			catch (MediaRefused ex) {
				if (OF_ONE_PICTURE.contains(ex.key())) {
					return leave("PICTURES");
				}
				throw ex;
			}
			catch (IOException | RuntimeException ex) {
				return leave("PICTURES");
			}
		}

		private @Nullable Picture leave(String reason) {
			this.left.merge(reason, 1, Integer::sum);
			return null;
		}

	}

}
