package vn.conglang.appearance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import vn.conglang.content.Categories;
import vn.conglang.content.CategoryInfo;
import vn.conglang.content.EntryTeaser;
import vn.conglang.content.EntryType;
import vn.conglang.content.PublishedEntries;
import vn.conglang.kernel.VietnameseText;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the site at work has to lead to, and the menu of those who have made none. */
@Component
@Transactional(readOnly = true)
public class Menus {

	/** Address of the page with all there is. */
	public static final String SITE_MAP = "/so-do-trang";

	private static final String CONTACT = "/lien-he";

	private static final String PEOPLE = "/co-cau-to-chuc";

	/** Categories in a menu that nobody has made by hand. */
	private static final int CATEGORIES = 12;

	/** Standing pages to choose from. */
	private static final int PAGES = 200;

	private static final List<EntryType> LISTS = List.of(EntryType.LEGAL_DOCUMENT, EntryType.PROCEDURE,
			EntryType.ANNOUNCEMENT, EntryType.ALBUM, EntryType.VIDEO);

	private final Categories categories;

	private final PublishedEntries entries;

	private final MessageSource messages;

	Menus(Categories categories, PublishedEntries entries, MessageSource messages) {
		this.categories = categories;
		this.entries = entries;
		this.messages = messages;
	}

	/** The menu made of the categories. */
	public List<Look.MenuItem> automatic() {
		List<EntryType> types = this.entries.types();
		List<Look.MenuItem> menu = new ArrayList<>();
		menu.add(item(text("public.home"), "/"));
		List<CategoryInfo> shown = this.categories.all().stream().filter(CategoryInfo::inMenu).toList();
		boolean all = shown.size() <= CATEGORIES;
		shown.stream()
			.limit(all ? CATEGORIES : CATEGORIES - 1)
			.forEach((category) -> menu.add(item(category.name(), address(category, types))));
		for (EntryType type : List.of(EntryType.PROCEDURE, EntryType.ALBUM, EntryType.VIDEO)) {
			if (types.contains(type)) {
				menu.add(item(text("types.menu." + type), type.list()));
			}
		}
		if (!all) {
			menu.add(item(text("public.allCategories"), SITE_MAP));
		}
		return menu;
	}

	/**
	 * Where a category is read: announcements and legal documents have lists of their
	 * own.
	 * @param types of which anything is published
	 */
	public static String address(CategoryInfo category, List<EntryType> types) {
		return switch (category.slug()) {
			case "van-ban" -> EntryType.LEGAL_DOCUMENT.list();
			case "thong-bao" ->
				types.contains(EntryType.ANNOUNCEMENT) ? EntryType.ANNOUNCEMENT.list() : category.address();
			default -> category.address();
		};
	}

	/**
	 * What a menu can lead to, by kind: "pages", "categories", "lists", "standing"; each
	 * address once.
	 */
	Map<String, List<Look.Link>> targets(Look look) {
		List<EntryType> types = this.entries.types();
		Map<String, String> seen = new LinkedHashMap<>();
		Map<String, List<Look.Link>> targets = new LinkedHashMap<>();
		List<Look.Link> pages = new ArrayList<>(List.of(new Look.Link(text("public.home"), "/")));
		if (look.office().hasContact()) {
			pages.add(new Look.Link(text("public.contact"), CONTACT));
		}
		if (!look.office().units().isEmpty()) {
			pages.add(new Look.Link(text("public.people"), PEOPLE));
		}
		pages.add(new Look.Link(text("public.siteMap"), SITE_MAP));
		pages.add(new Look.Link(text("public.accessibility"), "/tro-nang"));
		targets.put("pages", pages);
		targets.put("categories",
				this.categories.all()
					.stream()
					.map((category) -> new Look.Link(category.name(), address(category, types)))
					.toList());
		targets.put("lists",
				LISTS.stream()
					.filter((type) -> types.contains(type) || type == EntryType.LEGAL_DOCUMENT)
					.map((type) -> new Look.Link(text("arrange.menu.list." + type), type.list()))
					.toList());
		targets.put("standing",
				this.entries.ofType(EntryType.PAGE, 0, PAGES)
					.stream()
					.map((page) -> new Look.Link(page.title(), page.address()))
					.toList());
		targets.replaceAll((kind, links) -> links.stream()
			.filter((link) -> seen.putIfAbsent(link.href(), link.label()) == null)
			.toList());
		return targets;
	}

	/** The published entry at an address of this site. */
	Optional<EntryTeaser> entry(String href) {
		int slash = href.indexOf('/', 1);
		if (slash < 0) {
			return Optional.empty();
		}
		String list = href.substring(0, slash);
		for (EntryType type : EntryType.values()) {
			if (type.list().equals(list)) {
				return this.entries.teaser(type, href.substring(slash + 1));
			}
		}
		return Optional.empty();
	}

	/** Published entries with some words in their titles or texts, latest first. */
	List<EntryTeaser> search(String words) {
		return this.entries.search(words, 10);
	}

	private static Look.MenuItem item(String label, String href) {
		return new Look.MenuItem(label, href, List.of());
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, key, VietnameseText.LOCALE) + "";
	}

}
