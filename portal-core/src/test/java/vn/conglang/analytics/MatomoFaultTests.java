package vn.conglang.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import vn.conglang.AnalyticsTest;
import vn.conglang.Patiently;
import vn.conglang.TestPortal;
import vn.conglang.analytics.Collector.Outcome;
import vn.conglang.analytics.Collector.Trouble;
import vn.conglang.analytics.MatomoApi.Problem;
import vn.conglang.analytics.MatomoServer.Manner;
import vn.conglang.analytics.MatomoServer.Tracked;
import vn.conglang.identity.Role;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Matomo that is not there, is something else, or is unwell. */
@AnalyticsTest
class MatomoFaultTests {

	@TempDir
	private Path folder = Path.of(".");

	private final MatomoServer own = MatomoServer.start();

	@Autowired
	private TestPortal portal;

	@Autowired
	private MatomoServer matomo;

	@Autowired
	private Visits visits;

	@Autowired
	private Sites sites;

	@Autowired
	private MatomoSites ids;

	@Autowired
	private Connections connections;

	@Autowired
	private VisitSalts salts;

	@AfterEach
	void all() {
		this.own.stop();
		assertThat(this.own.complaints()).isEmpty();
	}

	@Test
	void whateverAnswersInMatomosPlaceHitsWaitAndTheTroubleIsNamed() {
		assertThat(trouble(Manner.LOST)).isEqualTo(Trouble.Kind.ADDRESS);
		assertThat(trouble(Manner.BABBLING)).isEqualTo(Trouble.Kind.ADDRESS);
		assertThat(trouble(Manner.LEADING_AWAY)).isEqualTo(Trouble.Kind.ADDRESS);
		assertThat(trouble(Manner.FAILING)).isEqualTo(Trouble.Kind.FAILURE);
		assertThat(trouble(Manner.BUSY)).isEqualTo(Trouble.Kind.FAILURE);
		assertThat(trouble(Manner.FORBIDDING)).isEqualTo(Trouble.Kind.TOKEN);
		assertThat(this.own.hits("chi-lang")).isEmpty();
	}

