package vn.conglang.web;

import java.util.List;

import vn.conglang.content.DeskEntries;
import vn.conglang.content.EntryType;
import vn.conglang.content.PublishedEntry;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows the latest revision of an entry to its writers, in the site's own theme. */
@Controller
@OnFace(Face.NEWSROOM)
class PreviewController {

	private final DeskEntries entries;

	private final SitePages pages;

	PreviewController(DeskEntries entries, SitePages pages) {
		this.entries = entries;
		this.pages = pages;
	}

	@GetMapping("/bien-tap/{site}/bai/{id}/xem-truoc")
	String preview(Site site, @PathVariable long id, Model model) {
		PublishedEntry entry = this.entries.preview(id).orElseThrow(NotFoundException::new);
		// pictures of drafts are shown by the newsroom, to members only
		String body = entry.bodyHtml().replace("src=\"/media/", "src=\"/bien-tap/" + site.slug() + "/media/");
		PublishedEntry shown = new PublishedEntry(entry.teaser(), body, entry.fields(), entry.author(), null,
				entry.words());
		model.addAttribute("entry", this.pages.entry(shown, site, List.of()));
		model.addAttribute("preview", this.pages.text("public.preview"));
		boolean document = entry.teaser().type() == EntryType.LEGAL_DOCUMENT;
		String view = this.pages.page(model, site, document ? "document" : "entry", entry.teaser().address(),
				entry.teaser().title(), entry.teaser().summary(), null);
		// their pictures are shown on the site only
		model.addAttribute("campaigns", List.of());
		return view;
	}

}
