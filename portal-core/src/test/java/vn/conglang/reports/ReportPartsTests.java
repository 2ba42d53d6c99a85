package vn.conglang.reports;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Periods, the letterhead and the queue, each by itself. */
class ReportPartsTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			2026-11, MONTH, 2026-11-01, 2026-11-30, tháng 11 năm 2026
			2024-02, MONTH, 2024-02-01, 2024-02-29, tháng 2 năm 2024
			2026-q4, QUARTER, 2026-10-01, 2026-12-31, quý IV năm 2026
			2026, YEAR, 2026-01-01, 2026-12-31, năm 2026
			2026-11-01--2026-11-15, SPAN, 2026-11-01, 2026-11-15, từ ngày 01/11/2026 đến ngày 15/11/2026""")
	void aPeriodIsReadFromItsKeyAndCalledByItsName(String key, ReportPeriod.Kind kind, LocalDate from, LocalDate to,
			String title) {
		ReportPeriod period = ReportPeriod.of(key).orElseThrow();
		assertThat(period.kind()).isEqualTo(kind);
		assertThat(period.from()).isEqualTo(from);
		assertThat(period.to()).isEqualTo(to);
		assertThat(period.key()).isEqualTo(key);
		assertThat(period.title()).isEqualTo(title);
		assertThat(ReportPeriod.of(from, to)).isEqualTo(period);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2026-00", "2026-13", "2026-q0", "1999", "2101", "2026-11-15--2026-11-01",
			"2026-02-30--2026-03-01", "2000-01-01--2026-01-01", "abc", "2026-11'" })
	void absurdPeriodsAreNone(String key) {
		assertThat(ReportPeriod.of(key)).isEmpty();
	}

	@Test
	void theLetterheadIsWrittenAsTheDecreeAsks() {
		Letterhead head = new Letterhead("Ủy ban nhân dân tỉnh An Giang", "Sở Văn hóa, Thể thao và Du lịch", "",
				"BC-SVHTTDL", "An Giang", LocalDate.of(2026, 2, 5), "", "Giám đốc", "",
				"- Như trên;\n\nLưu: VT.\u0007");
		assertThat(head.dateInWords()).isEqualTo("ngày 05 tháng 02 năm 2026");
		assertThat(head.on(LocalDate.of(2026, 3, 15)).dateInWords()).isEqualTo("ngày 15 tháng 3 năm 2026");
		assertThat(head.on(LocalDate.of(2026, 12, 5)).dateInWords()).isEqualTo("ngày 05 tháng 12 năm 2026");
		assertThat(head.issuerLines()).containsExactly("SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH");
		assertThat(head.recipientLines()).containsExactly("- Như trên;", "- Lưu: VT.");
		assertThat(head.numberAndSymbol()).startsWith("Số: ").endsWith("/BC-SVHTTDL");
	}

	@Test
	void reportsAreDueFromTheirDayOnAndWhatWasMissedIsMadeUpFor() {
		OfficeSettings choice = new OfficeSettings(new Letterhead("", "", "", "", "", null, "", "", "", ""), 5, true,
				true, false);
		assertThat(ReportRunner.due(choice, LocalDate.of(2027, 1, 5)).stream().map(ReportPeriod::key))
			.containsExactly("2026-12", "2026-q4", "2026");
		assertThat(ReportRunner.due(choice, LocalDate.of(2027, 1, 4)).stream().map(ReportPeriod::key))
			.containsExactly("2026-11", "2026-q3", "2025");
		assertThat(ReportRunner.due(choice, LocalDate.of(2026, 8, 20)).stream().map(ReportPeriod::key))
			.containsExactly("2026-07", "2026-q2", "2025");
		assertThat(ReportRunner.due(new OfficeSettings(choice.letterhead(), 0, true, true, false),
				LocalDate.of(2026, 8, 20)))
			.isEmpty();
	}

	@Test
	void fewWorkAtOnceAndTheQuietOneComesBeforeTheGreedy() throws InterruptedException, ExecutionException {
		Exports exports = new Exports(1, 50, 100, Duration.ofSeconds(20));
		List<String> order = Collections.synchronizedList(new ArrayList<>());
		AtomicInteger running = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> all = new ArrayList<>();
			all.add(many.submit(() -> {
				try (Exports.Seat seat = exports.enter("greedy")) {
					seat.work(() -> {
						begun.countDown();
						return await(go);
					});
				}
			}));
			begun.await();
			for (int number = 0; number < 20; number++) {
				all.add(many.submit(() -> work(exports, "greedy", order, running, most)));
			}
			while (exports.waiting() < 20) {
				Thread.onSpinWait();
			}
			all.add(many.submit(() -> work(exports, "quiet", order, running, most)));
			while (exports.waiting() < 21) {
				Thread.onSpinWait();
			}
			go.countDown();
			for (Future<?> one : all) {
				one.get();
			}
		}
		assertThat(most).hasValue(1);
		assertThat(order).hasSize(21);
		assertThat(order.indexOf("quiet")).as("not behind all twenty").isLessThanOrEqualTo(1);
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void work(Exports exports, String who, List<String> order, AtomicInteger running,
			AtomicInteger most) {
		try (Exports.Seat seat = exports.enter(who)) {
			seat.work(() -> {
				most.accumulateAndGet(running.incrementAndGet(), Math::max);
				order.add(who);
				return running.decrementAndGet();
			});
		}
	}

	@Test
	void whoIsTooManyIsSentAwayAndTheRoomIsFreeAgainAfterwards() {
		Exports exports = new Exports(2, 2, 3, Duration.ofMillis(20));
		try (Exports.Seat first = exports.enter("a"); Exports.Seat second = exports.enter("a")) {
			assertThatThrownBy(() -> exports.enter("a")).isInstanceOf(Exports.Busy.class);
			try (Exports.Seat third = exports.enter("b")) {
				assertThatThrownBy(() -> exports.enter("c")).isInstanceOf(Exports.Busy.class);
			}
			// one who works keeps others waiting, but not for ever
			assertThat(first.work(() -> second.work(() -> {
				try (Exports.Seat third = exports.enter("b")) {
					assertThatThrownBy(() -> third.work(() -> 1)).isInstanceOf(Exports.Busy.class);
				}
				return 2;
			}))).isEqualTo(2);
		}
		try (Exports.Seat again = exports.enter("a")) {
			assertThat(again.work(() -> 3)).isEqualTo(3);
		}
	}

}
