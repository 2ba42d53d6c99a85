package vn.conglang.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import vn.conglang.kernel.SiteId;

import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/**
 * The pictures of the site at work. What comes in is judged by its content, not by its
 * name; it is drawn anew, which leaves behind the place and the device that cameras write
 * into a file, and whatever else may hide in it. The file itself is kept, but never shown
 * to citizens. Of an animation the first picture is kept.
 * <p>
 * Who brings a picture waits for the picture itself only. Its other widths and formats
 * are drawn a little later, or when somebody asks for one; they are a cache, and what is
 * lost of them in a crash is made anew.
 */
@Service
public class Pictures {

	private static final Logger log = LoggerFactory.getLogger(Pictures.class);

	static final int MOST_BYTES = 25 * 1024 * 1024;

	private final Shelf shelf;

	private final MediaRecords records;

	private final VirusScan scan;

	private final Turns turns;

	private final Leisure leisure;

	/**
	 * One width is drawn at a time: it is small, and need not wait for what is brought.
	 */
	private final ReentrantLock making = new ReentrantLock(true);

	Pictures(Shelf shelf, MediaRecords records, VirusScan scan, Turns turns, Leisure leisure) {
		this.shelf = shelf;
		this.records = records;
		this.scan = scan;
		this.turns = turns;
		this.leisure = leisure;
	}

	/** Like {@link #add(byte[], String, String, String)}, without a description. */
	public Picture add(byte[] content, String fileName, String uploadedBy) {
		return add(content, fileName, "", uploadedBy);
	}

	/**
	 * Takes in a picture.
	 * @param content the file's bytes
	 * @param fileName as the uploader calls it
	 * @param alt what the picture shows, may be empty
	 * @param uploadedBy name of the uploader
	 * @return the picture; one that the site has already comes back as it is
	 * @throws MediaRefused when it is no picture, or too large; the message key says why
	 */
	public Picture add(byte[] content, String fileName, String alt, String uploadedBy) {
		if (content.length > MOST_BYTES) {
			throw new MediaRefused("media.tooManyBytes");
		}
		String hash = Shelf.hash(content);
		Optional<MediaRecords.Item> known = this.records.find(hash)
			.filter((item) -> item.kind() == MediaRecords.Kind.PICTURE);
		if (known.isPresent()) {
			return picture(known.get(), true);
		}
		try (Turns.Turn turn = this.turns.take()) {
			ImageHead head = ImageHead.of(content);
			this.scan.check(content);
			BufferedImage largest = Drawing.largest(content, head);
			boolean transparent = Drawing.isTransparent(largest);
			BufferedImage image = transparent ? largest : Drawing.withoutAlpha(largest);
			String extension = transparent ? "png" : "jpg";
			Map<String, byte[]> contents = new LinkedHashMap<>();
			byte[] main = Drawing.encode(image, extension);
			contents.put(Rendition.originalKey(hash), content);
			contents.put(Rendition.mainKey(hash), main);
			MediaRecords.Item item = new MediaRecords.Item(0, MediaRecords.Kind.PICTURE, hash,
					FileNames.address(fileName, extension), FileNames.title(fileName),
					transparent ? "image/png" : "image/jpeg", main.length, image.getWidth(), image.getHeight(),
					FileNames.line(alt), "image/" + head.format(), (long) content.length, uploadedBy, Instant.EPOCH);
			Picture kept = picture(this.shelf.keep(item, contents), false);
			this.leisure.add(() -> drawOthers(hash));
			return kept;
		}
		catch (IOException ex) {
			throw new MediaRefused("media.broken");
		}
	}

	/**
	 * Takes in a picture of the program's own, of known size, as it is.
	 * @param content JPEG bytes
	 */
	public Picture addOwn(byte[] content, String fileName, int width, int height, String uploadedBy) {
		String hash = Shelf.hash(content);
		return picture(this.shelf.keep(new MediaRecords.Item(0, MediaRecords.Kind.PICTURE, hash,
				FileNames.address(fileName, "jpg"), FileNames.title(fileName), "image/jpeg", content.length, width,
				height, "", null, null, uploadedBy, Instant.EPOCH), Map.of(Rendition.mainKey(hash), content)), false);
	}

	/**
	 * Lets the site at work have pictures and files of another site, because it takes
	 * over a text with them. The bytes are there once.
	 * @param hashes as in their addresses; what the other site does not have is left out
	 */
	public void borrow(SiteId from, Collection<String> hashes, String by) {
		this.shelf.borrow(from, hashes, by);
	}

	/**
	 * A picture of the site at work, in the width and format that its name stands for;
	 * none of another site's. What is missing is made.
	 */
	public Optional<Stored> find(String hash, String name) {
		return this.records.find(hash)
			.filter((item) -> item.kind() == MediaRecords.Kind.PICTURE)
			.flatMap((item) -> find(item, name));
	}

	private Optional<Stored> find(MediaRecords.Item item, String name) {
		Optional<Stored> main = this.shelf.get(Rendition.mainKey(item.hash()))
			.map((resource) -> new Stored(resource, item.contentType(), null, true));
		Optional<Rendition> wanted = Rendition.ofName(name);
		if (wanted.isEmpty()) {
			return main;
		}
		Rendition rendition = wanted.get();
		if (!Rendition.of(item.requireWidth(), Rendition.extension(item.name())).contains(rendition)) {
			return Optional.empty();
		}
		return this.shelf.get(rendition.key(item.hash())).or(() -> main.flatMap((from) -> {
			make(item.hash(), from.resource(), List.of(rendition));
			return this.shelf.get(rendition.key(item.hash()));
		}))
			.map((resource) -> new Stored(resource, rendition.contentType(), null, true))
			// the picture itself is better than none
			.or(() -> main.map((from) -> new Stored(from.resource(), from.contentType(), null, false)));
	}

	/** Draws what a picture of the site at work still lacks. */
	private void drawOthers(String hash) {
		this.records.find(hash)
			.ifPresent((item) -> this.shelf.get(Rendition.mainKey(hash))
				.ifPresent((main) -> make(hash, main,
						Rendition.of(item.requireWidth(), Rendition.extension(item.name())))));
	}

	/** Makes of some renditions those that are not there. */
	private void make(String hash, Resource main, List<Rendition> renditions) {
		BufferedImage image = null;
		for (Rendition rendition : renditions) {
			String key = rendition.key(hash);
			this.making.lock();
			try {
				if (this.shelf.get(key).isEmpty() && (!rendition.extension().equals("webp") || WebP.works())) {
					image = (image != null) ? image : Drawing.again(main.getContentAsByteArray());
					this.shelf.keepMade(hash, key,
							Drawing.encode(Drawing.narrowed(image, rendition.width()), rendition.extension()));
				}
			}
			catch (IOException | RuntimeException ex) {
				log.warn("Cannot make {}: {}", key, ex.toString());
			}
			finally {
				this.making.unlock();
			}
		}
	}

	private static Picture picture(MediaRecords.Item item, boolean duplicate) {
		return new Picture(item.url(), item.requireWidth(), item.requireHeight(), item.alt(), duplicate);
	}

}
