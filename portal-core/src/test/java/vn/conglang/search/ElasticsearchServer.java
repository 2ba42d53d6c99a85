package vn.conglang.search;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import vn.conglang.Patiently;

/**
 * A real Elasticsearch server, a process of its own that the build has laid out in
 * {@code test-elasticsearch/target}. It can be stopped, killed and started again over the
 * same data.
 */
public final class ElasticsearchServer {

	private static final Path SOURCE = Path.of("../test-elasticsearch").toAbsolutePath().normalize();

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final Path home;

	private final int port;

	private Process process;

	private ElasticsearchServer(Path home, int port, Process process) {
		this.home = home;
		this.port = port;
		this.process = process;
	}

	/** The server that all tests share who do it no harm; it is stopped with the JVM. */
	public static ElasticsearchServer shared() {
		return Shared.SERVER;
	}

	/** A server with data of its own, which is stopped with the JVM at the latest. */
	public static ElasticsearchServer start() {
		try {
			Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target/test-var")), "elasticsearch")
				.toAbsolutePath();
			int port;
			try (ServerSocket free = new ServerSocket(0)) {
				port = free.getLocalPort();
			}
			ElasticsearchServer server = new ElasticsearchServer(home, port, run(home, port));
			Runtime.getRuntime().addShutdownHook(new Thread(() -> server.process.destroyForcibly()));
			server.await();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Process run(Path home, int port) throws IOException {
		Path server = SOURCE.resolve("target/elasticsearch");
		return new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--add-modules=jdk.incubator.vector",
				"--enable-native-access=ALL-UNNAMED", "-cp", server.resolve("lib") + "/*",
				SOURCE.resolve("src/Elasticsearch.java").toString(), home.toString(), Integer.toString(port),
				server.resolve("transport-netty4").toString())
			.redirectErrorStream(true)
			.redirectOutput(new File("target/elasticsearch.log"))
			.start();
	}

	public int port() {
		return this.port;
	}

	public String url() {
		return "http://127.0.0.1:" + this.port;
	}

	/** Stops it as an operator does. */
	public void stop() {
		this.process.destroy();
		gone();
	}

	/** Like a power cut. */
	public void kill() {
		this.process.destroyForcibly();
		gone();
	}

	/** Starts it again over what it had, on the same port. */
	public void startAgain() {
		try {
			this.process = run(this.home, this.port);
			await();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** For the next test, whatever became of the one before. */
	public void startUnlessRunning() {
		if (!this.process.isAlive()) {
			startAgain();
		}
	}

	/** Lets it say that it is another version than it is. */
	public void pretend(String version) {
		try {
			Files.writeString(this.home.resolve("version"), version);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Lets it say again which version it is. */
	public void pretendNothing() {
		try {
			Files.deleteIfExists(this.home.resolve("version"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Asks it directly.
	 * @param body JSON, or empty
	 * @return its answer, whatever the status
	 */
	public String ask(String method, String path, String body) {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create(url() + path).toURL().openConnection();
			connection.setRequestMethod(method);
			connection.setConnectTimeout(1_000);
			connection.setReadTimeout(30_000);
			if (!body.isEmpty()) {
				connection.setDoOutput(true);
				connection.setRequestProperty("Content-Type", "application/json");
				try (OutputStream out = connection.getOutputStream()) {
					out.write(body.getBytes(StandardCharsets.UTF_8));
				}
			}
			boolean fine = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST;
			try (InputStream in = fine ? connection.getInputStream() : connection.getErrorStream()) {
				return (in != null) ? new String(in.readAllBytes(), StandardCharsets.UTF_8) : "";
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void gone() {
		CompletableFuture<Process> end = this.process.onExit();
		end.join();
	}

	private void await() {
		Patiently.await()
			.alias("answers; see target/elasticsearch.log")
			.atMost(PATIENCE)
			.ignoreExceptionsInstanceOf(UncheckedIOException.class)
			.failFast("It has ended; see target/elasticsearch.log", () -> !this.process.isAlive())
			.until(() -> ask("GET", "/_cluster/health?wait_for_status=yellow&timeout=30s", "")
				.contains("\"timed_out\":false"));
	}

	private static final class Shared {

		private static final ElasticsearchServer SERVER = start();

	}

}
