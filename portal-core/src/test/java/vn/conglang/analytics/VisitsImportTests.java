package vn.conglang.analytics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.AnalyticsTest;
import vn.conglang.TestClock;
import vn.conglang.TestPortal;
import vn.conglang.analytics.MatomoApi.Problem;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What Matomo counted comes home, and stays right. */
@AnalyticsTest
class VisitsImportTests {

	private static final LocalDate TODAY = LocalDate.now(VietnameseText.ZONE);

	@Autowired
	private TestPortal portal;

	@Autowired
	private TestClock clock;

	@Autowired
	private Sites sites;

	@Autowired
	private SiteAddresses addresses;

	@Autowired
	private MatomoSites ids;

	@Autowired
	private VisitsImport visits;

	@Autowired
	private VisitsRunner runner;

	@Autowired
	private VisitReport report;

	@Autowired
	private ApplicationEventMulticaster events;

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	private final Heard heard = new Heard();

	private final MatomoReportsHandler matomo = MatomoServer.shared().reports();

	@BeforeEach
	void allSitesAreInMatomo() {
		this.events.addApplicationListener(this.heard);
		this.matomo.instead(null);
		for (Site site : this.sites.all()) {
			Integer id = this.ids.idOf(site);
			if (id != null) {
				this.matomo.ensure(id, site.title(), this.addresses.of(site));
			}
		}
	}

	@AfterEach
	void nothingWasAskedThatMatomoDoesNotKnow() {
		this.events.removeApplicationListener(this.heard);
		assertThat(this.matomo.complaints()).isEmpty();
	}

	@Test
	void theNumbersOfADayAndWhatWasReadFromWhereComeHome() throws Exception {
		Site site = connect("hoa-an", 901);
		String url = this.addresses.of(site);
		this.matomo.day(901, TODAY, 40)
			.page(url + "/", 30)
			.page(url + "/bai-viet/lua-he-thu?trang=2", 5)
			.page(url + "/bai-viet/lua-he-thu", 12)
			.page("https://hoa-an.cho-moi.angiang.gov.vn/bai-viet/lua-he-thu", 1)
			.page("https://xau.example/quang-cao", 999)
			.page("Others", 7)
			.search("Hộ Nghèo", 3)
			.from("getSearchEngines", "Google", 15)
			.from("getSocials", "Facebook", 9)
			.from("getWebsites", "angiang.gov.vn", 4)
			.downloads(2);
		this.visits.due();
		assertThat(numbers(site)).containsExactly("40 visits, 32 visitors, 1054 views, 3 searches, 2 downloads");
		assertThat(pairs("SELECT path, views FROM visit_page", site)).containsOnly(Map.entry("/", 30),
				Map.entry("/bai-viet/lua-he-thu", 18));
		assertThat(pairs("SELECT query, searches FROM visit_search", site)).containsOnly(Map.entry("hộ nghèo", 3));
		assertThat(pairs("SELECT kind || ' ' || name, visits FROM visit_referrer", site)).containsOnly(
				Map.entry("SEARCH Google", 15), Map.entry("SOCIAL Facebook", 9), Map.entry("WEBSITE angiang.gov.vn", 4),
				Map.entry("DIRECT ", 12));
	}

	@Test
	void moreThanAHundredPagesComeAndOnlyTheFirstTwoHundredAreKept() throws Exception {
		Site site = connect("hoa-lac", 902);
		MatomoReportsHandler.Counted day = this.matomo.day(902, TODAY, 500);
		IntStream.rangeClosed(1, 350).forEach((i) -> day.page(this.addresses.of(site) + "/bai-viet/so-" + i, i));
		this.visits.due();
		Map<String, Integer> pages = pairs("SELECT path, views FROM visit_page", site);
		assertThat(pages).hasSize(200).containsEntry("/bai-viet/so-350", 350).doesNotContainKey("/bai-viet/so-150");
	}

	@Test
	void aDayThatChangedIsReplacedAsAWholeAndToldOnce() throws Exception {
		Site site = connect("hoa-binh", 903);
		this.matomo.day(903, TODAY, 10).page(this.addresses.of(site) + "/cu", 10);
		this.visits.due();
		this.visits.due();
		assertThat(this.heard.of(site)).containsExactly(new VisitsImported(site.id(), TODAY, 10));
		this.matomo.day(903, TODAY, 11).page(this.addresses.of(site) + "/moi", 11);
		this.visits.due();
		assertThat(this.heard.of(site)).containsExactly(new VisitsImported(site.id(), TODAY, 10),
				new VisitsImported(site.id(), TODAY, 11));
		assertThat(pairs("SELECT path, views FROM visit_page", site)).containsOnly(Map.entry("/moi", 11));
	}

