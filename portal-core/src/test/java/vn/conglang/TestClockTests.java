package vn.conglang;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.springframework.scheduling.TaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class TestClockTests {

	private static final Duration YEAR = Duration.ofDays(365);

	@Autowired
	private TestClock clock;

	@Autowired
	private TaskScheduler scheduler;

	@Test
	void whatIsDoneAgainAndAgainGoesByTheMachinesClockWhileATestIsAhead() {
		CompletableFuture<Instant> once = new CompletableFuture<>();
		CompletableFuture<Instant> again = new CompletableFuture<>();
		Instant now = Instant.now();
		this.clock.ahead(YEAR, () -> {
			assertThat(this.clock.instant()).isAfterOrEqualTo(now.plus(YEAR));
			this.scheduler.schedule(() -> once.complete(this.clock.instant()), now);
			ScheduledFuture<?> task = this.scheduler.scheduleWithFixedDelay(() -> again.complete(this.clock.instant()),
					YEAR);
			CompletableFuture.allOf(once, again).orTimeout(1, TimeUnit.MINUTES).join();
			task.cancel(false);
		});
		assertThat(once.join()).isBefore(now.plus(YEAR));
		assertThat(again.join()).isBefore(now.plus(YEAR));
	}

}
