package vn.conglang.search;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.SearchTest;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;

/** With PostgreSQL. */
@SearchTest
class PostgresRelevanceTests extends RelevanceContract {

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@Override
	void settle(Site site) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.overseer.sql("SELECT count(*) FROM search_pending WHERE site_id = :site")
				.param("site", site.id().value())
				.query(Long.class)
				.single() == 0);
	}

}
