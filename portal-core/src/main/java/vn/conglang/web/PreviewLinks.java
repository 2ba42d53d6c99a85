package vn.conglang.web;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.conglang.site.Site;

/** Changes where the links of a public page lead, so that a preview stays whole. */
final class PreviewLinks {

	private final String desk;

	private final String root;

	private final String address;

	/**
	 * What links are to lead to.
	 * @param root of the preview
	 * @param address of the site itself, absolute
	 */
	PreviewLinks(Site site, String root, String address) {
		this.desk = "/bien-tap/" + site.slug();
		this.root = root;
		this.address = address;
	}

	String stayInside(String html) {
		Document page = Jsoup.parse(html);
		page.outputSettings().prettyPrint(false);
		for (Element link : page.select("a[href], area[href]")) {
			String href = link.attr("href");
			String inside = inside(href);
			if (!inside.equals(href)) {
				link.attr("href", inside);
			}
			else if (href.startsWith("http:") || href.startsWith("https:") || href.startsWith("//")) {
				// other sites do not let themselves be framed
				link.attr("target", "_blank").attr("rel", "noopener noreferrer");
			}
		}
		page.select("form").forEach((form) -> form.attr("action", inside(form.attr("action"))));
		for (Element shown : page.select("[src], [srcset], [poster]")) {
			for (String name : new String[] { "src", "srcset", "poster" }) {
				if (shown.hasAttr(name)) {
					// pictures are shown to members by the newsroom itself
					shown.attr(name, shown.attr(name).replaceAll("(?<=^|,\\s{0,3})/media/", this.desk + "/media/"));
				}
			}
		}
		return page.outerHtml();
	}

	private String inside(String href) {
		String path = href;
		if (href.startsWith(this.address)) {
			String rest = href.substring(this.address.length());
			if (rest.isEmpty() || "/?#".indexOf(rest.charAt(0)) >= 0) {
				path = rest.startsWith("/") ? rest : "/" + rest;
			}
		}
		if (!path.startsWith("/") || path.startsWith("//")) {
			return href;
		}
		if (path.startsWith("/media/") || path.startsWith("/tep/")) {
			return this.desk + path;
		}
		return path.startsWith("/giao-dien/") ? path : this.root + path;
	}

}
