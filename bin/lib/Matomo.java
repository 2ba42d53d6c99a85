import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for Matomo while bin/bench measures: takes bulk requests with the right token and counts them.
 * {@code Matomo.java <port> <token>}; {@code GET /count} tells how many hits there were, and how many with different
 * addresses; {@code GET /slow?<milliseconds>} has every bulk answered so late from then on.
 */
class Matomo {

	private static final Pattern URL = Pattern.compile("&url=([^&\"]*)");

	private static final AtomicLong hits = new AtomicLong();

	private static final Set<String> addresses = ConcurrentHashMap.newKeySet();

	private static volatile long slow;

	public static void main(String[] args) throws IOException {
		HttpServer server = HttpServer
			.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/matomo.php", (exchange) -> track(exchange, args[1]));
		server.createContext("/count", (exchange) -> answer(exchange, 200, hits.get() + " " + addresses.size() + "\n"));
		server.createContext("/slow", (exchange) -> {
			slow = Long.parseLong(exchange.getRequestURI().getQuery());
			answer(exchange, 200, "");
		});
		server.start();
	}

	private static void track(HttpExchange exchange, String token) throws IOException {
		String body;
		try (InputStream in = exchange.getRequestBody()) {
			body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		if (slow > 0) {
			try {
				Thread.sleep(slow);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		if (!exchange.getRequestMethod().equals("POST") || !body.contains("\"" + token + "\"")) {
			answer(exchange, 403, "");
			return;
		}
		int number = 0;
		for (Matcher url = URL.matcher(body); url.find(); number++) {
			addresses.add(url.group(1));
		}
		hits.addAndGet(number);
		answer(exchange, 200, "{\"status\":\"success\",\"tracked\":" + number + ",\"invalid\":0}");
	}

	private static void answer(HttpExchange exchange, int status, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, (bytes.length == 0) ? -1 : bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
