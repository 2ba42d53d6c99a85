package vn.conglang.analytics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Hits on disk, in the order in which they came, until somebody has taken them: files
 * that are only appended to and read once, and a small one that says how far reading has
 * come. What was appended survives the end of the process, however it ends; what was
 * taken just before may then be read once more. Bounded by size and age: the oldest go.
 */
final class HitLog implements AutoCloseable {

	/** Bytes after which a new file is begun; what is dropped is dropped by the file. */
	static final int SEGMENT = 4 << 20;

	private static final Duration SEGMENT_TIME = Duration.ofMinutes(30);

	private static final int FOLDERS = 100;

	private static final String ENDING = ".hits";

	private static final int USUAL_LINE = 512;

	/** Much longer than a line can be. */
	private static final int CHUNK = 512 << 10;

	private final Path folder;

	private final long size;

	private final Duration age;

	private final Clock clock;

	private final FileChannel lock;

	private final FileChannel position;

	private final Deque<Segment> segments = new ArrayDeque<>();

	/** The segment that is appended to, always the last. */
	private @Nullable FileChannel out;

	/** How far the first segment has been read. */
	private long offset;

	private Batch batch = Batch.NONE;

	private long bytes;

	private long dropped;

	private HitLog(Path folder, FileChannel lock, long size, Duration age, Clock clock) throws IOException {
		this.folder = folder;
		this.lock = lock;
		this.size = size;
		this.age = age;
		this.clock = clock;
		this.position = FileChannel.open(folder.resolve("position"), StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE);
		find();
	}

	/**
	 * Opens the first numbered folder in {@code parent} that no other portal has open:
	 * the one that this portal, or one that has ended, left behind.
	 * @param size in bytes
	 */
	static HitLog open(Path parent, long size, Duration age, Clock clock) throws IOException {
		for (int number = 1; number <= FOLDERS; number++) {
			Path folder = Files.createDirectories(parent.resolve(Integer.toString(number)));
			FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (lock(channel) != null) {
				return new HitLog(folder, channel, size, age, clock);
			}
			channel.close();
		}
		throw new IOException("All of " + FOLDERS + " folders in " + parent + " are in use");
	}

