package vn.conglang.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.EntryTeaser;
import vn.conglang.content.EntryType;
import vn.conglang.content.PublishedEntries;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Lists of announcements, albums, videos and procedures. */
@Controller
@OnFace(Face.PUBLIC)
class TypeListController {

	private static final int PAGE_SIZE = 12;

	private static final int PROCEDURES = 30;

	private final PublishedEntries entries;

	private final SitePages pages;

	private final Clock clock;

	TypeListController(PublishedEntries entries, SitePages pages, Clock clock) {
		this.entries = entries;
		this.pages = pages;
		this.clock = clock;
	}

	@GetMapping("/album")
	String albums(Site site, @RequestParam(name = "trang", required = false) @Nullable String number, Model model) {
		return list(site, EntryType.ALBUM, number, model);
	}

	@GetMapping("/video")
	String videos(Site site, @RequestParam(name = "trang", required = false) @Nullable String number, Model model) {
		return list(site, EntryType.VIDEO, number, model);
	}

	/** What has ended is not here any more; its own page stays. */
	@GetMapping("/thong-bao")
	String announcements(Site site, @RequestParam(name = "trang", required = false) @Nullable String number,
			Model model) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
		int page = PageNumber.parse(number);
		long total = this.entries.countAnnouncements(today);
		return list(site, EntryType.ANNOUNCEMENT, page, total, this.entries.announcements(today, page, PAGE_SIZE),
				model);
	}

	@GetMapping("/thu-tuc")
	String procedures(Site site, @RequestParam(name = "linh-vuc", defaultValue = "") String field,
			@RequestParam(name = "trang", required = false) @Nullable String number, Model model) {
		String wanted = DocumentListController.clean(field);
		int page = PageNumber.parse(number);
		long total = this.entries.countProcedures(wanted);
		PageNumber.check(page, PROCEDURES, total);
		String address = EntryType.PROCEDURE.list()
				+ (wanted.isEmpty() ? "" : "?linh-vuc=" + UriUtils.encode(wanted, StandardCharsets.UTF_8));
		model.addAttribute("procedures",
				new Views.ProcedureList(
						DocumentListController.options(this.entries.values(EntryType.PROCEDURE, "field"), wanted),
						!wanted.isEmpty(),
						this.entries.procedures(wanted, page, PROCEDURES).stream().map(this.pages::card).toList(),
						SitePages.paging(page, PROCEDURES, total, address)));
		String title = this.pages.text("types.list.PROCEDURE");
		return this.pages.page(model, site, "procedures",
				EntryType.PROCEDURE.list() + ((page > 0) ? "?trang=" + (page + 1) : ""), title,
				this.pages.text("types.list.description", title, site.fullName()), null);
	}

	private String list(Site site, EntryType type, @Nullable String number, Model model) {
		int page = PageNumber.parse(number);
		return list(site, type, page, this.entries.countOfType(type), this.entries.ofType(type, page, PAGE_SIZE),
				model);
	}

	private String list(Site site, EntryType type, int page, long total, List<EntryTeaser> shown, Model model) {
		PageNumber.check(page, PAGE_SIZE, total);
		String title = this.pages.text("types.list." + type);
		String description = this.pages.text("types.list.description", title, site.fullName());
		model.addAttribute("listing", new Views.Listing(title, description,
				shown.stream().map(this.pages::card).toList(), SitePages.paging(page, PAGE_SIZE, total, type.list())));
		return this.pages.page(model, site, "listing", type.list() + ((page > 0) ? "?trang=" + (page + 1) : ""), title,
				description, null);
	}

}
