package vn.conglang.analytics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.conglang.Patiently;
import vn.conglang.TestClock;
import vn.conglang.kernel.SiteId;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class HitLogTests {

	private static final long ROOM = 512L << 20;

	private static final Duration AGE = Duration.ofHours(72);

	private final TestClock clock = new TestClock();

	@TempDir
	private Path folder = Path.of(".");

	@Test
	void whatWasAppendedIsToldInOrderUntilItIsPassed() throws IOException {
		try (HitLog log = open()) {
			log.append(hits(0, 5));
			log.append(hits(5, 3));
			assertThat(log.next(6)).isEqualTo(hits(0, 6));
			assertThat(log.next(4)).as("not passed").isEqualTo(hits(0, 4));
			log.passed(3);
			assertThat(log.next(100)).isEqualTo(hits(3, 5));
			assertThat(log.waiting()).isEqualTo(5);
			log.passed(5);
			assertThat(log.next(100)).isEmpty();
			assertThat(log.waiting()).isZero();
		}
	}

	@Test
	void theNextStartGoesOnWhereReadingHadComeAndKeepsTheOrder() throws IOException {
		try (HitLog log = open()) {
			log.append(hits(0, 10));
			log.next(4);
			log.passed(4);
		}
		try (HitLog log = open()) {
			assertThat(log.waiting()).isEqualTo(6);
			log.append(hits(10, 2));
			assertThat(log.next(100)).isEqualTo(hits(4, 6));
			log.passed(6);
			assertThat(log.next(100)).isEqualTo(hits(10, 2));
			log.passed(2);
			assertThat(log.next(100)).isEmpty();
		}
		try (HitLog log = open()) {
			assertThat(log.waiting()).isZero();
			log.append(hits(12, 1));
			assertThat(log.next(100)).isEqualTo(hits(12, 1));
		}
	}

	@Test
	void aTornLineIsPassedOverAndCounted() throws IOException {
		try (HitLog log = open()) {
			log.append(hits(0, 2));
		}
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		hit(2).writeTo(line);
		Path segment = segments().getFirst();
		Files.write(segment, "không phải lượt xem\n".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
		Files.write(segment, new String(line.toByteArray(), 0, line.size() / 2, StandardCharsets.UTF_8).getBytes(),
				StandardOpenOption.APPEND);
		try (HitLog log = open()) {
			log.append(hits(3, 1));
			assertThat(log.next(100)).isEqualTo(hits(0, 2));
			log.passed(2);
			assertThat(log.next(100)).isEqualTo(hits(3, 1));
			assertThat(log.dropped()).isEqualTo(2);
			assertThat(log.waiting()).isEqualTo(1);
		}
	}

	@Test
	void aPositionThatWasLostCostsDoublesButNoHit() throws IOException {
		try (HitLog log = open()) {
			log.append(hits(0, 5));
			log.next(3);
			log.passed(3);
		}
		Files.writeString(this.folder.resolve("1/position"), "\0\0\0");
		try (HitLog log = open()) {
			assertThat(log.next(100)).isEqualTo(hits(0, 5));
		}
	}

	@Test
	void whereThereIsNoMoreRoomTheOldestGoAndAreCounted() throws IOException {
		try (HitLog log = HitLog.open(this.folder, 3L * HitLog.SEGMENT, AGE, this.clock)) {
			List<MaskedHit> some = hits(0, 2_000);
			long appended = 0;
			while (log.dropped() == 0) {
				log.append(some);
				appended += some.size();
			}
			assertThat(log.dropped() + log.waiting()).isEqualTo(appended);
			assertThat(segments().stream().mapToLong((file) -> file.toFile().length()).sum())
				.isBetween((long) HitLog.SEGMENT, 3L * HitLog.SEGMENT);
			assertThat(log.next(1)).hasSize(1);
		}
	}

	@Test
	void whatADiskLostInTheMiddleOfAFileIsCountedAndHoldsNothingUp() throws IOException {
		try (HitLog log = open()) {
			log.append(hits(0, 2));
		}
		ByteArrayOutputStream after = new ByteArrayOutputStream();
		after.writeBytes(new byte[600 << 10]);
		hits(2, 3).forEach((hit) -> hit.writeTo(after));
		Files.write(segments().getFirst(), after.toByteArray(), StandardOpenOption.APPEND);
		try (HitLog log = open()) {
			log.append(hits(5, 1));
			assertThat(log.next(100)).isEqualTo(hits(0, 2));
			log.passed(2);
			assertThat(log.next(100)).isEqualTo(hits(5, 1));
			assertThat(log.dropped()).isEqualTo(3);
			assertThat(log.waiting()).isEqualTo(1);
		}
	}

	@Test
	void aBulkThatIsSmallBecauseItsHitsAreLongIsFollowedByTheNextAtOnce() throws Exception {
		BlockingQueue<Integer> bulks = new LinkedBlockingQueue<>();
		try (HitLog log = open()) {
			log.append(hits(0, 100).stream().map((hit) -> titled(hit, "x".repeat(13_000))).toList());
			Delivery delivery = new Delivery(log, (hits) -> {
				bulks.add(hits.size());
				return new Collector.Outcome(hits.size(), 0, null);
			}, settings(45, Duration.ofHours(1)), this.clock);
			delivery.start();
			int first = Objects.requireNonNull(bulks.poll(10, TimeUnit.SECONDS));
			assertThat(first).isLessThan(45);
			assertThat(bulks.poll(10, TimeUnit.SECONDS)).as("of %s that wait", 100 - first).isEqualTo(first);
			delivery.stop();
		}
	}

	@Test
	void whatWasTakenIsToldAsTakenAlsoWhereTheDiskDoesNotTakeNoteOfIt() throws Exception {
		HitLog log = open();
		log.append(hits(0, 3));
		Delivery delivery = new Delivery(log, (hits) -> {
			log.close();
			return new Collector.Outcome(hits.size(), 1, null);
		}, settings(400, Duration.ofHours(1)), this.clock);
		delivery.start();
		Patiently.await().until(() -> "DISK".equals(delivery.state(0, 0, 0).trouble()));
		delivery.stop();
		assertThat(delivery.state(0, 0, 0).delivered()).isEqualTo(2);
		assertThat(delivery.state(0, 0, 0).refused()).isEqualTo(1);
	}

	private AnalyticsSettings settings(int bulk, Duration deliverEvery) {
		return new AnalyticsSettings(
				new AnalyticsSettings.Matomo("", "", "", Duration.ofSeconds(1), Duration.ofSeconds(1), bulk), 2,
				deliverEvery, new AnalyticsSettings.Buffer(this.folder, DataSize.ofBytes(ROOM), AGE));
	}

	private static MaskedHit titled(MaskedHit hit, String title) {
		return new MaskedHit(hit.site(), hit.kind(), hit.at(), hit.url(), title, hit.referrer(), hit.userAgent(),
				hit.language(), hit.address(), hit.visitor(), hit.about(), hit.count());
	}

	@Test
	void whatWasDroppedWhileItWasOnItsWayIsNotTakenForSomethingElse() throws IOException {
		try (HitLog log = HitLog.open(this.folder, 2L * HitLog.SEGMENT, AGE, this.clock)) {
			log.append(hits(0, 10));
			log.next(10);
			while (log.dropped() == 0) {
				log.append(hits(10, 2_000));
			}
			long waiting = log.waiting();
			log.passed(10);
			assertThat(log.waiting()).isEqualTo(waiting);
		}
	}

	@Test
	void whatIsTooOldGoes() throws IOException {
		try (HitLog log = open()) {
			log.append(hits(0, 5));
		}
		try (HitLog log = open()) {
			this.clock.ahead(AGE.plusHours(1), () -> {
				try {
					log.makeRoom();
				}
				catch (IOException ex) {
					throw new AssertionError(ex);
				}
			});
			assertThat(log.dropped()).isEqualTo(5);
			assertThat(log.next(100)).isEmpty();
		}
	}

	@Test
	void twoPortalsNeverShareAFolderAndWhatOneLeftBehindTheNextOneTakes() throws IOException {
		try (HitLog one = open()) {
			one.append(hits(0, 1));
			try (HitLog other = open()) {
				other.append(hits(1, 1));
				assertThat(one.next(100)).isEqualTo(hits(0, 1));
				assertThat(other.next(100)).isEqualTo(hits(1, 1));
			}
		}
		try (HitLog next = open()) {
			assertThat(next.next(100)).isEqualTo(hits(0, 1));
		}
	}

	@Property
	void anyTextSurvivesButForControlCharacters(@ForAll String text) {
		MaskedHit hit = new MaskedHit(new SiteId(7), Hit.Kind.SEARCH, 1_700_000_000_000L, text, text, text, text, text,
				"113.161.0.0", "0123456789abcdef", text, 3);
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		hit.writeTo(line);
		String written = line.toString(StandardCharsets.UTF_8);
		assertThat(written).endsWith("\n").containsOnlyOnce("\n");
		String expected = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
			.replaceAll("[\0-\u001f]", " ");
		MaskedHit read = Objects.requireNonNull(MaskedHit.of(written.substring(0, written.length() - 1)));
		assertThat(read.about()).isEqualTo(expected);
		assertThat(read.url()).isEqualTo(expected);
	}

	private HitLog open() throws IOException {
		return HitLog.open(this.folder, ROOM, AGE, this.clock);
	}

	private List<Path> segments() throws IOException {
		try (Stream<Path> files = Files.list(this.folder.resolve("1"))) {
			return files.filter((file) -> file.toString().endsWith(".hits")).sorted().toList();
		}
	}

	private static List<MaskedHit> hits(int first, int number) {
		return IntStream.range(first, first + number).mapToObj(HitLogTests::hit).toList();
	}

	private static MaskedHit hit(int number) {
		return new MaskedHit(new SiteId(7), Hit.Kind.PAGE, 1_700_000_000_000L + number,
				"http://thoai-giang.localhost:8080/bai-viet/tin-" + number, "Tin số " + number + " – Xã Thoại Giang",
				"", TrackingTests.BROWSER, "vi", "113.161.0.0", "0123456789abcdef", "", 0);
	}

}
