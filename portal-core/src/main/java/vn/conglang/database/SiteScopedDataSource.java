package vn.conglang.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells the database, on every connection lent out, which site is at work. Row-level
 * security lets the connection see and write that site's rows only; without a site, none.
 * A transaction keeps its connection, hence its site.
 */
class SiteScopedDataSource extends DelegatingDataSource implements AutoCloseable {

	private final HikariDataSource pool;

	SiteScopedDataSource(HikariDataSource pool) {
		super(pool);
		this.pool = pool;
	}

	@Override
	public void close() {
		this.pool.close();
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		try (PreparedStatement statement = connection.prepareStatement("SELECT set_config('portal.site', ?, false)")) {
			SiteId site = CurrentSite.get();
			statement.setString(1, (site != null) ? site.toString() : "");
			statement.execute();
			return connection;
		}
		catch (SQLException | RuntimeException ex) {
			connection.close();
			throw ex;
		}
	}

}
