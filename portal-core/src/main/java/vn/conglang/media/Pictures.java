package vn.conglang.media;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;

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

	private final Shelf shelf;

	private final MediaRecords records;

	private final PictureMaking making;

	Pictures(Shelf shelf, MediaRecords records, PictureMaking making) {
		this.shelf = shelf;
		this.records = records;
		this.making = making;
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
		Optional<MediaRecords.Item> known = this.records.find(Shelf.hash(content))
			.filter((item) -> item.kind() == MediaRecords.Kind.PICTURE);
		if (known.isPresent()) {
			return known.get().picture(true);
		}
		PictureMaking.Made made = this.making.make(content, fileName, alt, uploadedBy);
		MediaRecords.Item kept = this.shelf.keep(made.item(), made.contents());
		this.making.drawOthersLater(kept);
		return kept.picture(false);
	}

	/**
	 * Takes in a picture of the program's own, of known size, as it is.
	 * @param content JPEG bytes
	 */
	public Picture addOwn(byte[] content, String fileName, int width, int height, String uploadedBy) {
		String hash = Shelf.hash(content);
		return this.shelf
			.keep(new MediaRecords.Item(0, MediaRecords.Kind.PICTURE, hash, FileNames.address(fileName, "jpg"),
					FileNames.title(fileName), "image/jpeg", content.length, width, height, "", null, null, uploadedBy,
					Instant.EPOCH), Map.of(Rendition.mainKey(hash), content))
			.picture(false);
	}

	/**
	 * Lets the site at work have pictures and files of another site, because it takes
	 * over a text with them. The bytes are there once.
	 * @param from the other site, or {@code null} for what is shared
	 * @param hashes as in their addresses; what is not there is left out
	 */
	public void borrow(@Nullable SiteId from, Collection<String> hashes, String by) {
		this.shelf.borrow(from, hashes, by);
	}

	/** What is known of a picture of the site at work. */
	public Optional<Picture> picture(String hash) {
		return this.records.find(hash)
			.filter((item) -> item.kind() == MediaRecords.Kind.PICTURE)
			.map((item) -> item.picture(true));
	}

	/**
	 * A picture of the site at work, in the width and format that its name stands for;
	 * none of another site's. What is missing is made.
	 */
	public Optional<Stored> find(String hash, String name) {
		return this.records.find(hash)
			.filter((item) -> item.kind() == MediaRecords.Kind.PICTURE)
			.flatMap((item) -> this.making.find(item, name));
	}

}
