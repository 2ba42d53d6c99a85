package vn.conglang;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import vn.conglang.content.Categories;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Publishing;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starting, and failing to start, on an external server: a PostgreSQL of its own that
 * asks for passwords.
 */
@Isolated("each portal that starts sets up the logging")
@TestInstance(Lifecycle.PER_CLASS)
class StartTests {

	private static final String PASSWORD = "dung-mat-khau";

	@TempDir
	private static Path folder = Path.of(".");

	@SuppressWarnings("NullAway.Init")
	private EmbeddedPostgres server;

	@BeforeAll
	void aServerThatAsksForPasswords() throws IOException, SQLException {
		Path data = folder.resolve("data");
		this.server = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).start();
		try (Connection connection = this.server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			// no superuser: a login that may create roles, as a careful administrator
			// gives
			statement.execute("CREATE ROLE van_hanh LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
			statement.execute("CREATE DATABASE hai_nut OWNER van_hanh");
			statement.execute("CREATE DATABASE moi_hon OWNER van_hanh");
			Files.writeString(data.resolve("pg_hba.conf"),
					"host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
			statement.execute("SELECT pg_reload_conf()");
		}
	}

	@AfterAll
	void stop() throws IOException {
		this.server.close();
	}

	@Test
	void aWrongPasswordIsToldInOneLine() {
		assertThat(failure("moi_hon", "--portal.db.password=sai")).contains("refuses user \"van_hanh\"")
			.contains("PORTAL_DB_PASSWORD")
			.doesNotContain("\n");
	}

	@Test
	void aServerThatCannotBeReachedIsToldInOneLine() throws IOException {
		int closed;
		try (ServerSocket socket = new ServerSocket(0)) {
			closed = socket.getLocalPort();
		}
		assertThat(failure("moi_hon", "--portal.db.url=jdbc:postgresql://127.0.0.1:" + closed + "/x"))
			.contains("cannot be reached")
			.contains("PORTAL_DB_URL")
			.doesNotContain("\n");
	}

	@Test
	void aDatabaseThatIsNotThereIsToldInOneLine() {
		assertThat(failure("khong_co")).contains("There is no such database").doesNotContain("\n");
	}

	@Test
	void aPortInUseIsToldInOneLine() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			assertThat(failure("hai_nut", "--server.port=" + socket.getLocalPort()))
				.contains("Port " + socket.getLocalPort() + " is in use")
				.contains("--server.port")
				.doesNotContain("\n");
		}
	}

	@Test
	void aMistakeInTheTenantConfigurationIsToldAndNothingIsChanged() throws IOException {
		Path tenants = Files.createDirectory(folder.resolve("cau-hinh"));
		Files.writeString(tenants.resolve("province.yaml"), "province: {slug: x, kind: tỉnh}\n");
		assertThat(failure("hai_nut", "--portal.tenant-config=file:" + tenants)).contains("province.yaml:1:")
			.contains("nothing was changed");
	}

	@Test
	void aDatabaseOfANewerPortalIsRefused() throws SQLException {
		try (ConfigurableApplicationContext portal = start("moi_hon")) {
			assertThat(portal.isActive()).isTrue();
		}
		try (Connection connection = DriverManager.getConnection(url("moi_hon"), "postgres", "");
				Statement statement = connection.createStatement()) {
			statement.execute("""
					INSERT INTO flyway_schema_history
					SELECT installed_rank + 100, '999', 'from the future', type, 'V999__x.sql', checksum, installed_by,
					       installed_on, execution_time, success
					FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1""");
		}
		assertThat(failure("moi_hon")).contains("newer portal").contains("999").doesNotContain("\n");
	}

	@Test
	void twoNodesThatStartAtOnceShareOneDatabaseAndHearOfEachOther() throws Exception {
		// two nodes in one process must not set up its one logging system at the same
		// time
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
			List<Future<ConfigurableApplicationContext>> starting = nodes.invokeAll(
					List.<Callable<ConfigurableApplicationContext>>of(() -> start("hai_nut"), () -> start("hai_nut")));
			try (ConfigurableApplicationContext first = starting.get(0).get();
					ConfigurableApplicationContext second = starting.get(1).get()) {
				Sites sites = second.getBean(Sites.class);
				assertThat(sites.all()).hasSize(156);
				Site site = sites.bySlug("ba-chuc").orElseThrow();
				long before = sites.version(site.id());
				publish(first, site);
				Patiently.await().until(() -> sites.version(site.id()) > before);
			}
		}
		finally {
			System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
		}
	}

	private static void publish(ConfigurableApplicationContext node, Site site) {
		Publishing publishing = node.getBean(Publishing.class);
		Categories categories = node.getBean(Categories.class);
		CurrentSite.run(site.id(), () -> {
			categories.ensureStandard();
			publishing.publish(publishing.begin(EntryType.ARTICLE,
					new EntryText("Từ nút kia", "", "<p>A</p>", categories.all().getFirst().id(), Map.of(), ""),
					"thử"));
		});
	}

	private String failure(String database, String... more) {
		try (ConfigurableApplicationContext context = start(database, more)) {
			return "started";
		}
		catch (RuntimeException ex) {
			return Objects.requireNonNullElse(StartFailureReporter.explain(ex), String.valueOf(ex));
		}
	}

	private ConfigurableApplicationContext start(String database, String... more) {
		List<String> arguments = new ArrayList<>(List.of("--portal.db.url=" + url(database),
				"--portal.db.user=van_hanh", "--portal.db.password=" + PASSWORD,
				"--portal.var=" + folder.resolve("var"), "--server.port=0", "--management.server.port=0",
				"--portal.base-url=http://localhost:0", "--portal.db.pool-size=4"));
		for (String argument : more) {
			String name = argument.substring(0, argument.indexOf('='));
			arguments.removeIf((known) -> known.startsWith(name + "="));
			arguments.add(argument);
		}
		return SpringApplication.run(PortalApplication.class, arguments.toArray(String[]::new));
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.server.getPort() + "/" + database;
	}

}
