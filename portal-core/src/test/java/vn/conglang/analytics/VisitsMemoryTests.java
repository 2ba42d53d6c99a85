package vn.conglang.analytics;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.AnalyticsTest;
import vn.conglang.TestPortal;
import vn.conglang.site.Site;

import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What waits for Matomo and is known of it takes little memory, whatever is asked for.
 */
@AnalyticsTest
@Isolated("what other tests take would be counted, too")
class VisitsMemoryTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private MatomoServer matomo;

	@Autowired
	private MatomoSites ids;

	@Autowired
	private ObjectProvider<Collector> collector;

	@Autowired
	private Connections connections;

	@Autowired
	private VisitSalts salts;

	@Test
	void aMillionPathsTakeNoMoreMemoryThanThereIsRoomForThem() {
		Visits full = new Visits(settings(), this.ids, this.connections, this.salts, this.collector, Clock.systemUTC(),
				new SimpleMeterRegistry(), new MockEnvironment());
		Site site = this.portal.site("chi-lang");
		long before = used();
		MockHttpServletRequest request = new MockHttpServletRequest();
		int taken = 0;
		for (int i = 0; i < 1_000_000; i++) {
			if (full.counts(site, request)) {
				full.saw(new Hit(site, Hit.Kind.NOT_FOUND, i, "http://chi-lang.localhost/khong-co-" + i, "", "",
						new String(TrackingTests.BROWSER), "vi", "113.161.72.5", "", 0));
				taken++;
			}
		}
		assertThat(used() - before).isLessThan(16L << 20);
		assertThat(full.state().dropped()).isEqualTo(1_000_000 - taken);
		assertThat(taken).isBetween(1_000, 100_000);
	}

	private AnalyticsSettings settings() {
		return new AnalyticsSettings(
				new AnalyticsSettings.Matomo(this.matomo.url().toString(), MatomoServer.TOKEN, "",
						Duration.ofSeconds(1), Duration.ofSeconds(1), 400),
				2, Duration.ofMillis(100),
				new AnalyticsSettings.Buffer(Path.of("target"), DataSize.ofMegabytes(512), Duration.ofHours(72)));
	}

	private static long used() {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

}
