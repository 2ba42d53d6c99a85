package vn.conglang.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.Patiently;
import vn.conglang.SearchTest;
import vn.conglang.TestPortal;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.search.SearchEngine.Bounds;
import vn.conglang.search.SearchEngine.Ref;
import vn.conglang.search.SearchResult.Hit;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Elasticsearch stops, is slow, full, too old, mistaken or killed: whoever searches gets
 * an answer all the same, nothing is lost, and afterwards it has what PostgreSQL has.
 */
@SearchTest
class ElasticsearchFaultTests {

	private static final ElasticsearchServer SERVER = ElasticsearchServer.start();

	private static final StallingProxy PROXY = new StallingProxy(SERVER.port());

	private static final String INDEX = "thu-loi";

	@Autowired
	private Search search;

	@Autowired
	private Sender sender;

	@Autowired
	private SearchRows rows;

	@Autowired
	private ElasticIndex index;

	@Autowired
	private IndexCheck check;

	@Autowired
	private Rebuilding rebuilding;

	@Autowired
	private Publishing publishing;

	@Autowired
	private Categories categories;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Clock clock;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private TestPortal portal;

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@DynamicPropertySource
	static void server(DynamicPropertyRegistry properties) {
		properties.add("portal.search.elasticsearch.url", PROXY::url);
		properties.add("portal.search.elasticsearch.index", () -> INDEX);
	}

	@BeforeEach
	void allIsWell() {
		SERVER.startUnlessRunning();
		awaitElasticsearch();
	}

	@AfterEach
	void nothingWasLost() {
		SERVER.startUnlessRunning();
		awaitElasticsearch();
		assertThat(this.check.differing()).isEmpty();
	}

	@AfterAll
	static void stop() {
		SERVER.stop();
	}

	@Test
	void whileItIsStoppedPostgresAnswersAndItIsToldEverythingWhenItIsBack() {
		Site site = this.portal.site("an-nong");
		long before = publish(site, "Đắp đê trước mùa nước");
		awaitElasticsearch();
		SERVER.stop();
		long during = publish(site, "Đắp đê giữa mùa nước");
		awaitFound(site, "đắp đê", before, during);
		Patiently.await().until(() -> this.sender.notReady() != null);

		SERVER.startAgain();
		awaitElasticsearch();
		SERVER.ask("POST", "/" + INDEX + "/_refresh", "");
		awaitAnswered(site, "đắp đê", during);
	}

	@Test
	void whenItIsSlowNobodyWaitsLongAndSoonNobodyWaitsAtAll() {
		Site site = this.portal.site("an-chau");
		long entry = publish(site, "Chợ nổi Long Xuyên");
		awaitElasticsearch();
		awaitAnswered(site, "chợ nổi", entry);
		PROXY.stall();
		try {
			double failures = fallbacks("failure");
			assertThat(ids(find(site, "chợ nổi"))).containsExactly(entry);
			assertThat(fallbacks("failure")).as("it was asked once, in vain").isEqualTo(failures + 1);
			double pauses = fallbacks("pause");
			assertThat(ids(find(site, "chợ nổi"))).containsExactly(entry);
			assertThat(fallbacks("failure")).as("it was not asked again").isEqualTo(failures + 1);
			assertThat(fallbacks("pause")).isGreaterThan(pauses);
		}
		finally {
			PROXY.goOn();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "index.blocks.write", "index.blocks.read_only_allow_delete" })
	void whileItsIndexIsLockedOrItsDiskFullChangesAreKept(String block) {
		Site site = this.portal.site("an-cu");
		SERVER.ask("PUT", "/" + INDEX + "/_settings", "{\"" + block + "\": true}");
		long entry;
		try {
			entry = publish(site, "Mở lớp học nghề " + block);
			awaitIndexed();
			Patiently.await().until(() -> this.rows.queue().waiting() > 0);
			assertThat(find(site, "lớp học nghề").hits()).isNotNull();
			assertThat(this.rows.queue().refused()).isZero();
		}
		finally {
			SERVER.ask("PUT", "/" + INDEX + "/_settings", "{\"" + block + "\": null}");
		}
		awaitElasticsearch();
		SERVER.ask("POST", "/" + INDEX + "/_refresh", "");
		assertThat(ids(find(site, "lớp học nghề"))).contains(entry);
	}

	@Test
	void aVersionWithWhichThePortalDoesNotWorkIsNotUsed() {
		Site site = this.portal.site("an-hao");
		SERVER.pretend("7.17.29");
		try {
			Patiently.await().until(() -> this.sender.notReady() != null);
			assertThat(this.sender.notReady()).contains("7.17.29");
			long entry = publish(site, "Lịch tiêm phòng đàn bò");
			awaitFound(site, "tiêm phòng", entry);
		}
		finally {
			SERVER.pretendNothing();
		}
	}

