package vn.conglang.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;

import vn.conglang.kernel.StartFailure;

/**
 * A PostgreSQL server that answers, with the three roles in it.
 *
 * @param url JDBC address
 * @param owner login that may act as {@code portal_owner}
 * @param app login that may act as {@code portal_app}
 * @param overseer login that may act as {@code portal_overseer}
 */
record DatabaseServer(String url, DatabaseProperties.Login owner, DatabaseProperties.Login app,
		DatabaseProperties.Login overseer) {

	static final int OLDEST_VERSION = 16;

	/** The configured external server; fails with one clear line when it is of no use. */
	static DatabaseServer external(DatabaseProperties properties) {
		DatabaseProperties.Login login = new DatabaseProperties.Login(properties.user(), properties.password());
		DatabaseServer server = new DatabaseServer(properties.url(), login,
				Objects.requireNonNullElse(properties.app(), login),
				Objects.requireNonNullElse(properties.overseer(), login));
		server.prepare();
		return server;
	}

	/** The embedded server at a port of this machine, where each role logs in itself. */
	static DatabaseServer embedded(String url) {
		return new DatabaseServer(url, new DatabaseProperties.Login("portal_owner", ""),
				new DatabaseProperties.Login("portal_app", ""), new DatabaseProperties.Login("portal_overseer", ""));
	}

	private void prepare() {
		try (Connection connection = DriverManager.getConnection(this.url, this.owner.user(), this.owner.password())) {
			int version = connection.getMetaData().getDatabaseMajorVersion();
			if (version < OLDEST_VERSION) {
				throw new StartFailure(String.format(Locale.ROOT,
						"The database at %s is PostgreSQL %d; version %d or later is needed.", this.url, version,
						OLDEST_VERSION));
			}
			DatabaseRoles.prepare(connection, false);
		}
		catch (SQLException ex) {
			throw new StartFailure(explain(ex), ex);
		}
	}

	private String explain(SQLException failure) {
		String state = Objects.requireNonNullElse(failure.getSQLState(), "");
		String reason = Objects.requireNonNullElse(failure.getMessage(), "").lines().findFirst().orElse("");
		return switch (state) {
			case "28P01", "28000" -> "The database at " + this.url + " refuses user \"" + this.owner.user()
					+ "\": wrong name or password. Check PORTAL_DB_USER and PORTAL_DB_PASSWORD. (" + reason + ")";
			case "3D000" -> "There is no such database: " + this.url
					+ ". Create it (CREATE DATABASE …) or correct PORTAL_DB_URL. (" + reason + ")";
			case "42501" -> "User \"" + this.owner.user() + "\" may not prepare the database at " + this.url
					+ ": let an administrator run deploy/postgres/roles.sql there once. (" + reason + ")";
			default -> "The database at " + this.url + " cannot be reached. Is the server running and PORTAL_DB_URL"
					+ " right? (" + reason + ")";
		};
	}

}
