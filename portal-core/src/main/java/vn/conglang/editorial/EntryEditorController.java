package vn.conglang.editorial;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import vn.conglang.content.Categories;
import vn.conglang.content.DeskEntries;
import vn.conglang.content.EntryStatus;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.Progress;
import vn.conglang.content.Publishing;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The editor: one page on which an entry of any type is written, saved, and sent on its
 * way to the citizens. A refused save comes back with everything that was typed.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/bai")
class EntryEditorController {

	/** What the pressed button means beside saving. */
	private static final String SUBMIT = "gui";

	private static final String PUBLISH = "xuat-ban";

	private static final String LOOK = "xem";

	private final Writing writing;

	private final WorkingCopies copies;

	private final MergePage mergePage;

	private final Reviews reviews;

	private final Plans plans;

	private final Remarks remarks;

	private final DeskEntries entries;

	private final Categories categories;

	private final EditorialPolicy policy;

	private final SiteAddresses addresses;

	private final Texts texts;

	EntryEditorController(Writing writing, WorkingCopies copies, MergePage mergePage, Reviews reviews, Plans plans,
			Remarks remarks, DeskEntries entries, Categories categories, EditorialPolicy policy,
			SiteAddresses addresses, Texts texts) {
		this.writing = writing;
		this.copies = copies;
		this.mergePage = mergePage;
		this.reviews = reviews;
		this.plans = plans;
		this.remarks = remarks;
		this.entries = entries;
		this.categories = categories;
		this.policy = policy;
		this.addresses = addresses;
		this.texts = texts;
	}

	@GetMapping("/moi")
	String blank(Site site, User user, @RequestParam(name = "loai", defaultValue = "article") String type,
			@RequestParam(name = "ban", defaultValue = "") String key,
			@RequestParam(name = "tieu-de", defaultValue = "") String title,
			@RequestParam(name = "so", defaultValue = "") String number, Model model) {
		this.texts.require(this.policy.whyNotWrite(user, site));
		model.addAttribute("copyKey", key(key));
		Optional<WorkingCopies.Copy> copy = this.copies.find(user, key);
		if (copy.isPresent()) {
			model.addAttribute("restored", Texts.hour(copy.get().savedAt()));
			return show(site, user, copy.get().type(), null, text(copy.get().type(), copy.get().text()), 0, List.of(),
					model);
		}
		EntryText begun = new EntryText(line(title), "", "", null, Map.of("number", line(number)), user.displayName());
		return show(site, user, type(type), null, begun, 0, List.of(), model);
	}

	/** What a link proposes to begin with. */
	private static String line(String proposed) {
		String line = proposed.replaceAll("[\\p{Z}\\p{C}]+", " ").strip();
		return line.substring(0, line.offsetByCodePoints(0, Math.min(100, line.codePointCount(0, line.length()))));
	}

	@PostMapping("/moi")
	String begin(Site site, User user, @RequestParam(name = "loai") String type, @RequestParam Map<String, String> form,
			Model model, RedirectAttributes after) {
		this.texts.require(this.policy.whyNotWrite(user, site));
		EntryText text = text(type(type), form);
		try {
			return saved(site, user, this.writing.begin(type(type), text, user, key(form.getOrDefault("ban", ""))),
					form, after);
		}
		catch (Writing.Begun ex) {
			// sent twice, or written on after going back: a save of what was begun
			return save(site, user, ex.id(), 1, form, model, after);
		}
		catch (Publishing.Refused ex) {
			model.addAttribute("copyKey", key(form.getOrDefault("ban", "")));
			return show(site, user, type(type), null, text, 0, ex.problems(), model);
		}
	}

