package vn.conglang;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The portal's clock under test: the machine's, until a test moves it on. All tests share
 * it, so whoever moves it puts it back. What the portal does by itself at a time of its
 * own goes by the machine's clock even then: it serves all sites, and would leave days
 * that have not come in those of other tests.
 */
public final class TestClock extends Clock {

	/**
	 * How Spring begins the names of threads that do what is to be done again and again.
	 */
	private static final String SCHEDULED = "scheduling-";

	private volatile Duration ahead = Duration.ZERO;

	/** Lets the portal believe that it is so much later, for the time of the work. */
	public void ahead(Duration ahead, Runnable work) {
		this.ahead = ahead;
		try {
			work.run();
		}
		finally {
			this.ahead = Duration.ZERO;
		}
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(ahead());
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.offset(Clock.system(zone), ahead());
	}

	private Duration ahead() {
		return Thread.currentThread().getName().startsWith(SCHEDULED) ? Duration.ZERO : this.ahead;
	}

	/** Puts it into the portal. */
	@TestConfiguration(proxyBeanMethods = false)
	static class InThePortal {

		@Bean
		@Primary
		TestClock testClock() {
			return new TestClock();
		}

	}

}
