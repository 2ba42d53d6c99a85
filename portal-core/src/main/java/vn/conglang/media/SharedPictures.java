package vn.conglang.media;

import java.io.IOException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;

import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/**
 * The pictures of the province and of areas, for what is made once for many sites. They
 * are taken in like the pictures of a site, see {@link Pictures}, but belong to none.
 * Citizens see one on a site only while something shared shows it there
 * ({@link SharedMediaUses}); a site that takes over a text with such pictures gets them
 * as its own.
 */
@Service
public class SharedPictures {

	private final Shelf shelf;

	private final SharedRecords records;

	private final PictureMaking making;

	private final Turns turns;

	SharedPictures(Shelf shelf, SharedRecords records, PictureMaking making, Turns turns) {
		this.shelf = shelf;
		this.records = records;
		this.making = making;
		this.turns = turns;
	}

	/**
	 * Takes in a picture.
	 * @param alt what the picture shows, may be empty
	 * @param area to which it belongs; the province where {@code null}
	 * @return the picture; one that is there already comes back as it is
	 * @throws MediaRefused when it is no picture, or too large; the message key says why
	 */
	public Picture add(MultipartFile file, String alt, @Nullable Long area, User by) throws IOException {
		// one file at a time is in memory
		try (Turns.Turn turn = this.turns.take()) {
			byte[] content = file.getBytes();
			Optional<MediaRecords.Item> known = this.records.find(Shelf.hash(content), area);
			if (known.isPresent()) {
				return known.get().picture(true);
			}
			PictureMaking.Made made = this.making.make(content, file.getOriginalFilename() + "", alt, by.displayName());
			MediaRecords.Item kept = this.shelf.keepShared(made.item(), area, made.contents());
			this.making.drawOthersLater(kept);
			return kept.picture(false);
		}
	}

	/** What is known of a picture. */
	public Optional<Picture> picture(String hash) {
		return this.records.find(hash).map((item) -> item.picture(true));
	}

	/**
	 * A picture in the width and format that its name stands for. Whoever asks must know
	 * that it may be shown.
	 */
	public Optional<Stored> find(String hash, String name) {
		return this.records.find(hash).flatMap((item) -> this.making.find(item, name));
	}

}
