package vn.conglang.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.conglang.AnalyticsTest;
import vn.conglang.TestPortal;
import vn.conglang.analytics.HomePageCheck.State;
import vn.conglang.identity.Role;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import static org.assertj.core.api.Assertions.assertThat;

/** How it stands with the connections of many sites. */
@AnalyticsTest
class ConnectionCheckTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private Sites sites;

	@Autowired
	private Connections connections;

	@Autowired
	private HomePageCheck check;

	@Test
	void whatIsConnectedIsFoundOnTheHomePageAndWhatIsOnlyBelievedIsNot() {
		connect("tan-phu",
				Map.of("emc", "227", "tin-nhiem", "tanphu.angiang.gov.vn", "bing", "0123456789ABCDEF0123456789ABCDEF"));
		Site site = this.portal.site("tan-phu");
		Connected connected = this.connections.of(site);
		assertThat(this.check.look(site, connected))
			.isEqualTo(new HomePageCheck.Found(State.SERVED, State.SERVED, State.SERVED));
		Connected.Emc emc = Objects.requireNonNull(connected.emc());
		Connected.TrustBadge badge = Objects.requireNonNull(connected.badge());
		for (Connected.Emc other : List.of(new Connected.Emc("228", emc.script(), emc.tracker()),
				new Connected.Emc(emc.id(), "https://khac.example/do.js", emc.tracker()),
				new Connected.Emc(emc.id(), emc.script(), "https://khac.example/do"))) {
			assertThat(this.check.look(site, new Connected(connected.tracking(), other, null, null, List.of())).emc())
				.as("" + other)
				.isEqualTo(State.MISSING);
		}
		HomePageCheck.Found believed = this.check.look(site,
				new Connected(connected.tracking(), null, null,
						new Connected.TrustBadge("khac.vn", badge.page(), badge.image() + "x"),
						List.of(new Connected.Verification("msvalidate.01", "khac"))));
		assertThat(believed).isEqualTo(new HomePageCheck.Found(State.NONE, State.MISSING, State.MISSING));
		assertThat(believed.isBroken()).isTrue();
	}

	@Test
	void aSiteThatIsNotConnectedIsNotEvenAsked() {
		Site site = this.portal.site("van-giao");
		assertThat(this.check.look(site, this.connections.of(site)))
			.isEqualTo(new HomePageCheck.Found(State.NONE, State.NONE, State.NONE));
	}

	@Test
	void aDistrictSeesItsOwnSitesAndTheProvinceAllOfThem() {
		connect("tan-tuyen", Map.of("emc", "4064"));
		connect("vinh-my", Map.of("emc", "4065"));
		TestPortal.Desk triTon = this.portal.login(Role.AREA_MONITOR, this.sites.area("tri-ton").orElseThrow().id());
		String own = triTon.get("/ket-noi").body();
		assertThat(own).contains("/bien-tap/tan-tuyen/ket-noi", "Mã 4064", "Đang có trên trang chủ")
			.doesNotContain("/bien-tap/vinh-my/", "Mã 4065", "name=\"huyen\"");
		assertThat(triTon.get("/ket-noi?huyen=chau-doc").body()).doesNotContain("Mã 4065");
		assertThat(triTon.get("/ket-noi?loc=emc").body()).doesNotContain("/bien-tap/tan-tuyen/ket-noi")
			.contains("/bien-tap/co-to/ket-noi");
		TestPortal.Desk province = this.portal.login(Role.PROVINCE_ADMIN, this.sites.province().id());
		String all = province.get("/ket-noi").body();
		assertThat(all).contains("Tất cả (156)", "Mã 4064", "Mã 4065", "Chưa đếm lượt xem (");
		assertThat(province.get("/ket-noi?huyen=tri-ton").body()).contains("Mã 4064").doesNotContain("Mã 4065");
		assertThat(province.get("/ket-noi?loc=hong").body()).contains("Không trang nào cần sửa");
		assertThat(province.get("/ket-noi?loc=%27--&huyen=khong-co").body()).contains("Tất cả (156)");
	}

	@Test
	void whoAsksWaitsForSlowHomePagesOnlySoLongAndFindsThemTheNextTime() throws Exception {
		Site slow = this.portal.site("tan-phu");
		CountDownLatch rendered = new CountDownLatch(1);
		HomePageCheck.Found served = new HomePageCheck.Found(State.SERVED, State.NONE, State.NONE);
		HomePageChecks checks = new HomePageChecks((site, connected) -> {
			if (site.equals(slow)) {
				try {
					rendered.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}
			return served;
		}, Duration.ofMillis(200));
		Connected emc = new Connected(Connected.Tracking.SERVER,
				new Connected.Emc("227", "https://f-emc.example/do.js", "https://f-emc.example/do"), null, null,
				List.of());
		List<HomePageChecks.Question> questions = List.of(new HomePageChecks.Question(slow, emc),
				new HomePageChecks.Question(this.portal.site("vinh-my"), emc));
		assertThat(checks.look(questions))
			.containsExactly(new HomePageCheck.Found(State.UNSEEN, State.NONE, State.NONE), served);
		rendered.countDown();
		Instant deadline = Instant.now().plusSeconds(10);
		while (checks.look(questions).getFirst().isUnseen()) {
			assertThat(Instant.now()).isBefore(deadline);
		}
		checks.destroy();
	}

	@Test
	void aBoardHasNoPageOfAllSites() {
		TestPortal.Desk chief = this.portal.login(Role.CHIEF_EDITOR, this.portal.site("van-giao"));
		assertThat(chief.get("/ket-noi").statusCode()).isEqualTo(404);
		assertThat(chief.get("/bien-tap/van-giao").body()).contains("\"/bien-tap/van-giao/ket-noi\"")
			.doesNotContain("\"/ket-noi\"");
	}

	private void connect(String slug, Map<String, String> fields) {
		this.portal.login(Role.CHIEF_EDITOR, this.portal.site(slug)).post("/bien-tap/" + slug + "/ket-noi", fields);
	}

}
