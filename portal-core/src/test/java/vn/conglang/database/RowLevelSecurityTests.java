package vn.conglang.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.PortalTest;
import vn.conglang.TestPortal;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The second wall: what raw SQL can do as each role. */
@PortalTest
class RowLevelSecurityTests {

	private final DataSource app;

	private final JdbcClient overseer;

	private final Site mine;

	private final Site other;

	RowLevelSecurityTests(@Autowired DataSource app, @Autowired @Qualifier("overseerJdbc") JdbcClient overseer,
			@Autowired TestPortal portal) {
		this.app = app;
		this.overseer = overseer;
		this.mine = portal.site("o-lam");
		this.other = portal.site("nui-to");
	}

	@Test
	void everyTableWithASiteIsWalledIn() throws SQLException {
		var open = this.overseer.sql("""
				SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'site_id'
				WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT c.relrowsecurity
				  AND c.relname NOT IN ('site_host', 'membership')""").query(String.class).list();
		assertThat(open).isEmpty();
	}

	@Test
	void theApplicationIsNeitherOwnerNorSuperuser() throws SQLException {
		inside(this.mine, (sql) -> {
			assertThat(sql.sql("SELECT current_user").query(String.class).single()).isEqualTo("portal_app");
			assertThat(sql.sql("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
				.query(Boolean.class)
				.single()).isFalse();
		});
	}

	@Test
	void rowsOfAnotherSiteAreNeitherSeenNorWritten() throws SQLException {
		inside(this.other, (sql) -> sql.sql(
				"INSERT INTO category (id, site_id, slug, name, position, in_menu) VALUES (-1, :site, 'cua-ho', 'Của họ', 1, true)")
			.param("site", this.other.id().value())
			.update());
		inside(this.mine, (sql) -> {
			assertThat(sql.sql("SELECT count(*) FROM category WHERE id = -1").query(Integer.class).single()).isZero();
			assertThat(sql.sql("UPDATE category SET name = 'của tôi' WHERE id = -1").update()).isZero();
			assertThat(sql.sql("DELETE FROM category WHERE id = -1").update()).isZero();
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> sql.sql(
					"INSERT INTO category (id, site_id, slug, name, position, in_menu) VALUES (-2, :site, 'x', 'X', 1, true)")
				.param("site", this.other.id().value())
				.update()).havingRootCause().withMessageContaining("row-level security");
		});
		assertThat(this.overseer.sql("SELECT name FROM category WHERE id = -1").query(String.class).single())
			.isEqualTo("Của họ");
		inside(this.other, (sql) -> assertThat(sql.sql("DELETE FROM category WHERE id = -1").update()).isOne());
	}

	@Test
	void withoutASiteNothingIsSeen() throws SQLException {
		try (Connection connection = this.app.getConnection()) {
			JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			for (String table : List.of("entry", "revision", "category", "media", "volume_fact")) {
				assertThat(sql.sql("SELECT count(*) FROM " + table).query(Integer.class).single()).isZero();
			}
		}
	}

	@Test
	void onlyTheVersionOfTheSiteAtWorkCanBeRaised() throws SQLException {
		inside(this.mine, (sql) -> {
			assertThat(sql.sql("UPDATE site SET version = version + 1 WHERE id = :id")
				.param("id", this.other.id().value())
				.update()).isZero();
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> sql.sql("UPDATE site SET name = 'X' WHERE id = :id")
					.param("id", this.mine.id().value())
					.update());
		});
	}

	@Test
	void revisionsAndFactsCannotBeChangedByTheApplication() throws SQLException {
		inside(this.mine, (sql) -> {
			for (String act : List.of("UPDATE revision SET title = 'x'", "DELETE FROM revision",
					"UPDATE volume_fact SET words = 0", "DELETE FROM volume_fact")) {
				assertThatExceptionOfType(DataAccessException.class).as(act)
					.isThrownBy(() -> sql.sql(act).update())
					.havingRootCause()
					.withMessageContaining("permission denied");
			}
		});
	}

	@Test
	void theOverseerReadsAllAndWritesNothing() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.overseer.sql("DELETE FROM entry").update());
		assertThat(this.overseer.sql("SELECT current_user").query(String.class).single()).isEqualTo("portal_overseer");
	}

	@Test
	void aConnectionForgetsTheSiteOfWhoeverHadItBefore() throws SQLException {
		inside(this.mine, (sql) -> assertThat(sql.sql("SELECT portal_site()").query(Long.class).single())
			.isEqualTo(this.mine.id().value()));
		for (int i = 0; i < 30; i++) {
			try (Connection connection = this.app.getConnection()) {
				JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
				assertThat(sql.sql("SELECT portal_site() IS NULL").query(Boolean.class).single()).isTrue();
			}
		}
	}

	private void inside(Site site, Work work) throws SQLException {
		try (CurrentSite.Scope scope = CurrentSite.enter(site.id()); Connection connection = this.app.getConnection()) {
			work.with(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
		}
	}

	/** Something done with raw SQL. */
	private interface Work {

		void with(JdbcClient sql);

	}

}
