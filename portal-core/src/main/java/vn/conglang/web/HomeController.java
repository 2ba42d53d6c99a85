package vn.conglang.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.Categories;
import vn.conglang.content.CategoryInfo;
import vn.conglang.content.DocumentQuery;
import vn.conglang.content.EntryTeaser;
import vn.conglang.content.EntryType;
import vn.conglang.content.PublishedEntries;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A site's home page. */
@Controller
@OnFace(Face.PUBLIC)
class HomeController {

	private static final String NEWS = "tin-tuc-su-kien";

	private static final String ANNOUNCEMENTS = "thong-bao";

	private static final int TOP = 6;

	private static final int PER_SECTION = 5;

	private final PublishedEntries entries;

	private final Categories categories;

	private final SitePages pages;

	HomeController(PublishedEntries entries, Categories categories, SitePages pages) {
		this.entries = entries;
		this.categories = categories;
		this.pages = pages;
	}

	@GetMapping("/")
	String home(Site site, Model model) {
		List<EntryTeaser> perCategory = this.entries.latestOfEveryCategory(TOP + 1);
		List<EntryTeaser> news = perCategory.stream().filter((entry) -> !isAnnouncement(entry)).toList();
		EntryTeaser lead = lead(news);
		List<EntryTeaser> top = news.stream().filter((entry) -> !entry.equals(lead)).limit(TOP).toList();
		List<EntryTeaser> announcements = this.entries.announcements(this.pages.today(), 0, TOP);
		List<Views.DocumentRow> documents = this.entries.documents(new DocumentQuery("", "", "", ""), 0, TOP)
			.stream()
			.map(this.pages::row)
			.toList();
		model.addAttribute("home",
				new Views.HomePage((lead != null) ? this.pages.card(lead) : null,
						top.stream().map(this.pages::card).toList(),
						announcements.isEmpty() ? null : announcementsLink(announcements),
						announcements.stream().map(this.pages::card).toList(), documents, sections(news, lead, top)));
		return this.pages.page(model, site, "home", "/", null, this.pages.text("public.description", site.fullName(),
				site.area().fullName(), site.area().province().fullName()), null);
	}

	private Views.Link announcementsLink(List<EntryTeaser> announcements) {
		return announcements.stream()
			.filter((entry) -> entry.type() == EntryType.ARTICLE)
			.map((entry) -> this.pages.card(entry).category())
			.filter((link) -> link != null
					&& announcements.stream().allMatch((entry) -> entry.type() == EntryType.ARTICLE))
			.findFirst()
			.orElse(new Views.Link(this.pages.text("types.list.ANNOUNCEMENT"), EntryType.ANNOUNCEMENT.list()));
	}

	/** The latest news with a picture; where there is none, the latest of anything. */
	private static @Nullable EntryTeaser lead(List<EntryTeaser> entries) {
		return entries.stream()
			.filter((entry) -> isIn(entry, NEWS) && entry.cover() != null)
			.findFirst()
			.or(() -> entries.stream().filter((entry) -> entry.cover() != null).findFirst())
			.orElse(entries.isEmpty() ? null : entries.getFirst());
	}

	private List<Views.Section> sections(List<EntryTeaser> news, @Nullable EntryTeaser lead, List<EntryTeaser> top) {
		Map<Long, List<EntryTeaser>> byCategory = news.stream()
			.filter((entry) -> !entry.equals(lead) && !top.contains(entry))
			.collect(Collectors.groupingBy((entry) -> Objects.requireNonNull(entry.category()).id()));
		List<Views.Section> sections = new ArrayList<>();
		for (CategoryInfo category : this.categories.all()) {
			List<EntryTeaser> own = byCategory.getOrDefault(category.id(), List.of());
			if (!own.isEmpty()) {
				sections.add(new Views.Section(new Views.Link(category.name(), SitePages.address(category)),
						own.stream().limit(PER_SECTION).map(this.pages::card).toList()));
			}
		}
		return sections;
	}

	private static boolean isAnnouncement(EntryTeaser entry) {
		return isIn(entry, ANNOUNCEMENTS);
	}

	private static boolean isIn(EntryTeaser entry, String category) {
		return entry.category() != null && entry.category().slug().equals(category);
	}

}
