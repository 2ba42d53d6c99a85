package vn.conglang.web;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.Categories;
import vn.conglang.content.CategoryInfo;
import vn.conglang.content.PublishedEntries;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A category with its entries, page by page. */
@Controller
@OnFace(Face.PUBLIC)
class CategoryController {

	private static final int PAGE_SIZE = 12;

	private final Categories categories;

	private final PublishedEntries entries;

	private final SitePages pages;

	CategoryController(Categories categories, PublishedEntries entries, SitePages pages) {
		this.categories = categories;
		this.entries = entries;
		this.pages = pages;
	}

	@GetMapping("/chuyen-muc/{slug}")
	String category(Site site, @PathVariable String slug,
			@RequestParam(name = "trang", required = false) @Nullable String number, Model model) {
		int page = PageNumber.parse(number);
		CategoryInfo category = this.categories.find(slug).orElseThrow(NotFoundException::new);
		long total = this.entries.countInCategory(category);
		PageNumber.check(page, PAGE_SIZE, total);
		String description = this.pages.text("public.category.description", category.name(), site.fullName());
		model.addAttribute("listing",
				new Views.Listing(category.name(), description,
						this.entries.inCategory(category, page, PAGE_SIZE).stream().map(this.pages::card).toList(),
						SitePages.paging(page, PAGE_SIZE, total, category.address())));
		String path = category.address() + ((page > 0) ? "?trang=" + (page + 1) : "");
		return this.pages.page(model, site, "listing", path, category.name(), description, null);
	}

}