	@Test
	void anIndexThatRefusesDocumentsIsPutRightByMakingItAnew() {
		Site site = this.portal.site("an-tuc");
		long before = publish(site, "Trồng cây đầu xuân");
		awaitElasticsearch();
		String name = INDEX + "-v" + ElasticIndex.MAPPING + "-1";
		SERVER.ask("PUT", "/" + name, wrongMapping());
		this.index.swap(name);
		long during = publish(site, "Trồng cây nhớ Bác");
		Patiently.await().until(() -> this.rows.queue().refused() > 0);
		awaitFound(site, "trồng cây", before, during);
		assertThat(this.check.differing()).contains(site.id().value());

		this.rebuilding.run((done, expected) -> {
		});
		assertThat(this.check.differing()).isEmpty();
		assertThat(this.rows.queue().refused()).isZero();
		Patiently.await().untilAsserted(() -> assertThat(ids(find(site, "trồng cây"))).contains(before, during));
	}

	private static String wrongMapping() {
		try (InputStream mapping = ElasticIndex.class.getResourceAsStream("/search/elasticsearch-index.json")) {
			assertThat(mapping).isNotNull();
			return new String(mapping.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("\"title\": \\{[^}]*\\}",
					"\"title\": {\"type\": \"long\"}");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void anIndexThatIsGoneIsMadeAnewByItself() {
		Site site = this.portal.site("an-binh");
		long entry = publish(site, "Hội đua ghe ngo");
		awaitElasticsearch();
		String live = this.index.look().live();
		SERVER.ask("DELETE", "/" + live, "");
		awaitFound(site, "ghe ngo", entry);
		Patiently.await().until(() -> this.index.look().live() != null);
		assertThat(this.index.look().live()).isNotEqualTo(live);
	}

	@Test
	void whenItIsKilledInTheMiddleOfABulkNothingIsMissing() {
		Site site = this.portal.site("an-hoa");
		PROXY.after(60_000, SERVER::kill);
		List<Long> all = new ArrayList<>();
		CurrentSite.run(site.id(), () -> this.transaction.executeWithoutResult((status) -> IntStream.range(0, 150)
			.forEach((i) -> all.add(write("Bản tin thủy lợi số " + i, "Nước về đồng. ".repeat(100))))));
		Patiently.await().until(() -> this.sender.notReady() != null);
		assertThat(find(site, "thủy lợi").total()).isPositive();
		SERVER.startAgain();
		awaitElasticsearch();
		SERVER.ask("POST", "/" + INDEX + "/_refresh", "");
		assertThat(SERVER.ask("GET", "/" + INDEX + "/_count?q=site:" + site.id().value(), ""))
			.contains("\"count\":150");
	}

	@Test
	void aRebuildThatWasBrokenOffGoesOnAndMissesNoChangeMeanwhile() {
		Site one = this.portal.site("binh-long");
		Site other = this.portal.site("binh-hoa");
		long first = publish(one, "Gặt lúa sớm");
		publish(other, "Gặt lúa muộn");
		awaitElasticsearch();
		String live = this.index.look().live();
		Rebuilding smallParts = new Rebuilding(this.rows, this.index, this.check, this.clock, 1);
		try {
			smallParts.run((done, expected) -> {
				if (done > 0) {
					throw new IllegalStateException("killed");
				}
			});
		}
		catch (IllegalStateException ex) {
			// unless the portal itself was quicker with the rest
		}
		CurrentSite.run(one.id(), () -> this.publishing.withdraw(first));
		long late = publish(one, "Gặt lúa cuối vụ");
		this.rebuilding.run((done, expected) -> {
		});

		assertThat(this.index.look().live()).isNotEqualTo(live);
		assertThat(SERVER.ask("GET", "/_cat/indices/" + INDEX + "-v*?h=index", "").strip()).doesNotContain("\n");
		awaitElasticsearch();
		assertThat(this.check.differing()).isEmpty();
		SERVER.ask("POST", "/" + INDEX + "/_refresh", "");
		assertThat(ids(find(one, "gặt lúa"))).containsExactly(late);
	}

	@Test
	void whatShouldNotBeThereOrIsMissingIsSeenAndPutRightForOneSite() {
		Site site = this.portal.site("binh-my");
		long entry = publish(site, "Chuyện lạ ở đồng");
		awaitElasticsearch();
		long id = site.id().value();
		long version = this.overseer.sql("SELECT version FROM search_document WHERE entry_id = :entry AND NOT draft")
			.param("entry", entry)
			.query(Long.class)
			.single();
		SERVER.ask("DELETE",
				"/" + INDEX + "/_doc/" + entry + "-p?routing=" + id + "&version_type=external_gte&version=" + version,
				"");
		SERVER.ask("PUT", "/" + INDEX + "/_doc/999999-p?routing=" + id, "{\"site\": " + id
				+ ", \"entry\": 999999, \"draft\": false, \"shown\": true, \"desk\": true, \"fingerprint\": 7}");
		assertThat(this.check.differing()).containsExactly(id);
		this.rebuilding.again(id);
		assertThat(this.check.differing()).isEmpty();
	}

	@Test
	void withinTheBoundariesOfASiteThereIsNothingOfAnotherWhateverIsAsked() {
		Site one = this.portal.site("binh-phu");
		Site other = this.portal.site("binh-thuy");
		long here = publish(one, "Họp tổ nhân dân tự quản");
		long draft = CurrentSite.call(one.id(), () -> this.publishing.begin(EntryType.ARTICLE,
				new EntryText("Bản nháp", "", "<p>Nháp.</p>", null, Map.of(), ""), "thử"));
		publish(other, "Họp tổ nhân dân tự quản");
		CurrentSite.run(other.id(), () -> this.publishing.begin(EntryType.ARTICLE,
				new EntryText("Bản nháp", "", "<p>Nháp.</p>", null, Map.of(), ""), "thử"));
		awaitElasticsearch();
		this.index.refresh(this.index.alias());

		assertThat(allWithin(one.id().value(), false)).containsExactly(new Ref(one.id().value(), here, false));
		assertThat(allWithin(one.id().value(), true)).containsExactlyInAnyOrder(new Ref(one.id().value(), here, false),
				new Ref(one.id().value(), draft, true));
		assertThat(allWithin(null, false)).noneMatch(Ref::draft).hasSizeGreaterThan(1);
	}

	/**
	 * Everything that an engine's query can reach, asked without the routing that would
	 * limit it, too.
	 */
	private List<Ref> allWithin(@Nullable Long site, boolean desk) {
		Bounds bounds = new Bounds(site, desk, List.of(), null, null, null, null, LocalDate.now(this.clock), false);
		SearchRequest everything = SearchRequest.of((search) -> search.index(this.index.alias())
			.query((query) -> query.bool((bool) -> bool.filter(ElasticRequests.boundaries(bounds))))
			.size(10_000));
		SearchResponse<Void> answer = ElasticIndex.await(this.index.async().search(everything, Void.class));
		return answer.hits().hits().stream().map(ElasticRequests::ref).toList();
	}

	private long publish(Site site, String title) {
		return CurrentSite.call(site.id(), () -> this.transaction.execute((status) -> write(title, "Tin của xã.")));
	}

	private long write(String title, String body) {
		this.categories.ensureStandard();
		Long category = this.categories.find("tin-tuc-su-kien").orElseThrow().id();
		long id = this.publishing.begin(EntryType.ARTICLE,
				new EntryText(title, "", "<p>" + body + "</p>", category, Map.of(), ""), "thử");
		this.publishing.publish(id, this.clock.instant());
		return id;
	}

	private SearchResult find(Site site, String text) {
		return CurrentSite.call(site.id(), () -> this.search.find(new SearchQuery(text, Reach.SITE, 20)));
	}

	private static List<Long> ids(SearchResult result) {
		return result.hits().stream().map(Hit::entryId).toList();
	}

	/** Whoever answers, nobody sees an error. */
	private void awaitFound(Site site, String text, Long... entries) {
		Patiently.await().untilAsserted(() -> assertThat(ids(find(site, text))).contains(entries));
	}

	private void awaitIndexed() {
		Patiently.await()
			.until(() -> this.overseer.sql("SELECT count(*) FROM search_pending").query(Long.class).single() == 0);
	}

	private void awaitElasticsearch() {
		awaitIndexed();
		Patiently.await()
			.until(() -> this.rows.queue().waiting() == 0 && this.rows.rebuild() == null
					&& this.sender.notReady() == null);
	}

	/** It finds it, and nobody else does instead. */
	private void awaitAnswered(Site site, String text, long entry) {
		Patiently.await().until(() -> {
			double before = fallbacks();
			return ids(find(site, text)).contains(entry) && fallbacks() == before;
		});
	}

	private double fallbacks(String reason) {
		return this.meters.counter("portal.search.fallbacks", "reason", reason).count();
	}

	private double fallbacks() {
		return this.meters.find("portal.search.fallbacks").counters().stream().mapToDouble(Counter::count).sum();
	}

}
