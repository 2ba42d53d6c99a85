package vn.conglang.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import vn.conglang.analytics.Connected;
import vn.conglang.analytics.Connections;
import vn.conglang.appearance.Campaigns;
import vn.conglang.appearance.Look;
import vn.conglang.appearance.Looks;
import vn.conglang.appearance.Menus;
import vn.conglang.appearance.Theme;
import vn.conglang.content.Categories;
import vn.conglang.content.CategoryInfo;
import vn.conglang.content.Cover;
import vn.conglang.content.DocumentTeaser;
import vn.conglang.content.EntryTeaser;
import vn.conglang.content.EntryType;
import vn.conglang.content.PublishedEntries;
import vn.conglang.content.PublishedEntry;
import vn.conglang.editorial.PublicBoard;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.media.Picture;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Turns what the site has published into what the templates of its theme are given. */
@Component
class SitePages {

	private static final int WORDS_PER_MINUTE = 200;

	private static final String CONTACT = "lien-he";

	private static final String PROCEDURES = "/chuyen-muc/thu-tuc-hanh-chinh";

	/** Standing pages on the map of the site. */
	private static final int MAP_PAGES = 200;

	/** A few kilobytes each. */
	private static final int MOST_FRAMES = 1_000;

	private final Cache<FrameKey, Frame> frames = Caffeine.newBuilder().maximumSize(MOST_FRAMES).build();

	private final Sites sites;

	private final SiteAddresses addresses;

	private final Looks looks;

	private final Menus menus;

	private final Categories categories;

	private final PublishedEntries entries;

	private final PublicBoard board;

	private final Campaigns campaigns;

	private final Connections connections;

	private final MessageSource messages;

	private final Clock clock;

