package vn.conglang.editorial;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.Categories;
import vn.conglang.content.CategoryInfo;
import vn.conglang.content.DeskEntries;
import vn.conglang.content.EntryStatus;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Progress;
import vn.conglang.content.Publishing;
import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What became of an entry: its revisions and what was done with it, any two revisions
 * side by side, and the way back to any of them.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/bai/{id}")
class HistoryController {

	private static final int PAGE_SIZE = 30;

	private final DeskEntries entries;

	private final Reviews reviews;

	private final Writing writing;

	private final Categories categories;

	private final EditorialPolicy policy;

	private final Texts texts;

	HistoryController(DeskEntries entries, Reviews reviews, Writing writing, Categories categories,
			EditorialPolicy policy, Texts texts) {
		this.entries = entries;
		this.reviews = reviews;
		this.writing = writing;
		this.categories = categories;
		this.policy = policy;
		this.texts = texts;
	}

	@GetMapping("/lich-su")
	String history(Site site, User user, @PathVariable long id,
			@RequestParam(name = "trang", defaultValue = "1") String number, Model model) {
		DeskEntries.Opened entry = opened(id);
		List<DeskEntries.Saved> saves = this.entries.revisions(id);
		List<Event> events = new ArrayList<>();
		for (DeskEntries.Saved save : saves) {
			events.add(new Event(save.savedAt(), Texts.time(save.savedAt()), save.savedBy(), save.number(),
					Objects.equals(save.revisionId(), entry.publishedRevisionId()),
					this.texts.of("writing.history.size", save.words(), save.images()), null, null, null));
		}
		this.reviews.history(id)
			.forEach((act) -> events
				.add(new Event(act.at(), Texts.time(act.at()), act.byName(), 0, false, null, act.kind(),
						(act.stageName() != null && inStage(act.kind())) ? act.stageName() : null, detail(act))));
		// at one moment the save comes first, then what was done with it
		events.sort(Comparator.comparing(Event::moment).thenComparing((event) -> event.number() == 0).reversed());
		int pages = (events.size() + PAGE_SIZE - 1) / PAGE_SIZE;
		int page = Math.min(pages, number.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(number) : 1);
		head(site, user, entry, model);
		model.addAttribute("numbers", saves.stream().map(DeskEntries.Saved::number).toList());
		model.addAttribute("events", events.subList((page - 1) * PAGE_SIZE, Math.min(events.size(), page * PAGE_SIZE)));
		model.addAttribute("page", page);
		model.addAttribute("pages", pages);
		return "editorial/history";
	}

	/** Whether the stage belongs to the sentence about the act. */
	private static boolean inStage(Act.Kind kind) {
		return kind == Act.Kind.APPROVED || kind == Act.Kind.RETURNED || kind == Act.Kind.SKIPPED
				|| kind == Act.Kind.SUBMITTED;
	}

	private @Nullable String detail(Act act) {
		Instant planned = act.plannedAt();
		return (planned != null) ? this.texts.of("writing.history.planned", Texts.clock(planned)) : act.reason();
	}

	/**
	 * Two revisions side by side; without numbers the latest and the one before, or the
	 * published one.
	 */
	@GetMapping("/so-sanh")
	String compare(Site site, User user, @PathVariable long id,
			@RequestParam(name = "tu", defaultValue = "") String from,
			@RequestParam(name = "den", defaultValue = "") String to, Model model) {
		DeskEntries.Opened entry = opened(id);
		List<DeskEntries.Saved> saves = this.entries.revisions(id);
		int latest = number(to, entry.number());
		int earliest = number(from, Math.max(1, latest - 1));
		EntryText before = text(id, Math.min(earliest, latest));
		EntryText after = text(id, Math.max(earliest, latest));
		head(site, user, entry, model);
		model.addAttribute("numbers", saves.stream().map(DeskEntries.Saved::number).toList());
		model.addAttribute("before", version(saves, Math.min(earliest, latest), entry));
		model.addAttribute("after", version(saves, Math.max(earliest, latest), entry));
		model.addAttribute("fields", fields(entry.type(), before, after));
		model.addAttribute("lines", Comparison.lines(shown(before.bodyHtml(), site), shown(after.bodyHtml(), site)));
		model.addAttribute("sameBody", before.bodyHtml().equals(after.bodyHtml()));
		return "editorial/compare";
	}

