package vn.conglang.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.kernel.StartFailure;

/**
 * The PostgreSQL that the portal runs itself, for newcomers and small installations: a
 * folder with data that is kept, and a server on a free port of this machine for as long
 * as the portal runs. A lock file beside the folder tells that a portal is using it; a
 * command started meanwhile uses the running server.
 */
final class EmbeddedServer implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

	private static final String DATABASE = "portal";

	private static final int LEAST_BUFFERS = 256;

	private static final int MOST_BUFFERS = 2048;

	private final String url;

	private final @Nullable EmbeddedPostgres process;

	private final @Nullable RandomAccessFile lock;

	private EmbeddedServer(String url, @Nullable EmbeddedPostgres process, @Nullable RandomAccessFile lock) {
		this.url = url;
		this.process = process;
		this.lock = lock;
	}

	/**
	 * Starts the server of the folder, or joins the one that runs.
	 * @param folder data folder, made when missing
	 * @param share whether a server that another portal runs may be used (by a command);
	 * otherwise that is a failure
	 * @throws StartFailure one line for the operator
	 */
	static EmbeddedServer start(Path folder, boolean share) {
		Path data = folder.toAbsolutePath().normalize();
		try {
			Files.createDirectories(data.getParent());
			RandomAccessFile lock = new RandomAccessFile(data.resolveSibling(data.getFileName() + ".lock").toFile(),
					"rw");
			if (!tryLock(lock)) {
				lock.close();
				if (!share) {
					throw new StartFailure("Another portal is already running on the data folder " + data
							+ ". Stop it, or choose another folder with --portal.var=<folder>.");
				}
				return new EmbeddedServer(url(runningPort(data)), null, null);
			}
			try {
				return launch(data, lock);
			}
			catch (IOException | RuntimeException ex) {
				lock.close();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new StartFailure("The embedded database cannot use the folder " + data + ": " + ex.getMessage()
					+ ". Make the folder writable, or choose another with --portal.var=<folder>.", ex);
		}
	}

	private static EmbeddedServer launch(Path data, RandomAccessFile lock) throws IOException {
		checkFolder(data);
		stopOrphan(data);
		// the files of the program go below the folder's parent, so that no other user's
		// leftovers in the common temporary folder are in the way
		EmbeddedPostgres process = EmbeddedPostgres.builder()
			.setDataDirectory(data)
			.setCleanDataDirectory(false)
			.setOverrideWorkingDirectory(data.resolveSibling("postgres-program").toFile())
			// it outlives the requests under way; close() stops it
			.setRegisterShutdownHook(false)
			.setPGStartupWait(Duration.ofSeconds(60))
			.setServerConfig("shared_buffers", sharedBuffers(memory()) + "MB")
			// what it reads is mostly in the files' cache of the system: handing that to
			// workers costs more
			.setServerConfig("io_method", "sync")
			.setServerConfig("max_connections", "60")
			.setServerConfig("listen_addresses", "127.0.0.1")
			.start();
		try {
			prepare(process.getPort());
		}
		catch (SQLException ex) {
			process.close();
			throw new StartFailure("The embedded database in " + data + " does not answer as expected: "
					+ ex.getMessage() + ". See the log above.", ex);
		}
		log.info("Embedded PostgreSQL runs on port {} with its data in {}", process.getPort(), data);
		return new EmbeddedServer(url(process.getPort()), process, lock);
	}

	/**
	 * How much of the machine's memory the server keeps pages in, in megabytes: an
	 * eighth, as there are others. The index of the search is read all over; what is not
	 * there has to be fetched from the system's cache and checked, which takes longer
	 * than looking at it.
	 */
	static long sharedBuffers(long memory) {
		return Math.clamp(memory / 8, LEAST_BUFFERS, MOST_BUFFERS);
	}

	/** Of the machine or container, in megabytes. */
	private static long memory() {
		return (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)
				? system.getTotalMemorySize() >> 20 : 0;
	}

	String url() {
		return this.url;
	}

	@Override
	public void close() throws IOException {
		if (this.process != null) {
			this.process.close();
		}
		if (this.lock != null) {
			this.lock.close();
		}
	}

	private static boolean tryLock(RandomAccessFile file) throws IOException {
		try {
			FileLock lock = file.getChannel().tryLock();
			return lock != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

	private static void checkFolder(Path data) throws IOException {
		if (!Files.exists(data)) {
			return;
		}
		Path versionFile = data.resolve("PG_VERSION");
		if (!Files.exists(versionFile)) {
			try (var files = Files.list(data)) {
				if (files.findAny().isPresent()) {
					throw new StartFailure("The folder " + data + " holds files but no PostgreSQL data."
							+ " Empty it, or choose another with --portal.var=<folder>.");
				}
			}
			return;
		}
		String version = Files.readString(versionFile).strip();
		if (!version.equals("18")) {
			throw new StartFailure(String.format(Locale.ROOT,
					"The folder %s holds data of PostgreSQL %s, but the embedded server is version 18."
							+ " Move the data with pg_dump and pg_restore, or use an external server (PORTAL_DB_URL).",
					data, version));
		}
	}

	/**
	 * After the portal was killed its server may live on. Nobody holds the lock, so it is
	 * ours to stop.
	 */
	private static void stopOrphan(Path data) throws IOException {
		Path pidFile = data.resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return;
		}
		List<String> lines = Files.readAllLines(pidFile);
		Optional<ProcessHandle> orphan = lines.isEmpty() ? Optional.empty()
				: ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
					.filter((process) -> process.info().command().orElse("").contains("postgres"));
		if (orphan.isEmpty()) {
			return;
		}
		log.info("Stopping the database server left behind by a portal that was killed (process {})",
				orphan.get().pid());
		orphan.get().destroy();
		try {
			orphan.get().onExit().get(20, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			throw new StartFailure("A database server left behind (process " + orphan.get().pid()
					+ ") does not stop. Stop it by hand and start again.", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static int runningPort(Path data) throws IOException {
		List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
		if (lines.size() < 4) {
			throw new StartFailure("The portal on the data folder " + data + " is still starting. Try again shortly.");
		}
		return Integer.parseInt(lines.get(3).strip());
	}

	private static void prepare(int port) throws SQLException {
		String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
		try (Connection connection = DriverManager.getConnection(server + "postgres", "postgres", "");
				Statement statement = connection.createStatement()) {
			boolean exists;
			try (ResultSet found = statement
				.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
				exists = found.next();
			}
			if (!exists) {
				statement.execute("CREATE DATABASE " + DATABASE + " TEMPLATE template0 ENCODING 'UTF8'");
			}
		}
		try (Connection connection = DriverManager.getConnection(server + DATABASE, "postgres", "")) {
			DatabaseRoles.prepare(connection, true);
		}
	}

	private static String url(int port) {
		return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
	}

}
