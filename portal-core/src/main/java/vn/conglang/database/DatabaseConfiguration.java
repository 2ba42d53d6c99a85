package vn.conglang.database;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.StartFailure;

import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database and a connection pool per role. The application's pool is the primary one;
 * the others are asked for by name.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	@Bean
	RunningDatabase runningDatabase(DatabaseProperties properties, Environment environment) {
		boolean command = environment.getProperty("portal.command", Boolean.class, false);
		return RunningDatabase.start(properties, command);
	}

	@Bean
	@Primary
	DataSource dataSource(RunningDatabase database, DatabaseProperties properties) {
		return new SiteScopedDataSource(
				pool(database, database.server().app(), "portal_app", properties.poolSize(), false));
	}

	@Bean(defaultCandidate = false)
	@FlywayDataSource
	DataSource ownerDataSource(RunningDatabase database) {
		return pool(database, database.server().owner(), "portal_owner", 2, false);
	}

	@Bean(defaultCandidate = false)
	DataSource overseerDataSource(RunningDatabase database, DatabaseProperties properties) {
		return pool(database, database.server().overseer(), "portal_overseer", Math.max(2, properties.poolSize() / 2),
				true);
	}

	/** Reads across all sites; never writes. */
	@Bean(defaultCandidate = false)
	JdbcClient overseerJdbc(@Qualifier("overseerDataSource") DataSource overseerDataSource) {
		return JdbcClient.create(overseerDataSource);
	}

	@Bean
	FlywayMigrationStrategy refuseNewerDatabase() {
		return (flyway) -> {
			Optional<MigrationInfo> newer = Arrays.stream(flyway.info().applied())
				.filter((migration) -> migration.getState().isApplied() && !migration.getState().isResolved())
				.reduce((first, second) -> second);
			newer.ifPresent((migration) -> {
				throw new StartFailure(String.format(Locale.ROOT,
						"The database was made by a newer portal (its migration %s \"%s\" is unknown here)."
								+ " Start that version, or restore a backup made with this one.",
						migration.getVersion(), migration.getDescription()));
			});
			flyway.migrate();
		};
	}

	private static HikariDataSource pool(RunningDatabase database, DatabaseProperties.Login login, String role,
			int size, boolean readOnly) {
		HikariConfig config = new HikariConfig();
		config.setPoolName(role);
		config.setJdbcUrl(database.server().url());
		config.setUsername(login.user());
		config.setPassword(login.password());
		// who reads across all sites adds up more than others do
		config.setConnectionInitSql("SET ROLE " + role + (readOnly ? "; SET work_mem = '32MB'" : ""));
		config.setMaximumPoolSize(size);
		config.setMinimumIdle(Math.min(2, size));
		config.setReadOnly(readOnly);
		config.setConnectionTimeout(10_000);
		return new HikariDataSource(config);
	}

	/** The server in use, stopped with the application where it is the portal's own. */
	record RunningDatabase(DatabaseServer server, @Nullable EmbeddedServer own) implements DisposableBean {

		static RunningDatabase start(DatabaseProperties properties, boolean command) {
			if (!properties.embedded()) {
				return new RunningDatabase(DatabaseServer.external(properties), null);
			}
			EmbeddedServer own = EmbeddedServer.start(properties.folder(), command);
			return new RunningDatabase(DatabaseServer.embedded(own.url()), own);
		}

		@Override
		public void destroy() throws IOException {
			if (this.own != null) {
				this.own.close();
			}
		}

	}

}
