import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/**
 * The newsroom's part of bin/bench: editors who write, import a Word file, bring a photo, and fifty of them at once. Needs
 * a JDK, nothing else:
 *
 *   PORTAL_ADMIN_PASSWORD=… java -Djdk.httpclient.allowRestrictedHeaders=host bin/lib/Editors.java <port> <seconds> <site>…
 *
 * Prints a figure per line, "name value": times in milliseconds, sizes in KB. Whatever is not answered as it should ends it
 * with code 1.
 */
class Editors {

	static final int EDITORS = 50;

	static final long EVERY = 5_000;

	static final int WARM = 50;

	static final int ROUNDS = 100;

	static int port;

	public static void main(String[] words) throws Exception {
		System.setProperty("java.awt.headless", "true");
		port = Integer.parseInt(words[0]);
		int seconds = Integer.parseInt(words[1]);
		List<String> sites = List.of(words).subList(2, words.length);
		String password = System.getenv("PORTAL_ADMIN_PASSWORD");
		byte[] word = word(25, 5, 1);
		byte[] again = word(25, 5, 2);
		byte[] photo = photo(4000, 3000, 3);
		byte[] secondPhoto = photo(4000, 3000, 4);
		Desk admin = new Desk("admin", password);
		// first the Word file: the portal has just been started, and has imported none yet
		figure("word_kb", word.length / 1024.0);
		figure("word_cold", time(() -> importWord(admin, sites.get(0), word)));
		figure("word_warm", time(() -> importWord(admin, sites.get(0), again)));
		figure("photo_kb", photo.length / 1024.0);
		figure("photo_first", time(() -> bring(admin, sites.get(0), photo)));
		figure("photo_second", time(() -> bring(admin, sites.get(0), secondPhoto)));
		together(admin, sites, password, seconds);
		// last: by now the other widths of the pictures have been drawn
		write(admin, sites.get(0));
	}

	static void importWord(Desk desk, String site, byte[] file) throws Exception {
		HttpResponse<byte[]> sent = desk.upload("/bien-tap/" + site + "/tu-word", "bai.docx", file);
		String draft = desk.get(location(sent));
		expect(draft.split("&lt;img ", -1).length - 1 == 25 && draft.split("&lt;table", -1).length - 1 == 5,
				"the draft has " + (draft.split("&lt;img ", -1).length - 1) + " pictures");
	}

	/** Until the picture is shown, as the editor and as a page for phones show it. */
	static void bring(Desk desk, String site, byte[] photo) throws Exception {
		HttpResponse<byte[]> sent = desk.upload("/bien-tap/" + site + "/anh", "anh.jpg", photo);
		expect(sent.statusCode() == 201, "the photo was answered with " + sent.statusCode() + " " + text(sent));
		String url = found(text(sent), "\"url\":\"([^\"]+)\"");
		for (String shown : List.of(url, url.replace(".jpg", ".960.webp"))) {
			HttpResponse<byte[]> picture = desk.send("/bien-tap/" + site + shown);
			expect(picture.statusCode() == 200 && picture.body().length > 1000, shown + " was not there");
		}
	}

	static void write(Desk desk, String site) throws Exception {
		String text = text(50);
		Draft draft = new Draft(desk, site, "Bài dài để đo");
		List<Double> saves = new ArrayList<>();
		List<Double> opens = new ArrayList<>();
		for (int i = 0; i < WARM + ROUNDS; i++) {
			double save = draft.save(text + "<p>Lần " + i + "</p>");
			double open = time(() -> draft.open());
			if (i >= WARM) {
				saves.add(save);
				opens.add(open);
			}
		}
		figure("article_kb", text.getBytes(StandardCharsets.UTF_8).length / 1024.0);
		figure("save_median", percentile(saves, 50));
		figure("save_p95", percentile(saves, 95));
		figure("open_median", percentile(opens, 50));
		figure("open_p95", percentile(opens, 95));
		weigh(desk, new Draft(desk, site, "Bài ngắn").address);
	}

	/** The page with everything it names, and what that names, as it is sent. */
	static void weigh(Desk desk, String page) throws Exception {
		Set<String> all = new LinkedHashSet<>(List.of(page));
		List<String> waiting = new ArrayList<>(all);
		double bytes = 0;
		while (!waiting.isEmpty()) {
			String address = waiting.removeFirst();
			HttpResponse<byte[]> part = desk.send(address, "Accept-Encoding", "gzip");
			expect(part.statusCode() == 200, address + " is not there");
			bytes += part.body().length;
			String type = part.headers().firstValue("Content-Type").orElse("");
			if (!type.contains("html") && !type.contains("css") && !type.contains("javascript")) {
				continue;
			}
			Matcher named = Pattern.compile(type.contains("html") ? "<(?:link|script|img)[^>]* (?:href|src)=\"(/[^\"]+)\""
					: type.contains("css") ? "url\\([\"']?([^)\"']+)" : "(?:from|import)\\s*\\(?\\s*[\"'](\\.{0,2}/[^\"']+)[\"']")
				.matcher(text(part));
			while (named.find()) {
				if (!named.group(1).startsWith("data:")) {
					String next = URI.create("http://x" + address).resolve(named.group(1)).getPath();
					if (all.add(next)) {
						waiting.add(next);
					}
				}
			}
		}
		figure("editor_parts", all.size());
		figure("editor_kb", bytes / 1024);
	}

