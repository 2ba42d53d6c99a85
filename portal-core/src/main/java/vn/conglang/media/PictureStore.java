package vn.conglang.media;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps bytes under their hash in a folder. The same bytes are kept once, whoever brings
 * them; which site may show them is not known here.
 */
@Component
class PictureStore {

	private final Path folder;

	PictureStore(@Value("${portal.var}") Path var) {
		this.folder = var.resolve("media");
	}

	/**
	 * Keeps the bytes; they are whole or not there at all, whenever the power fails.
	 * @return their hash, 32 hexadecimal digits
	 */
	String keep(byte[] content) throws IOException {
		String hash = hash(content);
		Path file = file(hash);
		if (!Files.exists(file)) {
			Files.createDirectories(file.getParent());
			Path temporary = Files.createTempFile(file.getParent(), hash, ".part");
			Files.write(temporary, content);
			try {
				Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
			}
			catch (AtomicMoveNotSupportedException ex) {
				Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
			}
		}
		return hash;
	}

	/** Where the bytes with this hash lie; there may be none. */
	Path file(String hash) {
		return this.folder.resolve(hash.substring(0, 2)).resolve(hash);
	}

	private static String hash(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)).substring(0, 32);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