	@GetMapping("/{id}")
	String open(Site site, User user, @PathVariable long id, Model model) {
		DeskEntries.Opened opened = opened(id);
		boolean mayEdit = this.policy.whyNotEdit(user, site, this.reviews.open(id).orElse(null)) == null;
		Optional<WorkingCopies.Copy> copy = mayEdit ? this.copies.find(user, "" + id) : Optional.empty();
		if (copy.isPresent()) {
			EntryText typed = text(opened.type(), copy.get().text());
			if (!typed.cleaned().equals(opened.text())) {
				model.addAttribute("restored", Texts.hour(copy.get().savedAt()));
				return show(site, user, opened.type(), opened, typed, copy.get().base(), List.of(), model);
			}
		}
		return show(site, user, opened.type(), opened, opened.text(), opened.number(), List.of(), model);
	}

	@PostMapping("/{id}")
	String save(Site site, User user, @PathVariable long id, @RequestParam int base,
			@RequestParam Map<String, String> form, Model model, RedirectAttributes after) {
		DeskEntries.Opened opened = opened(id);
		EntryText text = text(opened.type(), form);
		@Nullable String refusal = this.policy.whyNotEdit(user, site, this.reviews.open(id).orElse(null));
		if (refusal != null) {
			this.texts.require(this.policy.whyNotWrite(user, site));
			// it went into review while somebody still wrote: nothing typed is lost
			model.addAttribute("refused", this.texts.of(refusal));
			return show(site, user, opened.type(), opened, text, base, List.of(), model);
		}
		try {
			this.writing.save(opened, base, text, user);
			return saved(site, user, id, form, after);
		}
		catch (Publishing.Refused ex) {
			return show(site, user, opened.type(), opened, text, base, ex.problems(), model);
		}
		catch (Publishing.ChangedMeanwhile | OptimisticLockingFailureException ex) {
			// nothing is overwritten and nothing is lost: both texts become one
			return this.mergePage.show(site, opened(id), base, text, Map.of(), model);
		}
	}

	/** Takes the text that two people's work became. */
	@PostMapping("/{id}/gop")
	String merge(Site site, User user, @PathVariable long id, @RequestParam int base,
			@RequestParam(name = "den", defaultValue = "0") int shown, @RequestParam Map<String, String> form,
			Model model, RedirectAttributes after) {
		DeskEntries.Opened opened = opened(id);
		EntryText mine = text(opened.type(), form);
		Optional<EntryText> merged = this.mergePage.merged(opened, shown, base, mine, form);
		@Nullable String refusal = this.policy.whyNotEdit(user, site, this.reviews.open(id).orElse(null));
		if (merged.isEmpty() || refusal != null) {
			model.addAttribute("refused", this.texts.of((refusal != null) ? refusal : "writing.merge.missing"));
			return this.mergePage.show(site, opened, base, mine, form, model);
		}
		if (LOOK.equals(form.get("viec"))) {
			model.addAttribute("merged", true);
			return show(site, user, opened.type(), opened, merged.get(), shown, List.of(), model);
		}
		try {
			this.writing.save(opened, shown, merged.get(), user);
			after.addFlashAttribute("done", this.texts.of("writing.merge.done"));
			return "redirect:/bien-tap/" + site.slug() + "/bai/" + id;
		}
		catch (Publishing.Refused ex) {
			return show(site, user, opened.type(), opened, merged.get(), shown, ex.problems(), model);
		}
		catch (Publishing.ChangedMeanwhile | OptimisticLockingFailureException ex) {
			// and somebody was faster again
			return this.mergePage.show(site, opened(id), shown, merged.get(), Map.of(), model);
		}
	}

	/** After a save: goes on as the button says. What is saved stays saved. */
	private String saved(Site site, User user, long id, Map<String, String> form, RedirectAttributes after) {
		String address = "redirect:/bien-tap/" + site.slug() + "/bai/" + id;
		try {
			switch (form.getOrDefault("viec", "")) {
				case SUBMIT -> {
					Review review = this.reviews.submit(site, id, user);
					after.addFlashAttribute("done", this.texts.of("editorial.done.submitted", review.stageName()));
				}
				case PUBLISH -> {
					@Nullable Instant at = time(form.getOrDefault("at", ""));
					this.reviews.publishAtOnce(site, id, user, at);
					after.addFlashAttribute("done",
							(at != null) ? this.texts.of("editorial.done.planned", Texts.clock(at))
									: this.texts.of("content.done.published"));
				}
				default -> after.addFlashAttribute("done", this.texts.of("content.done.saved"));
			}
		}
		catch (Publishing.Refused ex) {
			after.addFlashAttribute("problems", this.texts.problems(ex.problems()));
			after.addFlashAttribute("kept", this.texts.of("content.kept.draft"));
		}
		catch (Reviews.NotNow ex) {
			after.addFlashAttribute("done", this.texts.of("content.done.saved"));
			after.addFlashAttribute("refused", this.texts.of(ex.key(), ex.arguments()));
		}
		return address;
	}

