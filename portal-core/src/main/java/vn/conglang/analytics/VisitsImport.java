package vn.conglang.analytics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import vn.conglang.analytics.VisitFacts.Day;
import vn.conglang.analytics.VisitFacts.Kind;
import vn.conglang.analytics.VisitFacts.Known;
import vn.conglang.analytics.VisitFacts.Numbers;
import vn.conglang.analytics.VisitFacts.Referrer;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Component;

/**
 * Brings home what Matomo counted. Numbers of all sites and days come in one or two
 * requests; what was read, and from where people came, only for days whose numbers have
 * changed. A site that Matomo does not show to the token is passed over and told.
 */
@Component
class VisitsImport {

	/**
	 * How long after its end hits of a day can still arrive: a buffer's age, and some.
	 */
	static final Duration OPEN_FOR = Duration.ofHours(74);

	/** The most pages, origins and searches that are kept of a day, each. */
	static final int MOST = 200;

	private static final Logger log = LoggerFactory.getLogger(VisitsImport.class);

	private static final int DAYS_AT_ONCE = 31;

	private static final int RECENT = 4;

	private static final Duration LOOK_BACK_EVERY = Duration.ofDays(1);

	private static final int SITES_AT_ONCE = 50;

	private static final int LONGEST_NAME = 200;

