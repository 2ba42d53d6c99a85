package vn.conglang.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.appearance.Look;
import vn.conglang.content.Cover;
import vn.conglang.media.Rendition;

/**
 * What the templates of a theme are given. These records are a contract with the authors
 * of themes (docs/themes.md): a field may be added, but none renamed or taken away. They
 * are public because compiled expressions call them.
 */
public final class Views {

	private Views() {
	}

	/**
	 * The site whose page is shown.
	 *
	 * @param slug "thoai-giang"
	 * @param kind "Xã"
	 * @param name "Thoại Giang"
	 * @param fullName "Xã Thoại Giang"
	 * @param areaName "Huyện Thoại Sơn"
	 * @param provinceName "Tỉnh An Giang"
	 * @param url absolute address of the home page, without a slash at the end
	 * @param provinceUrl absolute address of the province's directory
	 * @param contact address of the page "Liên hệ", where the site has published one
	 * @param board address of the page about the editorial board, where it is shown
	 * @param procedures address of the procedures: their list, or the category about them
	 * @param people address of the page with the organisation chart, where there is one
	 * @param logo the board's own mark, or {@code null} for the village gate
	 * @param header a picture for behind or below the names, or {@code null}
	 * @param office how to reach the people's committee; texts may be empty
	 * @param footLinks the board's own links for the footer
	 * @param footText the board's own lines for the footer, may be empty
	 * @param emc the government's measuring system, where the site is connected
	 * @param matomo where Matomo's own script counts the visits
	 * @param trust the mark of the network-trust programme, where the site has it
	 */
	public record SiteView(String slug, String kind, String name, String fullName, String areaName, String provinceName,
			String url, String provinceUrl, @Nullable String contact, @Nullable String board, String procedures,
			@Nullable String people, @Nullable Picture logo, @Nullable Picture header, Office office,
			List<Link> footLinks, String footText, @Nullable Emc emc, @Nullable Matomo matomo,
			@Nullable TrustBadge trust) {

		/** The same for a page that leads browsers to no other host. */
		SiteView onOwnHostOnly() {
			return new SiteView(this.slug, this.kind, this.name, this.fullName, this.areaName, this.provinceName,
					this.url, this.provinceUrl, this.contact, this.board, this.procedures, this.people, this.logo,
					this.header, this.office, this.footLinks, this.footText, null, null,
					(this.trust != null) ? new TrustBadge(this.trust.domain(), this.trust.href(), null) : null);
		}

	}

	/**
	 * The government's measuring system; {@code measure.js} is given these.
	 *
	 * @param id of the site there
	 * @param script address of its script
	 * @param tracker where the script reports to
	 */
	public record Emc(String id, String script, String tracker) {
	}

	/**
	 * Matomo's own script; {@code measure.js} is given these.
	 *
	 * @param id of the site there
	 * @param url of Matomo, with a slash at the end
	 */
	public record Matomo(String id, String url) {
	}

	/**
	 * The mark of the network-trust programme, drawn by {@code frame :: trust}.
	 *
	 * @param domain that was registered
	 * @param href where the certificate can be looked up
	 * @param image on another host, 150 × 68 pixels, or {@code null} in a preview
	 */
	public record TrustBadge(String domain, String href, @Nullable String image) {
	}

	/**
	 * A link with its text.
	 *
	 * @param href empty for a heading of the menu that leads nowhere itself
	 * @param current whether it leads to the page being shown
	 * @param children the links below it in a menu, mostly none
	 */
	public record Link(String label, String href, boolean current, List<Link> children) {

		Link(String label, String href, boolean current) {
			this(label, href, current, List.of());
		}

		Link(String label, String href) {
			this(label, href, false);
		}

	}

	/**
	 * How to reach the people's committee. Any text may be empty.
	 *
	 * @param hours may have several lines
	 * @param map address of its place on a map service
	 */
	public record Office(String address, String phone, String email, String hours, String map) {
	}

	/** A part of the organisation with its people, never empty. */
	public record Unit(String name, List<Person> people) {
	}

	/** Somebody who works for the commune. All but the name may be empty. */
	public record Person(String name, String position, String duty, String phone, String email,
			@Nullable Picture picture) {
	}

