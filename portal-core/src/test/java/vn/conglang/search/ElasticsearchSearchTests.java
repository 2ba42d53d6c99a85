package vn.conglang.search;

import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.Patiently;
import vn.conglang.SearchTest;
import vn.conglang.TestPortal;
import vn.conglang.search.RelevanceSet.Answer;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract, kept by Elasticsearch; PostgreSQL answers nothing here. */
@SearchTest
class ElasticsearchSearchTests extends SearchContract {

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@Autowired
	private Sender sender;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private TestPortal portal;

	private double fallbacks;

	@DynamicPropertySource
	static void server(DynamicPropertyRegistry properties) {
		properties.add("portal.search.elasticsearch.url", () -> ElasticsearchServer.shared().url());
		properties.add("portal.search.elasticsearch.index", () -> "hop-dong");
		// nobody waits here, and this machine does much else
		properties.add("portal.search.elasticsearch.response-timeout", () -> "20s");
		properties.add("portal.search.elasticsearch.connect-timeout", () -> "5s");
	}

	@BeforeEach
	void waitForTheIndex() {
		Patiently.await().until(() -> this.sender.notReady() == null);
		this.fallbacks = fallbacks();
	}

	@AfterEach
	void postgresAnsweredNothing() {
		assertThat(fallbacks()).isEqualTo(this.fallbacks);
	}

	private double fallbacks() {
		return this.meters.find("portal.search.fallbacks").counters().stream().mapToDouble((one) -> one.count()).sum();
	}

	@Test
	void bothEnginesAgreeOnTheFirstHitOfAtLeast85Of100Queries(@Autowired Search search,
			@Autowired PostgresEngine postgres, @Autowired Planner planner, @Autowired Synonyms synonyms,
			@Autowired Hits hits, @Autowired Sites sites, @Autowired PlatformTransactionManager transactions,
			@Autowired Clock clock) {
		List<Answer> here = ask(search);
		List<Answer> there = ask(new Search(postgres, planner, synonyms, hits, sites, transactions, clock));
		RelevanceSet.report("PostgreSQL", there);
		RelevanceSet.reportAgreement(here, there);
		assertThat(RelevanceSet.agreement(here, there)).isGreaterThanOrEqualTo(0.85);
	}

	@Test
	void thePartsOfAnIndexArePutTogether(@Autowired ElasticIndex index) {
		Site site = this.portal.site("le-tri");
		for (String title : List.of("Dệt thổ cẩm", "Dệt chiếu")) {
			publish(site, title, "Mở lớp dạy nghề.");
			settle(site);
		}
		assertThat(parts()).isGreaterThan(1);
		index.condense(index.alias(), 1);
		Patiently.await().until(() -> parts() == 1);
	}

	private static long parts() {
		return ElasticsearchServer.shared().ask("GET", "/_cat/segments/hop-dong?h=segment", "").lines().count();
	}

	@Override
	void settle(Site site) {
		Patiently.await().until(() -> waiting(site) == 0);
		ElasticsearchServer.shared().ask("POST", "/hop-dong/_refresh", "");
	}

	private long waiting(Site site) {
		return this.overseer
			.sql("SELECT (SELECT count(*) FROM search_pending WHERE site_id = :site) "
					+ "+ (SELECT count(*) FROM search_unsent WHERE site_id = :site)")
			.param("site", site.id().value())
			.query(Long.class)
			.single();
	}

}