	/**
	 * Fifty editors of as many sites. Every five seconds each saves: in turns what the editor keeps by itself while somebody
	 * types, and a new revision, after which the page is shown again.
	 */
	static void together(Desk admin, List<String> sites, String password, int seconds) throws Exception {
		List<Draft> drafts = new ArrayList<>();
		for (int i = 0; i < EDITORS; i++) {
			String site = sites.get(i % sites.size());
			String name = "bien-tap-" + i;
			HttpResponse<byte[]> opened = admin.post("/tai-khoan/moi", Map.of("username", name, "displayName", "Biên tập " + i,
					"password", password, "role", "EDITOR", "scope", "site " + site));
			expect(opened.statusCode() == 302, "no account for " + site + ": " + opened.statusCode());
			drafts.add(new Draft(new Desk(name, password), site, "Bài của người thứ " + i));
		}
		List<Double> times = Collections.synchronizedList(new ArrayList<>());
		List<String> errors = Collections.synchronizedList(new ArrayList<>());
		String text = text(10);
		long begin = System.nanoTime();
		try (ExecutorService people = Executors.newFixedThreadPool(EDITORS)) {
			for (int i = 0; i < EDITORS; i++) {
				Draft draft = drafts.get(i);
				long first = EVERY * i / EDITORS;
				people.submit(() -> {
					int number = 0;
					for (long at = first; at < seconds * 1000L; at += EVERY) {
						long wait = at - (System.nanoTime() - begin) / 1_000_000;
						if (wait > 0) {
							TimeUnit.MILLISECONDS.sleep(wait);
						}
						try {
							String body = text + "<p>Lần " + number + "</p>";
							times.add((number % 2 == 0) ? draft.keep(body) : draft.save(body));
							if (number++ % 2 == 1) {
								draft.open();
							}
						}
						catch (Exception ex) {
							errors.add(ex.toString());
							System.err.println(draft.address + ": " + ex);
						}
					}
					return null;
				});
			}
		}
		for (Draft draft : drafts) {
			draft.expectSaved();
		}
		figure("together_saves", times.size());
		figure("together_errors", errors.size());
		figure("together_median", percentile(times, 50));
		figure("together_p95", percentile(times, 95));
		figure("together_max", percentile(times, 100));
	}

	/** An entry that somebody writes. */
	static class Draft {

		final Desk desk;

		final String title;

		final String address;

		int base = 1;

		String last = "";

		Draft(Desk desk, String site, String title) throws Exception {
			this.desk = desk;
			this.title = title;
			HttpResponse<byte[]> begun = desk.post("/bien-tap/" + site + "/bai/moi?loai=article", form("<p>Mở đầu</p>"));
			this.address = location(begun);
		}

		Map<String, String> form(String body) {
			Map<String, String> form = new LinkedHashMap<>();
			form.put("title", this.title);
			form.put("summary", "Đo thời gian lưu bài.");
			form.put("bodyHtml", body);
			form.put("author", "");
			form.put("viec", "luu");
			return form;
		}

		double save(String body) throws Exception {
			Map<String, String> form = form(body);
			form.put("base", "" + this.base);
			double took = time(() -> {
				HttpResponse<byte[]> saved = this.desk.post(this.address, form);
				expect(saved.statusCode() == 302, "saving was answered with " + saved.statusCode());
			});
			this.base++;
			this.last = body;
			return took;
		}

		/** As the editor's script does while somebody types. */
		double keep(String body) throws Exception {
			StringBuilder values = new StringBuilder();
			form(body).forEach((name, value) -> values.append(values.isEmpty() ? "" : ",")
				.append(json(name))
				.append(':')
				.append(json(value)));
			String site = this.address.split("/")[2];
			String typed = "{\"account\":" + this.desk.account + ",\"entry\":" + this.address.replaceFirst(".*/", "")
					+ ",\"page\":\"bench-page\",\"type\":\"article\",\"base\":" + this.base + ",\"values\":{" + values + "}}";
			return time(() -> {
				HttpResponse<byte[]> kept = this.desk.postJson("/bien-tap/" + site + "/bai/ban-nhap", typed);
				expect(kept.statusCode() == 200 && text(kept).contains("\"kept\":true"),
						"keeping was answered with " + kept.statusCode() + " " + text(kept));
			});
		}

