package vn.conglang;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The command line as its own process: started, killed in the middle, started again. */
class CrashTests {

	private static final int LINES = 400;

	@TempDir
	private Path folder = Path.of(".");

	@Test
	void killedWhileImportingItGoesOnWhereItWasAndEntriesAndFactsAgree() throws Exception {
		Path file = lines();
		Process killed = portal("import", "--site", "ba-chuc", file.toString());
		awaitEntries(killed, 40);
		killed.destroyForcibly().waitFor();
		// the database server that was left behind is found and stopped by the next start

		Process again = portal("import", "--site", "ba-chuc", file.toString());
		assertThat(again.waitFor(120, TimeUnit.SECONDS)).isTrue();
		assertThat(again.exitValue()).as(output()).isZero();
		assertThat(output()).containsPattern("[0-9]+ imported, [1-9][0-9]+ already there, 0 bad");

		Process held = portal("import", "--site", "ba-chuc", file.toString());
		awaitEntries(held, LINES);
		assertThat(count("SELECT count(*) FROM entry")).isEqualTo(LINES);
		assertThat(count("SELECT count(*) FROM entry WHERE status <> 'PUBLISHED' OR published_revision_id IS NULL"))
			.isZero();
		assertThat(count("SELECT count(*) FROM revision")).isEqualTo(LINES);
		assertThat(count("SELECT count(*) FROM volume_fact WHERE act = 'PUBLISHED'")).isEqualTo(LINES);
		assertThat(count("SELECT count(*) FROM entry e WHERE NOT EXISTS"
				+ " (SELECT FROM volume_fact f WHERE f.entry_id = e.id AND f.site_id = e.site_id)"))
			.isZero();
		held.destroyForcibly().waitFor();
		stopLeftBehind();
	}

	@Test
	void helpAndCheckNeedNoDatabaseAndWrongCallsEndWithACode() throws Exception {
		assertThat(run("--help")).isZero();
		assertThat(output()).contains("import").contains("check").contains("user");
		assertThat(run("import", "--help")).isZero();
		assertThat(output()).contains("--spread");
		assertThat(run("check")).isZero();
		assertThat(output()).contains("tỉnh An Giang: 11 areas, 156 sites");
		assertThat(run("khong-co-lenh")).isEqualTo(2);
		assertThat(run("check", "--portal.tenant-config=file:" + this.folder)).isOne();
		assertThat(output()).contains("ERROR: There is no tenant configuration");
		assertThat(Files.exists(this.folder.resolve("var"))).isFalse();
	}

	@Test
	void aFolderWithForeignFilesIsNotTouched() throws Exception {
		Path data = Files.createDirectories(this.folder.resolve("var/postgres"));
		Files.writeString(data.resolve("bao-cao.txt"), "của ai đó");
		assertThat(run("import", "--site", "ba-chuc", lines().toString())).isOne();
		assertThat(output()).contains("holds files but no PostgreSQL data");
		assertThat(Files.readString(data.resolve("bao-cao.txt"))).isEqualTo("của ai đó");
	}

	private Path lines() throws IOException {
		StringBuilder lines = new StringBuilder();
		for (int i = 0; i < LINES; i++) {
			lines.append("{\"title\": \"Tin ").append(i).append("\", \"body_html\": \"<p>Nội dung</p>\"}\n");
		}
		return Files.writeString(this.folder.resolve("tin.jsonl"), lines);
	}

	private int run(String... words) throws IOException, InterruptedException {
		Process process = portal(words);
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		return process.exitValue();
	}

	private Process portal(String... words) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx384m", "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), "vn.conglang.PortalApplication"));
		command.addAll(List.of(words));
		command.add("--portal.var=" + this.folder.resolve("var"));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("output.txt").toFile())
			.start();
	}

	private String output() throws IOException {
		return Files.readString(this.folder.resolve("output.txt"), StandardCharsets.UTF_8);
	}

	/** Waits until the process has a database with so many entries in it. */
	private void awaitEntries(Process process, int wanted) throws IOException {
		Instant deadline = Instant.now().plus(Duration.ofSeconds(120));
		while (Instant.now().isBefore(deadline)) {
			try {
				if (count("SELECT count(*) FROM entry") >= wanted) {
					return;
				}
			}
			catch (SQLException | IOException ex) {
				// not there yet
				assertThat(process.isAlive()).as(output()).isTrue();
			}
			LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
		}
		throw new AssertionError("Not " + wanted + " entries in time: " + output());
	}

	private int count(String sql) throws SQLException, IOException {
		try (Connection connection = DriverManager
			.getConnection("jdbc:postgresql://127.0.0.1:" + pid().get(3).strip() + "/portal", "postgres", "");
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getInt(1);
		}
	}

	private List<String> pid() throws IOException {
		List<String> lines = Files.readAllLines(this.folder.resolve("var/postgres/postmaster.pid"));
		if (lines.size() < 4) {
			throw new IOException("starting");
		}
		return lines;
	}

	private void stopLeftBehind() throws IOException {
		ProcessHandle.of(Long.parseLong(pid().get(0).strip())).ifPresent((server) -> {
			server.destroy();
			server.onExit().orTimeout(30, TimeUnit.SECONDS).join();
		});
	}

}
