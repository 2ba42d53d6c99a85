package vn.conglang.analytics;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import picocli.CommandLine;
import vn.conglang.AnalyticsTest;
import vn.conglang.TestPortal;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Sites are made in Matomo by themselves, and tried. */
@AnalyticsTest
class ProvisioningTests {

	@Autowired
	private TestPortal portal;

	@Autowired
	private SiteAddresses addresses;

	@Autowired
	private MatomoSites ids;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AutowireCapableBeanFactory beans;

	private final MatomoServer server = MatomoServer.shared();

	private final MatomoReportsHandler matomo = this.server.reports();

	@AfterEach
	void nothingWasAskedThatMatomoDoesNotKnow() {
		this.matomo.instead(null);
		assertThat(this.matomo.complaints()).isEmpty();
	}

	@Test
	void aSiteWithoutANumberIsMadeWithNameAddressesTimeZoneAndAreaAndRemembered() {
		Site site = this.portal.site("le-chanh");
		assertThat(this.ids.idOf(site)).isNull();
		Ended first = run(new ProvisionCommand(), "--site", "le-chanh");
		assertThat(first.code()).isZero();
		assertThat(first.out()).contains("le-chanh: made in Matomo as site", "1 made, 0 found");
		MatomoReportsHandler.Known made = this.matomo.with(this.addresses.of(site)).getFirst();
		assertThat(this.ids.idOf(site)).isEqualTo(made.id());
		assertThat(made.name()).isEqualTo("Xã Lê Chánh, thị xã Tân Châu");
		assertThat(made.group()).isEqualTo("Thị xã Tân Châu");
		assertThat(made.timezone()).isEqualTo("Asia/Ho_Chi_Minh");
		assertThat(made.urls()).hasSize(2).contains("http://" + site.hosts().getFirst());
		Ended second = run(new ProvisionCommand(), "--site", "le-chanh");
		assertThat(second.out()).contains("0 made, 0 found, 1 had a number before");
		assertThat(this.matomo.with(this.addresses.of(site))).hasSize(1);
	}

	@Test
	void brokenOffBetweenMatomoAndTheDatabaseItTakesUpWhatItMade() {
		Site site = this.portal.site("le-tri");
		run(new ProvisionCommand(), "--site", "le-tri");
		Integer made = this.ids.idOf(site);
		CurrentSite.run(site.id(), () -> this.jdbc.sql("DELETE FROM matomo_site").update());
		this.ids.look();
		assertThat(this.ids.idOf(site)).isNull();
		Ended again = run(new ProvisionCommand(), "--site", "le-tri");
		assertThat(again.out()).contains("le-tri: found in Matomo as site " + made);
		assertThat(this.ids.idOf(site)).isEqualTo(made);
		assertThat(this.matomo.with(this.addresses.of(site))).hasSize(1);
	}

	@Test
	void whatGoesWrongIsSaidAndEndsWithOne() {
		this.matomo.instead((exchange) -> {
			byte[] refusal = "{\"result\":\"error\",\"message\":\"You can't access this resource as it requires a 'superuser' access.\"}"
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, refusal.length);
			exchange.getResponseBody().write(refusal);
			exchange.close();
		});
		Ended ended = run(new ProvisionCommand(), "--site", "long-an");
		assertThat(ended.code()).isOne();
		assertThat(ended.out()).contains("Matomo refuses: You can't access this resource", "'superuser'");
		assertThat(this.ids.idOf(this.portal.site("long-an"))).isNull();
	}

	@Test
	void aTestHitIsSentAndReadBack() {
		run(new ProvisionCommand(), "--site", "long-binh");
		Ended ended = run(new VerifyCommand(), "--site", "long-binh");
		assertThat(ended.out())
			.contains("ok: Matomo 5.5.1 answers", "\"Thị trấn Long Bình, huyện An Phú\"",
					"ok: Matomo has taken a test hit", "ok: it was read back")
			.doesNotContain("NOT ok");
		assertThat(ended.code()).isZero();
		assertThat(this.server.complaints()).isEmpty();
	}

	@Test
	void verifyingSaysThatTheNumberIsAnotherSites() {
		Site site = this.portal.site("long-chau");
		this.matomo.ensure(920, "Trang khác", "https://khac.example");
		this.ids.remember(site, 920);
		Ended ended = run(new VerifyCommand(), "--site", "long-chau");
		assertThat(ended.code()).isOne();
		assertThat(ended.out()).contains("NOT ok: Matomo knows that site by https://khac.example");
	}

	@Test
	void verifyingSaysThatHitsDoNotArrive() {
		run(new ProvisionCommand(), "--site", "long-giang");
		this.server.behave(MatomoServer.Manner.FORBIDDING);
		Ended ended = run(new VerifyCommand(), "--site", "long-giang");
		this.server.behave(MatomoServer.Manner.AS_MATOMO);
		assertThat(ended.code()).isOne();
		assertThat(ended.out()).contains("NOT ok: the hit was not taken");
	}

	@Test
	void verifyingASiteThatIsNotInMatomoSaysWhatToDo() {
		Ended ended = run(new VerifyCommand(), "--site", "long-hoa");
		assertThat(ended.code()).isOne();
		assertThat(ended.out()).contains("NOT ok: the site has no number in Matomo",
				"bin/portal analytics provision --site long-hoa");
	}

	@Test
	void aPeriodThatIsTurnedAroundIsRefused() {
		assertThat(run(new FetchCommand(), "--from", "2026-11-20", "--to", "2026-11-01").code()).isEqualTo(2);
		assertThat(run(new FetchCommand(), "--to", "2026-11-01").code()).isEqualTo(2);
	}

	private Ended run(Object command, String... words) {
		this.beans.autowireBean(command);
		StringWriter out = new StringWriter();
		int code = new CommandLine(command).setOut(new PrintWriter(out))
			.setErr(new PrintWriter(new StringWriter()))
			.execute(words);
		return new Ended(code, out.toString());
	}

	private record Ended(int code, String out) {
	}

}