	@Test
	void whoDoesNotAnswerInTimeIsGivenUpOn() {
		this.own.behave(Manner.HANGING);
		Instant begin = Instant.now();
		AnalyticsSettings impatient = settings(this.own.url(), MatomoServer.TOKEN, Duration.ofSeconds(1));
		assertThat(trouble(new MatomoCollector(impatient, this.ids, this.sites)).kind()).isEqualTo(Trouble.Kind.SILENT);
		this.own.behave(Manner.AS_MATOMO);
		assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(900), Patiently.LONG);
	}

	@Test
	void aHostThatIsNotThereAPortWhereNobodyListensAndACertificateThatNobodySignedAreToldApart() throws Exception {
		assertThat(trouble(URI.create("http://matomo.invalid"))).satisfies((trouble) -> {
			assertThat(trouble.kind()).isEqualTo(Trouble.Kind.SILENT);
			assertThat(trouble.detail()).contains("no host matomo.invalid");
		});
		URI gone = this.own.url();
		this.own.stop();
		assertThat(trouble(gone).kind()).isEqualTo(Trouble.Kind.SILENT);
		MatomoServer secure = MatomoServer.startWith(selfSigned());
		assertThat(trouble(secure.url()).kind()).isEqualTo(Trouble.Kind.CERTIFICATE);
		assertThat(secure.bulks()).as("nothing was said, the token least of all").isZero();
		secure.stop();
	}

	@Test
	void whoAsksForReportsIsToldApartWhatIsWrongOnTheWay() throws Exception {
		assertThat(problem(URI.create("http://matomo.invalid"), Patiently.LONG)).satisfies((failure) -> {
			assertThat(failure.problem()).isEqualTo(Problem.UNREACHABLE);
			assertThat(failure.detail()).isEqualTo("its host name is not known");
		});
		URI gone = this.own.url();
		this.own.stop();
		assertThat(problem(gone, Patiently.LONG)).satisfies((failure) -> {
			assertThat(failure.problem()).isEqualTo(Problem.UNREACHABLE);
			assertThat(failure.detail()).isEqualTo("nobody answers there");
		});
		MatomoServer secure = MatomoServer.startWith(selfSigned());
		assertThat(problem(secure.url(), Patiently.LONG).problem()).isEqualTo(Problem.CERTIFICATE);
		secure.stop();
	}

	@Test
	void aReportThatDoesNotComeOrComesDropByDropIsGivenUpOn() throws Exception {
		for (String begun : List.of("", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[{")) {
			try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
				Thread answering = Thread.ofVirtual().start(() -> drip(server, begun));
				Instant begin = Instant.now();
				MatomoApi.Failure failure = problem(URI.create("http://localhost:" + server.getLocalPort()),
						Duration.ofMillis(400));
				assertThat(failure.problem()).as(begun).isEqualTo(Problem.TIMEOUT);
				assertThat(failure.detail()).doesNotContain(MatomoServer.TOKEN);
				assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(300), Patiently.LONG);
				server.close();
				answering.join();
			}
		}
	}

	/** Begins to answer, and then sends a letter now and then until nobody listens. */
	private static void drip(ServerSocket server, String begun) {
		try (Socket asked = server.accept()) {
			asked.setSoTimeout(50);
			asked.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
			Instant end = Instant.now().plusSeconds(5);
			while (Instant.now().isBefore(end)) {
				try {
					if (asked.getInputStream().read() < 0) {
						return;
					}
				}
				catch (SocketTimeoutException ex) {
					if (!begun.isEmpty()) {
						asked.getOutputStream().write(' ');
					}
				}
			}
		}
		catch (IOException ex) {
			// nobody listens any more
		}
	}

	@Test
	void withAWrongTokenHitsWaitInsteadOfBeingThrownAway() {
		Trouble trouble = trouble(collector(this.own.url(), "mat-ma-sai"));
		assertThat(trouble.kind()).isEqualTo(Trouble.Kind.TOKEN);
		assertThat(trouble.detail()).doesNotContain("mat-ma-sai");
	}

	@Test
	void aSiteThatMatomoDoesNotKnowIsRefusedAndHoldsNobodyUp() {
		int gone = MatomoServer.idOf("co-to");
		this.own.know((id) -> id != gone);
		Collector sending = collector(this.own.url(), MatomoServer.TOKEN);
		List<MaskedHit> mixed = new ArrayList<>(hits("co-to", 2));
		mixed.addAll(hits("chi-lang", 3));
		assertThat(sending.deliver(mixed)).isEqualTo(new Outcome(5, 2, null));
		assertThat(sending.deliver(hits("chi-lang", 1))).isEqualTo(new Outcome(1, 0, null));
		assertThat(sending.deliver(hits("co-to", 4))).as("alone in a bulk").isEqualTo(new Outcome(4, 4, null));
		assertThat(this.own.hits("chi-lang")).hasSize(4);
	}

	@Test
	void aHitThatMatomoChokesOnIsFoundAndLeftOut() {
		this.own.behave(Manner.PICKY);
		List<MaskedHit> hits = new ArrayList<>(hits("chi-lang", 9));
		hits.add(4, hit(this.portal.site("chi-lang"), MatomoServer.POISON));
		assertThat(collector(this.own.url(), MatomoServer.TOKEN).deliver(hits)).isEqualTo(new Outcome(10, 1, null));
		assertThat(this.own.hits("chi-lang")).hasSize(9);
	}

	@Test
	void whatIsOlderThanADayIsTakenBecauseTheTokenGoesWithIt() {
		Site site = this.portal.site("chi-lang");
		MaskedHit old = new MaskedHit(site.id(), Hit.Kind.PAGE,
				Instant.now().minus(Duration.ofHours(70)).toEpochMilli(), "http://chi-lang.localhost/", "Chi Lăng", "",
				TrackingTests.BROWSER, "vi", "113.161.0.0", "0123456789abcdef", "", 0);
		assertThat(collector(this.own.url(), MatomoServer.TOKEN).deliver(List.of(old)))
			.isEqualTo(new Outcome(1, 0, null));
	}

	@Test
	void whileMatomoIsDownPagesAreServedTheProvinceIsToldAndAfterwardsNothingIsMissing() {
		TestPortal.Desk province = this.portal.login(Role.PROVINCE_ADMIN, this.sites.province().id());
		this.matomo.stop();
		for (int i = 0; i < 20; i++) {
			assertThat(get("dinh-my", "/so-do-trang?utm_content=" + i).statusCode()).isEqualTo(200);
		}
		Patiently.await().until(() -> this.visits.state().silentSince() != null && this.visits.state().waiting() >= 20);
		assertThat(province.get(TrackingController.PATH).body()).containsPattern(
				"Matomo không trả lời từ [0-9]{2}:[0-9]{2}, " + this.visits.state().waiting() + " lượt đang chờ");
		this.matomo.restart();
		List<Tracked> hits = this.matomo.await("dinh-my", 20);
		assertThat(hits).extracting((hit) -> "" + hit.get("url")).doesNotHaveDuplicates().hasSize(20);
		for (int i = 0; i < 20; i++) {
			assertThat(hits.get(i).get("url")).endsWith("utm_content=" + i);
		}
		Patiently.await().until(() -> this.visits.state().silentSince() == null && this.visits.state().waiting() == 0);
		assertThat(province.get(TrackingController.PATH).body()).contains("Matomo đang nhận lượt xem");
	}

	@Test
	void onlyTheProvinceSeesHowCountingGoes() {
		assertThat(this.portal.login(Role.CHIEF_EDITOR, this.portal.site("dinh-my"))
			.get(TrackingController.PATH)
			.statusCode()).isEqualTo(404);
	}

	@Test
	void rubbishInHeadersIsCutOrRefusedAndHurtsNobody() {
		get("dinh-thanh", "/", "User-Agent", TrackingTests.BROWSER + " " + "x".repeat(5_000), "Referer",
				"\"><script>alert(1)</script>" + "y".repeat(1_500), "Accept-Language", "z".repeat(300));
		assertThat(get("dinh-thanh", "/", "User-Agent", TrackingTests.BROWSER + " " + "x".repeat(10_000)).statusCode())
			.as("more than the server reads")
			.isEqualTo(400);
		get("dinh-thanh", "/so-do-trang");
		List<Tracked> hits = this.matomo.await("dinh-thanh", 2);
		assertThat(hits).hasSize(2);
		assertThat("" + hits.getFirst().get("ua")).hasSize(500);
		assertThat("" + hits.getFirst().get("urlref")).hasSize(1_000);
		assertThat("" + hits.getFirst().get("lang")).hasSize(60);
	}

	@Test
	void whereThereIsNoRoomNothingOfTheRequestIsEvenRead() {
		Visits full = visits();
		Site site = this.portal.site("chi-lang");
		MockHttpServletRequest unread = new MockHttpServletRequest() {

			@Override
			public @Nullable String getHeader(String name) {
				throw new AssertionError("read " + name);
			}

		};
		assertThatThrownBy(() -> full.counts(site, unread)).hasMessageStartingWith("read");
		fill(full, site);
		assertThat(full.counts(site, unread)).isFalse();
		assertThat(full.state().dropped()).isEqualTo(2);
	}

	@Test
	void afterAFloodThereIsRoomAgainAndWhatWasTakenIsKept() throws Exception {
		Visits flooded = visits();
		Site site = this.portal.site("chi-lang");
		int taken = fill(flooded, site);
		flooded.run(new DefaultApplicationArguments());
		Patiently.await().until(() -> flooded.counts(site, new MockHttpServletRequest()));
		Patiently.await().until(() -> {
			TrackingState state = flooded.state();
			return state.waiting() + state.delivered() == taken;
		});
		flooded.destroy();
	}

	/**
	 * Until there is no more room.
	 * @return how many hits were taken
	 */
	private static int fill(Visits visits, Site site) {
		int taken = 0;
		while (visits.state().dropped() == 0) {
			if (visits.counts(site, new MockHttpServletRequest())) {
				visits.saw(new Hit(site, Hit.Kind.PAGE, taken, "http://chi-lang.localhost/", "", "",
						TrackingTests.BROWSER, "vi", "113.161.72.5", "", 0));
				taken++;
			}
		}
		return taken;
	}

	@Test
	void settingsThatCannotWorkAreRefusedWithTheirNameAndTheTokenIsNeverShown() {
		assertThatThrownBy(() -> settings(URI.create("matomo.example"), "x")).hasMessageContaining("matomo.url");
		assertThatThrownBy(() -> settings(URI.create("https://matomo.example"), ""))
			.hasMessageContaining("matomo.token");
		AnalyticsSettings settings = settings(URI.create("https://matomo.example/x/matomo.php"), "bi-mat");
		assertThat(settings.toString()).doesNotContain("bi-mat");
		assertThat(settings.matomo().tracking()).hasToString("https://matomo.example/x/matomo.php");
		assertThat(settings.matomo().reporting()).hasToString("https://matomo.example/x/index.php");
	}

	/** That nobody has started, and whose hits all find somebody who takes them. */
	private Visits visits() {
		ObjectProvider<Collector> anybody = new ObjectProvider<>() {

			@Override
			public Collector getObject() {
				return (hits) -> new Outcome(hits.size(), 0, null);
			}

		};
		return new Visits(settings(this.own.url(), MatomoServer.TOKEN), this.ids, this.connections, this.salts, anybody,
				Clock.systemUTC(), new SimpleMeterRegistry(), new MockEnvironment());
	}

	private MatomoApi.Failure problem(URI url, Duration patience) {
		MatomoApi asking = new MatomoApi(settings(url, MatomoServer.TOKEN),
				new ReportSettings(Duration.ofMinutes(15), patience, 60), new JsonMapper());
		return catchThrowableOfType(MatomoApi.Failure.class, () -> asking.ask("API.getMatomoVersion", Map.of()));
	}

	private Trouble.Kind trouble(Manner manner) {
		this.own.behave(manner);
		return trouble(this.own.url()).kind();
	}

	private Trouble trouble(URI url) {
		return trouble(collector(url, MatomoServer.TOKEN));
	}

	private Trouble trouble(Collector sending) {
		Outcome outcome = sending.deliver(hits("chi-lang", 3));
		assertThat(outcome.done()).isZero();
		return Objects.requireNonNull(outcome.trouble());
	}

	private Collector collector(URI url, String token) {
		return new MatomoCollector(settings(url, token), this.ids, this.sites);
	}

	private AnalyticsSettings settings(URI url, String token) {
		return settings(url, token, Patiently.LONG);
	}

	private AnalyticsSettings settings(URI url, String token, Duration patience) {
		return new AnalyticsSettings(new AnalyticsSettings.Matomo(url.toString(), token, "", patience, patience, 400),
				2, Duration.ofMillis(100),
				new AnalyticsSettings.Buffer(this.folder, DataSize.ofMegabytes(512), Duration.ofHours(72)));
	}

	private List<MaskedHit> hits(String slug, int number) {
		Site site = this.portal.site(slug);
		List<MaskedHit> hits = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			hits.add(hit(site, "bai-" + i));
		}
		return hits;
	}

	private static MaskedHit hit(Site site, String path) {
		return new MaskedHit(site.id(), Hit.Kind.PAGE, System.currentTimeMillis() - 1_000,
				"http://" + site.slug() + ".localhost/" + path, "Bài – " + site.title(), "https://www.google.com/",
				TrackingTests.BROWSER, "vi-VN,vi;q=0.9", "113.161.0.0", "0123456789abcdef", "", 0);
	}

	private HttpResponse<String> get(String slug, String path, String... headers) {
		boolean named = Arrays.asList(headers).contains("User-Agent");
		List<String> all = new ArrayList<>(named ? List.of() : List.of("User-Agent", TrackingTests.BROWSER));
		all.addAll(List.of(headers));
		return this.portal.get(slug + ".localhost", path, all.toArray(String[]::new));
	}

	/** As somebody makes it who has no authority. */
	private SSLContext selfSigned() throws Exception {
		Path store = this.folder.resolve("matomo.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-keystore", store.toString(), "-storepass", "mat-khau", "-alias", "matomo", "-keyalg",
				"EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-validity", "2")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(keytool.waitFor()).isZero();
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(store)) {
			keys.load(in, "mat-khau".toCharArray());
		}
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, "mat-khau".toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

}
