package vn.conglang.content;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The entries of a site, for those who write them. */
@Controller
@OnFace(Face.NEWSROOM)
class EntryListController {

	private static final int PAGE_SIZE = 25;

	private final DeskEntries entries;

	private final Categories categories;

	private final ContentPolicy policy;

	private final SiteAddresses addresses;

	EntryListController(DeskEntries entries, Categories categories, ContentPolicy policy, SiteAddresses addresses) {
		this.entries = entries;
		this.categories = categories;
		this.policy = policy;
		this.addresses = addresses;
	}

	@GetMapping("/bien-tap/{site}")
	String list(Site site, User user, @RequestParam(name = "trang-thai", defaultValue = "") String status,
			@RequestParam(name = "loai", defaultValue = "") String type,
			@RequestParam(name = "chuyen-muc", defaultValue = "") String category,
			@RequestParam(name = "tim", defaultValue = "") String text,
			@RequestParam(name = "trang", defaultValue = "1") String number, Model model) {
		String wanted = CleanHtml.line(text.substring(0, Math.min(text.length(), 200)));
		DeskEntries.Filter filter = new DeskEntries.Filter(
				Arrays.stream(EntryStatus.values())
					.filter((known) -> known.name().equals(status))
					.findFirst()
					.orElse(null),
				EntryType.ofOption(type).orElse(null), category.matches("[0-9]{1,18}") ? Long.valueOf(category) : null,
				wanted);
		long total = this.entries.count(filter);
		int pages = (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
		int page = Math.min(pages, number.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(number) : 1);
		List<Row> rows = this.entries.page(filter, page - 1, PAGE_SIZE).stream().map((row) -> row(row, site)).toList();
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/bien-tap/" + site.slug())
			.queryParam("trang-thai", status)
			.queryParam("loai", type)
			.queryParam("chuyen-muc", category)
			.queryParam("tim", "{tim}");
		model.addAttribute("list", new EntryList(rows, total, page, pages,
				(page > 1) ? at(address, page - 1, wanted) : null,
				(page < pages) ? at(address, page + 1, wanted) : null,
				filter.status() != null || filter.type() != null || filter.category() != null || !wanted.isEmpty()));
		model.addAttribute("chosen", new Chosen(status, type, category, wanted));
		model.addAttribute("statuses", EntryStatus.values());
		model.addAttribute("types", EntryType.values());
		model.addAttribute("categories", this.categories.all());
		model.addAttribute("drafts", this.entries.count(new DeskEntries.Filter(EntryStatus.DRAFT, null, null, "")));
		model.addAttribute("mayWrite", this.policy.whyNotWrite(user, site) == null);
		return "content/entries";
	}

	private static String at(UriComponentsBuilder address, int page, String text) {
		return address.cloneBuilder().queryParam("trang", page).encode().build(text).toString();
	}

	private Row row(DeskEntries.Row row, Site site) {
		return new Row(row.title(), "/bien-tap/" + site.slug() + "/bai/" + row.id(), row.type(), row.status(),
				row.category(), row.savedBy(), time(row.changedAt()),
				(row.publishedAt() != null) ? time(row.publishedAt()) : null, row.newer(),
				(row.status() == EntryStatus.PUBLISHED) ? this.addresses.of(site) + row.type().address(row.slug())
						: null);
	}

	private static LocalDateTime time(Instant instant) {
		return LocalDateTime.ofInstant(instant, VietnameseText.ZONE);
	}

	/**
	 * The list.
	 *
	 * @param page from 1
	 * @param filtered whether something particular was asked for
	 */
	record EntryList(List<Row> rows, long total, int page, int pages, @Nullable String previous, @Nullable String next,
			boolean filtered) {
	}

	/**
	 * An entry in the list.
	 *
	 * @param newer whether a draft newer than what is published waits
	 * @param publicUrl where citizens read it, if they can
	 */
	record Row(String title, String href, EntryType type, EntryStatus status, @Nullable String category, String savedBy,
			LocalDateTime changedAt, @Nullable LocalDateTime publishedAt, boolean newer, @Nullable String publicUrl) {
	}

	/** What was chosen in the filter. */
	record Chosen(String status, String type, String category, String text) {
	}

	/** Where the entries are found. */
	@Component
	static class Place implements NavigationItem {

		@Override
		public int position() {
			return 10;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return Optional.ofNullable(site)
				.map((chosen) -> new NavigationItem.Place("newsroom.entries", "/bien-tap/" + chosen.slug(), "entries"));
		}

	}

}