	SitePages(Sites sites, SiteAddresses addresses, Looks looks, Menus menus, Categories categories,
			PublishedEntries entries, PublicBoard board, Campaigns campaigns, Connections connections,
			MessageSource messages, Clock clock) {
		this.sites = sites;
		this.addresses = addresses;
		this.looks = looks;
		this.menus = menus;
		this.categories = categories;
		this.entries = entries;
		this.board = board;
		this.campaigns = campaigns;
		this.connections = connections;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Puts what every page needs into the model.
	 * @param path of the page, from the site's root
	 * @param title of the page, or {@code null} for the home page
	 * @return name of the view
	 */
	String page(Model model, Site site, String template, String path, @Nullable String title, String description,
			@Nullable Cover cover) {
		Frame frame = frame(site);
		Look look = frame.look();
		Theme theme = this.looks.theme(site, look);
		String siteTitle = site.title() + " – " + site.area().title();
		boolean home = template.equals("home");
		Connected connected = frame.connected();
		if (PublicHeaders.isForCitizens()) {
			model.addAttribute("site", frame.site());
			allow(connected, home);
		}
		else {
			model.addAttribute("site", frame.site().onOwnHostOnly());
		}
		model.addAttribute("theme", new ThemeView(theme, look.style().accent()));
		model.addAttribute("menu", menu(frame.menu(), path));
		model.addAttribute("campaigns", campaigns(frame.campaigns()));
		model.addAttribute("meta",
				new Views.PageMeta((title != null) ? title + " – " + site.title() : siteTitle, description,
						this.addresses.of(site) + path, (cover != null) ? this.addresses.of(site) + cover.src() : null,
						template.equals("entry") ? "article" : "website", true,
						home ? connected.verifications()
							.stream()
							.map((one) -> new Views.Proof(one.name(), one.content()))
							.toList() : List.of()));
		return theme.template(template);
	}

	/** The mark of the network-trust programme stands on the home page only. */
	private static void allow(Connected connected, boolean home) {
		Connected.Emc emc = connected.emc();
		Connected.Matomo matomo = connected.matomo();
		Connected.TrustBadge badge = home ? connected.badge() : null;
		if (emc == null && matomo == null && badge == null) {
			return;
		}
		Set<String> scripts = new LinkedHashSet<>();
		Set<String> reports = new LinkedHashSet<>();
		if (emc != null) {
			scripts.add(Connected.origin(emc.script()));
			reports.add(Connected.origin(emc.tracker()));
		}
		if (matomo != null) {
			scripts.add(Connected.origin(matomo.url()));
			reports.add(Connected.origin(matomo.url()));
		}
		// some browsers report by asking for a picture
		Set<String> pictures = new LinkedHashSet<>(reports);
		if (badge != null) {
			pictures.add(Connected.origin(badge.image()));
		}
		PublicHeaders.allow(scripts, reports, pictures);
	}

	private List<Views.CampaignView> campaigns(Campaigns.Ahead ahead) {
		Campaigns.OnSite here = ahead.at(this.clock.instant());
		if (here.until() != null) {
			PageLifetime.endsBy(here.until());
		}
		return here.shown().stream().map((shown) -> campaign(shown, "")).toList();
	}

	/**
	 * A campaign as templates are given it.
	 * @param prefix under which its picture is shown
	 */
	static Views.CampaignView campaign(Campaigns.Shown shown, String prefix) {
		Picture picture = shown.picture();
		return new Views.CampaignView(shown.title(), shown.text(), shown.href(), (picture != null)
				? Views.Picture.of(prefix + picture.url(), picture.width(), picture.height(), picture.alt()) : null,
				shown.strip() ? "strip" : "home", shown.origin());
	}

	private Views.SiteView view(Site site, Look look, Connected connected) {
		Look.Office office = look.office();
		Connected.Emc emc = connected.emc();
		Connected.Matomo matomo = connected.matomo();
		Connected.TrustBadge badge = connected.badge();
		return new Views.SiteView(site.slug(), VietnameseText.capitalized(site.kind()), site.name(), site.title(),
				site.area().title(), site.area().province().title(), this.addresses.of(site), this.addresses.province(),
				contact(office), this.board.isShown() ? BoardPageController.PATH : null,
				this.entries.types().contains(EntryType.PROCEDURE) ? EntryType.PROCEDURE.list() : PROCEDURES,
				office.units().isEmpty() ? null : PeoplePageController.PATH, picture(look.style().logo()),
				picture(look.style().header()),
				new Views.Office(office.address(), office.phone(), office.email(), office.hours(), office.map()),
				look.links().foot().stream().map((link) -> new Views.Link(link.label(), link.href())).toList(),
				look.links().footText(), (emc != null) ? new Views.Emc(emc.id(), emc.script(), emc.tracker()) : null,
				(matomo != null) ? new Views.Matomo("" + matomo.site(), matomo.url()) : null,
				(badge != null) ? new Views.TrustBadge(badge.domain(), badge.page(), badge.image()) : null);
	}

	/** A page of its own that the board has written comes first. */
	private @Nullable String contact(Look.Office office) {
		if (this.entries.exists(EntryType.PAGE, CONTACT)) {
			return EntryType.PAGE.address(CONTACT);
		}
		return office.hasContact() ? ContactPageController.PATH : null;
	}

	/**
	 * What all pages of the site have in common: read anew when anything about the site
	 * has changed, or when a look is being tried on.
	 */
	private Frame frame(Site site) {
		if (this.looks.isTrying()) {
			return readFrame(site);
		}
		return this.frames.get(new FrameKey(site.id(), this.sites.version(site.id())), (key) -> readFrame(site));
	}

	private Frame readFrame(Site site) {
		Look look = this.looks.current();
		List<Look.MenuItem> own = look.menu();
		Connected connected = this.connections.of(site);
		return new Frame(look, view(site, look, connected), (own != null) ? own : this.menus.automatic(), connected,
				this.campaigns.ahead(site),
				this.categories.all()
					.stream()
					.collect(Collectors.toUnmodifiableMap(CategoryInfo::slug, CategoryInfo::name)));
	}

	/** The names of the site's categories, by slug. */
	Map<String, String> categoryNames(Site site) {
		return frame(site).categories();
	}

	private static List<Views.Link> menu(List<Look.MenuItem> menu, String path) {
		return menu.stream().map((item) -> item(item, path)).toList();
	}

	private static Views.Link item(Look.MenuItem item, String path) {
		return new Views.Link(item.label(), item.href(), item.href().equals(path),
				item.children().stream().map((child) -> item(child, path)).toList());
	}

	/** Everything there is to lead to. */
	Views.SiteMap map(Site site) {
		List<EntryType> types = this.entries.types();
		return new Views.SiteMap(menu(readFrame(site).menu(), ""),
				this.categories.all()
					.stream()
					.map((category) -> new Views.Link(category.name(), Menus.address(category, types)))
					.toList(),
				List.of(EntryType.LEGAL_DOCUMENT, EntryType.PROCEDURE, EntryType.ALBUM, EntryType.VIDEO)
					.stream()
					.filter(types::contains)
					.map((type) -> new Views.Link(text("types.list." + type), type.list()))
					.toList(),
				this.entries.ofType(EntryType.PAGE, 0, MAP_PAGES)
					.stream()
					.map((page) -> new Views.Link(page.title(), page.address()))
					.toList());
	}

	/** Where the heading of some announcements leads. */
	String announcementsAddress(List<EntryTeaser> announcements) {
		return announcements.stream()
			.filter((entry) -> announcements.stream().allMatch((other) -> other.type() == EntryType.ARTICLE))
			.map(EntryTeaser::category)
			.filter(Objects::nonNull)
			.findFirst()
			.map(SitePages::address)
			.orElse(EntryType.ANNOUNCEMENT.list());
	}

	boolean hasContact() {
		return this.looks.current().office().hasContact();
	}

	List<Views.Unit> units() {
		return this.looks.current()
			.office()
			.units()
			.stream()
			.map((unit) -> new Views.Unit(unit.name(), unit.people().stream().map(SitePages::person).toList()))
			.toList();
	}

	static Views.Person person(Look.Person person) {
		return new Views.Person(person.name(), person.position(), person.duty(), person.phone(), person.email(),
				picture(person.picture()));
	}

	/** Legal documents have a list of their own, with filters and search. */
	static String address(CategoryInfo category) {
		return category.slug().equals("van-ban") ? "/van-ban" : category.address();
	}

	Views.Card card(EntryTeaser teaser) {
		return new Views.Card(teaser.title(), teaser.summary(), teaser.address(), time(teaser.publishedAt()),
				link(teaser.category()), picture(teaser.cover()));
	}

	Views.DocumentRow row(DocumentTeaser document) {
		return new Views.DocumentRow(document.number(), document.documentType(), document.issuer(), document.issued(),
				document.title(), document.address());
	}

	Views.EntryPage entry(PublishedEntry entry, Site site, List<EntryTeaser> related) {
		EntryTeaser teaser = entry.teaser();
		String url = this.addresses.of(site) + teaser.address();
		Map<String, String> fields = withState(entry);
		List<Views.Fact> facts = teaser.type()
			.fields()
			.stream()
			.filter((field) -> fields.containsKey(field.key()) && field.kind() != EntryType.Field.Kind.URL)
			.map((field) -> new Views.Fact(text("content.field." + field.key()),
					shown(field, fields.getOrDefault(field.key(), "")), null))
			.toList();
		return new Views.EntryPage(teaser.title(), teaser.summary(), teaser.type().dated(), time(teaser.publishedAt()),
				(entry.revisedAt() != null) ? time(entry.revisedAt()) : null, entry.author(), link(teaser.category()),
				teaser.type().option(), notice(entry), action(entry), BodyPictures.inWidths(entry.bodyHtml()), facts,
				related.stream().filter((other) -> other.id() != teaser.id()).limit(4).map(this::card).toList(),
				Math.max(1, Math.round((float) entry.words() / WORDS_PER_MINUTE)), url,
				ShareController.facebook(teaser.address()), ShareController.zalo(teaser.address()));
	}

	private String shown(EntryType.Field field, String value) {
		return switch (field.kind()) {
			case DATE -> LocalDate.parse(value).format(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT));
			case CHOICE -> text("content.field." + field.key() + "." + value);
			case TEXT, LONG_TEXT, URL -> value;
		};
	}

