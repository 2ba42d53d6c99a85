package vn.conglang.analytics;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Matomo's reporting and management API, as far as the portal uses it, strict as Matomo 5
 * is. Compared point by point with
 * https://developer.matomo.org/api-reference/reporting-api and the sources of Matomo 5
 * (plugins/Referrers, SitesManager, Live, API):
 * <ul>
 * <li>{@code module=API}, {@code method=Plugin.action}; {@code format=JSON}; errors are
 * {@code {"result":"error","message":…}}.</li>
 * <li>{@code token_auth} in the body of a POST; one in the address would be refused by
 * tokens made with "only allow secure requests", so here always.</li>
 * <li>{@code idSite}: a number, or several with commas; then the answer has one entry per
 * number, otherwise not. One that does not exist or may not be seen spoils the whole
 * answer.</li>
 * <li>{@code period=day} with {@code date=from,to} has one entry per day; a day on which
 * nothing happened is {@code []}.</li>
 * <li>tables end after 100 rows unless {@code filter_limit} says otherwise, -1 for
 * all.</li>
 * <li>page addresses are folders, without {@code url}, unless {@code flat=1}.</li>
 * <li>{@code showColumns} leaves those columns; the label and metadata such as
 * {@code url} stay.</li>
 * <li>{@code Referrers.getReferrerType}, {@code getAll} and {@code get} refuse several
 * sites ("with multiple sites is not supported (yet)").</li>
 * <li>{@code API.getBulkRequest}: {@code urls[0]}, {@code urls[1]} … are decoded once
 * more than the body; one that fails has an error in its place.</li>
 * <li>{@code SitesManager.addSite} needs a superuser and answers
 * {@code {"value":number}}; {@code getSitesIdFromSiteUrl} answers
 * {@code [{"idsite":number}]}.</li>
 * </ul>
 */
public final class MatomoReportsHandler implements HttpHandler {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Set<String> TABLES = Set.of("Actions.getPageUrls", "Actions.getSiteSearchKeywords",
			"Referrers.getSearchEngines", "Referrers.getSocials", "Referrers.getWebsites", "Referrers.getCampaigns");

	private static final Set<String> STANDARD = Set.of("module", "method", "format", "token_auth", "language", "idSite",
			"period", "date", "showColumns", "filter_limit", "filter_sort_column", "flat", "urls");

	private final String token;

	private final Supplier<? extends Collection<Map<String, String>>> tracked;

	private final Map<Integer, Known> sites = new ConcurrentHashMap<>();

	private final Set<Integer> hidden = ConcurrentHashMap.newKeySet();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final List<String> complaints = new CopyOnWriteArrayList<>();

	private volatile @Nullable HttpHandler instead;

	/**
	 * @param token of a superuser
	 * @param tracked what came in by the tracking API, in its parameters
	 */
	public MatomoReportsHandler(String token, Supplier<? extends Collection<Map<String, String>>> tracked) {
		this.token = token;
		this.tracked = tracked;
	}

	/** A site that is in Matomo, from now on if not before. */
	public void ensure(int id, String name, String url) {
		this.sites.putIfAbsent(id,
				new Known(id, name, List.of(url), "Asia/Ho_Chi_Minh", "", new ConcurrentHashMap<>()));
	}

	Known site(int id) {
		Known site = this.sites.get(id);
		if (site == null) {
			throw new IllegalArgumentException("No site " + id);
		}
		return site;
	}

	/** All sites that have this address. */
	List<Known> with(String url) {
		return this.sites.values().stream().filter((site) -> site.urls().contains(url)).toList();
	}

	/** What was counted on a day; takes the place of what was before. */
	public Counted day(int id, LocalDate day, int visits) {
		Counted counted = new Counted(visits);
		site(id).days().put(day, counted);
		return counted;
	}

	/** The token may not see the site any more. */
	void hide(int id) {
		this.hidden.add(id);
	}

	void show(int id) {
		this.hidden.remove(id);
	}

	/** Answers like this from now on; {@code null}: properly again. */
	public void instead(@Nullable HttpHandler other) {
		this.instead = other;
	}

	/** The methods that were asked for, also inside of bulk requests. */
	List<String> asked() {
		return this.asked;
	}

