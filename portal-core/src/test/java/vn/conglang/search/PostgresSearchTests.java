package vn.conglang.search;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.Patiently;
import vn.conglang.SearchTest;
import vn.conglang.TestPortal;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The contract, kept by PostgreSQL. */
@SearchTest
class PostgresSearchTests extends SearchContract {

	@Autowired
	@Qualifier("overseerJdbc")
	private JdbcClient overseer;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestPortal portal;

	@Autowired
	private Publishing publishing;

	@Override
	void settle(Site site) {
		Patiently.await()
			.until(() -> this.overseer.sql("SELECT count(*) FROM search_pending WHERE site_id = :site")
				.param("site", site.id().value())
				.query(Long.class)
				.single() == 0);
	}

	@Test
	void rawQueriesOfTheApplicationReachTheSiteAtWorkOnly() {
		Site one = this.portal.site("my-binh");
		Site other = this.portal.site("my-long");
		for (Site site : List.of(one, other)) {
			CurrentSite.run(site.id(), () -> this.publishing.begin(EntryType.ARTICLE,
					new EntryText("Bí mật chưa đăng", "", "<p>Đang viết.</p>", null, Map.of(), ""), "thử"));
			settle(site);
		}

		String mark = "'#@" + other.id() + "'";
		String foreign = "'" + other.id() + ":bi'";
		CurrentSite.run(one.id(), () -> {
			for (String wanted : List.of("'#bi'", mark, "'#bi' | " + mark, mark + " | !" + mark, foreign,
					"'#bi' | " + foreign, "!" + foreign)) {
				for (boolean inHead : List.of(true, false)) {
					List<Long> sites = this.jdbc.sql(
							"SELECT DISTINCT site_id FROM search_here(:wanted, NULL, :inHead, true, 1000, '{}', '{}', '{}', '{}', '{}', '{}')")
						.param("wanted", wanted)
						.param("inHead", inHead)
						.query((row, number) -> row.getLong(1))
						.list();
					assertThat(sites).as(wanted).isSubsetOf(one.id().value());
				}
			}
			assertThat(count(this.jdbc,
					"SELECT count(*) FROM search_here('''#bi''', NULL, false, true, 1000, '{}', '{}', '{}', '{}', '{}', '{}')"))
				.isOne();
			for (String table : List.of("search_document", "search_pending", "search_file", "search_unsent",
					"search_count")) {
				assertThat(count(this.jdbc, "SELECT count(*) FROM " + table + " WHERE site_id <> " + one.id()))
					.as(table)
					.isZero();
			}
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> count(this.jdbc,
					"SELECT count(*) FROM search_everywhere('''#bi''', NULL, 'bi', false, 10, '{}', '{}', '{}', '{}', '{}', '{}')"))
				.havingRootCause()
				.withMessageContaining("permission denied");
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.jdbc.sql("DELETE FROM search_document").update())
				.havingRootCause()
				.withMessageContaining("permission denied");
		});
		assertThat(count(this.overseer,
				"SELECT count(*) FROM search_everywhere('''#bi''', NULL, 'bi', false, 1000, '{}', '{}', '{}', '{}', '{}', '{}') WHERE site_id IN ("
						+ one.id() + ", " + other.id() + ")"))
			.as("drafts, over all sites")
			.isZero();
	}

	private static long count(JdbcClient jdbc, String sql) {
		return jdbc.sql(sql).query(Long.class).single();
	}

}
