package vn.conglang.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * Creates the three roles where they are missing: {@code portal_owner} owns the tables
 * and migrates, {@code portal_app} reads and writes one site at a time, {@code
 * portal_overseer} reads all sites and writes none.
 */
final class DatabaseRoles {

	private static final String SCRIPT = "/db/roles.sql";

	private DatabaseRoles() {
	}

	/**
	 * Brings the roles about; does nothing where they are there.
	 * @param login whether the roles may log in themselves (embedded server, which only
	 * this machine can reach)
	 */
	static void prepare(Connection connection, boolean login) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(script());
			if (login) {
				statement.execute("ALTER ROLE portal_owner LOGIN; ALTER ROLE portal_app LOGIN;"
						+ "ALTER ROLE portal_overseer LOGIN");
			}
		}
	}

	private static String script() {
		try (InputStream script = Objects.requireNonNull(DatabaseRoles.class.getResourceAsStream(SCRIPT))) {
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot read " + SCRIPT, ex);
		}
	}

}