	@PostMapping("/khoi-phuc")
	String restore(Site site, User user, @PathVariable long id,
			@RequestParam(name = "ban", defaultValue = "") String number, RedirectAttributes after) {
		int wanted = number(number, 0);
		try {
			this.writing.restore(site, id, wanted, this.texts.of("writing.history.from", wanted), user);
			after.addFlashAttribute("done", this.texts.of("writing.restore.done", wanted));
		}
		catch (Publishing.Refused ex) {
			after.addFlashAttribute("refused", this.texts.of("writing.restore.refused",
					String.join(" ", this.texts.problems(ex.problems()).values())));
		}
		return "redirect:/bien-tap/" + site.slug() + "/bai/" + id + "/lich-su";
	}

	private List<FieldChange> fields(EntryType type, EntryText before, EntryText after) {
		List<FieldChange> fields = new ArrayList<>();
		fields.add(change((type == EntryType.LEGAL_DOCUMENT) ? "content.abstract" : "content.title", before.title(),
				after.title()));
		fields.add(change("content.summary", before.summary(), after.summary()));
		Set<String> keys = new LinkedHashSet<>(type.fields().stream().map(EntryType.Field::key).toList());
		keys.forEach((key) -> fields.add(change("content.field." + key, before.fields().getOrDefault(key, ""),
				after.fields().getOrDefault(key, ""))));
		fields.add(change("content.category", category(before), category(after)));
		fields.add(change("content.author", before.author(), after.author()));
		return fields.stream()
			.filter((field) -> field.changed() || field.label().equals(fields.getFirst().label()))
			.toList();
	}

	private FieldChange change(String label, String before, String after) {
		return new FieldChange(this.texts.of(label), !before.equals(after), Comparison.text(before, after, true, false),
				Comparison.text(before, after, false, true), Comparison.text(before, after, true, true));
	}

	private String category(EntryText text) {
		return this.categories.all()
			.stream()
			.filter((category) -> Objects.equals(category.id(), text.categoryId()))
			.map(CategoryInfo::name)
			.findFirst()
			.orElse("");
	}

	/** Pictures and files of drafts are shown by the newsroom, to members only. */
	static String shown(String html, Site site) {
		String desk = "/bien-tap/" + site.slug();
		return html.replace("src=\"/media/", "src=\"" + desk + "/media/")
			.replace("href=\"/tep/", "href=\"" + desk + "/tep/");
	}

	private static Version version(List<DeskEntries.Saved> saves, int number, DeskEntries.Opened entry) {
		return saves.stream()
			.filter((save) -> save.number() == number)
			.map((save) -> new Version(number, save.savedBy(), Texts.time(save.savedAt()),
					Objects.equals(save.revisionId(), entry.publishedRevisionId()), number == entry.number()))
			.findFirst()
			.orElseThrow(Publishing.NotFound::new);
	}

	private void head(Site site, User user, DeskEntries.Opened entry, Model model) {
		@Nullable String whyNot = this.policy.whyNotEdit(user, site, this.reviews.open(entry.id()).orElse(null));
		model.addAttribute("entry",
				new Head("/bien-tap/" + site.slug() + "/bai/" + entry.id(), entry.text().title(), entry.status(),
						entry.progress(), entry.waitsFor(), entry.number(), whyNot == null, this.texts.orNull(whyNot)));
	}

	private DeskEntries.Opened opened(long id) {
		return this.entries.open(id).orElseThrow(Publishing.NotFound::new);
	}

	private EntryText text(long id, int number) {
		return this.entries.revision(id, number).orElseThrow(Publishing.NotFound::new);
	}

	private static int number(String typed, int otherwise) {
		return typed.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(typed) : otherwise;
	}

	/** The entry on top of the page. */
	record Head(String href, String title, EntryStatus status, Progress progress, @Nullable String waitsFor, int latest,
			boolean mayEdit, @Nullable String whyNot) {
	}

	/**
	 * A save or an act.
	 *
	 * @param number of the revision that was saved, 0 for an act
	 * @param live whether citizens read this revision
	 * @param kind of the act, {@code null} for a save
	 * @param detail the reason, or what it was planned for
	 */
	record Event(Instant moment, LocalDateTime at, String by, int number, boolean live, @Nullable String size,
			Act.@Nullable Kind kind, @Nullable String stage, @Nullable String detail) {
	}

	/** A revision that is compared. */
	record Version(int number, String by, LocalDateTime at, boolean live, boolean latest) {
	}

	/** One line of text in both revisions, differences marked, as HTML. */
	record FieldChange(String label, boolean changed, String left, String right, String both) {
	}

}