	/**
	 * A banner of the site.
	 *
	 * @param href where it leads, may be empty
	 */
	public record Banner(Picture picture, String href) {
	}

	/**
	 * A picture with its size in pixels, so that the page does not jump.
	 *
	 * @param alt alternative text, empty for a decorative picture
	 * @param srcset the same in other widths, for {@code <img srcset>}, or {@code null}
	 * @param webpSrcset as WebP, for {@code <source type="image/webp" srcset>}, or
	 * {@code null}
	 */
	public record Picture(String src, int width, int height, String alt, @Nullable String srcset,
			@Nullable String webpSrcset) {

		static Picture of(Cover cover) {
			return of(cover.src(), cover.width(), cover.height(), cover.alt());
		}

		static Picture of(Look.Image image) {
			return of(image.src(), image.width(), image.height(), image.alt());
		}

		static Picture of(String src, int width, int height, String alt) {
			return new Picture(src, width, height, alt, Rendition.srcset(src, width), Rendition.webpSrcset(src, width));
		}

	}

	/**
	 * What the head of the page says about it.
	 *
	 * @param title for the browser's tab, with the name of the site
	 * @param canonical the page's one absolute address
	 * @param image absolute address of a picture for previews in social networks
	 * @param type "website" or "article" (Open Graph)
	 * @param indexed whether search engines may list the page
	 * @param proofs by which search engines and others know whose site it is; only on the
	 * home page, and mostly none
	 */
	public record PageMeta(String title, String description, String canonical, @Nullable String image, String type,
			boolean indexed, List<Proof> proofs) {

		PageMeta(String title, String description, String canonical, @Nullable String image, String type,
				boolean indexed) {
			this(title, description, canonical, image, type, indexed, List.of());
		}

		/** The same with another title. */
		PageMeta titled(String other) {
			return new PageMeta(other, this.description, this.canonical, this.image, this.type, this.indexed,
					this.proofs);
		}

	}

	/** A tag {@code <meta name content>} in the head. */
	public record Proof(String name, String content) {
	}

	/**
	 * A published entry in a list.
	 *
	 * @param summary may be empty
	 * @param date day and time of publication in Vietnam
	 */
	public record Card(String title, String summary, String href, LocalDateTime date, @Nullable Link category,
			@Nullable Picture picture) {
	}

	/** A category with its latest entries, never empty. */
	public record Section(Link category, List<Card> cards) {
	}

	/**
	 * A legal document in a list.
	 *
	 * @param title the abstract (trích yếu)
	 * @param issued the day of issue, where known
	 */
	public record DocumentRow(String number, String type, String issuer, @Nullable LocalDate issued, String title,
			String href) {
	}

	/**
	 * The home page: blocks in the regions of the theme.
	 *
	 * @param empty whether the site has nothing yet; then no region has anything
	 * @param regions those the theme has, in its order
	 */
	public record HomePage(boolean empty, List<Region> regions) {

		/** The region with an id, without blocks where the theme has none of that id. */
		public Region region(String id) {
			return this.regions.stream()
				.filter((region) -> region.id().equals(id))
				.findFirst()
				.orElseGet(() -> new Region(id, List.of()));
		}

		/** Whether any region has a block of a type. */
		public boolean has(String type) {
			return this.regions.stream().anyMatch((region) -> region.has(type));
		}

	}

	/**
	 * A region of the home page.
	 *
	 * @param id "top", "main", "side" or "bottom"
	 * @param blocks those that have something to show
	 */
	public record Region(String id, List<Block> blocks) {

		public boolean isEmpty() {
			return this.blocks.isEmpty();
		}

		/** Whether it has a block of a type. */
		public boolean has(String type) {
			return this.blocks.stream().anyMatch((block) -> block.type().equals(type));
		}

	}

