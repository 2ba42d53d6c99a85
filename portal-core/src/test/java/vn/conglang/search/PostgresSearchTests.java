package vn.conglang.search;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.SearchTest;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The contract, kept by PostgreSQL. */
@SearchTest
class PostgresSearchTests extends SearchContract {

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@Override
	void settle(Site site) {
		Awaitility.await()
			.pollInterval(Duration.ofMillis(10))
			.until(() -> this.overseer.sql("SELECT count(*) FROM search_pending WHERE site_id = :site")
				.param("site", site.id().value())
				.query(Long.class)
				.single() == 0);
	}

}
