package vn.conglang;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.conglang.analytics.MatomoServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The portal as its own process: started, killed in the middle, started again. */
class CrashTests {

	/** Several portals start at once here. */
	private static final Duration LONG = Duration.ofMinutes(2);

	static {
		// the JDK does not resolve *.localhost, so the host is named in the header
		System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
	}

	private static final int LINES = 400;

	/** The program as it is delivered, and what its starts share. */
	@TempDir
	private static Path program = Path.of(".");

	private static String classPath = "";

	@TempDir
	private Path folder = Path.of(".");

	@Test
	void killedWhileImportingAndWhileIndexingItGoesOnWhereItWasAndChecksSaySo() throws Exception {
		newPortal();
		Path file = lines();
		Process importing = portal("import", "--site", "ba-chuc", file.toString());
		awaitEntries(importing, 40);
		importing.destroyForcibly().waitFor();
		// the database server that was left behind is found and stopped by the next start

		assertThat(run("import", "--site", "ba-chuc", file.toString())).as(output()).isZero();
		assertThat(output()).containsPattern("[0-9]+ imported, [1-9][0-9]+ already there, 0 bad");

		String[] words = { "--portal.sample-content=false", "--management.server.port=0",
				"--server.port=" + freePort() };
		Process indexing = portal(words);
		await(() -> indexing.isAlive() && found("SELECT count(*) FROM search_document") > 0);
		indexing.destroyForcibly().waitFor();

		Process again = portal(words);
		await(() -> again.isAlive() && found("SELECT count(*) FROM search_document WHERE shown AND desk") == LINES
				&& found("SELECT count(*) FROM search_pending") == 0);
		assertThat(count("SELECT count(*) FROM entry")).isEqualTo(LINES);
		assertThat(count("SELECT count(*) FROM entry WHERE status <> 'PUBLISHED' OR published_revision_id IS NULL"))
			.isZero();
		assertThat(count("SELECT count(*) FROM revision")).isEqualTo(LINES);
		assertThat(count("SELECT count(*) FROM volume_fact WHERE act = 'PUBLISHED'")).isEqualTo(LINES);
		assertThat(count("SELECT count(*) FROM entry e WHERE NOT EXISTS"
				+ " (SELECT FROM volume_fact f WHERE f.entry_id = e.id AND f.site_id = e.site_id)"))
			.isZero();
		assertThat(count("SELECT sum(published) FROM volume_sum WHERE span = 'MONTH_TOTAL'")).isEqualTo(LINES);
		again.destroyForcibly().waitFor();

		// the commands stop the server that was left behind, too
		assertThat(run("check", "volume")).as(output()).isZero();
		assertThat(output()).contains(LINES + " entries and " + LINES + " facts of 156 sites")
			.contains("facts, sums and last days agree");
		assertThat(run("check", "search")).as(output()).isZero();
		assertThat(output()).contains(LINES + " entries of 156 sites: the search index agrees");
	}