	/**
	 * A block of the home page. Of what it can hold, it holds what its type shows; the
	 * rest is empty. A block that has nothing to show is not there at all.
	 *
	 * @param type "lead", "slider", "latest", "category", "categories", "announcements",
	 * "documents", "procedures", "albums", "videos", "links", "banners", "contact",
	 * "leaders", "trust", "visits" or "quick"; the template is {@code block-<type>}
	 * @param title heading, empty where the type needs none
	 * @param href where the heading leads, or {@code null}
	 * @param cards of news, announcements, procedures, albums and videos
	 * @param documents of "documents"
	 * @param sections of "categories"
	 * @param links of "links"
	 * @param banners of "banners"
	 * @param people of "leaders"
	 * @param visits of "visits"; {@code null} elsewhere
	 */
	public record Block(String type, String title, @Nullable String href, List<Card> cards, List<DocumentRow> documents,
			List<Section> sections, List<Link> links, List<Banner> banners, List<Person> people,
			@Nullable Visits visits) {

		/** The only card of "lead". */
		public Card card() {
			return this.cards.getFirst();
		}

	}

	/**
	 * How often the site was visited.
	 *
	 * @param month in this month, so far
	 * @param total since {@code since}
	 */
	public record Visits(long today, long month, long total, LocalDate since) {
	}

	/** The people of the commune, by unit. */
	public record PeoplePage(List<Unit> units) {
	}

	/** All that the site has: its menu, categories and lists, and its standing pages. */
	public record SiteMap(List<Link> menu, List<Link> categories, List<Link> lists, List<Link> pages) {
	}

	/**
	 * Where in a long list the page stands.
	 *
	 * @param number this page, from 1
	 * @param pages how many there are, at least 1
	 * @param total how many entries in all
	 * @param links a window of page numbers; an empty href stands for a gap
	 */
	public record Paging(int number, int pages, long total, @Nullable String previous, @Nullable String next,
			List<Link> links) {
	}

	/** A category's page. */
	public record Listing(String title, String description, List<Card> cards, Paging paging) {
	}

	/**
	 * The procedures, with a choice of their fields (parameter {@code linh-vuc}).
	 *
	 * @param filtered whether a field is chosen
	 */
	public record ProcedureList(List<Option> fields, boolean filtered, List<Card> cards, Paging paging) {
	}

	/**
	 * One fact of an entry: "Số/ký hiệu" – "12/QĐ-UBND".
	 *
	 * @param value may have several lines
	 * @param href where it leads, or {@code null}
	 */
	public record Fact(String label, String value, @Nullable String href) {
	}

	/**
	 * An entry in full.
	 *
	 * @param dated whether the date matters to readers (not for a standing page)
	 * @param date day and time of publication
	 * @param updated when the published text was changed later, else {@code null}
	 * @param author may be empty
	 * @param bodyHtml clean HTML
	 * @param kind the entry's type: "article", "page", "legal-document", "announcement",
	 * "procedure", "album" or "video"
	 * @param notice what readers have to know first, such as that an announcement has
	 * ended, or {@code null}
	 * @param action where the page leads at once: to the film, or to the service portal;
	 * {@code null} for most
	 * @param facts the fields of the entry's type, empty for articles and pages
	 * @param related up to 4 others of the same category
	 * @param minutes reading time, at least 1
	 * @param url absolute address, for sharing
	 */
	public record EntryPage(String title, String summary, boolean dated, LocalDateTime date,
			@Nullable LocalDateTime updated, String author, @Nullable Link category, String kind,
			@Nullable String notice, @Nullable Link action, String bodyHtml, List<Fact> facts, List<Card> related,
			int minutes, String url, String shareFacebook, String shareZalo) {
	}

	/** A choice in a filter. */
	public record Option(String value, String label, boolean selected) {
	}

	/**
	 * The list of legal documents with its filters; the form is sent with GET.
	 *
	 * @param query text searched in number and abstract (parameter {@code tu-khoa})
	 * @param types parameter {@code loai}
	 * @param issuers parameter {@code co-quan}
	 * @param years parameter {@code nam}
	 * @param filtered whether any filter is set
	 */
	public record DocumentList(String query, List<Option> types, List<Option> issuers, List<Option> years,
			boolean filtered, List<DocumentRow> rows, Paging paging) {
	}

	/**
	 * The editorial board. Any text may be empty.
	 *
	 * @param decision number of the decision that founded it
	 * @param file address of that decision
	 * @param members the chief first; empty where names are not shown
	 */
	public record BoardPage(String decision, @Nullable LocalDate date, String issuer, String file, String phone,
			String email, List<BoardMember> members) {
	}

	/**
	 * A member of the editorial board.
	 *
	 * @param role "Biên tập viên"
	 * @param title what they are besides, may be empty
	 * @param duty what they answer for, may be empty
	 */
	public record BoardMember(String name, String role, String title, String duty) {
	}

