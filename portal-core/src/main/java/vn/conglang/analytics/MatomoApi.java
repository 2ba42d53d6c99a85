package vn.conglang.analytics;

import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Asks Matomo's reporting and management API, as documented at
 * https://developer.matomo.org/api-reference/reporting-api. Always by POST with
 * everything in the body, so that the token stands in nobody's log, and never following a
 * redirect, so that it goes to nobody else. Answers in English, whatever the language of
 * the token's owner.
 */
@Component
class MatomoApi {

	private final AnalyticsSettings.Matomo settings;

	private final Duration timeout;

	private final JsonMapper json;

	private final HttpClient client;

	MatomoApi(AnalyticsSettings settings, ReportSettings reports, JsonMapper json) {
		this.settings = settings.matomo();
		this.timeout = reports.timeout();
		this.json = json;
		this.client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(this.settings.connectTimeout())
			.build();
	}

	/** Whether there is a Matomo at all. */
	boolean configured() {
		return this.settings.on();
	}

	/**
	 * Several questions in one request.
	 * @param questions each with its "method"; their values may have letters, digits,
	 * commas, dots, hyphens and underscores only, because Matomo decodes them twice
	 * @return the answers, in the order of the questions
	 * @throws Failure also when only one of them was refused
	 */
	List<JsonNode> ask(List<Map<String, String>> questions) throws Failure {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (int i = 0; i < questions.size(); i++) {
			parameters.put("urls[" + i + "]",
					questions.get(i)
						.entrySet()
						.stream()
						.map((field) -> field.getKey() + "=" + field.getValue())
						.collect(Collectors.joining("&")));
		}
		JsonNode answers = ask("API.getBulkRequest", parameters);
		if (!answers.isArray() || answers.size() != questions.size()) {
			throw new Failure(Problem.GARBAGE, "not one answer to every question");
		}
		List<JsonNode> all = new ArrayList<>();
		for (JsonNode answer : answers) {
			refuse(answer);
			all.add(answer);
		}
		return all;
	}

	/**
	 * One question.
	 * @param method such as "SitesManager.getSiteFromId"
	 * @param parameters in the names of the documentation
	 */
	JsonNode ask(String method, Map<String, String> parameters) throws Failure {
		if (!configured()) {
			throw new Failure(Problem.NOT_CONFIGURED, "portal.analytics.matomo.url is empty");
		}
		Map<String, String> form = new LinkedHashMap<>();
		form.put("module", "API");
		form.put("method", method);
		form.put("format", "JSON");
		form.put("language", "en");
		form.putAll(parameters);
		form.put("token_auth", this.settings.adminToken());
		HttpRequest request = HttpRequest.newBuilder(this.settings.reporting())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Accept", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(form.entrySet()
				.stream()
				.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
				.collect(Collectors.joining("&"))))
			.build();
		HttpResponse<String> response = send(request);
		if (response.statusCode() / 100 == 3) {
			throw new Failure(Problem.REDIRECT, "HTTP " + response.statusCode() + " to another address");
		}
		return answer(response);
	}

	/** The time-out is for all of the answer, however slowly it comes. */
	private HttpResponse<String> send(HttpRequest request) throws Failure {
		CompletableFuture<HttpResponse<String>> answer = this.client.sendAsync(request,
				HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
		try {
			return answer.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			answer.cancel(true);
			throw new Failure(Problem.TIMEOUT, "no answer within " + this.timeout.toSeconds() + " s");
		}
		catch (ExecutionException ex) {
			throw failure(ex);
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			throw new Failure(Problem.TIMEOUT, "interrupted");
		}
	}

	private static Failure failure(ExecutionException failed) {
		Throwable untrusted = reason(failed, SSLException.class);
		if (untrusted != null) {
			return new Failure(Problem.CERTIFICATE, "" + untrusted.getMessage());
		}
		// before the next one, which it causes
		if (reason(failed, UnresolvedAddressException.class) != null
				|| reason(failed, UnknownHostException.class) != null) {
			return new Failure(Problem.UNREACHABLE, "its host name is not known");
		}
		if (reason(failed, HttpConnectTimeoutException.class) != null
				|| reason(failed, ConnectException.class) != null) {
			return new Failure(Problem.UNREACHABLE, "nobody answers there");
		}
		return new Failure(Problem.UNREACHABLE, "the connection broke");
	}

	private static @Nullable Throwable reason(Throwable failure, Class<? extends Throwable> kind) {
		Throwable reason = failure;
		while (reason != null && !kind.isInstance(reason)) {
			reason = reason.getCause();
		}
		return reason;
	}

	private JsonNode answer(HttpResponse<String> response) throws Failure {
		JsonNode answer = json(response.body());
		// what Matomo itself says is more than any number
		refuse(answer);
		if (response.statusCode() != 200) {
			throw new Failure(
					(response.statusCode() == 401 || response.statusCode() == 403) ? Problem.TOKEN : Problem.STATUS,
					"HTTP " + response.statusCode());
		}
		if (!answer.isContainer()) {
			throw new Failure(Problem.GARBAGE, "the answer is not JSON");
		}
		return answer;
	}

	private JsonNode json(String text) {
		try {
			return this.json.readTree(text);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	private void refuse(JsonNode answer) throws Failure {
		if (answer.path("result").asString("").equals("error")) {
			String message = answer.path("message").asString("").replaceAll("\\s+", " ").strip();
			if (!this.settings.adminToken().isEmpty()) {
				message = message.replace(this.settings.adminToken(), "…");
			}
			throw new Failure(
					message.contains("authenticate with the provided token") ? Problem.TOKEN : Problem.REFUSED,
					message.substring(0, Math.min(message.length(), 300)));
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** What can be wrong with Matomo. People read {@code visits.problem.<name>}. */
	enum Problem {

		/** There is no address of a Matomo. */
		NOT_CONFIGURED,

		/** Nobody answers at the address, or it has no such host. */
		UNREACHABLE,

		TIMEOUT,

		/** The certificate is not trusted, or not for that host. */
		CERTIFICATE,

		/** Leads elsewhere; not followed, as the token would go with it. */
		REDIRECT,

		/** Matomo does not know the token. */
		TOKEN,

		/** An HTTP status that says no more. */
		STATUS,

		/** Something answers that is no Matomo. */
		GARBAGE,

		/** Matomo says why not. */
		REFUSED

	}

	/** Matomo did not answer what it was asked. */
	static final class Failure extends Exception {

		private final Problem problem;

		private final String detail;

		Failure(Problem problem, String detail) {
			super(problem + ": " + detail);
			this.problem = problem;
			this.detail = detail;
		}

		Problem problem() {
			return this.problem;
		}

		/** For operators, in English, without the token. */
		String detail() {
			return this.detail;
		}

	}

}
