package vn.conglang.editorial;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.Categories;
import vn.conglang.content.DeskEntries;
import vn.conglang.content.EntryStatus;
import vn.conglang.content.EntryType;
import vn.conglang.content.Progress;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
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

	/** What is written most comes first. */
	private static final List<EntryType> TYPES = List.of(EntryType.ARTICLE, EntryType.ANNOUNCEMENT,
			EntryType.LEGAL_DOCUMENT, EntryType.PROCEDURE, EntryType.ALBUM, EntryType.VIDEO, EntryType.PAGE);

	private final DeskEntries entries;

	private final Categories categories;

	private final EditorialPolicy policy;

	private final SiteAddresses addresses;

	private final WorkingCopies copies;

	EntryListController(DeskEntries entries, Categories categories, EditorialPolicy policy, SiteAddresses addresses,
			WorkingCopies copies) {
		this.entries = entries;
		this.categories = categories;
		this.policy = policy;
		this.addresses = addresses;
		this.copies = copies;
	}

	@GetMapping("/bien-tap/{site}")
	String list(Site site, User user, @RequestParam(name = "trang-thai", defaultValue = "") String status,
			@RequestParam(name = "loai", defaultValue = "") String type,
			@RequestParam(name = "chuyen-muc", defaultValue = "") String category,
			@RequestParam(name = "tim", defaultValue = "") String text,
			@RequestParam(name = "trang", defaultValue = "1") String number, Model model) {
		String wanted = text.substring(0, Math.min(text.length(), 200)).replaceAll("\\p{Cntrl}", " ").strip();
		EntryState state = Arrays.stream(EntryState.values())
			.filter((known) -> known.name().equals(status))
			.findFirst()
			.orElse(null);
		DeskEntries.Filter filter = new DeskEntries.Filter((state != null) ? state.status() : null,
				(state != null) ? state.progress() : null, EntryType.ofOption(type).orElse(null),
				category.matches("[0-9]{1,18}") ? Long.valueOf(category) : null, wanted);
		long total = this.entries.count(filter);
		int pages = (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
		int page = Math.min(pages, number.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(number) : 1);
		List<Row> rows = this.entries.page(filter, page - 1, PAGE_SIZE).stream().map((row) -> row(row, site)).toList();
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/bien-tap/" + site.slug())
			.queryParam("trang-thai", status)
			.queryParam("loai", type)
			.queryParam("chuyen-muc", category)
			.queryParam("tim", "{tim}");
		model.addAttribute("list",
				new EntryList(rows, total, page, pages, (page > 1) ? at(address, page - 1, wanted) : null,
						(page < pages) ? at(address, page + 1, wanted) : null,
						state != null || filter.type() != null || filter.category() != null || !wanted.isEmpty()));
		model.addAttribute("chosen", new Chosen(status, type, category, wanted));
		model.addAttribute("states", EntryState.values());
		model.addAttribute("types", TYPES);
		model.addAttribute("categories", this.categories.all());
		model.addAttribute("waiting",
				this.entries.count(new DeskEntries.Filter(null, Progress.IN_REVIEW, null, null, "")));
		model.addAttribute("begun",
				this.copies.mine(user)
					.stream()
					.filter((copy) -> copy.entry() == null)
					.map((copy) -> new Begun(copy.place(), copy.title(), copy.type(), Texts.hour(copy.savedAt())))
					.toList());
		model.addAttribute("mayWrite", this.policy.whyNotWrite(user, site) == null);
		return "editorial/entries";
	}

	private static String at(UriComponentsBuilder address, int page, String text) {
		return address.cloneBuilder().queryParam("trang", page).encode().build(text).toString();
	}

	private Row row(DeskEntries.Row row, Site site) {
		return new Row(row.title(), "/bien-tap/" + site.slug() + "/bai/" + row.id(), row.type(), row.status(),
				row.progress(), row.waitsFor(), row.category(), row.savedBy(), Texts.time(row.changedAt()),
				(row.status() == EntryStatus.PUBLISHED) ? this.addresses.of(site) + row.type().address(row.slug())
						: null);
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
	 * @param progress where its latest text stands
	 * @param waitsFor the stage it waits for, if it is in review
	 * @param publicUrl where citizens read it, if they can
	 */
	record Row(String title, String href, EntryType type, EntryStatus status, Progress progress,
			@Nullable String waitsFor, @Nullable String category, String savedBy, LocalDateTime changedAt,
			@Nullable String publicUrl) {
	}

	/** Something begun and never saved. */
	record Begun(String key, String title, EntryType type, String savedAt) {
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