		static String json(String text) {
			return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
		}

		void open() throws Exception {
			this.desk.get(this.address);
		}

		void expectSaved() throws Exception {
			String end = this.last.substring(this.last.lastIndexOf("<p>") + 3).replace("</p>", "");
			// what is kept beside the revisions would be shown otherwise
			this.desk.post(this.address + "/bo-ban-nhap", Map.of());
			expect(this.desk.get(this.address).contains("&lt;p&gt;" + end + "&lt;/p&gt;"), this.address + " lost its last save");
		}

	}

	/** A browser with somebody at it. */
	static class Desk {

		final HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.cookieHandler(new CookieManager())
			.build();

		String token = "";

		final String account;

		Desk(String name, String password) throws Exception {
			this.token = token(get("/dang-nhap"));
			HttpResponse<byte[]> in = post("/dang-nhap", Map.of("username", name, "password", password));
			expect(in.statusCode() == 302 && !location(in).contains("dang-nhap"), name + " was not let in");
			this.token = token(get("/toi"));
			this.account = found(get("/phien"), "\"(?:id|account)\":([0-9]+)");
		}

		HttpResponse<byte[]> send(String path, String... headers) throws Exception {
			HttpRequest.Builder request = request(path);
			return this.client.send((headers.length > 0) ? request.headers(headers).build() : request.build(),
					HttpResponse.BodyHandlers.ofByteArray());
		}

		String get(String path) throws Exception {
			HttpResponse<byte[]> page = send(path);
			expect(page.statusCode() == 200, path + " was answered with " + page.statusCode());
			return text(page);
		}

