package vn.conglang.links;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Face;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

/**
 * A link in a text. Either it leads to a site of this portal, or outside.
 *
 * @param text what readers click on
 * @param address as it was written
 * @param outside the address to be asked, without what only browsers use
 * @param site to which it leads inside
 * @param path there, decoded
 */
record Link(String text, String address, @Nullable String outside, @Nullable SiteId site, @Nullable String path) {

	private static final int LONGEST_ADDRESS = 2_000;

	private static final int LONGEST_TEXT = 200;

	private static final int MOST = 500;

	/** Those of an entry in the order of its text; mail, telephone and jumps are none. */
	static List<Link> of(EntryText text, EntryType type, Site site, SiteAddresses addresses) {
		List<Link> links = new ArrayList<>();
		for (Element link : Jsoup.parseBodyFragment(text.bodyHtml()).select("a[href]")) {
			add(links, link.text(), link.attr("href"), site, addresses);
		}
		for (EntryType.Field field : type.fields()) {
			String address = text.fields().getOrDefault(field.key(), "");
			if (field.kind() == EntryType.Field.Kind.URL && !address.isEmpty()) {
				add(links, address, address, site, addresses);
			}
		}
		return links;
	}

	private static void add(List<Link> links, String text, String address, Site site, SiteAddresses addresses) {
		String href = address.strip();
		String lower = href.toLowerCase(Locale.ROOT);
		if (href.isEmpty() || href.startsWith("#") || lower.startsWith("mailto:") || lower.startsWith("tel:")
				|| href.length() > LONGEST_ADDRESS || links.size() >= MOST) {
			return;
		}
		String shown = text.isBlank() ? href : text.strip();
		shown = (shown.length() > LONGEST_TEXT) ? shown.substring(0, LONGEST_TEXT - 1) + "…" : shown;
		if (href.startsWith("/") && !href.startsWith("//")) {
			links.add(new Link(shown, href, null, site.id(), path(href)));
			return;
		}
		String outside = (href.startsWith("//") ? "https:" + href : href).replaceFirst("#.*", "");
		URI uri = uri(outside);
		SiteAddresses.Destination inside = (uri != null && uri.getHost() != null) ? addresses.destination(uri.getHost())
				: null;
		if (uri != null && inside != null && inside.face() == Face.PUBLIC && inside.site() != null) {
			links.add(new Link(shown, href, null, inside.site().id(), path(uri.getRawPath())));
		}
		else if (inside == null || inside.face() == Face.UNKNOWN) {
			links.add(new Link(shown, href, outside, null, null));
		}
	}

	private static String path(String href) {
		String path = href.replaceFirst("[?#].*", "");
		try {
			path = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			// it is looked up as it was written, and not found
		}
		path = path.replace("\u0000", "");
		return (path.length() > 1 && path.endsWith("/")) ? path.substring(0, path.length() - 1)
				: (path.isEmpty() ? "/" : path);
	}

	private static @Nullable URI uri(String address) {
		try {
			return URI.create(address);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** Who is asked for an address outside; empty for nobody. */
	static String host(String outside) {
		URI uri = uri(outside);
		return (uri != null && uri.getHost() != null) ? uri.getHost().toLowerCase(Locale.ROOT) : "";
	}

}