	/** What a real Matomo would not have understood. */
	public List<String> complaints() {
		return this.complaints;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		HttpHandler other = this.instead;
		if (other != null) {
			exchange.getRequestBody().readAllBytes();
			other.handle(exchange);
			return;
		}
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		int status = 200;
		Object answer;
		try {
			demand(exchange.getRequestMethod().equals("POST"), "a POST");
			demand(exchange.getRequestURI().getRawQuery() == null, "nothing in the address");
			demand("application/x-www-form-urlencoded".equals(exchange.getRequestHeaders().getFirst("Content-Type")),
					"a form");
			Map<String, String> form = decode(body);
			demand("API".equals(form.get("module")), "module=API");
			demand("JSON".equals(form.get("format")), "format=JSON");
			if (!this.token.equals(form.get("token_auth"))) {
				status = 401;
				throw new Refused("Unable to authenticate with the provided token. It is either invalid, expired or is"
						+ " required to be sent as a POST parameter.");
			}
			answer = answer(form);
		}
		catch (Refused ex) {
			answer = Map.of("result", "error", "message", ex.getMessage() + "");
		}
		byte[] bytes = JSON.writeValueAsBytes(answer);
		exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
		exchange.sendResponseHeaders(status, bytes.length);
		try (exchange) {
			exchange.getResponseBody().write(bytes);
		}
	}

	private Object answer(Map<String, String> form) {
		String method = form.getOrDefault("method", "");
		this.asked.add(method);
		return switch (method) {
			case "API.getBulkRequest" -> bulk(form);
			case "API.getMatomoVersion" -> Map.of("value", "5.5.1");
			case "SitesManager.addSite" -> add(form);
			case "SitesManager.getSitesIdFromSiteUrl" ->
				with(required(form, "url")).stream().map((site) -> Map.of("idsite", site.id())).toList();
			case "SitesManager.getSiteFromId" -> {
				Known site = visible(Integer.parseInt(required(form, "idSite")));
				yield Map.of("idsite", site.id(), "name", site.name(), "main_url", site.urls().getFirst(), "timezone",
						site.timezone(), "group", site.group());
			}
			case "SitesManager.getSiteUrlsFromId" -> visible(Integer.parseInt(required(form, "idSite"))).urls();
			case "Live.getLastVisitsDetails" -> live(form);
			case "Referrers.getAll", "Referrers.getReferrerType", "Referrers.get" -> {
				if (required(form, "idSite").contains(",")) {
					throw new Refused(method + " with multiple sites is not supported (yet).");
				}
				throw refused("a method that answers for several sites");
			}
			default -> report(method, form);
		};
	}

	private List<Object> bulk(Map<String, String> form) {
		List<Object> answers = new ArrayList<>();
		for (int i = 0; form.containsKey("urls[" + i + "]"); i++) {
			Map<String, String> one = decode(
					URLDecoder.decode(required(form, "urls[" + i + "]"), StandardCharsets.UTF_8));
			try {
				answers.add(answer(one));
			}
			catch (Refused ex) {
				answers.add(Map.of("result", "error", "message", ex.getMessage() + ""));
			}
		}
		return answers;
	}

	private Map<String, Integer> add(Map<String, String> form) {
		List<String> urls = new ArrayList<>();
		for (int i = 0; form.containsKey("urls[" + i + "]"); i++) {
			urls.add(required(form, "urls[" + i + "]"));
		}
		demand(!urls.isEmpty() && urls.stream().allMatch((url) -> url.matches("https?://[^/ ]+")),
				"urls[0] … as addresses");
		demand("Asia/Ho_Chi_Minh".equals(form.get("timezone")), "the time zone of Vietnam");
		for (String known : List.of("siteName", "timezone", "group")) {
			required(form, known);
		}
		synchronized (this.sites) {
			int id = this.sites.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
			this.sites.put(id, new Known(id, required(form, "siteName"), urls, required(form, "timezone"),
					required(form, "group"), new ConcurrentHashMap<>()));
			return Map.of("value", id);
		}
	}

	private Object report(String method, Map<String, String> form) {
		boolean numbers = method.equals("VisitsSummary.get") || method.equals("Actions.get");
		demand(numbers || TABLES.contains(method), "a known method, not " + method);
		form.keySet()
			.stream()
			.filter((name) -> !STANDARD.contains(name))
			.forEach((name) -> this.complaints.add("unknown parameter " + name));
		demand("day".equals(form.get("period")), "period=day");
		String[] dates = required(form, "date").split(",");
		demand(dates.length == 2, "from and to");
		LocalDate from = LocalDate.parse(dates[0]);
		LocalDate to = LocalDate.parse(dates[1]);
		demand(!from.isAfter(to), "dates in their order");
		String[] ids = required(form, "idSite").split(",");
		Map<String, Object> sites = new LinkedHashMap<>();
		for (String id : ids) {
			Known site = visible(Integer.parseInt(id));
			Map<String, Object> days = new TreeMap<>();
			from.datesUntil(to.plusDays(1)).forEach((day) -> {
				Counted counted = site.days().get(day);
				days.put(day.toString(), (counted == null) ? List.of()
						: numbers ? columns(counted.numbers(method), form) : rows(counted.table(method), form, method));
			});
			sites.put(id, days);
		}
		return (ids.length == 1) ? sites.values().iterator().next() : sites;
	}