		HttpResponse<byte[]> post(String path, Map<String, String> form) throws Exception {
			StringBuilder body = new StringBuilder("_csrf=" + encode(this.token));
			form.forEach((name, value) -> body.append('&').append(encode(name)).append('=').append(encode(value)));
			return this.client.send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(body.toString()))
				.build(), HttpResponse.BodyHandlers.ofByteArray());
		}

		HttpResponse<byte[]> postJson(String path, String body) throws Exception {
			return this.client.send(request(path).header("Content-Type", "application/json")
				.header("X-CSRF-TOKEN", this.token)
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofByteArray());
		}

		HttpResponse<byte[]> upload(String path, String name, byte[] content) throws Exception {
			String line = "----bench";
			byte[] head = ("--" + line + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
					+ "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
				.getBytes(StandardCharsets.UTF_8);
			byte[] foot = ("\r\n--" + line + "--\r\n").getBytes(StandardCharsets.UTF_8);
			return this.client.send(request(path).header("Content-Type", "multipart/form-data; boundary=" + line)
				.header("X-CSRF-TOKEN", this.token)
				.POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, foot)))
				.build(), HttpResponse.BodyHandlers.ofByteArray());
		}

		private static HttpRequest.Builder request(String path) {
			return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
				.timeout(Duration.ofSeconds(60))
				.header("Host", "quan-tri.localhost:" + port);
		}

		private static String token(String page) {
			return found(page, "name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
		}

		private static String encode(String text) {
			return URLEncoder.encode(text, StandardCharsets.UTF_8);
		}

	}

	// ------------------------------------------------------------------------------------------------------- material

	/** Clean text of so many KB. */
	static String text(int kilobytes) {
		StringBuilder text = new StringBuilder();
		for (int i = 1; text.toString().getBytes(StandardCharsets.UTF_8).length < kilobytes * 1024; i++) {
			text.append((i % 6 == 0) ? "<h2>Phần " + i + "</h2>" : "")
				.append("<p>Đoạn ")
				.append(i)
				.append(": Sáng nay, <strong>Ủy ban nhân dân xã</strong> phối hợp với Đoàn Thanh niên ra quân nạo vét kênh nội"
						+ " đồng, khơi thông dòng chảy cho hơn hai trăm héc-ta lúa; bà con phấn khởi, mong việc này được làm"
						+ " thường xuyên. Xem thêm <a href=\"https://angiang.gov.vn/\">trang của tỉnh</a>.</p>");
		}
		return text.toString();
	}

	/** A photo as a phone takes it: of so many pixels, with detail everywhere. */
	static byte[] photo(int width, int height, int seed) throws IOException {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Random random = new Random(seed);
		Graphics2D pen = image.createGraphics();
		pen.setPaint(new GradientPaint(0, 0, new Color(140, 190, 240), 0, height, new Color(60, 140, 50)));
		pen.fillRect(0, 0, width, height);
		for (int i = 0; i < 3000; i++) {
			pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(120)));
			pen.drawLine(random.nextInt(width), random.nextInt(height), random.nextInt(width), random.nextInt(height));
		}
		pen.dispose();
		return bytes(image, "jpg");
	}

	/** A picture of a screen, as manuals have many. */
	static byte[] screen(int seed) throws IOException {
		BufferedImage image = new BufferedImage(1300, 800, BufferedImage.TYPE_INT_RGB);
		Random random = new Random(seed);
		Graphics2D pen = image.createGraphics();
		pen.setColor(Color.WHITE);
		pen.fillRect(0, 0, 1300, 800);
		for (int i = 0; i < 700; i++) {
			pen.setColor(new Color(random.nextInt(0x1000000)));
			pen.fillRect(random.nextInt(1300), random.nextInt(800), 2 + random.nextInt(60), 2 + random.nextInt(12));
		}
		pen.dispose();
		return bytes(image, "png");
	}

	static byte[] bytes(BufferedImage image, String format) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image, format, bytes);
		return bytes.toByteArray();
	}

	/** A Word file with so many pictures and tables. */
	static byte[] word(int pictures, int tables, int seed) throws IOException {
		String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
		String pack = "http://schemas.openxmlformats.org/package/2006/";
		StringBuilder body = new StringBuilder(
				"<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Hướng dẫn hóa đơn điện tử</w:t></w:r></w:p>");
		StringBuilder relations = new StringBuilder();
		Map<String, byte[]> parts = new LinkedHashMap<>();
		for (int i = 1; i <= pictures; i++) {
			for (int line = 0; line < 4; line++) {
				body.append("<w:p><w:r><w:t>Bước ").append(i).append(": bấm vào nút như trong hình rồi chờ.</w:t></w:r></w:p>");
			}
			parts.put("word/media/image" + i + ".png", screen(seed * 100 + i));
			relations.append(
					"<Relationship Id=\"r" + i + "\" Type=\"" + office + "/image\" Target=\"media/image" + i + ".png\"/>");
			body.append("<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"" + i + "\" name=\"Hình " + i + "\"/><a:graphic>"
					+ "<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"r" + i + "\"/></pic:blipFill></pic:pic>"
					+ "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>");
			if (i <= tables) {
				String cell = "<w:tc><w:p><w:r><w:t>Ô của bảng</w:t></w:r></w:p></w:tc>";
				body.append("<w:tbl>" + ("<w:tr>" + cell.repeat(4) + "</w:tr>").repeat(8) + "</w:tbl>");
			}
		}
		String head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
		parts.put("[Content_Types].xml", utf8(head + "<Types xmlns=\"" + pack + "content-types\"><Default Extension=\"rels\""
				+ " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"png\""
				+ " ContentType=\"image/png\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"));
		parts.put("_rels/.rels", utf8(head + "<Relationships xmlns=\"" + pack + "relationships\"><Relationship Id=\"r1\" Type=\""
				+ office + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
		parts.put("word/_rels/document.xml.rels",
				utf8(head + "<Relationships xmlns=\"" + pack + "relationships\">" + relations + "</Relationships>"));
		String schemas = "http://schemas.openxmlformats.org/";
		parts.put("word/document.xml",
				utf8(head + "<w:document xmlns:w=\"" + schemas + "wordprocessingml/2006/main\" xmlns:r=\"" + office
						+ "\" xmlns:a=\"" + schemas + "drawingml/2006/main\" xmlns:wp=\"" + schemas
						+ "drawingml/2006/wordprocessingDrawing\" xmlns:pic=\"" + schemas + "drawingml/2006/picture\"><w:body>"
						+ body + "</w:body></w:document>"));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
			}
		}
		return bytes.toByteArray();
	}

	static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	// ---------------------------------------------------------------------------------------------------------- tools

	interface Work {

		void run() throws Exception;

	}

	/** How many milliseconds it takes. */
	static double time(Work work) throws Exception {
		long begin = System.nanoTime();
		work.run();
		return (System.nanoTime() - begin) / 1e6;
	}

	static double percentile(List<Double> values, int percent) {
		double[] sorted = values.stream().mapToDouble((value) -> value).sorted().toArray();
		return (sorted.length == 0) ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * percent / 100.0) - 1)];
	}

	static void figure(String name, double value) {
		System.out.printf(Locale.ROOT, "%s %.1f%n", name, value);
	}

	static void expect(boolean holds, String otherwise) {
		if (!holds) {
			throw new IllegalStateException(otherwise);
		}
	}

	static String location(HttpResponse<byte[]> answer) {
		expect(answer.statusCode() == 302, "a redirect was expected, not " + answer.statusCode() + " " + text(answer));
		return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
	}

	static String text(HttpResponse<byte[]> answer) {
		byte[] body = answer.body();
		if (answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
			try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
				body = unpacked.readAllBytes();
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return new String(body, StandardCharsets.UTF_8);
	}

	static String found(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		expect(matcher.find(), "not found: " + pattern);
		return matcher.group(1);
	}

}
