package vn.conglang.media;

import java.io.IOException;

import vn.conglang.identity.User;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes in what somebody brings, one file at a time; the others lie on the disk
 * meanwhile.
 */
@Component
class Intake {

	private final Pictures pictures;

	private final Attachments attachments;

	private final Turns turns;

	Intake(Pictures pictures, Attachments attachments, Turns turns) {
		this.pictures = pictures;
		this.attachments = attachments;
		this.turns = turns;
	}

	Picture picture(MultipartFile file, String alt, User user) throws IOException {
		try (Turns.Turn turn = this.turns.take()) {
			return this.pictures.add(file.getBytes(), name(file), alt, user.displayName());
		}
	}

	Attachment attachment(MultipartFile file, User user) throws IOException {
		try (Turns.Turn turn = this.turns.take()) {
			return this.attachments.add(file.getBytes(), name(file), user.displayName());
		}
	}

	/** A picture if it is one, otherwise a file to download. */
	Object either(MultipartFile file, User user) throws IOException {
		try (Turns.Turn turn = this.turns.take()) {
			byte[] content = file.getBytes();
			return ImageHead.looksLike(content) ? this.pictures.add(content, name(file), "", user.displayName())
					: this.attachments.add(content, name(file), user.displayName());
		}
	}

	private static String name(MultipartFile file) {
		return file.getOriginalFilename() + "";
	}

}