	private static @Nullable FileLock lock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			// this very process has it
			return null;
		}
	}

	/** Finds what an earlier process has left. */
	private void find() throws IOException {
		Place place = readPosition();
		List<Path> files;
		try (Stream<Path> all = Files.list(this.folder)) {
			files = all.filter((file) -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
		}
		for (Path file : files) {
			long number = number(file);
			if (number < place.segment()) {
				Files.delete(file);
				continue;
			}
			long from = (number == place.segment()) ? Math.min(place.offset(), Files.size(file)) : 0;
			Segment segment = new Segment(number, file, Files.getLastModifiedTime(file).toInstant());
			segment.bytes = Files.size(file);
			segment.left = lines(file, from);
			this.segments.add(segment);
			this.bytes += segment.bytes;
			if (this.segments.size() == 1) {
				this.offset = from;
			}
		}
	}

	private static long number(Path file) {
		String name = file.getFileName().toString();
		try {
			return Long.parseLong(name.substring(0, name.length() - ENDING.length()));
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	private static long lines(Path file, long from) throws IOException {
		long lines = 0;
		try (InputStream in = Files.newInputStream(file)) {
			in.skipNBytes(from);
			byte[] chunk = new byte[CHUNK];
			for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
				for (int i = 0; i < read; i++) {
					lines += (chunk[i] == '\n') ? 1 : 0;
				}
			}
		}
		return lines;
	}

	/**
	 * Keeps hits; all of them, or none where it fails. Where there is no room for them,
	 * the oldest go before.
	 * @throws IOException if the disk does not take them
	 */
	void append(List<MaskedHit> hits) throws IOException {
		ByteArrayOutputStream lines = new ByteArrayOutputStream(hits.size() * USUAL_LINE);
		hits.forEach((hit) -> hit.writeTo(lines));
		append(lines.toByteArray(), hits.size());
	}

	private synchronized void append(byte[] lines, int hits) throws IOException {
		makeRoom(lines.length);
		Segment last = growing();
		FileChannel channel = this.out;
		if (channel == null) {
			throw new IOException("closed");
		}
		ByteBuffer buffer = ByteBuffer.wrap(lines);
		try {
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
		}
		catch (IOException ex) {
			takeBack(channel, last);
			throw ex;
		}
		last.bytes += lines.length;
		last.left += hits;
		this.bytes += lines.length;
	}

	/** Removes what was written of lines that the disk did not take in full. */
	private void takeBack(FileChannel channel, Segment last) throws IOException {
		try {
			channel.truncate(last.bytes);
		}
		catch (IOException ex) {
			// nothing may be appended behind half a line
			leave();
		}
	}

	/** The segment to append to; a full or old one is left and a new one begun. */
	private Segment growing() throws IOException {
		Segment last = this.segments.peekLast();
		Instant now = this.clock.instant();
		if (this.out != null && last != null && last.bytes < SEGMENT && now.isBefore(last.begun.plus(SEGMENT_TIME))) {
			return last;
		}
		leave();
		long number = (last != null) ? last.number + 1 : readPosition().segment() + 1;
		Segment next = new Segment(number, this.folder.resolve("%012d%s".formatted(number, ENDING)), now);
		this.out = FileChannel.open(next.file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING);
		this.segments.add(next);
		return next;
	}

	private void leave() throws IOException {
		if (this.out != null) {
			this.out.close();
			this.out = null;
		}
	}

	/** Drops what is more or older than may be kept. */
	synchronized void makeRoom() throws IOException {
		makeRoom(0);
	}

	/** Also drops what would be too much together with what comes. */
	private void makeRoom(int coming) throws IOException {
		Instant oldest = this.clock.instant().minus(this.age);
		Segment first = this.segments.peekFirst();
		while (first != null && (this.bytes + coming > this.size || first.begun.plus(SEGMENT_TIME).isBefore(oldest))
				&& (this.segments.size() > 1 || this.out == null)) {
			long left = first.left;
			removeFirst();
			this.dropped += left;
			first = this.segments.peekFirst();
		}
	}

	/** The oldest hits, the same again until they are {@link #passed}. */
	synchronized List<MaskedHit> next(int most) throws IOException {
		while (true) {
			Segment first = this.segments.peekFirst();
			if (first == null) {
				return List.of();
			}
			boolean grows = this.segments.size() == 1 && this.out != null;
			if (this.offset < first.bytes) {
				this.batch = read(first, most);
				if (!this.batch.hits.isEmpty()) {
					return this.batch.hits;
				}
			}
			else if (grows) {
				return List.of();
			}
			else {
				removeFirst();
			}
		}
	}

	/** Reads on in the segment; a line that is not whole is passed over and counted. */
	private Batch read(Segment segment, int most) throws IOException {
		byte[] chunk = new byte[(int) Math.min(CHUNK, segment.bytes - this.offset)];
		try (FileChannel in = FileChannel.open(segment.file, StandardOpenOption.READ)) {
			ByteBuffer buffer = ByteBuffer.wrap(chunk);
			long at = this.offset;
			while (buffer.hasRemaining()) {
				int read = in.read(buffer, at);
				if (read < 0) {
					break;
				}
				at += read;
			}
		}
		List<MaskedHit> hits = new ArrayList<>();
		List<Long> ends = new ArrayList<>();
		long from = this.offset;
		int begin = 0;
		for (int i = 0; i < chunk.length && hits.size() < most; i++) {
			if (chunk[i] != '\n') {
				continue;
			}
			MaskedHit hit = MaskedHit.of(new String(chunk, begin, i - begin, StandardCharsets.UTF_8));
			begin = i + 1;
			if (hit != null) {
				hits.add(hit);
				ends.add(from + begin);
			}
			else if (hits.isEmpty()) {
				this.dropped++;
				segment.left--;
				this.offset = from + begin;
			}
			else {
				// it is passed over when it is the first, so that it is counted once
				break;
			}
		}
		if (begin == 0) {
			// the process was ended while it wrote the last line, or a disk has lost what
			// was in between
			this.dropped += Math.max(1, segment.left);
			segment.left = 0;
			this.offset = segment.bytes;
		}
		return new Batch(segment, hits, ends);
	}

	/** The first so many hits of those that {@link #next} has just told are done with. */
	synchronized void passed(int hits) throws IOException {
		Segment first = this.segments.peekFirst();
		if (hits == 0 || first == null || first != this.batch.segment) {
			// meanwhile they were dropped
			return;
		}
		this.offset = this.batch.ends.get(hits - 1);
		first.left -= hits;
		this.batch = Batch.NONE;
		writePosition(first.number, this.offset);
	}

	/** Before it is forgotten, the disk has to know: else its hits would come again. */
	private void removeFirst() throws IOException {
		Segment first = this.segments.getFirst();
		writePosition(first.number + 1, 0);
		Files.deleteIfExists(first.file);
		this.segments.removeFirst();
		this.bytes -= first.bytes;
		this.offset = 0;
	}

	/** Always as many bytes, in one write. */
	private void writePosition(long segment, long offset) throws IOException {
		this.position
			.write(ByteBuffer.wrap("%018d %018d\n".formatted(segment, offset).getBytes(StandardCharsets.US_ASCII)), 0);
	}

	private Place readPosition() throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(64);
		this.position.read(buffer, 0);
		String[] words = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).strip().split(" ");
		try {
			return new Place(Long.parseLong(words[0]), Long.parseLong(words[1]));
		}
		catch (NumberFormatException | ArrayIndexOutOfBoundsException ex) {
			// new, or torn when the machine lost its power: rather twice than never
			return new Place(0, 0);
		}
	}

	/** How many hits wait. */
	synchronized long waiting() {
		return this.segments.stream().mapToLong((segment) -> segment.left).sum();
	}

	/** How many hits were lost since the start: too many, too old, or torn. */
	synchronized long dropped() {
		return this.dropped;
	}

	@Override
	public synchronized void close() {
		try {
			leave();
			this.position.close();
			this.lock.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A file of hits. */
	private static final class Segment {

		private final long number;

		private final Path file;

		private final Instant begun;

		private long bytes;

		/** Hits that nobody has taken. */
		private long left;

		private Segment(long number, Path file, Instant begun) {
			this.number = number;
			this.file = file;
			this.begun = begun;
		}

	}

	/**
	 * What was read last.
	 *
	 * @param ends where each line ends
	 */
	private record Batch(@Nullable Segment segment, List<MaskedHit> hits, List<Long> ends) {

		static final Batch NONE = new Batch(null, List.of(), List.of());

	}

	private record Place(long segment, long offset) {
	}

}