	private String show(Site site, User user, EntryType type, DeskEntries.@Nullable Opened opened, EntryText text,
			int base, List<EntryText.Problem> problems, Model model) {
		String desk = "/bien-tap/" + site.slug();
		@Nullable Review review = (opened != null) ? this.reviews.open(opened.id()).orElse(null) : null;
		@Nullable String whyNotEdit = this.policy.whyNotEdit(user, site, review);
		@Nullable String whyNotPublish = this.reviews.whyNotPublishAtOnce(user, site, opened);
		boolean published = opened != null && opened.status() == EntryStatus.PUBLISHED;
		List<FieldView> fields = type.fields()
			.stream()
			.map((field) -> new FieldView(field.key(), this.texts.of("content.field." + field.key()),
					this.texts.orEmpty("content.field." + field.key() + ".help"), field.kind().name(), field.required(),
					field.options()
						.stream()
						.collect(Collectors.toMap((option) -> option,
								(option) -> this.texts.of("content.field." + field.key() + "." + option),
								(one, other) -> one, LinkedHashMap::new)),
					text.fields().getOrDefault(field.key(), "")))
			.toList();
		model.addAttribute("editor", new Editor(type, (opened != null) ? opened.id() : null,
				(opened != null) ? desk + "/bai/" + opened.id() : desk + "/bai/moi?loai=" + type.option(), desk, text,
				fields, (opened != null) ? opened.status() : EntryStatus.DRAFT,
				(opened != null) ? opened.progress() : Progress.WRITING, (opened != null) ? opened.waitsFor() : null,
				base, (opened != null) ? opened.number() : 0, (opened != null) ? opened.savedBy() : null,
				(opened != null) ? Texts.time(opened.savedAt()) : null,
				(opened != null) ? Texts.timeOrNull(opened.publishedAt()) : null,
				(opened != null && published) ? this.addresses.of(site) + type.address(opened.slug()) : null,
				whyNotEdit == null, this.texts.orNull(whyNotEdit), review == null, whyNotPublish == null,
				this.texts.orNull(whyNotPublish)));
		if (this.categories.all().isEmpty()) {
			// the first text of a new site, however it was begun
			this.categories.ensureStandard();
		}
		model.addAttribute("categories", this.categories.all());
		model.addAttribute("account", user.id());
		if (opened != null) {
			model.addAttribute("way", way(site, user, opened, review));
			model.addAttribute("remarks", ReviewController.threads(this.remarks.of(opened.id())));
		}
		if (!problems.isEmpty()) {
			model.addAttribute("problems", this.texts.problems(problems));
		}
		return "editorial/editor";
	}

	private Way way(Site site, User user, DeskEntries.Opened opened, @Nullable Review review) {
		boolean mayWithdraw = this.policy.whyNotWithdraw(user, site) == null;
		return new Way(
				(review != null)
						? new Way.Stage(review.stageName(), review.submittedBy(), Texts.time(review.stageSince()),
								Texts.time(review.dueAt()), this.policy.whyNotDecide(user, site, review) == null,
								this.policy.whyNotRecall(user, site, review) == null)
						: null,
				(opened.progress() == Progress.RETURNED) ? this.reviews.lastReturn(opened.id())
					.map((act) -> new Way.Return(act.byName(), act.reason() + "", Texts.time(act.at())))
					.orElse(null) : null,
				this.plans.of(opened.id())
					.stream()
					.map((plan) -> new Way.Plan(plan.kind().name(), Texts.time(plan.at()), plan.setBy()))
					.toList(),
				mayWithdraw);
	}