	private List<Map<String, Object>> rows(Map<String, Integer> counts, Map<String, String> form, String method) {
		int limit = Integer.parseInt(form.getOrDefault("filter_limit", "100"));
		boolean pages = method.equals("Actions.getPageUrls");
		demand(!pages || "1".equals(form.get("flat")), "flat page addresses");
		Stream<Map.Entry<String, Integer>> sorted = counts.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue().reversed());
		return ((limit < 0) ? sorted : sorted.limit(limit)).map((count) -> {
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("label", pages ? count.getKey().replaceFirst("^https?://[^/]+", "") : count.getKey());
			row.put("nb_visits", count.getValue());
			row.put("nb_hits", count.getValue());
			row.put("sum_time_spent", 17);
			Map<String, Object> shown = new LinkedHashMap<>(columns(row, form));
			if (pages && !count.getKey().equals("Others")) {
				shown.put("url", count.getKey());
			}
			return shown;
		}).toList();
	}

	private static Map<String, Object> columns(Map<String, Object> row, Map<String, String> form) {
		String columns = form.get("showColumns");
		Map<String, Object> shown = new LinkedHashMap<>(row);
		if (columns != null) {
			shown.keySet().retainAll(Stream.concat(Stream.of("label"), Stream.of(columns.split(","))).toList());
		}
		return shown;
	}

	/** Every hit as a visit of its own, the latest first. */
	private List<Map<String, Object>> live(Map<String, String> form) {
		Known site = visible(Integer.parseInt(required(form, "idSite")));
		demand("day".equals(form.get("period")) && "today".equals(form.get("date")), "today");
		int limit = Integer.parseInt(form.getOrDefault("filter_limit", "10"));
		return this.tracked.get()
			.stream()
			.filter((hit) -> ("" + site.id()).equals(hit.get("idsite")))
			.<Map<String, Object>>map((hit) -> Map.of("idSite", site.id(), "actionDetails",
					List.of(Map.of("type", "action", "url", hit.getOrDefault("url", ""), "pageTitle",
							hit.getOrDefault("action_name", "")))))
			.toList()
			.reversed()
			.stream()
			.limit(limit)
			.toList();
	}

	private Known visible(int id) {
		Known site = this.sites.get(id);
		if (site == null) {
			throw new Refused("An unexpected website was found in the request: website id was set to '" + id + "' .");
		}
		if (this.hidden.contains(id)) {
			throw new Refused(
					"You can't access this resource as it requires 'view' access for the website id = " + id + ".");
		}
		return site;
	}

	private String required(Map<String, String> form, String name) {
		String value = form.get(name);
		if (value == null || value.isEmpty()) {
			throw refused("Please specify a value for '" + name + "'.");
		}
		return value;
	}

	private void demand(boolean fine, String what) {
		if (!fine) {
			throw refused(what);
		}
	}

	private Refused refused(String what) {
		this.complaints.add(what);
		return new Refused(what);
	}

	private static Map<String, String> decode(String form) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (String field : form.split("&")) {
			String[] parts = field.split("=", 2);
			fields.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
					(parts.length > 1) ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
		}
		return fields;
	}

	/** A site of Matomo. */
	record Known(int id, String name, List<String> urls, String timezone, String group, Map<LocalDate, Counted> days) {
	}

	/** What was counted on a day. */
	public static final class Counted {

		private final int visits;

		private int downloads;

		private final Map<String, Map<String, Integer>> tables = new LinkedHashMap<>();

		Counted(int visits) {
			this.visits = visits;
		}

		public Counted page(String url, int views) {
			return add("Actions.getPageUrls", url, views);
		}

		public Counted search(String words, int times) {
			return add("Actions.getSiteSearchKeywords", words, times);
		}

		/** From the plugin's method of this name, such as "getSocials". */
		public Counted from(String method, String name, int visits) {
			return add("Referrers." + method, name, visits);
		}

		public Counted downloads(int count) {
			this.downloads = count;
			return this;
		}

		private Counted add(String method, String label, int count) {
			this.tables.computeIfAbsent(method, (name) -> new LinkedHashMap<>()).put(label, count);
			return this;
		}

		Map<String, Integer> table(String method) {
			return this.tables.getOrDefault(method, Map.of());
		}

		Map<String, Object> numbers(String method) {
			return method.equals("VisitsSummary.get")
					? Map.of("nb_uniq_visitors", (this.visits * 4) / 5, "nb_visits", this.visits, "bounce_rate", "12%")
					: Map.of("nb_pageviews", sum("Actions.getPageUrls"), "nb_searches",
							sum("Actions.getSiteSearchKeywords"), "nb_downloads", this.downloads, "nb_outlinks", 0);
		}

		private int sum(String method) {
			return table(method).values().stream().mapToInt(Integer::intValue).sum();
		}

	}

	/** What Matomo would refuse. */
	private static final class Refused extends RuntimeException {

		Refused(String message) {
			super(message);
		}

	}

}
