package vn.conglang.analytics;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.conglang.site.Site;

/**
 * The form of a site's connections: what was typed, what of it can be kept, and what has
 * to be mended. People are sent snippets of HTML by those systems, so a whole snippet may
 * be pasted where only an id is wanted.
 */
final class ConnectionForm {

	static final String TRACKING = "cach-dem";

	static final String EMC = "emc";

	static final String BADGE = "tin-nhiem";

	static final String BADGE_PAGE = "tin-nhiem-trang";

	private static final int LONGEST = 5_000;

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	/** Word turns the quotes of a snippet into others. */
	private static final String QUOTE = "[\"'‘’“”]?";

	private static final Pattern SITE_ID = Pattern
		.compile("setSiteId" + QUOTE + "\\s*,\\s*" + QUOTE + "([A-Za-z0-9_-]{1,64})" + QUOTE);

	private static final Pattern MATOMO = Pattern.compile("_paq|(matomo|piwik)\\.(js|php)");

	private static final Pattern DOMAIN = Pattern
		.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

	private static final Pattern IMAGE = Pattern.compile("handle_cert\\?id=([^\"'‘’“”&\\s<>]+)");

	/** Of Google: a file to be laid on the server, and a record of the domain. */
	private static final Pattern OTHER_WAY = Pattern
		.compile("google[0-9a-f]+\\.html|google-site-verification[:=].*|BingSiteAuth\\.xml", Pattern.CASE_INSENSITIVE);

	private final Map<String, String> typed;

	private final Map<String, String> problems = new LinkedHashMap<>();

	private ConnectionForm(Map<String, String> typed) {
		this.typed = typed;
	}

	/** The form as a choice in force fills it. */
	static ConnectionForm of(Site site, ConnectionChoice choice) {
		Map<String, String> fields = new HashMap<>();
		fields.put(TRACKING, Objects.requireNonNullElse(choice.tracking(), Connected.Tracking.SERVER).name());
		fields.put(EMC, shown(choice.emc(), site.integrations().emc()));
		fields.put(BADGE, shown(choice.badge(), site.integrations().trustBadge()));
		fields.put(BADGE_PAGE, shown(choice.badgePage(), null));
		for (Proof proof : Proof.values()) {
			fields.put(proof.field(), shown(proof.code(choice), proof.usual(site.integrations())));
		}
		return new ConnectionForm(fields);
	}

	/** The form as somebody has sent it. */
	static ConnectionForm sent(Map<String, String> sent) {
		return new ConnectionForm(Map.copyOf(sent));
	}

	/** What stands in a field; for the template, too. */
	public String field(String name) {
		return this.typed.getOrDefault(name, "");
	}

	/** Keys of messages, by the field that has to be mended. */
	Map<String, String> problems() {
		return this.problems;
	}

	/**
	 * What is meant. Only worth keeping when nothing has to be mended.
	 * @param trustPages where certificates of the network-trust programme are looked up
	 */
	ConnectionChoice read(Site site, String trustPages) {
		String tracking = field(TRACKING);
		Connected.Tracking chosen = Arrays.stream(Connected.Tracking.values())
			.filter((one) -> one.name().equals(tracking))
			.findFirst()
			.orElse(Connected.Tracking.SERVER);
		String emc = emc();
		String badge = badge();
		String page = badgePage(badge, trustPages);
		return new ConnectionChoice((chosen != Connected.Tracking.SERVER) ? chosen : null,
				unlessUsual(emc, site.integrations().emc()), unlessUsual(badge, site.integrations().trustBadge()),
				unlessUsual(page, null), proof(Proof.GOOGLE, site), proof(Proof.BING, site), proof(Proof.ZALO, site));
	}

	private String emc() {
		String text = text(EMC);
		if (text.isEmpty() || ID.matcher(text).matches()) {
			return text;
		}
		List<String> ids = SITE_ID.matcher(text).results().map((found) -> found.group(1)).distinct().toList();
		if (MATOMO.matcher(text).find()) {
			return problem(EMC, "connections.emc.matomo");
		}
		if (ids.size() > 1) {
			return problem(EMC, "connections.emc.several");
		}
		return ids.isEmpty() ? problem(EMC, "connections.emc.bad") : ids.getFirst();
	}

	/** The domain, also out of the snippet or the address of the mark. */
	private String badge() {
		String text = text(BADGE);
		if (text.isEmpty()) {
			return "";
		}
		String domain = IMAGE.matcher(text)
			.results()
			.findFirst()
			.map((found) -> found.group(1))
			.orElseGet(() -> host(text))
			.toLowerCase(Locale.ROOT);
		if (domain.endsWith("tinnhiemmang.vn")) {
			return problem(BADGE, "connections.badge.theirs");
		}
		return DOMAIN.matcher(domain).matches() ? domain : problem(BADGE, "connections.badge.bad");
	}

	private static String host(String text) {
		if (!text.contains("://")) {
			return text.replaceFirst("/.*$", "");
		}
		try {
			return Objects.requireNonNullElse(URI.create(text).getHost(), "");
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	/** A link in the snippet counts more than what stands in the field. */
	private String badgePage(String badge, String trustPages) {
		Element link = Jsoup.parseBodyFragment(text(BADGE)).selectFirst("a[href]");
		String page = (link != null) ? link.attr("href").strip() : text(BADGE_PAGE);
		if (page.isEmpty() || badge.isEmpty()) {
			return "";
		}
		String origin = Connected.origin(trustPages);
		if (!page.startsWith(origin + "/") || page.length() > 300 || !page.matches("[!-~&&[^\"'<>\\\\]]+")) {
			return problem((link != null) ? BADGE : BADGE_PAGE, "connections.badge.page.bad");
		}
		return page;
	}

	private @Nullable String proof(Proof proof, Site site) {
		String text = text(proof.field());
		if (text.contains("<")) {
			Element tag = Jsoup.parse(text.replaceAll("[“”]", "\"")).selectFirst("meta[name][content]");
			if (tag == null) {
				return problem(proof.field(), "connections.proof.noTag");
			}
			if (!tag.attr("name").equalsIgnoreCase(proof.tag())) {
				return problem(proof.field(),
						Proof.of(tag.attr("name"))
							.map((other) -> "connections.proof.of." + other)
							.orElse("connections.proof.unknown"));
			}
			text = tag.attr("content").strip();
		}
		if (OTHER_WAY.matcher(text).matches()) {
			return problem(proof.field(), "connections.proof.otherWay");
		}
		if (!text.isEmpty() && !proof.allows(text)) {
			return problem(proof.field(), "connections.proof.bad." + proof);
		}
		return unlessUsual(text, proof.usual(site.integrations()));
	}

	private String text(String name) {
		String text = field(name).strip();
		if (text.length() <= LONGEST) {
			return text;
		}
		return problem(name, "connections.long");
	}

	private String problem(String field, String key) {
		this.problems.putIfAbsent(field, key);
		return "";
	}

	private static String shown(@Nullable String own, @Nullable String usual) {
		return Objects.requireNonNullElse((own != null) ? own : usual, "");
	}

	/** What is as configured follows the configuration, also when that changes. */
	private static @Nullable String unlessUsual(String text, @Nullable String usual) {
		return text.equals(Objects.requireNonNullElse(usual, "")) ? null : text;
	}

}