	/**
	 * A campaign of the province or the district, shown for a while on this site and
	 * others. Every page has a list of them, {@code campaigns}, which is empty most of
	 * the time; {@code frame :: top} draws the strips and {@code parts :: campaignHome}
	 * the banners of the home page.
	 *
	 * @param title the slogan
	 * @param text may be empty
	 * @param href an address elsewhere or on this site, or {@code null}
	 * @param picture with its alternative text, or {@code null}
	 * @param place "strip" above the header of every page, or "home" at the top of the
	 * home page
	 * @param origin who it comes from: "Tỉnh An Giang"
	 */
	public record CampaignView(String title, String text, @Nullable String href, @Nullable Picture picture,
			String place, String origin) {
	}

	/**
	 * An error told to a citizen.
	 *
	 * @param status the HTTP status
	 * @param links where to go from here
	 * @param query words to look for instead, taken from the address; may be empty
	 */
	public record ErrorPage(int status, String title, String message, List<Link> links, String query) {
	}

	/**
	 * The search of a site, or of all sites of the province. The form is sent with GET;
	 * its field is the parameter {@code q}.
	 *
	 * @param query what is looked for, on one line; empty before anything was typed
	 * @param found how many there are, in words: "Có 12 kết quả"; empty where nothing was
	 * looked for or found
	 * @param note that these are only close to what was typed, or {@code null}
	 * @param correction what was probably meant, with a link to look for that, or
	 * {@code null}
	 * @param sites sites of the province that have this name
	 * @param kinds the kinds of entries among which something was found, the first choice
	 * being all of them; empty where there is no choice
	 * @param facets further choices that narrow down; none of them is empty
	 * @param chosen choices in force but for the kind; each link takes one away
	 * @param grouping the way to the same hits grouped by site, or back, or {@code null}
	 * on a site
	 * @param groups the hits, on a site in one group; empty where nothing was found
	 */
	public record SearchPage(String query, String found, @Nullable String note, @Nullable Link correction,
			List<Link> sites, List<Choice> kinds, List<Facet> facets, List<Link> chosen, @Nullable Link grouping,
			List<HitGroup> groups, Paging paging) {
	}

	/** Something by which hits can be narrowed down: "Năm". */
	public record Facet(String title, List<Choice> choices) {
	}

	/**
	 * One choice of a facet.
	 *
	 * @param href makes the choice, or takes it away where it is in force
	 * @param chosen whether it is in force
	 */
	public record Choice(String label, long hits, String href, boolean chosen) {
	}

	/**
	 * Hits that stand together.
	 *
	 * @param site the site they come from, or {@code null} where they are not grouped
	 * @param more the way to all hits of this site, or {@code null}
	 */
	public record HitGroup(@Nullable Link site, List<Hit> hits, @Nullable Link more) {
	}

	/**
	 * An entry that was found.
	 *
	 * @param titleHtml clean HTML, with the words that were found in {@code <mark>}
	 * @param excerptHtml likewise, around the words that were found; may be empty
	 * @param kind "Văn bản"
	 * @param date of publication, of a legal document of issue; {@code null} where the
	 * day does not matter to readers
	 * @param number of a legal document, may be empty
	 * @param ended "Hết hiệu lực", "Đã kết thúc", or {@code null}
	 * @param site where it was found, or {@code null} where that goes without saying
	 */
	public record Hit(String titleHtml, String excerptHtml, String href, String kind, @Nullable LocalDate date,
			String number, @Nullable String ended, @Nullable Link site) {
	}

	/** An area with its sites, in the province's directory. */
	public record AreaGroup(String name, String slug, List<Link> sites) {
	}

	/** News of some site, in the province's list. */
	public record ProvinceCard(Card card, String siteName, String siteUrl) {
	}

	/**
	 * The province's page.
	 *
	 * @param query what was searched among the names
	 * @param groups areas with the sites that match
	 * @param openData where open data lie, or {@code null} where the province gives none
	 */
	public record ProvincePage(String provinceName, String query, int siteCount, int found, List<AreaGroup> groups,
			List<ProvinceCard> latest, @Nullable String openData) {
	}

}
