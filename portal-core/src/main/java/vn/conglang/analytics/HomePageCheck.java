package vn.conglang.analytics;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Asks this very portal for a site's home page, as a citizen's browser does, and says
 * what of the site's connections is really in force there. A theme may have left
 * something out, and what is in the page is of no use where its policy forbids it.
 */
@Component
class HomePageCheck {

	private static final Logger log = LoggerFactory.getLogger(HomePageCheck.class);

	private static final int TIMEOUT = 5_000;

	/** What EMC's own snippet does, done by the script of the page. */
	private static final List<String> CALLS = List.of("_govaq", "trackPageView", "enableLinkTracking", "setTrackerUrl",
			"setSiteId");

	private final SiteAddresses addresses;

	private final Environment environment;

	HomePageCheck(SiteAddresses addresses, Environment environment) {
		this.addresses = addresses;
		this.environment = environment;
	}

	/** What is in force of what the site is connected with. */
	Found look(Site site, Connected connected) {
		Connected.Emc emc = connected.emc();
		Connected.TrustBadge badge = connected.badge();
		if (emc == null && badge == null && connected.verifications().isEmpty()) {
			return new Found(State.NONE, State.NONE, State.NONE);
		}
		Answer answer = get(site, "/");
		Document page = Jsoup.parse(answer.body());
		return new Found((emc == null) ? State.NONE : state(emc(site, emc, answer, page)),
				(badge == null) ? State.NONE : state(badge(badge, answer, page)),
				connected.verifications().isEmpty() ? State.NONE : state(proofs(connected, page)));
	}

	private static State state(boolean there) {
		return there ? State.SERVED : State.MISSING;
	}

	private boolean emc(Site site, Connected.Emc emc, Answer answer, Document page) {
		Element script = page.selectFirst("script[src][data-emc-id]");
		if (script == null || !script.attr("data-emc-id").equals(emc.id())
				|| !script.attr("data-emc-script").equals(emc.script())
				|| !script.attr("data-emc-tracker").equals(emc.tracker())) {
			return false;
		}
		String tracker = Connected.origin(emc.tracker());
		return answer.allows("script-src", Connected.origin(emc.script())) && answer.allows("connect-src", tracker)
				&& answer.allows("img-src", tracker)
				&& CALLS.stream().allMatch(get(site, script.attr("src")).body()::contains);
	}

	private static boolean badge(Connected.TrustBadge badge, Answer answer, Document page) {
		return page.select("a[href] img[src]").stream().anyMatch((image) -> image.attr("src").equals(badge.image()))
				&& answer.allows("img-src", Connected.origin(badge.image()));
	}

	private static boolean proofs(Connected connected, Document page) {
		return connected.verifications()
			.stream()
			.allMatch((proof) -> page.head()
				.select("meta[name]")
				.stream()
				.anyMatch(
						(tag) -> tag.attr("name").equals(proof.name()) && tag.attr("content").equals(proof.content())));
	}

	/** Speaks HTTP itself, because Java's client does not let the host be named. */
	private Answer get(Site site, String path) {
		Integer port = this.environment.getProperty("local.server.port", Integer.class);
		String bound = this.environment.getProperty("server.address", "");
		if (port == null || !path.startsWith("/")) {
			return Answer.NONE;
		}
		try (Socket socket = new Socket()) {
			InetAddress here = bound.isEmpty() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(bound);
			socket.connect(new InetSocketAddress(here, port), TIMEOUT);
			socket.setSoTimeout(TIMEOUT);
			// nobody's visit, and so not counted as one
			String request = "GET " + path + " HTTP/1.0\r\nHost: "
					+ URI.create(this.addresses.of(site)).getRawAuthority()
					+ "\r\nUser-Agent: cong-lang-check (bot)\r\nDNT: 1\r\nConnection: close\r\n\r\n";
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int end = all.indexOf("\r\n\r\n");
			return (end > 0 && all.startsWith("HTTP/1.1 200"))
					? new Answer(all.substring(0, end), all.substring(end + 4)) : Answer.NONE;
		}
		catch (IOException ex) {
			log.warn("The home page of {} cannot be looked at: {}", site.slug(), ex.toString());
			return Answer.NONE;
		}
	}

	/** How it stands with a connection. */
	enum State {

		/** Not connected. */
		NONE,

		/** As it has to be. */
		SERVED,

		/** Connected, but not, or not in full, on the home page. */
		MISSING,

		/** Connected; the home page has not been looked at yet. */
		UNSEEN

	}

	/** How it stands with the connections of a site. */
	record Found(State emc, State badge, State proofs) {

		/** Of a site whose home page has not been looked at yet. */
		static Found notYet(Connected connected) {
			return new Found((connected.emc() == null) ? State.NONE : State.UNSEEN,
					(connected.badge() == null) ? State.NONE : State.UNSEEN,
					connected.verifications().isEmpty() ? State.NONE : State.UNSEEN);
		}

		/** Whether the home page has to be looked at yet. */
		boolean isUnseen() {
			return this.emc == State.UNSEEN || this.badge == State.UNSEEN || this.proofs == State.UNSEEN;
		}

		/** Whether something is not as it has to be. */
		public boolean isBroken() {
			return this.emc == State.MISSING || this.badge == State.MISSING || this.proofs == State.MISSING;
		}

	}

	private record Answer(String head, String body) {

		static final Answer NONE = new Answer("", "");

		boolean allows(String directive, String origin) {
			return this.head.lines()
				.filter((line) -> line.regionMatches(true, 0, "content-security-policy:", 0, 24))
				.flatMap((line) -> Arrays.stream(line.substring(24).split(";")))
				.map(String::strip)
				.filter((part) -> part.startsWith(directive + " "))
				.anyMatch((part) -> Arrays.asList(part.split(" ")).contains(origin));
		}

	}

}
