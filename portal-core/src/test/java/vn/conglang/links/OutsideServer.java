package vn.conglang.links;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands in for servers outside, with their faults. */
final class OutsideServer implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private volatile int status = 200;

	OutsideServer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		this.asked.add(exchange.getRequestMethod() + " " + path);
		boolean head = exchange.getRequestMethod().equals("HEAD");
		int code = switch (path) {
			case "/changing" -> this.status;
			case "/gone" -> 410;
			case "/missing" -> 404;
			case "/fault" -> 500;
			case "/login" -> 403;
			case "/busy" -> 429;
			case "/odd" -> 418;
			case "/only-get" -> head ? 405 : 200;
			case "/head-is-wrong" -> head ? 404 : 200;
			case "/moved", "/circle" -> 302;
			default -> 200;
		};
		if (path.equals("/slow")) {
			await();
		}
		if (code == 302) {
			exchange.getResponseHeaders().set("Location", path.equals("/moved") ? "/there" : "/circle");
		}
		exchange.sendResponseHeaders(code, -1);
		exchange.close();
	}

	private void await() {
		try {
			this.closed.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** What "/changing" answers from now on. */
	void answer(int status) {
		this.status = status;
	}

	String address(String path) {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + path;
	}

	/** How often this was asked. */
	long asked(String request) {
		return this.asked.stream().filter(request::equals).count();
	}

	long asked() {
		return this.asked.size();
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