	@Test
	void killedWhileTheBoardWorksItKeepsWhatItSaidItKeptAndMakesUpWhatFellDue() throws Exception {
		newPortal();
		String password = "mat-khau-thu-nghiem";
		String[] words = { "--portal.sample-content=false", "--portal.admin-password=" + password,
				"--management.server.port=0" };
		int port = freePort();
		Process killed = portal(with(words, "--server.port=" + port, "--portal.plans.look-every=1h"));
		CrashDesk desk = new CrashDesk(port);
		desk.login(killed, "admin", password);
		desk.post("/bien-tap/ba-chuc/quy-trinh/chon", "mau=ALONE");
		byte[] old = pictures(1, 1200, 800).getFirst();
		String oldUrl = desk.picture("ba-chuc", old);
		String planned = desk.begin("ba-chuc", "Bài hẹn giờ");
		Instant due = Instant.now().plusSeconds(4);
		desk.save(planned, 1, "Nội dung",
				"viec=xuat-ban&at=" + LocalDateTime.ofInstant(due, ZoneId.of("Asia/Ho_Chi_Minh")));
		assertThat(count("SELECT count(*) FROM planned_act WHERE state = 'WAITING'")).isOne();
		String written = desk.begin("ba-chuc", "Bài đang viết");

		String typed = desk.begin("ba-chuc", "Bài đang gõ");
		AtomicInteger letters = new AtomicInteger();

		List<byte[]> photos = pictures(12, 4000, 3000);
		AtomicInteger saves = new AtomicInteger();
		List<String> taken = new CopyOnWriteArrayList<>();
		AtomicInteger sent = new AtomicInteger();
		try (ExecutorService people = Executors.newFixedThreadPool(3)) {
			people.submit(() -> {
				while (true) {
					desk.type(typed, letters.get() + 1);
					letters.incrementAndGet();
				}
			});
			people.submit(() -> {
				while (true) {
					desk.save(written, saves.get() + 1, "Lần " + (saves.get() + 1) + ".", "");
					saves.incrementAndGet();
				}
			});
			people.submit(() -> {
				for (byte[] photo : photos) {
					sent.incrementAndGet();
					taken.add(desk.picture("ba-chuc", photo));
				}
				return true;
			});
			// until several are kept and the next one is being drawn
			await(() -> saves.get() >= 5 && letters.get() >= 5 && taken.size() >= 2 && sent.get() > taken.size()
					&& Instant.now().isAfter(due));
			killed.destroyForcibly().waitFor();
		}

		Process again = portal(with(words, "--server.port=" + port));
		desk.login(again, "admin", password);
		await(() -> count("SELECT count(*) FROM planned_act WHERE state = 'DONE'") == 1);
		String ofPlanned = planned.replaceFirst(".*/", "");
		assertThat(count("SELECT count(*) FROM volume_fact WHERE act = 'PUBLISHED' AND entry_id = " + ofPlanned))
			.isOne();
		assertThat(count("SELECT count(*) FROM act WHERE kind = 'PUBLISHED' AND entry_id = " + ofPlanned)).isOne();
		assertThat(desk.citizen("ba-chuc", "/bai-viet/bai-hen-gio").statusCode()).isEqualTo(200);

		String ofWritten = written.replaceFirst(".*/", "");
		for (int i = 1; i <= saves.get(); i++) {
			assertThat(count("SELECT count(*) FROM revision WHERE entry_id = " + ofWritten + " AND body = '<p>Lần " + i
					+ ".</p>'"))
				.as("save " + i + " of " + saves)
				.isOne();
		}
		assertThat(count("SELECT count(*) FROM revision WHERE entry_id = " + ofWritten)).isBetween(saves.get() + 1,
				saves.get() + 2);

		assertThat(count("SELECT (text ->> 'summary')::int FROM working_copy WHERE text IS NOT NULL AND entry_id = "
				+ typed.replaceFirst(".*/", "")))
			.as("what was typed last, and kept")
			.isBetween(letters.get(), letters.get() + 1);

		taken.add(oldUrl);
		for (String url : taken) {
			for (String width : List.of(".jpg", ".480.jpg", ".960.webp")) {
				HttpResponse<byte[]> picture = desk.citizen("ba-chuc", url.replace(".jpg", width));
				assertThat(picture.statusCode()).as(url + width).isEqualTo(200);
				assertThat(ImageIO.read(new ByteArrayInputStream(picture.body()))).as(url + width).isNotNull();
			}
		}
		assertThat(count("SELECT count(*) FROM media")).isBetween(taken.size(), taken.size() + 1);
		String next = desk.picture("ba-chuc", photos.get(taken.size() - 1));
		assertThat(desk.citizen("ba-chuc", next).statusCode()).as("the one that was being drawn").isEqualTo(200);
		try (Stream<Path> files = Files.walk(this.folder.resolve("var/media"))) {
			for (Path file : files.filter(Files::isRegularFile)
				.filter((file) -> !file.toString().endsWith(".part"))
				.toList()) {
				assertThat(ImageIO.read(file.toFile())).as(file + " is whole").isNotNull();
			}
		}
		again.destroyForcibly().waitFor();
		stopLeftBehind();
	}

	@Test
	void killedWithHitsThatWaitForMatomoItDeliversThemAllAfterTheNextStart() throws Exception {
		newPortal();
		MatomoServer matomo = MatomoServer.start();
		matomo.stop();
		int port = freePort();
		String[] words = { "--portal.sample-content=false", "--management.server.port=0", "--server.port=" + port,
				"--portal.tenant-config=file:" + AnalyticsTest.WithMatomo.tenants(),
				"--portal.analytics.matomo.url=" + matomo.url(),
				"--portal.analytics.matomo.token=" + MatomoServer.TOKEN, "--portal.analytics.deliver-every=100ms" };
		Process killed = portal(words);
		CrashDesk citizen = new CrashDesk(port);
		await(() -> killed.isAlive() && answers(port));
		for (int i = 0; i < LINES; i++) {
			assertThat(citizen.visit("ba-chuc", "/?utm_content=" + i)).isEqualTo(200);
		}
		await(() -> hitsOnDisk() == LINES);
		killed.destroyForcibly().waitFor();

		matomo.restart();
		Process again = portal(words);
		List<MatomoServer.Tracked> hits = matomo.await("ba-chuc", LINES);
		assertThat(hits).extracting((hit) -> "" + hit.get("url")).doesNotHaveDuplicates().hasSize(LINES);
		assertThat(hits.getLast().get("url")).endsWith("?utm_content=" + (LINES - 1));
		assertThat(matomo.complaints()).isEmpty();
		again.destroyForcibly().waitFor();
		matomo.stop();
		stopLeftBehind();
	}

