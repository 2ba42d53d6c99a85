package vn.conglang.media;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Service;

/**
 * The files that the site at work offers for reading and download: judged by their
 * content and kept as they are.
 */
@Service
public class Attachments {

	static final int MOST_BYTES = 25 * 1024 * 1024;

	private final Shelf shelf;

	private final MediaRecords records;

	private final VirusScan scan;

	private final Turns turns;

	Attachments(Shelf shelf, MediaRecords records, VirusScan scan, Turns turns) {
		this.shelf = shelf;
		this.records = records;
		this.scan = scan;
		this.turns = turns;
	}

	/**
	 * Takes in a file.
	 * @param fileName as the uploader calls it
	 * @param uploadedBy name of the uploader
	 * @return the file; one that the site has already comes back as it is
	 * @throws MediaRefused when it may not be offered; the message key says why
	 */
	public Attachment add(byte[] content, String fileName, String uploadedBy) {
		if (content.length > MOST_BYTES) {
			throw new MediaRefused("media.tooManyBytes");
		}
		String hash = Shelf.hash(content);
		Optional<MediaRecords.Item> known = this.records.find(hash)
			.filter((item) -> item.kind() == MediaRecords.Kind.FILE);
		if (known.isPresent()) {
			return attachment(known.get(), true);
		}
		try (Turns.Turn turn = this.turns.take()) {
			AttachmentKind kind = AttachmentKind.of(content, fileName);
			this.scan.check(content);
			String title = FileNames.stem(FileNames.title(fileName)) + "." + kind.extension();
			MediaRecords.Item item = new MediaRecords.Item(0, MediaRecords.Kind.FILE, hash,
					FileNames.address(fileName, kind.extension()), title, kind.contentType(), content.length, null,
					null, "", kind.contentType(), (long) content.length, uploadedBy, Instant.EPOCH);
			return attachment(this.shelf.keep(item, Map.of(Rendition.originalKey(hash), content)), false);
		}
	}

	/** A file of the site at work; none of another site's. */
	public Optional<Stored> find(String hash) {
		return this.records.find(hash)
			.filter((item) -> item.kind() == MediaRecords.Kind.FILE)
			.flatMap((item) -> this.shelf.get(Rendition.originalKey(hash))
				.map((resource) -> new Stored(resource, item.contentType(), item.title(), true)));
	}

	/** Those of some hashes that are of files of the site at work. */
	public List<String> among(Collection<String> hashes) {
		return hashes.isEmpty() ? List.of() : this.records.files(hashes);
	}

	private static Attachment attachment(MediaRecords.Item item, boolean duplicate) {
		return new Attachment(item.url(), item.title(), item.bytes(), Rendition.extension(item.name()), duplicate);
	}

}