	/** Where nobody said whether a legal document is in force, its days do. */
	private Map<String, String> withState(PublishedEntry entry) {
		if (entry.teaser().type() != EntryType.LEGAL_DOCUMENT || entry.fields().containsKey("state")) {
			return entry.fields();
		}
		String today = today().toString();
		String effective = entry.fields().getOrDefault("effective", "");
		String expires = entry.fields().getOrDefault("expires", "");
		if (effective.isEmpty() && expires.isEmpty()) {
			return entry.fields();
		}
		Map<String, String> fields = new HashMap<>(entry.fields());
		boolean ended = !expires.isEmpty() && expires.compareTo(today) < 0;
		fields.put("state", ended ? "EXPIRED" : (effective.compareTo(today) > 0) ? "NOT_YET" : "IN_FORCE");
		return fields;
	}

	private @Nullable String notice(PublishedEntry entry) {
		String ends = entry.fields().getOrDefault("ends", "9999");
		return (entry.teaser().type() == EntryType.ANNOUNCEMENT && ends.compareTo(today().toString()) < 0)
				? text("types.ended") : null;
	}

	private Views.@Nullable Link action(PublishedEntry entry) {
		String address = entry.fields().getOrDefault("serviceUrl", entry.fields().getOrDefault("videoUrl", ""));
		if (address.isEmpty()) {
			return null;
		}
		String host = URI.create(address).getHost().replaceFirst("^www\\.", "");
		return new Views.Link(text("types.action." + entry.teaser().type(), host), address);
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
	}