	private static boolean answers(int port) {
		try (Socket socket = new Socket("localhost", port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private long hitsOnDisk() throws IOException {
		try (Stream<Path> files = Files.list(this.folder.resolve("var/analytics/1"))) {
			long lines = 0;
			for (Path file : files.filter((one) -> one.toString().endsWith(".hits")).toList()) {
				lines += Files.readAllLines(file).size();
			}
			return lines;
		}
	}

	/** Like {@link #count}, with -1 as long as there is no database. */
	private int found(String sql) {
		try {
			return count(sql);
		}
		catch (SQLException | IOException ex) {
			return -1;
		}
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

	/**
	 * Makes one portal without content, which the tests copy; it leaves an archive of the
	 * classes it has loaded, with which all later starts are quicker.
	 */
	@BeforeAll
	static void aPortal() throws IOException, InterruptedException {
		classPath = packed();
		Process process = portal(program, List.of("-XX:ArchiveClassesAtExit=" + program.resolve("portal.jsa")), "check",
				"volume");
		assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(Files.readString(program.resolve("output.txt"))).isZero();
	}

	/** A portal with its database, before anything was written in it. */
	private void newPortal() throws IOException {
		Path made = program.resolve("var");
		try (Stream<Path> files = Files.walk(made)) {
			for (Path file : files.toList()) {
				Files.copy(file, this.folder.resolve("var").resolve(made.relativize(file)),
						StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
	}

	/** The class path with the classes in files, as an archive wants them. */
	private static String packed() throws IOException {
		List<String> parts = new ArrayList<>();
		for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
			Path path = Path.of(part);
			if (!Files.isDirectory(path)) {
				parts.add(part);
			}
			else if (!path.endsWith("test-classes")) {
				parts.add(pack(path, program.resolve("part-" + parts.size() + ".jar")).toString());
			}
		}
		return String.join(File.pathSeparator, parts);
	}

	private static Path pack(Path folder, Path jar) throws IOException {
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
				Stream<Path> files = Files.walk(folder)) {
			out.setLevel(Deflater.NO_COMPRESSION);
			for (Path file : files.toList()) {
				String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
				if (!name.isEmpty()) {
					out.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
					if (Files.isRegularFile(file)) {
						Files.copy(file, out);
					}
				}
			}
		}
		return jar;
	}

	/** Different ones, each of this size. */
	private static List<byte[]> pictures(int number, int width, int height) throws IOException {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		List<byte[]> all = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			Graphics2D pen = image.createGraphics();
			pen.setColor(new Color(20 * i, 200, 100));
			pen.fillRect(20 * i, 10, width / 2, height / 2);
			pen.dispose();
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			ImageIO.write(image, "jpg", bytes);
			all.add(bytes.toByteArray());
		}
		return all;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static String[] with(String[] words, String... more) {
		return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
	}

	private void await(Callable<Boolean> wanted) throws Exception {
		Patiently.await().atMost(LONG).untilAsserted(() -> assertThat(wanted.call()).as(output()).isTrue());
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
		assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
		return process.exitValue();
	}

	private Process portal(String... words) throws IOException {
		return portal(this.folder, List.of("-XX:SharedArchiveFile=" + program.resolve("portal.jsa")), words);
	}

	private static Process portal(Path folder, List<String> options, String... words) throws IOException {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
				"-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
		command.addAll(options);
		command.addAll(List.of("-cp", classPath, "vn.conglang.PortalApplication"));
		command.addAll(List.of(words));
		command.add("--portal.var=" + folder.resolve("var"));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(folder.resolve("output.txt").toFile())
			.start();
	}

	private String output() throws IOException {
		return Files.readString(this.folder.resolve("output.txt"), StandardCharsets.UTF_8);
	}

	/** Waits until the process has a database with so many entries in it. */
	private void awaitEntries(Process process, int wanted) throws IOException {
		Patiently.await()
			.atMost(LONG)
			.ignoreExceptionsMatching((ex) -> process.isAlive())
			.untilAsserted(
					() -> assertThat(count("SELECT count(*) FROM entry")).as(output()).isGreaterThanOrEqualTo(wanted));
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

	/** Somebody at work in a portal that is another process. */
	private final class CrashDesk {

		private final HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.cookieHandler(new CookieManager())
			.build();

		private final int port;

		private String token = "";

		private int account;

		CrashDesk(int port) {
			this.port = port;
		}

		/** As soon as the portal answers. */
		void login(Process process, String name, String password) throws Exception {
			await(() -> {
				assertThat(process.isAlive()).as(output()).isTrue();
				try {
					return send(request("quan-tri", "/dang-nhap")).statusCode() == 200;
				}
				catch (IOException ex) {
					return false;
				}
			});
			this.token = token("/dang-nhap");
			post("/dang-nhap", "username=" + name + "&password=" + password);
			this.token = token("/toi");
			this.account = count("SELECT id FROM account WHERE username = '" + name + "'");
		}

		/** The address of a new article. */
		String begin(String site, String title) throws IOException, InterruptedException {
			send(request("quan-tri", "/bien-tap/" + site + "/bai/moi"));
			return post("/bien-tap/" + site + "/bai/moi?loai=article", "title=" + encode(title) + "&categoryId="
					+ category(site) + "&bodyHtml=" + encode("<p>Mở đầu</p>"));
		}

		void save(String address, int base, String text, String more) throws IOException, InterruptedException {
			String site = address.split("/")[2];
			String title = more.isEmpty() ? "Bài đang viết" : "Bài hẹn giờ";
			post(address, "base=" + base + "&title=" + encode(title) + "&categoryId=" + category(site) + "&bodyHtml="
					+ encode("<p>" + text + "</p>") + "&" + more);
		}

		/** Keeps what is typed, without a save. */
		void type(String address, int letters) throws IOException, InterruptedException {
			String site = address.split("/")[2];
			HttpResponse<byte[]> answer = send(request("quan-tri", "/bien-tap/" + site + "/bai/ban-nhap")
				.header("Content-Type", "application/json")
				.header("X-CSRF-TOKEN", this.token)
				.POST(HttpRequest.BodyPublishers.ofString("""
						{"account": %d, "entry": %s, "type": "article", "base": 1, "page": "trang-dang-go-1",
						"values": {"title": "Bài đang gõ", "summary": "%d"}}""".formatted(this.account,
						address.replaceFirst(".*/", ""), letters))));
			assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"kept\":true");
		}

		/** The address of the picture, once it is taken in. */
		String picture(String site, byte[] content) throws IOException, InterruptedException {
			byte[] head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n"
				.getBytes(StandardCharsets.UTF_8);
			byte[] foot = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
			HttpResponse<byte[]> answer = send(request("quan-tri", "/bien-tap/" + site + "/anh")
				.header("Content-Type", "multipart/form-data; boundary=x")
				.header("X-CSRF-TOKEN", this.token)
				.POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, foot))));
			String body = new String(answer.body(), StandardCharsets.UTF_8);
			assertThat(answer.statusCode()).as(body).isEqualTo(201);
			return body.replaceFirst(".*\"url\":\"([^\"]+)\".*", "$1");
		}

		HttpResponse<byte[]> citizen(String site, String path) throws IOException, InterruptedException {
			return send(request(site, path));
		}

		/** The status of what a citizen with a browser gets. */
		int visit(String site, String path) throws IOException, InterruptedException {
			return send(request(site, path).header("User-Agent",
					"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0"))
				.statusCode();
		}

		/** Sends a form, and answers with the address it leads to. */
		String post(String path, String form) throws IOException, InterruptedException {
			HttpResponse<byte[]> answer = send(
					request("quan-tri", path).header("Content-Type", "application/x-www-form-urlencoded")
						.POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encode(this.token))));
			assertThat(answer.statusCode()).as(path + new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(302);
			return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
		}

		private int category(String site) throws IOException {
			try {
				return count("SELECT min(c.id) FROM category c JOIN site s ON s.id = c.site_id WHERE s.slug = '" + site
						+ "'");
			}
			catch (SQLException ex) {
				throw new IOException(ex);
			}
		}

		private String token(String path) throws IOException, InterruptedException {
			Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
				.matcher(new String(send(request("quan-tri", path)).body(), StandardCharsets.UTF_8));
			assertThat(token.find()).as(path).isTrue();
			return token.group(1);
		}

		private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		}

		private HttpRequest.Builder request(String host, String path) {
			return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
				.timeout(Duration.ofSeconds(60))
				.header("Host", host + ".localhost:" + this.port);
		}

		private static String encode(String text) {
			return URLEncoder.encode(text, StandardCharsets.UTF_8);
		}

	}

	private void stopLeftBehind() throws IOException {
		ProcessHandle.of(Long.parseLong(pid().get(0).strip())).ifPresent((server) -> {
			server.destroy();
			server.onExit().orTimeout(30, TimeUnit.SECONDS).join();
		});
	}

}
