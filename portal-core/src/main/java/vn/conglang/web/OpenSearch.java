package vn.conglang.web;

import org.springframework.web.util.HtmlUtils;

/** Tells browsers how to search a site from their address bar. */
final class OpenSearch {

	static final String PATH = "/opensearch.xml";

	static final String TYPE = "application/opensearchdescription+xml;charset=UTF-8";

	/** The standard allows no longer short name. */
	private static final int LONGEST_NAME = 16;

	private OpenSearch() {
	}

	/**
	 * The description of a search.
	 * @param name of the site or the province
	 * @param root its absolute address, without a slash at the end
	 */
	static String description(String name, String description, String root) {
		String shortName = name.substring(0, Math.min(name.length(), LONGEST_NAME)).strip();
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
				<ShortName>%s</ShortName>
				<LongName>%s</LongName>
				<Description>%s</Description>
				<Language>vi</Language>
				<InputEncoding>UTF-8</InputEncoding>
				<Url type="text/html" method="get" template="%s/tim-kiem?q={searchTerms}"/>
				<Url type="application/json" method="get" template="%s/api/tim-kiem?q={searchTerms}"/>
				</OpenSearchDescription>
				""".formatted(escape(shortName), escape(name), escape(description), root, root);
	}

	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