	private static final Pattern URL = Pattern.compile("https?://([^/?#:]+)(?::[0-9]+)?([^?#]*).*",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern UNFIT = Pattern.compile("[\\s\\p{Cntrl}]+");

	/** Methods that answer for several sites at once; Referrers.getAll does not. */
	private static final Map<Kind, String> ORIGINS = new EnumMap<>(
			Map.of(Kind.SEARCH, "Referrers.getSearchEngines", Kind.SOCIAL, "Referrers.getSocials", Kind.WEBSITE,
					"Referrers.getWebsites", Kind.CAMPAIGN, "Referrers.getCampaigns"));

	private final MatomoApi matomo;

	private final MatomoSites ids;

	private final Sites sites;

	private final SiteAddresses addresses;

	private final VisitFacts facts;

	private final ReportSettings settings;

	private final Clock clock;

	/**
	 * Sites that have no visit yet, and when all of the days back were looked at last.
	 */
	private final Map<SiteId, Instant> lookedBack = new ConcurrentHashMap<>();

	VisitsImport(MatomoApi matomo, MatomoSites ids, Sites sites, SiteAddresses addresses, VisitFacts facts,
			ReportSettings settings, Clock clock) {
		this.matomo = matomo;
		this.ids = ids;
		this.sites = sites;
		this.addresses = addresses;
		this.facts = facts;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Fetches what is due: today, what was missed, and days of which something may still
	 * have arrived.
	 * @throws MatomoApi.Failure when Matomo did not answer; what came before is kept
	 */
	Fetched due() throws MatomoApi.Failure {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, VietnameseText.ZONE);
		LocalDate oldest = today.minusDays(this.settings.back());
		Map<SiteId, Map<LocalDate, Known>> known = this.facts.known(oldest, today);
		Map<SiteId, LocalDate> first = this.facts.first();
		Fetched fetched = fetch(oldest, today, known, (site, day) -> {
			LocalDate begun = first.get(site.id());
			if (begun == null) {
				Instant looked = this.lookedBack.getOrDefault(site.id(), Instant.MIN);
				return day.isAfter(today.minusDays(RECENT)) || looked.isBefore(now.minus(LOOK_BACK_EVERY));
			}
			Known before = known.getOrDefault(site.id(), Map.of()).get(day);
			return !day.isBefore(begun) && (before == null || due(day, before.fetchedAt(), now));
		}, now);
		this.sites.all()
			.stream()
			.filter((site) -> !first.containsKey(site.id()) && this.ids.idOf(site) != null)
			.forEach((site) -> this.lookedBack.compute(site.id(),
					(id, looked) -> (looked == null || looked.isBefore(now.minus(LOOK_BACK_EVERY))) ? now : looked));
		return fetched;
	}

	/** Fetches all days of a period anew. */
	Fetched period(LocalDate from, LocalDate to) throws MatomoApi.Failure {
		return fetch(from, to, this.facts.known(from, to), (site, day) -> true, this.clock.instant());
	}

	/** The longer a day is over, the seldomer it is looked at; at last never again. */
	private boolean due(LocalDate day, Instant fetchedAt, Instant now) {
		Instant end = day.plusDays(1).atStartOfDay(VietnameseText.ZONE).toInstant();
		if (fetchedAt.isAfter(end.plus(OPEN_FOR))) {
			return false;
		}
		Duration pause = Duration.between(end, now).dividedBy(4);
		return !now.isBefore(fetchedAt.plus(pause.isPositive() ? pause : Duration.ZERO));
	}

	private Fetched fetch(LocalDate from, LocalDate to, Map<SiteId, Map<LocalDate, Known>> known, Due due, Instant now)
			throws MatomoApi.Failure {
		Map<Integer, Site> connected = new TreeMap<>();
		for (Site site : this.sites.all()) {
			Integer id = this.ids.idOf(site);
			if (id != null) {
				connected.put(id, site);
			}
		}
		Fetched fetched = new Fetched();
		fetched.sites = connected.size();
		// the latest first: it is what people look for
		for (LocalDate last = to; !last.isBefore(from); last = last.minusDays(DAYS_AT_ONCE)) {
			LocalDate start = last.minusDays(DAYS_AT_ONCE - 1L);
			List<LocalDate> days = (start.isBefore(from) ? from : start).datesUntil(last.plusDays(1))
				.toList()
				.reversed();
			Map<Integer, Site> wanted = new TreeMap<>(connected);
			wanted.values().removeIf((site) -> days.stream().noneMatch((day) -> due.is(site, day)));
			List<LocalDate> asked = days.stream()
				.filter((day) -> wanted.values().stream().anyMatch((site) -> due.is(site, day)))
				.toList();
			if (!asked.isEmpty()) {
				Map<Integer, Map<LocalDate, Numbers>> numbers = numbers(wanted, asked.getLast(), asked.getFirst(),
						fetched);
				for (LocalDate day : asked) {
					keep(day, wanted, numbers, known, due, now, fetched);
				}
			}
		}
		return fetched;
	}

	private void keep(LocalDate day, Map<Integer, Site> wanted, Map<Integer, Map<LocalDate, Numbers>> numbers,
			Map<SiteId, Map<LocalDate, Known>> known, Due due, Instant now, Fetched fetched) throws MatomoApi.Failure {
		Map<Integer, Site> changed = new TreeMap<>();
		Map<Integer, Day> facts = new HashMap<>();
		wanted.forEach((id, site) -> {
			Map<LocalDate, Numbers> byDay = numbers.get(id);
			if (byDay == null || !due.is(site, day)) {
				return;
			}
			Numbers counted = byDay.getOrDefault(day, Numbers.NONE);
			Known before = known.getOrDefault(site.id(), Map.of()).get(day);
			if (before != null && before.numbers().equals(counted)) {
				this.facts.seen(site.id(), day, now);
				fetched.days++;
			}
			else if (counted.visits() > 0 || counted.pageViews() > 0) {
				changed.put(id, site);
			}
			else if (before != null || hasVisitsBefore(byDay, known.get(site.id()), day)) {
				facts.put(id, Day.EMPTY);
			}
		});
		facts.putAll(details(changed, day, numbers, fetched));
		facts.forEach((id, fact) -> {
			Site site = wanted.get(id);
			if (site != null) {
				this.facts.replace(site.id(), day, fact, now);
				fetched.days++;
				fetched.visits += fact.numbers().visits();
			}
		});
	}

	/**
	 * A site that was only just connected had no visits before, rather than none: days
	 * before its first visit are not kept.
	 */
	private boolean hasVisitsBefore(Map<LocalDate, Numbers> counted, @Nullable Map<LocalDate, Known> known,
			LocalDate day) {
		return (known != null && known.keySet().stream().anyMatch((other) -> !other.isAfter(day))) || counted.entrySet()
			.stream()
			.anyMatch((other) -> other.getKey().isBefore(day) && other.getValue().visits() > 0);
	}

	private Map<Integer, Map<LocalDate, Numbers>> numbers(Map<Integer, Site> wanted, LocalDate from, LocalDate to,
			Fetched fetched) throws MatomoApi.Failure {
		Map<Integer, Map<LocalDate, Numbers>> numbers = new HashMap<>();
		String date = from + "," + to;
		ask(List.copyOf(wanted.keySet()), fetched,
				(sites) -> List.of(question("VisitsSummary.get", sites, date, "nb_visits,nb_uniq_visitors"),
						question("Actions.get", sites, date, "nb_pageviews,nb_searches,nb_downloads")),
				(id, answers) -> {
					Map<LocalDate, Numbers> days = new HashMap<>();
					from.datesUntil(to.plusDays(1)).forEach((day) -> {
						JsonNode visits = answers.getFirst().path(day.toString());
						JsonNode actions = answers.getLast().path(day.toString());
						Numbers counted = new Numbers(count(visits, "nb_visits"), count(visits, "nb_uniq_visitors"),
								count(actions, "nb_pageviews"), count(actions, "nb_searches"),
								count(actions, "nb_downloads"));
						if (!counted.equals(Numbers.NONE)) {
							days.put(day, counted);
						}
					});
					numbers.put(id, days);
				});
		return numbers;
	}

	private Map<Integer, Day> details(Map<Integer, Site> wanted, LocalDate day,
			Map<Integer, Map<LocalDate, Numbers>> numbers, Fetched fetched) throws MatomoApi.Failure {
		Map<Integer, Day> details = new HashMap<>();
		List<Integer> ids = List.copyOf(wanted.keySet());
		String date = day + "," + day;
		for (int i = 0; i < ids.size(); i += SITES_AT_ONCE) {
			ask(ids.subList(i, Math.min(ids.size(), i + SITES_AT_ONCE)), fetched, (sites) -> {
				List<Map<String, String>> questions = new ArrayList<>();
				Map<String, String> pages = question("Actions.getPageUrls", sites, date, "label,nb_hits,url");
				pages.put("flat", "1");
				pages.put("filter_sort_column", "nb_hits");
				pages.put("filter_limit", "" + (2 * MOST));
				questions.add(pages);
				questions.add(question("Actions.getSiteSearchKeywords", sites, date, "label,nb_hits"));
				ORIGINS.values().forEach((method) -> questions.add(question(method, sites, date, "label,nb_visits")));
				return questions;
			}, (id, answers) -> {
				Site site = wanted.get(id);
				Map<LocalDate, Numbers> counted = numbers.get(id);
				if (site != null && counted != null) {
					details.put(id, day(site, counted.getOrDefault(day, Numbers.NONE),
							answers.stream().map((answer) -> answer.path(day.toString())).toList()));
				}
			});
		}
		return details;
	}

	private Day day(Site site, Numbers numbers, List<JsonNode> tables) {
		List<String> hosts = Stream
			.concat(Stream.of(URL.matcher(this.addresses.of(site)).replaceFirst("$1")), site.hosts().stream())
			.toList();
		Map<String, Integer> pages = new HashMap<>();
		rows(tables.getFirst(), "nb_hits", (row, views) -> {
			Matcher url = URL.matcher(row.path("url").asString(""));
			// rows without an address are sums of what is seldom; other hosts are none of
			// this site
			if (url.matches() && hosts.contains(url.group(1).toLowerCase(VietnameseText.LOCALE))) {
				pages.merge(name(url.group(2).isEmpty() ? "/" : url.group(2)), views, Integer::sum);
			}
		});
		Map<String, Integer> searches = new HashMap<>();
		rows(tables.get(1), "nb_hits", (row, times) -> searches
			.merge(name(row.path("label").asString("").toLowerCase(VietnameseText.LOCALE)), times, Integer::sum));
		searches.remove("");
		Map<Referrer, Integer> referrers = new LinkedHashMap<>();
		int table = 2;
		int named = 0;
		for (Kind kind : ORIGINS.keySet()) {
			Map<String, Integer> origins = new HashMap<>();
			rows(tables.get(table++), "nb_visits",
					(row, visits) -> origins.merge(name(row.path("label").asString("")), visits, Integer::sum));
			named += origins.values().stream().mapToInt(Integer::intValue).sum();
			most(origins).forEach((name, visits) -> referrers.put(new Referrer(kind, name), visits));
		}
		if (numbers.visits() > named) {
			referrers.put(Referrer.DIRECT, numbers.visits() - named);
		}
		return new Day(numbers, most(pages), referrers, most(searches));
	}

	private static void rows(JsonNode table, String column, Row consumer) {
		for (JsonNode row : table) {
			int count = count(row, column);
			if (count > 0) {
				consumer.accept(row, count);
			}
		}
	}

	private static Map<String, Integer> most(Map<String, Integer> counts) {
		return counts.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.limit(MOST)
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
	}

	private static String name(String text) {
		String plain = UNFIT.matcher(text).replaceAll(" ").strip();
		return plain.substring(0,
				plain.offsetByCodePoints(0, Math.min(plain.codePointCount(0, plain.length()), LONGEST_NAME)));
	}

	/** Numbers come as such or as text; what Matomo did not count is missing. */
	private static int count(JsonNode row, String column) {
		return Math.max(0, row.path(column).asInt(0));
	}

	private static Map<String, String> question(String method, String sites, String date, String columns) {
		Map<String, String> question = new LinkedHashMap<>();
		question.put("method", method);
		question.put("idSite", sites);
		question.put("period", "day");
		question.put("date", date);
		question.put("showColumns", columns);
		// by default a table ends after 100 rows
		question.put("filter_limit", "-1");
		return question;
	}

	/**
	 * Asks for several sites at once. Where Matomo refuses because of one of them, asks
	 * for each half, so that the others do not suffer for it.
	 */
	private void ask(List<Integer> ids, Fetched fetched, Questions questions, Answers consumer)
			throws MatomoApi.Failure {
		if (ids.isEmpty()) {
			return;
		}
		List<JsonNode> answers;
		try {
			answers = this.matomo
				.ask(questions.about(ids.stream().map(String::valueOf).collect(Collectors.joining(","))));
		}
		catch (MatomoApi.Failure ex) {
			if (ex.problem() != MatomoApi.Problem.REFUSED) {
				throw ex;
			}
			if (ids.size() == 1) {
				fetched.refused.put(ids.getFirst(), ex.detail());
				log.warn("Matomo refuses what was counted on its site {}: {}", ids.getFirst(), ex.detail());
				return;
			}
			ask(ids.subList(0, ids.size() / 2), fetched, questions, consumer);
			ask(ids.subList(ids.size() / 2, ids.size()), fetched, questions, consumer);
			return;
		}
		for (int id : ids) {
			// of a single site Matomo answers without its number
			consumer.accept(id,
					answers.stream().map((answer) -> (ids.size() == 1) ? answer : answer.path("" + id)).toList());
		}
	}

	/** What was done. */
	static final class Fetched {

		private int sites;

		private int days;

		private long visits;

		private final Map<Integer, String> refused = new TreeMap<>();

		/** How many sites are connected. */
		int sites() {
			return this.sites;
		}

		/** How many days of sites were looked at. */
		int days() {
			return this.days;
		}

		/** How many visits were on the days that are new or have changed. */
		long visits() {
			return this.visits;
		}

		/** Sites that Matomo does not show, by its number, and what it says. */
		Map<Integer, String> refused() {
			return this.refused;
		}

	}

	@FunctionalInterface
	private interface Due {

		boolean is(Site site, LocalDate day);

	}

	@FunctionalInterface
	private interface Questions {

		List<Map<String, String>> about(String sites);

	}

	@FunctionalInterface
	private interface Answers {

		void accept(int id, List<JsonNode> answers);

	}

	@FunctionalInterface
	private interface Row {

		void accept(JsonNode row, int count);

	}

}
