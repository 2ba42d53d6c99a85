package vn.conglang.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for Matomo 5 as far as the portal speaks to it, and is stricter: whatever the
 * documentation of the tracking API
 * (https://developer.matomo.org/api-reference/tracking-api) does not say in so many words
 * is a {@link #complaints() complaint}. What it answers, and which of several requests in
 * a bulk it takes, follows Matomo's plugin BulkTracking.
 */
public final class MatomoServer {

	public static final String TOKEN = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

	/** In a hit that a {@code PICKY} server does not understand. */
	static final String POISON = "thuoc-doc";

	/**
	 * "cdt … older than 24 hours then token_auth must be set" – and a time to come is
	 * none.
	 */
	private static final Duration WITHOUT_TOKEN = Duration.ofHours(24);

	private static final Pattern HEX_16 = Pattern.compile("[0-9a-fA-F]{16}");

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

	private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*");

	/**
	 * What may stand in an encoded value: RFC 3986's unreserved, escapes, and + for a
	 * blank.
	 */
	private static final Pattern ENCODED = Pattern.compile("([A-Za-z0-9._~*+-]|%[0-9A-F]{2})*");

	/** All that the documentation names and the portal has a use for. */
	private static final List<String> KNOWN = List.of("idsite", "rec", "apiv", "action_name", "url", "urlref", "_id",
			"cid", "rand", "ua", "lang", "cip", "cdt", "search", "search_count", "download", "link", "pv_id",
			"new_visit", "ca");

	private static final JsonMapper JSON = new JsonMapper();

	private final List<Tracked> tracked = new ArrayList<>();

	private final List<String> complaints = new ArrayList<>();

	private final MatomoReportsHandler reports = new MatomoReportsHandler(TOKEN, this::taken);

	private volatile Manner manner = Manner.AS_MATOMO;

	private volatile IntPredicate sites = (id) -> true;

	private volatile int bulks;

	private HttpServer server;

	private MatomoServer(HttpServer server) {
		this.server = server;
	}

	/** The server that all tests of a portal with Matomo share. */
	public static MatomoServer shared() {
		return Shared.SERVER;
	}

	/** A server of one's own. */
	public static MatomoServer start() {
		try {
			MatomoServer matomo = new MatomoServer(
					HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
			matomo.serve(matomo.server);
			return matomo;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void serve(HttpServer started) {
		started.createContext("/matomo.php", this::track);
		started.createContext("/index.php", this.reports);
		started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		started.start();
	}

	/** A server behind TLS, with a certificate that nobody has signed. */
	static MatomoServer startWith(SSLContext certificate) {
		try {
			HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			secure.setHttpsConfigurator(new HttpsConfigurator(certificate));
			MatomoServer matomo = new MatomoServer(secure);
			matomo.serve(secure);
			return matomo;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Nobody listens any more. */
	public void stop() {
		this.server.stop(0);
	}

	/** Listens again, at the same port. */
	public void restart() {
		try {
			this.server = HttpServer.create(this.server.getAddress(), 0);
			serve(this.server);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The number that a site with this slug has here. */
	public static int idOf(String slug) {
		return 1 + Math.floorMod(slug.hashCode(), 1_000_000);
	}

	public URI url() {
		return URI.create(((this.server instanceof HttpsServer) ? "https" : "http") + "://localhost:"
				+ this.server.getAddress().getPort());
	}

	/** How it behaves from now on. */
	public void behave(Manner changed) {
		this.manner = changed;
	}

	/** Which sites there are from now on; at first all. */
	public void know(IntPredicate known) {
		this.sites = known;
	}

	/** Its reporting API. */
	public MatomoReportsHandler reports() {
		return this.reports;
	}

	private synchronized List<Map<String, String>> taken() {
		return this.tracked.stream().map(Tracked::parameters).toList();
	}

	/** How many bulk requests came, however they were answered. */
	public int bulks() {
		return this.bulks;
	}

	/** What was not as documented. */
	public synchronized List<String> complaints() {
		return List.copyOf(this.complaints);
	}

	/** Hits of a site that were taken, in the order in which they came. */
	public synchronized List<Tracked> hits(String slug) {
		return this.tracked.stream().filter((hit) -> hit.site() == idOf(slug)).toList();
	}

	/** Waits until the site has so many hits, and returns them. */
	public List<Tracked> await(String slug, int number) {
		await((matomo) -> matomo.hits(slug).size() >= number);
		return hits(slug);
	}

	/** Waits until something is true of this server; it is looked at with every bulk. */
	public synchronized void await(Predicate<MatomoServer> wanted) {
		Instant deadline = Instant.now().plusSeconds(30);
		while (!wanted.test(this)) {
			long left = Duration.between(Instant.now(), deadline).toMillis();
			if (left <= 0) {
				throw new AssertionError("Not in time; " + this.tracked.size() + " hits, the last "
						+ (this.tracked.isEmpty() ? "" : this.tracked.getLast()) + ", complaints " + this.complaints);
			}
			try {
				wait(left);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}
	}

	private void track(HttpExchange exchange) throws IOException {
		try (exchange; InputStream in = exchange.getRequestBody()) {
			byte[] body = in.readAllBytes();
			Reply reply = reply(exchange, body);
			exchange.getResponseHeaders().set("Content-Type", reply.type());
			if (reply.location() != null) {
				exchange.getResponseHeaders().set("Location", reply.location());
			}
			byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(reply.status(), (bytes.length == 0) ? -1 : bytes.length);
			if (bytes.length > 0) {
				exchange.getResponseBody().write(bytes);
			}
		}
		finally {
			synchronized (this) {
				this.bulks++;
				notifyAll();
			}
		}
	}

	private Reply reply(HttpExchange exchange, byte[] body) {
		return switch (this.manner) {
			case AS_MATOMO -> bulk(exchange, body);
			case PICKY -> new String(body, StandardCharsets.UTF_8).contains(POISON)
					? new Reply(400, "application/json", "{\"status\":\"error\",\"tracked\":0,\"invalid\":0}", null)
					: bulk(exchange, body);
			case FAILING ->
				new Reply(500, "application/json", "{\"status\":\"error\",\"tracked\":0,\"invalid\":0}", null);
			case BUSY -> new Reply(503, "text/html", "<h1>Service Unavailable</h1>", null);
			case FORBIDDING -> new Reply(403, "text/html", "<h1>Forbidden</h1>", null);
			case LOST -> new Reply(404, "text/html", "<h1>Not Found</h1>", null);
			case BABBLING -> new Reply(200, "text/html", "<html>Xin chào</html>", null);
			case LEADING_AWAY -> new Reply(302, "text/html", "", "http://localhost:1/matomo.php");
			case HANGING -> hang();
		};
	}

	private synchronized Reply hang() {
		while (this.manner == Manner.HANGING) {
			try {
				wait(50);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				break;
			}
		}
		return new Reply(503, "text/plain", "late", null);
	}

	/**
	 * "Bulk Tracking: … send a POST request to matomo.php … {"requests":
	 * ["?idsite=1&url=…"], "token_auth": "…"}".
	 */
	private synchronized Reply bulk(HttpExchange exchange, byte[] body) {
		if (!exchange.getRequestMethod().equals("POST")) {
			complain("method " + exchange.getRequestMethod());
		}
		if (exchange.getRequestURI().getRawQuery() != null) {
			complain("parameters in the address of a bulk, where logs keep them: " + exchange.getRequestURI());
		}
		JsonNode json;
		try {
			json = JSON.readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
		}
		catch (CharacterCodingException | JacksonException ex) {
			complain("a bulk that is no JSON: " + ex.getMessage());
			return new Reply(400, "application/json", "{\"status\":\"error\",\"tracked\":0,\"invalid\":0}", null);
		}
		if (!json.path("requests").isArray() || json.path("requests").isEmpty()) {
			complain("a bulk without requests");
		}
		boolean authenticated = json.path("token_auth").asString("").equals(TOKEN);
		List<Integer> invalid = new ArrayList<>();
		int index = 0;
		int taken = 0;
		for (JsonNode request : json.path("requests")) {
			Map<String, String> parameters = parameters(request.asString(""));
			check(parameters);
			if (takes(parameters, authenticated)) {
				this.tracked.add(new Tracked(Integer.parseInt(parameters.getOrDefault("idsite", "0")), parameters));
				taken++;
			}
			else {
				invalid.add(index);
			}
			index++;
		}
		// invalid_indices are for superusers only, so nobody may rely on them
		return new Reply(200, "application/json",
				"{\"status\":\"success\",\"tracked\":" + taken + ",\"invalid\":" + invalid.size() + "}", null);
	}

	/** "each request … starting with the question mark", values "must be URL encoded". */
	private Map<String, String> parameters(String request) {
		if (!request.startsWith("?")) {
			complain("a request of a bulk that does not begin with ?: " + request);
		}
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String parameter : request.substring(Math.min(1, request.length())).split("&", -1)) {
			int equals = parameter.indexOf('=');
			String name = (equals < 0) ? parameter : parameter.substring(0, equals);
			String value = (equals < 0) ? "" : parameter.substring(equals + 1);
			if (!ENCODED.matcher(value).matches()) {
				complain(name + " is not encoded: " + value);
			}
			if (parameters.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8)) != null) {
				complain(name + " is given twice");
			}
			if (URLDecoder.decode(value, StandardCharsets.UTF_8).contains("\uFFFD")) {
				complain(name + " is not UTF-8: " + value);
			}
		}
		return parameters;
	}

	/** Parameter by parameter, as the documentation lists them. */
	private void check(Map<String, String> given) {
		given.keySet().stream().filter((name) -> !KNOWN.contains(name)).forEach((name) -> complain("unknown " + name));
		// "idsite (required) — The ID of the website"
		want(given, "idsite", NUMBER.asMatchPredicate(), true);
		// "rec (required) — Required for tracking, must be set to one"
		want(given, "rec", "1"::equals, true);
		// "apiv (recommended) — defines the api version to use (currently always set to
		// 1)"
		want(given, "apiv", "1"::equals, true);
		// "url (recommended) — The full URL for the current action"
		want(given, "url", MatomoServer::isFullUrl, true);
		// "urlref — The full HTTP Referrer URL"
		want(given, "urlref", (value) -> !value.isBlank(), false);
		// "_id — must be a 16 characters hexadecimal string"
		want(given, "_id", HEX_16.asMatchPredicate(), false);
		// "cid — must be set to exactly a 16 character hexadecimal string"
		want(given, "cid", HEX_16.asMatchPredicate(), true);
		// "cdt — … a valid UNIX timestamp … must be sent in UTC"; Matomo passes over a
		// time
		// to come
		want(given, "cdt",
				(value) -> NUMBER.matcher(value).matches() && Long.parseLong(value) <= Instant.now().getEpochSecond(),
				true);
		// "cip — Override value for the visitor IP (both IPv4 and IPv6 notations
		// supported)"
		want(given, "cip", ADDRESS.asMatchPredicate(), false);
		// "search — … when specified, the request will … be tracked as a Site Search
		// request"
		// "search_count — … we recommend setting the … number of search results"
		want(given, "search", (value) -> !value.isBlank(), false);
		want(given, "search_count", NUMBER.asMatchPredicate(), given.containsKey("search"));
		// "link/download — … We recommend to also set the url parameter to this same
		// value"
		want(given, "download", (value) -> value.equals(given.get("url")), false);
		want(given, "link", (value) -> value.equals(given.get("url")), false);
	}

	private void want(Map<String, String> given, String name, Predicate<String> form, boolean required) {
		String value = given.get(name);
		if ((value == null) ? required : !form.test(value)) {
			complain(name + " is " + value);
		}
	}

	private static boolean isFullUrl(String value) {
		try {
			URI uri = URI.create(value);
			return uri.isAbsolute() && uri.getHost() != null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** What Matomo calls invalid: unknown sites, and what needs a token without one. */
	private boolean takes(Map<String, String> given, boolean authenticated) {
		int site = NUMBER.matcher(given.getOrDefault("idsite", "")).matches() ? Integer.parseInt(given.get("idsite"))
				: 0;
		Instant at = Instant.ofEpochSecond(Long.parseLong(given.getOrDefault("cdt", "0")));
		boolean needsToken = given.containsKey("cip") || at.isBefore(Instant.now().minus(WITHOUT_TOKEN));
		return site > 0 && this.sites.test(site) && (authenticated || !needsToken);
	}

	private void complain(String about) {
		this.complaints.add(about);
	}

	/** How Matomo, or what is in its place, answers. */
	public enum Manner {

		AS_MATOMO,
		/** Answers 400 to any bulk with a hit that has {@link #POISON} in it. */
		PICKY, FAILING, BUSY, FORBIDDING, LOST, BABBLING, LEADING_AWAY, HANGING

	}

	/** A hit as it arrived, decoded. */
	public record Tracked(int site, Map<String, String> parameters) {

		/** What was given, or {@code null}. */
		public @Nullable String get(String name) {
			return this.parameters.get(name);
		}

	}

	private record Reply(int status, String type, String body, @Nullable String location) {
	}

	private static final class Shared {

		private static final MatomoServer SERVER = start();

	}

}
