package vn.conglang.analytics;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.AnalyticsTest;
import vn.conglang.TestPortal;
import vn.conglang.analytics.MatomoServer.Tracked;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A portal whose only proxy is another machine; the tests themselves are anybody. */
@AnalyticsTest
@TestPropertySource(properties = "portal.trusted-proxies=192\\\\.0\\\\.2\\\\.1")
class ProxyTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private MatomoServer matomo;

	@Test
	void whoIsNoProxyOfOursCannotSayThatItIsSomebodyElse() {
		this.portal.get("chau-phong.localhost", "/", "User-Agent", TrackingTests.BROWSER, "X-Forwarded-For",
				"113.161.72.5");
		List<Tracked> hits = this.matomo.await("chau-phong", 1);
		assertThat(hits.getFirst().get("cip")).isIn("127.0.0.0", "0:0:0:0:0:0:0:0");
	}

}
