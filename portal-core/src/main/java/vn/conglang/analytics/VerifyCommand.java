package vn.conglang.analytics;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import vn.conglang.kernel.StartFailure;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

/** {@code bin/portal analytics verify}: does a hit of this site arrive in Matomo? */
@Command(name = "analytics verify", mixinStandardHelpOptions = true, sortOptions = false,
		description = { "Sends one test hit for a site to Matomo as the portal sends hits, and reads it back through",
				"Matomo's reporting API. Says step by step what is well and what is not; ends with 1 if anything is",
				"wrong. The test hit counts as one visit of the page /kiem-tra-ket-noi." })
class VerifyCommand implements Callable<Integer> {

	private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

	@SuppressWarnings("NullAway.Init")
	private MatomoApi matomo;

	@SuppressWarnings("NullAway.Init")
	private Collector collector;

	@SuppressWarnings("NullAway.Init")
	private MatomoSites ids;

	@SuppressWarnings("NullAway.Init")
	private Sites sites;

	@SuppressWarnings("NullAway.Init")
	private SiteAddresses addresses;

	@SuppressWarnings("NullAway.Init")
	private Clock clock;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@Option(names = "--site", paramLabel = "<slug>", required = true, description = "the site that is tried")
	@SuppressWarnings("NullAway.Init")
	private String site;

	@Option(names = "--wait", paramLabel = "<seconds>", defaultValue = "30",
			description = "how long the hit may take to be seen in Matomo (${DEFAULT-VALUE})")
	private int wait;

	@Autowired
	void use(MatomoApi matomo, Collector collector, MatomoSites ids, Sites sites, SiteAddresses addresses,
			Clock clock) {
		this.matomo = matomo;
		this.collector = collector;
		this.ids = ids;
		this.sites = sites;
		this.addresses = addresses;
		this.clock = clock;
	}

	@Override
	public Integer call() throws InterruptedException {
		PrintWriter out = this.command.commandLine().getOut();
		Site tried = this.sites.bySlug(this.site)
			.orElseThrow(() -> new StartFailure("There is no site \"" + this.site + "\"."));
		try {
			String version = this.matomo.ask("API.getMatomoVersion", Map.of()).path("value").asString("?");
			out.printf("ok: Matomo %s answers, and knows the token%n", version);
			Integer id = this.ids.idOf(tried);
			if (id == null) {
				out.println("NOT ok: the site has no number in Matomo. Call: bin/portal analytics provision --site "
						+ tried.slug() + ", or name it in the tenant configuration (integrations: matomo)");
				return 1;
			}
			boolean fine = compare(tried, id, out);
			return (arrives(tried, id, out) && fine) ? 0 : 1;
		}
		catch (MatomoApi.Failure ex) {
			out.println("NOT ok: " + explain(ex));
			return 1;
		}
	}

	/** What stands in Matomo about the site may be another site's. */
	private boolean compare(Site tried, int id, PrintWriter out) throws MatomoApi.Failure {
		JsonNode known = this.matomo.ask("SitesManager.getSiteFromId", Map.of("idSite", "" + id));
		// some versions answer with a list of one
		JsonNode its = known.isArray() ? known.path(0) : known;
		out.printf("ok: it is site %d there, \"%s\"%n", id, its.path("name").asString(""));
		boolean fine = true;
		List<String> urls = this.matomo.ask("SitesManager.getSiteUrlsFromId", Map.of("idSite", "" + id))
			.valueStream()
			.map((url) -> url.asString(""))
			.toList();
		if (!urls.contains(this.addresses.of(tried))) {
			out.printf("NOT ok: Matomo knows that site by %s, not by %s; is it another site's number?%n",
					String.join(", ", urls), this.addresses.of(tried));
			fine = false;
		}
		String zone = its.path("timezone").asString("");
		if (!zone.equals(VietnameseText.ZONE.getId()) && !zone.equals("Asia/Saigon") && !zone.equals("UTC+7")) {
			out.printf("NOT ok: its days there begin by the clock of %s, those of the portal by that of %s%n", zone,
					VietnameseText.ZONE.getId());
			fine = false;
		}
		return fine;
	}

	private boolean arrives(Site tried, int id, PrintWriter out) throws MatomoApi.Failure, InterruptedException {
		String url = this.addresses.of(tried) + "/kiem-tra-ket-noi?lan=" + UUID.randomUUID();
		long begun = System.nanoTime();
		Collector.Outcome outcome = this.collector.deliver(List.of(new MaskedHit(tried.id(), Hit.Kind.PAGE,
				this.clock.millis(), url, "Kiểm tra kết nối", "", BROWSER, "vi", "", "0123456789abcdef", "", 0)));
		if (outcome.trouble() != null) {
			out.printf("NOT ok: the hit was not taken: %s%n", outcome.trouble().detail());
			return false;
		}
		if (outcome.done() != 1 || outcome.refused() != 0) {
			out.println("NOT ok: Matomo refused the hit; may the token write to this site?");
			return false;
		}
		out.println("ok: Matomo has taken a test hit");
		do {
			JsonNode visits = this.matomo.ask("Live.getLastVisitsDetails",
					Map.of("idSite", "" + id, "period", "day", "date", "today", "filter_limit", "50"));
			if (visits.valueStream()
				.flatMap((visit) -> visit.path("actionDetails").valueStream())
				.anyMatch((action) -> action.path("url").asString("").contains(url.substring(url.indexOf("?lan="))))) {
				out.printf("ok: it was read back from Matomo after %.1f s%n", (System.nanoTime() - begun) / 1e9);
				return true;
			}
			TimeUnit.MILLISECONDS.sleep(500);
		}
		while (System.nanoTime() - begun < this.wait * 1_000_000_000L);
		out.printf(
				"NOT ok: it cannot be read back within %d s. Does Matomo queue hits (plugin QueuedTracking), leave out"
						+ " visitors (excluded addresses or user agents), or has its visits log been switched off?%n",
				this.wait);
		return false;
	}

	/** What to do about it, for operators. */
	static String explain(MatomoApi.Failure failure) {
		return switch (failure.problem()) {
			case NOT_CONFIGURED ->
				"There is no Matomo: set portal.analytics.matomo.url and portal.analytics.matomo.token.";
			case UNREACHABLE -> "Nobody answers at portal.analytics.matomo.url: " + failure.detail() + ".";
			case TIMEOUT -> "Matomo answers too late: " + failure.detail() + ".";
			case CERTIFICATE -> "Matomo's certificate is not trusted: " + failure.detail() + ".";
			case REDIRECT -> "portal.analytics.matomo.url leads to another address (" + failure.detail()
					+ "), which is not followed, because the token would go there: set the address it leads to.";
			case TOKEN -> "Matomo does not accept the token (" + failure.detail()
					+ "): make one in Matomo under Personal, Security.";
			case STATUS -> "Matomo answers " + failure.detail() + ".";
			case GARBAGE -> "What answers at portal.analytics.matomo.url is no Matomo: " + failure.detail() + ".";
			case REFUSED -> "Matomo refuses: " + failure.detail();
		};
	}

}
