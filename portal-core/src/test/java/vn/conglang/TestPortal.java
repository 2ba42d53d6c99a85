package vn.conglang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Talks to the portal under test as people and programs do: over HTTP. */
@TestComponent
public class TestPortal {

	public static final String PASSWORD = "mat-khau-thu-nghiem";

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final Environment environment;

	private final Users users;

	private final Sites sites;

	private final HttpClient strangers = HttpClient.newHttpClient();

	TestPortal(Environment environment, Users users, Sites sites) {
		this.environment = environment;
		this.users = users;
		this.sites = sites;
	}

	public int port() {
		return this.environment.getRequiredProperty("local.server.port", Integer.class);
	}

	public Site site(String slug) {
		return this.sites.bySlug(slug).orElseThrow();
	}

	/** Opens an account with one role and logs it in. */
	public Desk login(Role role, long scope) {
		String name = "u" + UUID.randomUUID().toString().substring(0, 12);
		String refused = this.users.add(name, "Người " + name, PASSWORD, new User.Grant(role, scope));
		if (refused != null) {
			throw new IllegalStateException(refused);
		}
		return login(name);
	}

	public Desk login(Role role, Site site) {
		return login(role, site.id().value());
	}

	public Desk login(String username) {
		Desk desk = new Desk(username);
		desk.post("/dang-nhap", Map.of("username", username, "password", PASSWORD));
		return desk;
	}

	/** Lets those who approve in this site publish what they alone have written. */
	public void letPublishAlone(Site site) {
		login(Role.CHIEF_EDITOR, site).post("/bien-tap/" + site.slug() + "/quy-trinh/chon", Map.of("mau", "ALONE"));
	}

	public User user(String username) {
		return this.users.find(username).orElseThrow();
	}

	/** A citizen's or a program's view. */
	public HttpResponse<String> get(String host, String path, String... headers) {
		HttpRequest.Builder request = request(host, path);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(this.strangers, request.build());
	}

	/** What is no text. */
	public HttpResponse<byte[]> download(String host, String path) {
		return send(this.strangers, request(host, path).build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	/** A request with a body, of any method. */
	public HttpResponse<String> send(String method, String host, String path, String body) {
		return send(this.strangers,
				request(host, path).method(method, HttpRequest.BodyPublishers.ofString(body)).build());
	}

	/** Sends the very bytes and returns all that comes back. */
	public String raw(String request) {
		try (Socket socket = new Socket("localhost", port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private HttpRequest.Builder request(String host, String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
			.header("Host", host + ":" + port());
	}

	private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
		return send(client, request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	private static <T> HttpResponse<T> send(HttpClient client, HttpRequest request,
			HttpResponse.BodyHandler<T> handler) {
		try {
			return client.send(request, handler);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Somebody at work in the newsroom, with cookies like a browser. */
	public final class Desk {

		private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

		private final String username;

		private Desk(String username) {
			this.username = username;
		}

		public String username() {
			return this.username;
		}

		public HttpResponse<String> get(String path) {
			return send(this.client, request("quan-tri.localhost", path).build());
		}

		/** What is no text. */
		public HttpResponse<byte[]> download(String path) {
			return send(this.client, request("quan-tri.localhost", path).build(),
					HttpResponse.BodyHandlers.ofByteArray());
		}

		/** Follows a redirect, as a browser would. */
		public HttpResponse<String> follow(HttpResponse<String> response) {
			String location = response.headers().firstValue("Location").orElseThrow();
			return get(location.replaceFirst("^https?://[^/]+", ""));
		}

		/** Sends a form, with the token of the login page or of the desk. */
		public HttpResponse<String> post(String path, Map<String, String> form) {
			String body = form.entrySet()
				.stream()
				.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
				.collect(Collectors.joining("&")) + "&_csrf=" + encode(token());
			return send(this.client,
					request("quan-tri.localhost", path).header("Content-Type", "application/x-www-form-urlencoded")
						.POST(HttpRequest.BodyPublishers.ofString(body))
						.build());
		}

		/** Sends JSON as the editor's script does. */
		public HttpResponse<String> postJson(String path, String body) {
			return send(this.client,
					request("quan-tri.localhost", path).header("Content-Type", "application/json")
						.header("X-CSRF-TOKEN", token())
						.POST(HttpRequest.BodyPublishers.ofString(body))
						.build());
		}

		/** Uploads a file as the editor does. */
		public HttpResponse<String> upload(String path, String fileName, byte[] content) {
			String boundary = "----" + UUID.randomUUID();
			byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
					+ "\"\r\nContent-Type: image/jpeg\r\n\r\n")
				.getBytes(StandardCharsets.UTF_8);
			byte[] foot = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
			return send(this.client, request("quan-tri.localhost", path)
				.header("Content-Type", "multipart/form-data; boundary=" + boundary)
				.header("X-CSRF-TOKEN", token())
				.POST(HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofByteArray(head),
						HttpRequest.BodyPublishers.ofByteArray(content), HttpRequest.BodyPublishers.ofByteArray(foot)))
				.build());
		}

		private String token() {
			Matcher token = TOKEN.matcher(get("/dang-nhap").body());
			return token.find() ? token.group(1) : "";
		}

		private static String encode(String text) {
			return URLEncoder.encode(text, StandardCharsets.UTF_8);
		}

	}

}
