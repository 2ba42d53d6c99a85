package vn.conglang.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * What happens to every picture, whosever it is: judged and drawn when it comes, given in
 * the width and format that are asked for. Who may have it is not known here.
 */
@Component
class PictureMaking {

	private static final Logger log = LoggerFactory.getLogger(PictureMaking.class);

	static final int MOST_BYTES = 25 * 1024 * 1024;

	private final Shelf shelf;

	private final VirusScan scan;

	private final Turns turns;

	private final Leisure leisure;

	/**
	 * One width is drawn at a time: it is small, and need not wait for what is brought.
	 */
	private final ReentrantLock making = new ReentrantLock(true);

	PictureMaking(Shelf shelf, VirusScan scan, Turns turns, Leisure leisure) {
		this.shelf = shelf;
		this.scan = scan;
		this.turns = turns;
		this.leisure = leisure;
	}

	/**
	 * Judges a brought file by its content and draws it anew.
	 * @throws MediaRefused when it is no picture, or too large; the message key says why
	 */
	Made make(byte[] content, String fileName, String alt, String uploadedBy) {
		if (content.length > MOST_BYTES) {
			throw new MediaRefused("media.tooManyBytes");
		}
		String hash = Shelf.hash(content);
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
			return new Made(item, contents);
		}
		catch (IOException ex) {
			throw new MediaRefused("media.broken");
		}
	}

	/** Draws what a picture still lacks, when nobody brings anything. */
	void drawOthersLater(MediaRecords.Item item) {
		this.leisure.add(() -> this.shelf.get(Rendition.mainKey(item.hash()))
			.ifPresent((main) -> make(item.hash(), main,
					Rendition.of(item.requireWidth(), Rendition.extension(item.name())))));
	}

	/**
	 * A picture in the width and format that its name stands for. What is missing is
	 * made.
	 */
	Optional<Stored> find(MediaRecords.Item item, String name) {
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

	/**
	 * A picture to be kept.
	 *
	 * @param contents bytes by their key in the store
	 */
	record Made(MediaRecords.Item item, Map<String, byte[]> contents) {
	}

}
