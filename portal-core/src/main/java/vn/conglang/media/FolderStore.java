package vn.conglang.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Keeps bytes in a folder; several nodes may share it. */
class FolderStore implements MediaStore {

	private final Path folder;

	FolderStore(Path folder) {
		this.folder = folder;
	}

	@Override
	public boolean put(String key, byte[] content) throws IOException {
		Path file = this.folder.resolve(key);
		if (Files.exists(file)) {
			return false;
		}
		Files.createDirectories(file.getParent());
		Path temporary = Files.createTempFile(file.getParent(), "", ".part");
		try {
			write(temporary, content);
			move(temporary, file);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
		return true;
	}

	private static void write(Path file, byte[] content) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			ByteBuffer bytes = ByteBuffer.wrap(content);
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			// on the disk before it gets its name
			channel.force(true);
		}
	}

	private static void move(Path from, Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	@Override
	public Optional<Resource> get(String key) {
		Path file = this.folder.resolve(key);
		return Files.isReadable(file) ? Optional.of(new FileSystemResource(file)) : Optional.empty();
	}

	@Override
	public void remove(String key) throws IOException {
		Files.deleteIfExists(this.folder.resolve(key));
	}

}
