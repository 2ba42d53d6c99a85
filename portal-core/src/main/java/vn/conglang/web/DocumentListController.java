package vn.conglang.web;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.DocumentQuery;
import vn.conglang.content.EntryType;
import vn.conglang.content.PublishedEntries;
import vn.conglang.search.Search;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The legal documents of a site: filtered by type, issuer and year, searched by number
 * and abstract.
 */
@Controller
@OnFace(Face.PUBLIC)
class DocumentListController {

	private static final int PAGE_SIZE = 20;

	private static final int LONGEST_QUERY = 200;

	private static final int MOST_FOUND = 500;

	private final PublishedEntries entries;

	private final Search search;

	private final SitePages pages;

	DocumentListController(PublishedEntries entries, Search search, SitePages pages) {
		this.entries = entries;
		this.search = search;
		this.pages = pages;
	}

	@GetMapping("/van-ban")
	String documents(Site site, @RequestParam(name = "tu-khoa", defaultValue = "") String text,
			@RequestParam(name = "loai", defaultValue = "") String type,
			@RequestParam(name = "co-quan", defaultValue = "") String issuer,
			@RequestParam(name = "nam", defaultValue = "") String year,
			@RequestParam(name = "trang", required = false) @Nullable String number, Model model) {
		int page = PageNumber.parse(number);
		DocumentQuery wanted = new DocumentQuery(clean(text), found(clean(text)), clean(type), clean(issuer),
				clean(year));
		long total = this.entries.countDocuments(wanted);
		PageNumber.check(page, PAGE_SIZE, total);
		String title = this.pages.text("public.documents");
		model.addAttribute("documents",
				new Views.DocumentList(wanted.text(),
						options(this.entries.values(EntryType.LEGAL_DOCUMENT, "documentType"), wanted.type()),
						options(this.entries.values(EntryType.LEGAL_DOCUMENT, "issuer"), wanted.issuer()),
						options(years(), wanted.year()), wanted.filtered(),
						this.entries.documents(wanted, page, PAGE_SIZE).stream().map(this.pages::row).toList(),
						SitePages.paging(page, PAGE_SIZE, total, address(wanted))));
		String path = "/van-ban" + ((page > 0) ? "?trang=" + (page + 1) : "");
		return this.pages.page(model, site, "documents", path, title,
				this.pages.text("public.documents.description", site.fullName()), null);
	}

	/**
	 * A number in any spelling is found by the search; what was published this very
	 * second, or while nobody can search, by its text alone.
	 */
	private List<Long> found(String text) {
		try {
			return text.isEmpty() ? List.of() : this.search.entries(text, EntryType.LEGAL_DOCUMENT, MOST_FOUND);
		}
		catch (Search.Busy ex) {
			return List.of();
		}
	}

	private List<String> years() {
		return this.entries.values(EntryType.LEGAL_DOCUMENT, "issued")
			.stream()
			.map((day) -> day.substring(0, Math.min(4, day.length())))
			.distinct()
			.sorted(Comparator.reverseOrder())
			.toList();
	}

	static List<Views.Option> options(List<String> values, String chosen) {
		// a value that no document has any more stays visible as long as it is chosen
		Stream<String> all = chosen.isEmpty() || values.contains(chosen) ? values.stream()
				: Stream.concat(Stream.of(chosen), values.stream());
		return all.map((value) -> new Views.Option(value, value, value.equals(chosen))).toList();
	}

	private static String address(DocumentQuery wanted) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/van-ban");
		add(address, "tu-khoa", wanted.text());
		add(address, "loai", wanted.type());
		add(address, "co-quan", wanted.issuer());
		add(address, "nam", wanted.year());
		return address.build(true).toUriString();
	}

	private static void add(UriComponentsBuilder address, String name, String value) {
		if (!value.isEmpty()) {
			address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
		}
	}

	static String clean(String text) {
		String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		return line.substring(0, Math.min(line.length(), LONGEST_QUERY));
	}

}
