import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Searches as citizens do, so many at once, each query asked for once: the bench's part that is no shell.
 *
 * java -Djdk.httpclient.allowRestrictedHeaders=host Searches.java <port> site|province <file> <from> <count> <at once>
 *
 * The file has lines "site<TAB>query". Prints: answers, errors, median, 95 % and slowest in milliseconds, answers a second.
 */
public class Searches {

	public static void main(String[] args) throws Exception {
		int port = Integer.parseInt(args[0]);
		boolean province = args[1].equals("province");
		int from = Integer.parseInt(args[3]);
		List<String> lines = Files.readAllLines(Path.of(args[2]));
		lines = lines.subList(from, Math.min(lines.size(), from + Integer.parseInt(args[4])));
		List<String> queries = lines;
		int atOnce = Integer.parseInt(args[5]);
		AtomicInteger next = new AtomicInteger();
		AtomicInteger errors = new AtomicInteger();
		long[] took = new long[queries.size()];
		long begun = System.nanoTime();
		try (ExecutorService citizens = Executors.newFixedThreadPool(atOnce)) {
			List<Future<?>> all = new ArrayList<>();
			for (int citizen = 0; citizen < atOnce; citizen++) {
				all.add(citizens.submit(() -> {
					try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
						for (int i = next.getAndIncrement(); i < took.length; i = next.getAndIncrement()) {
							String[] query = queries.get(i).split("\t", 2);
							String host = province ? "localhost" : query[0] + ".localhost";
							long start = System.nanoTime();
							boolean answered = ask(client, port, host, query[1]);
							took[i] = System.nanoTime() - start;
							if (!answered) {
								errors.incrementAndGet();
							}
						}
					}
					return null;
				}));
			}
			for (Future<?> one : all) {
				one.get();
			}
		}
		double seconds = (System.nanoTime() - begun) / 1e9;
		Arrays.sort(took);
		System.out.printf("%d %d %.1f %.1f %.1f %.0f%n", took.length, errors.get(), ms(took, 0.5), ms(took, 0.95), ms(took, 1),
				took.length / seconds);
	}

	private static double ms(long[] took, double part) {
		return took[Math.min(took.length - 1, (int) (took.length * part))] / 1e6;
	}

	/** Whether the page of the results came. */
	private static boolean ask(HttpClient client, int port, String host, String text) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + port + "/tim-kiem?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
			.header("Host", host + ":" + port)
			.header("Accept-Encoding", "gzip")
			.build();
		HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
		return response.statusCode() == 200 && response.body().length > 0;
	}

}
