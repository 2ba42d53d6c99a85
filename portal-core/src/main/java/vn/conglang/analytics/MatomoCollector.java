package vn.conglang.analytics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import vn.conglang.analytics.Collector.Trouble.Kind;
import vn.conglang.site.Sites;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Sends hits to Matomo's tracking API as bulk requests
 * (https://developer.matomo.org/api-reference/tracking-api). The token goes in the body
 * only; redirects are not followed, because it would go along. Made when it is needed:
 * where there is no Matomo, there is no HTTP client.
 */
@Component
@Lazy
class MatomoCollector implements Collector {

	/** More of an answer is not read. */
	private static final int LONGEST_ANSWER = 64 << 10;

	private static final JsonMapper JSON = new JsonMapper();

	private final AnalyticsSettings.Matomo settings;

	private final MatomoSites ids;

	private final Sites sites;

	private final HttpClient client;

	/** Sites of which Matomo has taken hits. */
	private final Set<Integer> taken = new HashSet<>();

	MatomoCollector(AnalyticsSettings settings, MatomoSites ids, Sites sites) {
		this.settings = settings.matomo();
		this.ids = ids;
		this.sites = sites;
		this.client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(this.settings.connectTimeout())
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
	}

	@Override
	public Outcome deliver(List<MaskedHit> hits) {
		List<String> requests = new ArrayList<>();
		Set<Integer> asked = new HashSet<>();
		for (MaskedHit hit : hits) {
			Integer id = this.sites.byId(hit.site()).map(this.ids::idOf).orElse(null);
			if (id != null) {
				requests.add(request(id, hit));
				asked.add(id);
			}
		}
		int unknown = hits.size() - requests.size();
		if (requests.isEmpty()) {
			return new Outcome(hits.size(), unknown, null);
		}
		try {
			Answer answer = answer(post(requests));
			return switch (answer.verdict()) {
				case TAKEN -> taken(hits.size(), requests.size(), unknown + answer.invalid(), asked, answer);
				case BAD_REQUEST -> (hits.size() > 1) ? inHalves(hits) : new Outcome(1, 1, null);
			};
		}
		catch (Unanswered ex) {
			return new Outcome(0, 0, ex.trouble);
		}
	}

	/**
	 * Where the token is wrong Matomo says so by calling every single request invalid, as
	 * it does where a site is not there. So if nothing at all was taken, hits wait,
	 * unless others were taken before and these sites' never.
	 */
	private Outcome taken(int hits, int sent, int refused, Set<Integer> asked, Answer answer) {
		if (answer.invalid() == 0) {
			this.taken.addAll(asked);
		}
		else if (answer.invalid() >= sent && (this.taken.isEmpty() || !Collections.disjoint(this.taken, asked))) {
			return new Outcome(0, 0, new Trouble(Kind.TOKEN,
					"it takes none of " + sent + " hits: the token is wrong, or all of their sites are"));
		}
		return new Outcome(hits, refused, null);
	}

	/** One of them is not understood; the others need not suffer. */
	private Outcome inHalves(List<MaskedHit> hits) {
		int half = hits.size() / 2;
		Outcome first = deliver(hits.subList(0, half));
		return (first.trouble() != null) ? first : first.then(deliver(hits.subList(half, hits.size())));
	}

	/** What Matomo documents, with each value encoded as in an address. */
	static String request(int id, MaskedHit hit) {
		StringBuilder request = new StringBuilder(600).append("?idsite=")
			.append(id)
			.append("&rec=1&apiv=1&cdt=")
			.append(hit.at() / 1000);
		// cid, not only _id: Matomo would else take two people with the same browser in
		// one
		// masked network for one
		add(request, "cid", hit.visitor());
		add(request, "cip", hit.address());
		add(request, "ua", hit.userAgent());
		add(request, "lang", hit.language());
		add(request, "urlref", hit.referrer());
		add(request, "url", (hit.kind() == Hit.Kind.SHARE) ? hit.about() : hit.url());
		switch (hit.kind()) {
			case PAGE -> add(request, "action_name", hit.title());
			case SEARCH -> {
				add(request, "search", hit.about());
				request.append("&search_count=").append(hit.count());
			}
			case DOWNLOAD -> add(request, "download", hit.url());
			case SHARE -> add(request, "link", hit.about());
			case NOT_FOUND -> add(request, "action_name",
					"404/URL = " + encode(pathOf(hit.url())) + "/From = " + encode(hit.referrer()));
		}
		return request.toString();
	}

	private static void add(StringBuilder request, String name, String value) {
		if (!value.isEmpty()) {
			request.append('&').append(name).append('=').append(encode(value));
		}
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private static String pathOf(String url) {
		int path = url.indexOf('/', url.indexOf("//") + 2);
		return (path < 0) ? "/" : url.substring(path);
	}

	private HttpResponse<byte[]> post(List<String> requests) {
		HttpRequest request = HttpRequest.newBuilder(this.settings.tracking())
			.timeout(this.settings.timeout())
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers
				.ofByteArray(JSON.writeValueAsBytes(Map.of("requests", requests, "token_auth", this.settings.token()))))
			.build();
		CompletableFuture<HttpResponse<byte[]>> answer = this.client.sendAsync(request, (head) -> beginning());
		try {
			// the client's own time limit ends with the headers
			return answer.get(this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw new Unanswered(trouble((ex.getCause() != null) ? ex.getCause() : ex));
		}
		catch (TimeoutException ex) {
			throw new Unanswered(new Trouble(Kind.SILENT, "no answer within " + this.settings.timeout()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Unanswered(new Trouble(Kind.SILENT, "the portal stops"));
		}
		finally {
			answer.cancel(true);
		}
	}

	/** Reads all, keeps the beginning. */
	private static HttpResponse.BodySubscriber<byte[]> beginning() {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		return HttpResponse.BodySubscribers.mapping(HttpResponse.BodySubscribers.ofByteArrayConsumer((part) -> {
			if (part.isPresent() && body.size() < LONGEST_ANSWER) {
				body.writeBytes(part.get());
			}
		}), (end) -> body.toByteArray());
	}

	private Trouble trouble(Throwable failure) {
		URI address = this.settings.tracking();
		if (failure instanceof SSLException) {
			return new Trouble(Kind.CERTIFICATE,
					"the certificate of " + address.getHost() + " is not trusted: " + failure.getMessage());
		}
		if (failure instanceof HttpTimeoutException) {
			return new Trouble(Kind.SILENT, address + " does not answer in time: " + failure.getMessage());
		}
		if (isUnresolved(failure)) {
			return new Trouble(Kind.SILENT, "there is no host " + address.getHost());
		}
		return new Trouble((failure instanceof IOException) ? Kind.SILENT : Kind.FAILURE,
				address + " cannot be reached: " + failure);
	}

	private static boolean isUnresolved(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
				return true;
			}
		}
		return false;
	}

	/** What the answer means; as Matomo's BulkTracking gives it. */
	private static Answer answer(HttpResponse<byte[]> response) {
		int status = response.statusCode();
		JsonNode body = json(response.body());
		String said = body.path("status").asString("");
		if (status == 200 && said.equals("success")) {
			return new Answer(Verdict.TAKEN, body.path("invalid").asInt(0));
		}
		if (status == 413 || (status == 400 && said.equals("error"))) {
			return new Answer(Verdict.BAD_REQUEST, 0);
		}
		if (status == 401 || status == 403) {
			throw new Unanswered(new Trouble(Kind.TOKEN, "it answers with status " + status));
		}
		if (status >= 500 || status == 429) {
			throw new Unanswered(new Trouble(Kind.FAILURE, "it answers with status " + status));
		}
		throw new Unanswered(new Trouble(Kind.ADDRESS,
				"what answers is not Matomo's tracking API: status " + status
						+ response.headers().firstValue("Location").map((to) -> ", leads to " + to).orElse("")
						+ ". Is portal.analytics.matomo.url right?"));
	}

	private static JsonNode json(byte[] body) {
		try {
			return JSON.readTree(body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	private enum Verdict {

		TAKEN, BAD_REQUEST

	}

	/**
	 * What Matomo said.
	 *
	 * @param invalid how many requests it does not take
	 */
	private record Answer(Verdict verdict, int invalid) {
	}

	/** Nothing is known to have been taken. */
	private static final class Unanswered extends RuntimeException {

		private final transient Trouble trouble;

		private Unanswered(Trouble trouble) {
			super(trouble.detail());
			this.trouble = trouble;
		}

	}

}