	/**
	 * The paging of a list.
	 * @param page from 0
	 * @param address of the list, to which the page number is added
	 */
	static Views.Paging paging(int page, int size, long total, String address) {
		int pages = (int) Math.max(1, (total + size - 1) / size);
		int number = page + 1;
		List<Views.Link> links = new ArrayList<>();
		int last = 0;
		for (int candidate = 1; candidate <= pages; candidate++) {
			if (candidate == 1 || candidate == pages || Math.abs(candidate - number) <= 2) {
				if (candidate - last > 1) {
					links.add(new Views.Link("…", "", false));
				}
				links.add(new Views.Link(String.valueOf(candidate), at(address, candidate), candidate == number));
				last = candidate;
			}
			else if (candidate < number - 2) {
				candidate = number - 3;
			}
			else {
				candidate = pages - 1;
			}
		}
		return new Views.Paging(number, pages, total, (number > 1) ? at(address, number - 1) : null,
				(number < pages) ? at(address, number + 1) : null, links);
	}

	private static String at(String address, int number) {
		if (number == 1) {
			return address;
		}
		return address + (address.contains("?") ? "&" : "?") + "trang=" + number;
	}

	String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	private static Views.@Nullable Link link(@Nullable CategoryInfo category) {
		return (category != null) ? new Views.Link(category.name(), address(category)) : null;
	}

	private static Views.@Nullable Picture picture(Look.@Nullable Image image) {
		return (image != null) ? Views.Picture.of(image) : null;
	}

	private static Views.@Nullable Picture picture(@Nullable Cover cover) {
		return (cover != null) ? Views.Picture.of(cover) : null;
	}

	static LocalDateTime time(Instant instant) {
		return LocalDateTime.ofInstant(instant, VietnameseText.ZONE);
	}

	private record FrameKey(SiteId site, long version) {
	}

	private record Frame(Look look, Views.SiteView site, List<Look.MenuItem> menu, Connected connected,
			Campaigns.Ahead campaigns, Map<String, String> categories) {
	}

}