	@Test
	void whoListensIsInsideTheTransactionAndCanStopIt() throws Exception {
		Site site = connect("hoi-an", 904);
		this.matomo.day(904, TODAY, 10).page(this.addresses.of(site) + "/", 10);
		this.heard.refuse(site);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.visits.due());
		assertThat(numbers(site)).isEmpty();
		assertThat(pairs("SELECT path, views FROM visit_page", site)).isEmpty();
		this.heard.accept(site);
		this.visits.due();
		assertThat(numbers(site)).hasSize(1);
	}

	@Test
	void whatWasMissedIsMadeUpForAndDaysBeforeTheFirstVisitAreNotCalledEmpty() throws Exception {
		Site site = connect("khanh-an", 905);
		this.matomo.day(905, TODAY.minusDays(40), 8);
		this.matomo.day(905, TODAY.minusDays(3), 6);
		this.visits.due();
		this.visits.due();
		assertThat(this.report.figures(site, TODAY.minusDays(59), TODAY).days()).hasSize(41)
			.containsEntry(TODAY.minusDays(40), new VisitReport.Visits(8, 6, 0, 0, 0))
			.containsEntry(TODAY.minusDays(39), VisitReport.Visits.NONE);
		this.matomo.day(905, TODAY.minusDays(90), 5);
		this.visits.due();
		assertThat(numbers(site)).as("nobody asked for older days").hasSize(41);
		this.visits.period(TODAY.minusDays(91), TODAY.minusDays(89));
		assertThat(this.report.figures(site, TODAY.minusDays(100), TODAY.minusDays(80)).sum().visits()).isEqualTo(5);
	}

	@Test
	void aDayIsAskedForSeldomerWhenItIsOverAndAtLastNeverAgain() throws Exception {
		Site site = connect("khanh-binh", 906);
		this.matomo.day(906, TODAY.minusDays(1), 5);
		this.visits.due();
		this.matomo.day(906, TODAY.minusDays(1), 7);
		this.clock.ahead(Duration.ofDays(2), () -> fetch());
		assertThat(visitsOf(site, TODAY.minusDays(1))).as("hits that waited have arrived").isEqualTo(7);
		this.matomo.day(906, TODAY.minusDays(1), 9);
		this.clock.ahead(Duration.ofDays(2).plusMinutes(30), () -> fetch());
		assertThat(visitsOf(site, TODAY.minusDays(1))).as("asked for a moment ago").isEqualTo(7);
		this.clock.ahead(Duration.ofDays(6), () -> fetch());
		assertThat(visitsOf(site, TODAY.minusDays(1))).isEqualTo(9);
		this.matomo.day(906, TODAY.minusDays(1), 99);
		this.clock.ahead(Duration.ofDays(12), () -> fetch());
		assertThat(visitsOf(site, TODAY.minusDays(1))).as("nothing can arrive any more").isEqualTo(9);
	}

	@Test
	void allSitesComeInFewRequestsAndQuietOnesCostNoMore() throws Exception {
		Site site = connect("khanh-hoa", 907);
		this.matomo.day(907, TODAY, 3).page(this.addresses.of(site) + "/", 3);
		this.visits.due();
		this.matomo.asked().clear();
		assertThat(this.visits.due().sites()).isGreaterThan(100);
		assertThat(bulks()).as("nothing has changed").isOne();
		this.matomo.day(907, TODAY, 4).page(this.addresses.of(site) + "/", 4);
		this.matomo.asked().clear();
		this.visits.due();
		assertThat(bulks()).as("the numbers, and one site's details").isEqualTo(2);
	}

	@Test
	void aSiteThatTheTokenMayNotSeeDoesNotKeepTheOthersAway() throws Exception {
		Site seen = connect("kien-an", 908);
		Site hidden = connect("kien-thanh", 909);
		this.matomo.day(908, TODAY, 3);
		this.matomo.day(909, TODAY, 4);
		this.matomo.hide(909);
		VisitsImport.Fetched fetched = this.visits.due();
		assertThat(numbers(seen)).hasSize(1);
		assertThat(numbers(hidden)).isEmpty();
		assertThat(fetched.refused()).containsOnlyKeys(909);
		assertThat(fetched.refused().get(909)).contains("'view' access");
		this.matomo.show(909);
	}

	@ParameterizedTest
	@EnumSource
	void whateverAnswersInTheWrongWayIsToldInWordsAndNothingIsLost(Wrong wrong) throws Exception {
		Site site = connect("lac-quoi", 910);
		this.matomo.day(910, TODAY, 21);
		this.visits.due();
		this.matomo.instead(wrong.answer());
		assertThatExceptionOfType(MatomoApi.Failure.class).isThrownBy(() -> this.visits.due())
			.satisfies((failure) -> assertThat(failure.problem()).isEqualTo(wrong.problem))
			.satisfies((failure) -> assertThat(VerifyCommand.explain(failure)).doesNotContain(MatomoServer.TOKEN));
		assertThat(visitsOf(site, TODAY)).isEqualTo(21);
		this.runner.run(Duration.ofSeconds(-1));
		assertThat(this.report.state().problem()).isEqualTo(wrong.problem.name());
		this.matomo.instead(null);
		this.runner.run(Duration.ofSeconds(-1));
		assertThat(this.report.state().problem()).isNull();
		assertThat(this.report.state().silent()).isFalse();
	}

	@Test
	void ofTwoNodesOneFetches() {
		this.runner.run(Duration.ofSeconds(-1));
		this.matomo.asked().clear();
		this.runner.run(Duration.ofMinutes(10));
		assertThat(this.matomo.asked()).isEmpty();
	}

	private void fetch() {
		try {
			this.visits.due();
		}
		catch (MatomoApi.Failure ex) {
			throw new IllegalStateException(ex);
		}
	}

	private long bulks() {
		return this.matomo.asked().stream().filter("API.getBulkRequest"::equals).count();
	}

	private Site connect(String slug, int id) {
		Site site = this.portal.site(slug);
		this.matomo.ensure(id, site.title(), this.addresses.of(site));
		this.ids.remember(site, id);
		return site;
	}

	private long visitsOf(Site site, LocalDate day) {
		return this.report.figures(site, day, day).sum().visits();
	}

	private List<String> numbers(Site site) {
		return this.overseer.sql("SELECT * FROM visit_day WHERE site_id = :site ORDER BY day")
			.param("site", site.id().value())
			.query((row, number) -> "%d visits, %d visitors, %d views, %d searches, %d downloads".formatted(
					row.getInt("visits"), row.getInt("visitors"), row.getInt("page_views"), row.getInt("searches"),
					row.getInt("downloads")))
			.list();
	}

	private Map<String, Integer> pairs(String sql, Site site) {
		return this.overseer.sql(sql + " WHERE site_id = :site")
			.param("site", site.id().value())
			.query((row, number) -> Map.entry(row.getString(1) + "", row.getInt(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** What may be found at Matomo's address. */
	enum Wrong {

		LEADING_AWAY(Problem.REDIRECT, 302, ""), BABBLING(Problem.GARBAGE, 200, "<html>Xin chào</html>"),
		FAILING(Problem.STATUS, 500, "<h1>Internal Server Error</h1>"), FORBIDDING(Problem.TOKEN, 403, "no"),
		EMPTY(Problem.GARBAGE, 200, ""), TOO_FEW_ANSWERS(Problem.GARBAGE, 200, "[{}]"),
		WRONG_TOKEN(Problem.TOKEN, 401,
				"{\"result\":\"error\",\"message\":\"Unable to authenticate with the provided token. "
						+ MatomoServer.TOKEN + "\"}");

		private final Problem problem;

		private final int status;

		private final String body;

		Wrong(Problem problem, int status, String body) {
			this.problem = problem;
			this.status = status;
			this.body = body;
		}

		HttpHandler answer() {
			return (exchange) -> {
				byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
				exchange.getResponseHeaders().set("Location", "http://localhost:1/index.php");
				exchange.sendResponseHeaders(this.status, (bytes.length > 0) ? bytes.length : -1);
				try (exchange) {
					exchange.getResponseBody().write(bytes);
				}
				catch (IOException ex) {
					// has no body
				}
			};
		}

	}

	/** Hears of days, and can object. */
	private static final class Heard implements ApplicationListener<PayloadApplicationEvent<VisitsImported>> {

		private final Map<VisitsImported, Integer> events = new ConcurrentHashMap<>();

		private final Set<Site> refused = ConcurrentHashMap.newKeySet();

		@Override
		public void onApplicationEvent(PayloadApplicationEvent<VisitsImported> heard) {
			VisitsImported event = heard.getPayload();
			assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isTrue();
			assertThat(CurrentSite.get()).isEqualTo(event.site());
			this.events.merge(event, 1, Integer::sum);
			if (this.refused.stream().anyMatch((site) -> site.id().equals(event.site()))) {
				throw new IllegalStateException("not this one");
			}
		}

		void refuse(Site site) {
			this.refused.add(site);
		}

		void accept(Site site) {
			this.refused.remove(site);
		}

		List<VisitsImported> of(Site site) {
			return this.events.entrySet()
				.stream()
				.filter((event) -> event.getKey().site().equals(site.id()))
				.flatMap((event) -> IntStream.range(0, event.getValue()).mapToObj((i) -> event.getKey()))
				.sorted((one, other) -> Integer.compare(one.visits(), other.visits()))
				.toList();
		}

	}

}
