package vn.conglang.web;

import java.util.List;

import vn.conglang.content.CategoryInfo;
import vn.conglang.content.EntryTeaser;
import vn.conglang.content.EntryType;
import vn.conglang.content.PublishedEntries;
import vn.conglang.content.PublishedEntry;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An entry in full, whatever its type. */
@Controller
@OnFace(Face.PUBLIC)
class EntryPageController {

	private static final int RELATED = 5;

	private final PublishedEntries entries;

	private final SitePages pages;

	EntryPageController(PublishedEntries entries, SitePages pages) {
		this.entries = entries;
		this.pages = pages;
	}

	@GetMapping("/bai-viet/{slug}")
	String article(Site site, @PathVariable String slug, Model model) {
		return entry(site, EntryType.ARTICLE, slug, "entry", model);
	}

	@GetMapping("/trang/{slug}")
	String page(Site site, @PathVariable String slug, Model model) {
		return entry(site, EntryType.PAGE, slug, "entry", model);
	}

	@GetMapping("/van-ban/{slug}")
	String document(Site site, @PathVariable String slug, Model model) {
		return entry(site, EntryType.LEGAL_DOCUMENT, slug, "document", model);
	}

	@GetMapping("/thong-bao/{slug}")
	String announcement(Site site, @PathVariable String slug, Model model) {
		return entry(site, EntryType.ANNOUNCEMENT, slug, "entry", model);
	}

	@GetMapping("/thu-tuc/{slug}")
	String procedure(Site site, @PathVariable String slug, Model model) {
		return entry(site, EntryType.PROCEDURE, slug, "entry", model);
	}

	@GetMapping("/album/{slug}")
	String album(Site site, @PathVariable String slug, Model model) {
		return entry(site, EntryType.ALBUM, slug, "entry", model);
	}

	@GetMapping("/video/{slug}")
	String video(Site site, @PathVariable String slug, Model model) {
		return entry(site, EntryType.VIDEO, slug, "entry", model);
	}

	private String entry(Site site, EntryType type, String slug, String template, Model model) {
		PublishedEntry entry = this.entries.find(type, slug).orElseThrow(NotFoundException::new);
		CategoryInfo category = entry.teaser().category();
		List<EntryTeaser> related = (category != null) ? this.entries.inCategory(category, 0, RELATED) : List.of();
		return show(site, entry, related, template, model);
	}

	private String show(Site site, PublishedEntry entry, List<EntryTeaser> related, String template, Model model) {
		EntryTeaser teaser = entry.teaser();
		model.addAttribute("entry", this.pages.entry(entry, site, related));
		return this.pages.page(model, site, template, teaser.address(), teaser.title(),
				teaser.summary().isEmpty() ? teaser.title() : teaser.summary(), teaser.cover());
	}

}
