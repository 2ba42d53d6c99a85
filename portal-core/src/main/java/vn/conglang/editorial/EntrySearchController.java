package vn.conglang.editorial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import vn.conglang.content.DeskEntries;
import vn.conglang.content.EntryStatus;
import vn.conglang.content.EntryType;
import vn.conglang.content.Progress;
import vn.conglang.identity.User;
import vn.conglang.search.Reach;
import vn.conglang.search.Search;
import vn.conglang.search.SearchQuery;
import vn.conglang.search.SearchResult;
import vn.conglang.search.SearchResult.Piece;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The board's own search: over all it has ever written, published or not, in full text
 * and in attached files.
 */
@Controller
@OnFace(Face.NEWSROOM)
class EntrySearchController {

	private static final int PAGE_SIZE = 20;

	private final Search search;

	private final DeskEntries entries;

	private final EditorialPolicy policy;

	private final SiteAddresses addresses;

	EntrySearchController(Search search, DeskEntries entries, EditorialPolicy policy, SiteAddresses addresses) {
		this.search = search;
		this.entries = entries;
		this.policy = policy;
		this.addresses = addresses;
	}

	@GetMapping("/bien-tap/{site}/tim-kiem")
	String search(Site site, User user, @RequestParam(name = "q", defaultValue = "") String text,
			@RequestParam(name = "loai", defaultValue = "") String type,
			@RequestParam(name = "trang", defaultValue = "1") String number, Model model,
			HttpServletResponse response) {
		String wanted = line(text);
		EntryType chosen = EntryType.ofOption(type).orElse(null);
		int page = number.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(number) : 1;
		String path = "/bien-tap/" + site.slug() + "/tim-kiem";
		model.addAttribute("text", wanted);
		model.addAttribute("path", path);
		// the frame needs no field of its own then
		model.addAttribute("searching", true);
		model.addAttribute("mayWrite", this.policy.whyNotWrite(user, site) == null);
		if (!wanted.isEmpty()) {
			try {
				SearchResult result = find(wanted, chosen, page);
				model.addAttribute("found", found(result, wanted, chosen, page, path, site));
			}
			catch (Search.Busy ex) {
				response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
				model.addAttribute("busy", true);
			}
		}
		return "editorial/search";
	}

	private SearchResult find(String text, @Nullable EntryType type, int page) {
		return this.search.find(new SearchQuery(text, Reach.DESK, new SearchQuery.Filter(type, null, null, null, null),
				page - 1, PAGE_SIZE));
	}

	/** On one line, and not longer than what is looked at. */
	private static String line(String text) {
		String line = text.replaceAll("[\\p{Z}\\p{C}]+", " ").strip();
		if (line.length() <= Search.LONGEST) {
			return line;
		}
		// half of a letter beyond the basic plane is none
		return line.substring(0, Search.LONGEST - (Character.isHighSurrogate(line.charAt(Search.LONGEST - 1)) ? 1 : 0))
			.strip();
	}

	private Found found(SearchResult result, String text, @Nullable EntryType type, int page, String path, Site site) {
		Map<Long, DeskEntries.Row> entries = this.entries
			.rows(result.hits().stream().map(SearchResult.Hit::entryId).toList());
		List<Row> rows = result.hits().stream().flatMap((hit) -> row(hit, entries.get(hit.entryId()), site)).toList();
		int pages = (int) Math.max(1, (result.reachable() + PAGE_SIZE - 1) / PAGE_SIZE);
		String correction = result.correction();
		return new Found(rows, result.total(), result.more(), result.closeness(),
				(correction != null) ? new Correction(correction, address(path, correction, null, 1)) : null,
				types(result, text, type, path), page, pages,
				(page > 1) ? address(path, text, type, Math.min(page - 1, pages)) : null,
				(page < pages) ? address(path, text, type, page + 1) : null);
	}

	private List<TypeChoice> types(SearchResult result, String text, @Nullable EntryType type, String path) {
		List<SearchResult.Count> counts = result.facets().types();
		if (counts.size() < 2 && type == null) {
			return List.of();
		}
		List<TypeChoice> choices = new ArrayList<>();
		choices.add(new TypeChoice(null, counts.stream().mapToLong(SearchResult.Count::hits).sum(),
				address(path, text, null, 1), type == null));
		counts.forEach((count) -> {
			EntryType counted = EntryType.valueOf(count.value());
			choices.add(new TypeChoice(counted, count.hits(), address(path, text, counted, 1), counted == type));
		});
		return choices;
	}

	private Stream<Row> row(SearchResult.Hit hit, DeskEntries.@Nullable Row entry, Site site) {
		// gone between the search and this
		return (entry == null) ? Stream.empty()
				: Stream.of(new Row(hit.title(), hit.excerpt(), "/bien-tap/" + site.slug() + "/bai/" + entry.id(),
						hit.type(), hit.number(), hit.day(), hit.expired(), entry.category(), entry.status(),
						entry.progress(), entry.waitsFor(), entry.title(), (entry.status() == EntryStatus.PUBLISHED)
								? this.addresses.of(site) + entry.type().address(entry.slug()) : null));
	}

	private static String address(String path, String text, @Nullable EntryType type, int page) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("q", "{text}");
		if (type != null) {
			address.queryParam("loai", type.option());
		}
		if (page > 1) {
			address.queryParam("trang", page);
		}
		return address.encode().build(text).toString();
	}

	/**
	 * What was found.
	 *
	 * @param more whether there are more than {@code total}
	 * @param types to narrow it, empty where there is no choice
	 * @param page from 1
	 */
	record Found(List<Row> rows, long total, boolean more, SearchResult.Closeness closeness,
			@Nullable Correction correction, List<TypeChoice> types, int page, int pages, @Nullable String previous,
			@Nullable String next) {
	}

	/** What was probably meant. */
	record Correction(String text, String href) {
	}

	/**
	 * A kind of entries.
	 *
	 * @param type {@code null} for all
	 */
	record TypeChoice(@Nullable EntryType type, long hits, String href, boolean current) {
	}

	/**
	 * An entry that was found.
	 *
	 * @param title with the words that were found marked
	 * @param progress where its latest text stands
	 * @param waitsFor the stage it waits for, if it is in review
	 * @param name its title, unmarked
	 * @param publicUrl where citizens read it, if they can
	 */
	record Row(List<Piece> title, List<Piece> excerpt, String href, EntryType type, String number, LocalDate day,
			boolean expired, @Nullable String category, EntryStatus status, Progress progress,
			@Nullable String waitsFor, String name, @Nullable String publicUrl) {
	}

}
