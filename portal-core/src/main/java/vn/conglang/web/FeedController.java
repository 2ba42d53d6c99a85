package vn.conglang.web;

import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.Categories;
import vn.conglang.content.CategoryInfo;
import vn.conglang.content.EntryTeaser;
import vn.conglang.content.EntryType;
import vn.conglang.content.PublishedEntries;
import vn.conglang.editorial.PublicBoard;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What programs read of a site: RSS, sitemap, how to search it, and robots. */
@Controller
@OnFace(Face.PUBLIC)
class FeedController {

	private static final int IN_FEED = 30;

	/** The most that the sitemap protocol allows in one file. */
	private static final int IN_SITEMAP = 50_000;

	private final PublishedEntries entries;

	private final Categories categories;

	private final SiteAddresses addresses;

	private final PublicBoard board;

	private final SitePages pages;

	FeedController(PublishedEntries entries, Categories categories, SiteAddresses addresses, PublicBoard board,
			SitePages pages) {
		this.entries = entries;
		this.categories = categories;
		this.addresses = addresses;
		this.board = board;
		this.pages = pages;
	}

	@GetMapping(path = "/rss.xml", produces = "application/rss+xml;charset=UTF-8")
	@ResponseBody
	String rss(Site site) throws XMLStreamException {
		String root = this.addresses.of(site);
		List<EntryTeaser> latest = this.entries.latest(EnumSet.of(EntryType.ARTICLE, EntryType.LEGAL_DOCUMENT,
				EntryType.ANNOUNCEMENT, EntryType.ALBUM, EntryType.VIDEO), IN_FEED);
		return xml((xml) -> {
			xml.writeStartElement("rss");
			xml.writeAttribute("version", "2.0");
			xml.writeStartElement("channel");
			element(xml, "title", "Trang thông tin điện tử " + site.fullName());
			element(xml, "link", root + "/");
			element(xml, "description",
					site.title() + ", " + site.area().fullName() + ", " + site.area().province().fullName());
			element(xml, "language", "vi-VN");
			for (EntryTeaser entry : latest) {
				xml.writeStartElement("item");
				element(xml, "title", entry.title());
				element(xml, "link", root + entry.address());
				element(xml, "guid", root + entry.address());
				if (!entry.summary().isEmpty()) {
					element(xml, "description", entry.summary());
				}
				if (entry.category() != null) {
					element(xml, "category", entry.category().name());
				}
				element(xml, "pubDate",
						DateTimeFormatter.RFC_1123_DATE_TIME.format(entry.publishedAt().atOffset(ZoneOffset.UTC)));
				xml.writeEndElement();
			}
			xml.writeEndElement();
			xml.writeEndElement();
		});
	}

	@GetMapping(path = "/sitemap.xml", produces = "application/xml;charset=UTF-8")
	@ResponseBody
	String sitemap(Site site) throws XMLStreamException {
		String root = this.addresses.of(site);
		List<CategoryInfo> all = this.categories.all();
		List<EntryTeaser> latest = this.entries.latest(EnumSet.allOf(EntryType.class), IN_SITEMAP - all.size() - 7);
		return xml((xml) -> {
			xml.writeStartElement("urlset");
			xml.writeDefaultNamespace("http://www.sitemaps.org/schemas/sitemap/0.9");
			url(xml, root + "/", null);
			url(xml, root + "/van-ban", null);
			for (EntryType type : this.entries.types()) {
				if (!EnumSet.of(EntryType.ARTICLE, EntryType.PAGE, EntryType.LEGAL_DOCUMENT).contains(type)) {
					url(xml, root + type.list(), null);
				}
			}
			if (this.board.isShown()) {
				url(xml, root + BoardPageController.PATH, null);
			}
			for (CategoryInfo category : all) {
				url(xml, root + category.address(), null);
			}
			for (EntryTeaser entry : latest) {
				url(xml, root + entry.address(), SitePages.time(entry.publishedAt()).toLocalDate().toString());
			}
			xml.writeEndElement();
		});
	}

	@GetMapping(path = OpenSearch.PATH, produces = OpenSearch.TYPE)
	@ResponseBody
	String openSearch(Site site) {
		return OpenSearch.description(site.title(), this.pages.text("search.description", site.title()),
				this.addresses.of(site));
	}

	@GetMapping(path = "/robots.txt", produces = "text/plain;charset=UTF-8")
	@ResponseBody
	String robots(Site site) {
		return "User-agent: *\nDisallow: /van-ban?\nDisallow: /tim-kiem\nDisallow: /api/\nDisallow: /chia-se/\nSitemap: "
				+ this.addresses.of(site) + "/sitemap.xml\n";
	}

	private static void url(XMLStreamWriter xml, String address, @Nullable String changed) throws XMLStreamException {
		xml.writeStartElement("url");
		element(xml, "loc", address);
		if (changed != null) {
			element(xml, "lastmod", changed);
		}
		xml.writeEndElement();
	}

	private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
		xml.writeStartElement(name);
		xml.writeCharacters(text);
		xml.writeEndElement();
	}

	private static String xml(Content content) throws XMLStreamException {
		StringWriter text = new StringWriter();
		XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
		xml.writeStartDocument("UTF-8", "1.0");
		content.write(xml);
		xml.writeEndDocument();
		return text.toString();
	}

	/** Writes the content of a document. */
	private interface Content {

		void write(XMLStreamWriter xml) throws XMLStreamException;

	}

}
