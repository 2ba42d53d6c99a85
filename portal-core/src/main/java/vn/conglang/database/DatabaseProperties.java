package vn.conglang.database;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL the portal uses. Without a URL it runs one of its own.
 *
 * @param url JDBC address of an external server ({@code PORTAL_DB_URL})
 * @param user who logs in there ({@code PORTAL_DB_USER}); must be a member of the three
 * roles or be allowed to create them
 * @param password its password ({@code PORTAL_DB_PASSWORD})
 * @param app a login of its own for pages and newsroom, instead of {@code user}
 * @param overseer a login of its own for reading across sites, instead of {@code user}
 * @param folder data folder of the embedded server
 * @param poolSize most connections of the application; the overseer gets half as many
 */
@ConfigurationProperties("portal.db")
record DatabaseProperties(@DefaultValue("") String url, @DefaultValue("") String user,
		@DefaultValue("") String password, @Nullable Login app, @Nullable Login overseer,
		@DefaultValue("./var/postgres") Path folder, @DefaultValue("12") int poolSize) {

	boolean embedded() {
		return this.url.isBlank();
	}

	/** Name and password of a database user. */
	record Login(String user, @DefaultValue("") String password) {
	}

}
