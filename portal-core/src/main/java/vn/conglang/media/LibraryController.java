package vn.conglang.media;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The pictures and files of a site: found, added, described, removed. */
@Controller
@OnFace(Face.NEWSROOM)
class LibraryController {

	static final int PAGE_SIZE = 24;

	private final MediaRecords records;

	private final Shelf shelf;

	private final Intake intake;

	private final List<MediaUses> uses;

	private final MediaPolicy policy;

	private final MessageSource messages;

	LibraryController(MediaRecords records, Shelf shelf, Intake intake, List<MediaUses> uses, MediaPolicy policy,
			MessageSource messages) {
		this.records = records;
		this.shelf = shelf;
		this.intake = intake;
		this.uses = uses;
		this.policy = policy;
		this.messages = messages;
	}

	@GetMapping("/bien-tap/{site}/thu-vien")
	String list(Site site, User user, @RequestParam(name = "loai", defaultValue = "") String kind,
			@RequestParam(name = "tim", defaultValue = "") String text,
			@RequestParam(name = "trang", defaultValue = "1") String number, Model model) {
		MediaRecords.Kind wanted = kind(kind);
		String words = words(text);
		long total = this.records.count(wanted, words);
		int pages = (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
		int page = Math.min(pages, number(number));
		List<MediaRecords.Item> items = this.records.part(wanted, words, from(page), PAGE_SIZE);
		Map<String, Long> counts = uses(site, items).stream()
			.collect(Collectors.groupingBy(MediaUses.Use::hash, Collectors.counting()));
		String desk = desk(site);
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(desk)
			.queryParam("loai", kind)
			.queryParam("tim", "{tim}");
		model.addAttribute("library", new Library(desk,
				items.stream().map((item) -> row(site, item, counts.getOrDefault(item.hash(), 0L))).toList(), total,
				page, pages, (page > 1) ? at(address, page - 1, words) : null,
				(page < pages) ? at(address, page + 1, words) : null, !words.isEmpty(), size(this.records.used()),
				size(this.shelf.quota()), (int) (this.records.used() * 100 / Math.max(1, this.shelf.quota()))));
		model.addAttribute("kind", wanted.name());
		model.addAttribute("text", words);
		model.addAttribute("mayChange", this.policy.whyNotChange(user, site) == null);
		return "media/library";
	}

	/** For choosing a picture in the editor. */
	@GetMapping("/bien-tap/{site}/thu-vien.json")
	ResponseEntity<Choice> choose(Site site, @RequestParam(name = "tim", defaultValue = "") String text,
			@RequestParam(name = "loai", defaultValue = "anh") String kind,
			@RequestParam(name = "trang", defaultValue = "1") String number) {
		// one more than is shown tells whether a next page has something
		List<MediaRecords.Item> items = this.records.part(kind(kind), words(text), from(number(number)), PAGE_SIZE + 1);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(new Choice(items.stream().limit(PAGE_SIZE).map((item) -> chosen(newsroom(site), item)).toList(),
					items.size() > PAGE_SIZE));
	}

	static Chosen chosen(String prefix, MediaRecords.Item item) {
		return new Chosen(item.url(), item.title(), item.alt(), item.width(), item.height(), thumb(prefix, item),
				item.bytes(), Rendition.extension(item.name()));
	}

	/** One or several files, sent by the form itself. */
	@PostMapping("/bien-tap/{site}/thu-vien")
	String add(Site site, User user, @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
			RedirectAttributes after) throws IOException {
		mayChange(user, site);
		int taken = 0;
		List<String> refused = new ArrayList<>();
		for (MultipartFile file : (files != null) ? files : List.<MultipartFile>of()) {
			if (file.isEmpty()) {
				continue;
			}
			try {
				this.intake.either(file, user);
				taken++;
			}
			catch (MediaRefused ex) {
				refused.add(FileNames.title(file.getOriginalFilename() + "") + ": " + text(ex.key(), ex.arguments()));
			}
		}
		if (taken > 0) {
			after.addFlashAttribute("done", text("media.done.added", taken));
		}
		if (taken == 0 && refused.isEmpty()) {
			refused.add(text("media.empty"));
		}
		after.addFlashAttribute("refused", refused.isEmpty() ? null : String.join(" ", refused));
		return "redirect:" + desk(site);
	}

	@GetMapping("/bien-tap/{site}/thu-vien/{id}")
	String item(Site site, User user, @PathVariable long id, Model model) {
		MediaRecords.Item item = find(id);
		List<MediaUses.Use> uses = uses(site, List.of(item));
		model.addAttribute("item", row(site, item, uses.size()));
		model.addAttribute("uses", uses);
		model.addAttribute("mayChange", this.policy.whyNotChange(user, site) == null);
		return "media/item";
	}

	@PostMapping("/bien-tap/{site}/thu-vien/{id}")
	String describe(Site site, User user, @PathVariable long id, @RequestParam(defaultValue = "") String title,
			@RequestParam(defaultValue = "") String alt, RedirectAttributes after) {
		mayChange(user, site);
		MediaRecords.Item item = find(id);
		String named = FileNames.title(title);
		this.records.describe(item, named.isEmpty() ? item.title() : named, FileNames.line(alt));
		after.addFlashAttribute("done", text("media.done.described"));
		return "redirect:" + desk(site) + "/" + id;
	}

	@PostMapping("/bien-tap/{site}/thu-vien/{id}/xoa")
	String remove(Site site, User user, @PathVariable long id, RedirectAttributes after) {
		mayChange(user, site);
		MediaRecords.Item item = find(id);
		if (!uses(site, List.of(item)).isEmpty()) {
			after.addFlashAttribute("refused", text("media.remove.inUse"));
			return "redirect:" + desk(site) + "/" + id;
		}
		this.shelf.remove(item);
		after.addFlashAttribute("done", text("media.done.removed", item.title()));
		return "redirect:" + desk(site);
	}

	/**
	 * The file as it was brought, for the site's own people only: it may tell the place.
	 */
	@GetMapping("/bien-tap/{site}/thu-vien/{id}/goc")
	ResponseEntity<Resource> original(@PathVariable long id, HttpServletResponse response) {
		MediaRecords.Item item = find(id);
		return this.shelf.get(Rendition.originalKey(item.hash()))
			.map((resource) -> new Stored(resource, MediaType.APPLICATION_OCTET_STREAM_VALUE, item.title(), true)
				.answer(response, false))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	private MediaRecords.Item find(long id) {
		return this.records.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private void mayChange(User user, Site site) {
		String refusal = this.policy.whyNotChange(user, site);
		if (refusal != null) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, text(refusal));
		}
	}

	private List<MediaUses.Use> uses(Site site, List<MediaRecords.Item> items) {
		List<String> hashes = items.stream().map(MediaRecords.Item::hash).toList();
		return hashes.isEmpty() ? List.of()
				: this.uses.stream().flatMap((module) -> module.of(site, hashes).stream()).toList();
	}

	private Row row(Site site, MediaRecords.Item item, long uses) {
		return new Row(item.id(), desk(site) + "/" + item.id(), item.kind() == MediaRecords.Kind.PICTURE,
				newsroom(site) + item.url(), thumb(newsroom(site), item), item.title(), item.alt(), item.width(),
				item.height(), Rendition.extension(item.name()), size(item.bytes()),
				(item.originalBytes() != null) ? size(item.originalBytes()) : null, item.uploadedBy(),
				LocalDateTime.ofInstant(item.uploadedAt(), VietnameseText.ZONE), uses);
	}

	private static String newsroom(Site site) {
		return "/bien-tap/" + site.slug();
	}

	/**
	 * Where the newsroom shows a picture small; {@code null} for a file.
	 * @param prefix under which the newsroom shows it at all
	 */
	static @Nullable String thumb(String prefix, MediaRecords.Item item) {
		if (item.kind() != MediaRecords.Kind.PICTURE) {
			return null;
		}
		String address = prefix + item.url();
		return Rendition.of(item.requireWidth(), Rendition.extension(item.name()))
			.stream()
			.filter((rendition) -> rendition.width() == Rendition.NARROWEST && !rendition.extension().equals("webp"))
			.findFirst()
			.map((rendition) -> address.replaceFirst("\\.[a-z]+$",
					"." + rendition.width() + "." + rendition.extension()))
			.orElse(address);
	}

	private static String desk(Site site) {
		return newsroom(site) + "/thu-vien";
	}

	private static MediaRecords.Kind kind(String kind) {
		return switch (kind) {
			case "anh" -> MediaRecords.Kind.PICTURE;
			case "tep" -> MediaRecords.Kind.FILE;
			default -> MediaRecords.Kind.ANY;
		};
	}

	static String words(String text) {
		String line = FileNames.line(text);
		return line.substring(0, Math.min(line.length(), 200));
	}

	static int number(String number) {
		return number.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(number) : 1;
	}

	static long from(int page) {
		return (page - 1L) * PAGE_SIZE;
	}

	private static String at(UriComponentsBuilder address, int page, String text) {
		return address.cloneBuilder().queryParam("trang", page).encode().build(text).toString();
	}

	/** "1,4 MB", as people here write it. */
	private static String size(long bytes) {
		String[] units = { "byte", "KB", "MB", "GB", "TB" };
		double number = bytes;
		int unit = 0;
		while (number >= 1000 && unit < units.length - 1) {
			number /= 1024;
			unit++;
		}
		String pattern = (unit == 0 || number >= 10) ? "%.0f %s" : "%.1f %s";
		return String.format(VietnameseText.LOCALE, pattern, number, units[unit]).replace(",0 ", " ");
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	/**
	 * The library, one page of it.
	 *
	 * @param desk its address
	 * @param page from 1
	 * @param filtered whether something was searched for
	 * @param used how much the site has, as text
	 * @param quota how much it may have
	 * @param percent of the quota that is used
	 */
	record Library(String desk, List<Row> rows, long total, int page, int pages, @Nullable String previous,
			@Nullable String next, boolean filtered, String used, String quota, int percent) {
	}

	/**
	 * A picture or file.
	 *
	 * @param href its own page
	 * @param src where the newsroom shows it
	 * @param thumb the same, small; {@code null} for a file
	 * @param type ending of its name
	 * @param size as text
	 * @param original size of the file as it was brought, where it is kept
	 * @param uses how many entries use it
	 */
	record Row(long id, String href, boolean picture, String src, @Nullable String thumb, String title, String alt,
			@Nullable Integer width, @Nullable Integer height, String type, String size, @Nullable String original,
			String uploadedBy, LocalDateTime uploadedAt, long uses) {
	}

	/** What can be chosen, and whether a next page has more. */
	record Choice(List<Chosen> items, boolean more) {
	}

	/**
	 * A picture or file to choose; {@code thumb} can be shown in the newsroom,
	 * {@code url} is what goes into the text.
	 */
	record Chosen(String url, String name, String alt, @Nullable Integer width, @Nullable Integer height,
			@Nullable String thumb, long bytes, String type) {
	}

	/** Where the library is found. */
	@Component
	static class Place implements NavigationItem {

		@Override
		public int position() {
			return 40;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return Optional.ofNullable(site)
				.map((chosen) -> new NavigationItem.Place("media.library", desk(chosen), "pictures"));
		}

	}

}