	private DeskEntries.Opened opened(long id) {
		return this.entries.open(id).orElseThrow(Publishing.NotFound::new);
	}

	private static EntryType type(String option) {
		return EntryType.ofOption(option).orElseThrow(Publishing.NotFound::new);
	}

	private static String key(String typed) {
		return WorkingCopyController.KEY.matcher(typed).matches() ? typed : UUID.randomUUID().toString();
	}

	private static EntryText text(EntryType type, Map<String, String> form) {
		Map<String, String> fields = new LinkedHashMap<>();
		type.fields().forEach((field) -> fields.put(field.key(), form.getOrDefault("field." + field.key(), "")));
		String category = form.getOrDefault("categoryId", "");
		return new EntryText(form.getOrDefault("title", ""), form.getOrDefault("summary", ""),
				form.getOrDefault("bodyHtml", ""), category.matches("[0-9]{1,18}") ? Long.valueOf(category) : null,
				fields, form.getOrDefault("author", ""));
	}

	/** A time as a form gives it: 2026-11-20T08:05, on the clock of Vietnam. */
	static @Nullable Instant time(String typed) {
		if (typed.isBlank()) {
			return null;
		}
		try {
			return LocalDateTime.parse(typed.strip()).atZone(VietnameseText.ZONE).toInstant();
		}
		catch (DateTimeParseException ex) {
			throw new Reviews.NotNow("editorial.plan.invalid");
		}
	}

	/**
	 * The editor's page.
	 *
	 * @param id of the entry, {@code null} for one that is just begun
	 * @param action address the form is sent to
	 * @param desk address of the site's desk, below which pictures are uploaded
	 * @param progress where the latest text stands
	 * @param waitsFor the stage it waits for, if it is in review
	 * @param base number of the revision that the text in the form began with
	 * @param number of the latest revision, 0 for one that is just begun
	 * @param publicUrl where citizens read it, if they can
	 * @param whyNotEdit why this user may not change the text, if they may not
	 * @param maySubmit whether it is not on its way yet
	 * @param whyNotPublish why this user may not publish at once, if they may not
	 */
	record Editor(EntryType type, @Nullable Long id, String action, String desk, EntryText text, List<FieldView> fields,
			EntryStatus status, Progress progress, @Nullable String waitsFor, int base, int number,
			@Nullable String savedBy, @Nullable LocalDateTime savedAt, @Nullable LocalDateTime publishedAt,
			@Nullable String publicUrl, boolean mayWrite, @Nullable String whyNotEdit, boolean maySubmit,
			boolean mayPublish, @Nullable String whyNotPublish) {

		/** Whether something newer than what citizens see waits. */
		public boolean newer() {
			return this.status == EntryStatus.PUBLISHED && this.progress != Progress.DONE;
		}

	}

	/**
	 * A field of the entry's type; in the form it is called {@code field.<key>}.
	 *
	 * @param help what belongs there, may be empty
	 * @param kind TEXT, LONG_TEXT, DATE, URL or CHOICE
	 * @param options labels of a choice by their value
	 */
	record FieldView(String key, String label, String help, String kind, boolean required, Map<String, String> options,
			String value) {
	}

	/**
	 * Where the entry is on its way.
	 *
	 * @param stage it waits at, if it is in review
	 * @param returned why it came back, if it did
	 * @param plans what is to happen by itself
	 */
	record Way(@Nullable Stage stage, @Nullable Return returned, List<Plan> plans, boolean mayWithdraw) {

		/** A stage that holds the text. */
		record Stage(String name, String submittedBy, LocalDateTime since, LocalDateTime due, boolean mayDecide,
				boolean mayRecall) {
		}

		/** Who sent it back, and why. */
		record Return(String by, String reason, LocalDateTime at) {
		}

		/** PUBLISH or WITHDRAW at a time. */
		record Plan(String kind, LocalDateTime at, String by) {
		}

	}

}
