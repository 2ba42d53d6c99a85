package vn.conglang.content;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.User;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;

import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The editor: one page on which an entry of any type is written, saved, published and
 * withdrawn. A refused save comes back with everything that was typed.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/bai")
class EntryEditorController {

	private static final String PUBLISH = "xuat-ban";

	private final Publishing publishing;

	private final DeskEntries entries;

	private final Categories categories;

	private final ContentPolicy policy;

	private final SiteAddresses addresses;

	private final MessageSource messages;

	EntryEditorController(Publishing publishing, DeskEntries entries, Categories categories, ContentPolicy policy,
			SiteAddresses addresses, MessageSource messages) {
		this.publishing = publishing;
		this.entries = entries;
		this.categories = categories;
		this.policy = policy;
		this.addresses = addresses;
		this.messages = messages;
	}

	@GetMapping("/moi")
	String blank(Site site, User user, @RequestParam(name = "loai", defaultValue = "article") String type,
			Model model) {
		require(this.policy.whyNotWrite(user, site));
		this.categories.ensureStandard();
		EntryText empty = new EntryText("", "", "", null, Map.of(), user.displayName());
		return show(site, user, type(type), null, empty, 0, List.of(), model);
	}

	@PostMapping("/moi")
	String begin(Site site, User user, @RequestParam(name = "loai") String type, @RequestParam Map<String, String> form,
			Model model, RedirectAttributes after) {
		require(this.policy.whyNotWrite(user, site));
		EntryText text = text(type(type), form);
		try {
			long id = this.publishing.begin(type(type), text, user.displayName());
			return saved(site, user, id, form, after);
		}
		catch (Publishing.Refused ex) {
			return show(site, user, type(type), null, text, 0, ex.problems(), model);
		}
	}

	@GetMapping("/{id}")
	String open(Site site, User user, @PathVariable long id, Model model) {
		DeskEntries.Opened opened = opened(id);
		return show(site, user, opened.type(), opened, opened.text(), opened.lockVersion(), List.of(), model);
	}

	@PostMapping("/{id}")
	String save(Site site, User user, @PathVariable long id, @RequestParam int lockVersion,
			@RequestParam Map<String, String> form, Model model, RedirectAttributes after) {
		require(this.policy.whyNotWrite(user, site));
		DeskEntries.Opened opened = opened(id);
		EntryText text = text(opened.type(), form);
		try {
			this.publishing.save(id, lockVersion, text, user);
			return saved(site, user, id, form, after);
		}
		catch (Publishing.Refused ex) {
			return show(site, user, opened.type(), opened, text, lockVersion, ex.problems(), model);
		}
		catch (Publishing.ChangedMeanwhile | OptimisticLockingFailureException ex) {
			// nothing is overwritten and nothing is lost: the text comes back to be
			// compared
			model.addAttribute("collision", this.messages.getMessage("content.collision",
					new Object[] { opened.savedBy() }, VietnameseText.LOCALE));
			return show(site, user, opened.type(), opened, text, opened.lockVersion(), List.of(), model);
		}
	}

	@PostMapping("/{id}/go")
	String withdraw(Site site, User user, @PathVariable long id, RedirectAttributes after) {
		require(this.policy.whyNotPublish(user, site));
		this.publishing.withdraw(id);
		after.addFlashAttribute("done", message("content.done.withdrawn"));
		return "redirect:/bien-tap/" + site.slug() + "/bai/" + id;
	}

	/** After a save: publishes as well, if that was the button. */
	private String saved(Site site, User user, long id, Map<String, String> form, RedirectAttributes after) {
		String address = "redirect:/bien-tap/" + site.slug() + "/bai/" + id;
		if (!PUBLISH.equals(form.get("viec"))) {
			after.addFlashAttribute("done", message("content.done.saved"));
			return address;
		}
		require(this.policy.whyNotPublish(user, site));
		try {
			this.publishing.publish(id);
			after.addFlashAttribute("done", message("content.done.published"));
		}
		catch (Publishing.Refused ex) {
			after.addFlashAttribute("problems", problems(ex.problems()));
			after.addFlashAttribute("kept", message("content.kept.draft"));
		}
		return address;
	}

	private String show(Site site, User user, EntryType type, DeskEntries.@Nullable Opened opened, EntryText text,
			int lockVersion, List<EntryText.Problem> problems, Model model) {
		String desk = "/bien-tap/" + site.slug();
		List<FieldView> fields = type.fields()
			.stream()
			.map((field) -> new FieldView(field.key(), message("content.field." + field.key()), field.kind().name(),
					field.required(), text.fields().getOrDefault(field.key(), "")))
			.toList();
		model.addAttribute("editor",
				new Editor(type, (opened != null) ? opened.id() : null,
						(opened != null) ? desk + "/bai/" + opened.id() : desk + "/bai/moi?loai=" + type.option(), desk,
						text, fields, (opened != null) ? opened.status() : EntryStatus.DRAFT,
						opened != null && opened.newer(), lockVersion, (opened != null) ? opened.number() : 0,
						(opened != null) ? opened.savedBy() : null, (opened != null) ? time(opened.savedAt()) : null,
						(opened != null && opened.publishedAt() != null) ? time(opened.publishedAt()) : null,
						(opened != null && opened.status() == EntryStatus.PUBLISHED)
								? this.addresses.of(site) + type.address(opened.slug()) : null,
						this.policy.whyNotWrite(user, site) == null, reason(this.policy.whyNotPublish(user, site))));
		model.addAttribute("categories", this.categories.all());
		if (!problems.isEmpty()) {
			model.addAttribute("problems", problems(problems));
		}
		return "content/editor";
	}

	private DeskEntries.Opened opened(long id) {
		return this.entries.open(id).orElseThrow(Publishing.NotFound::new);
	}

	private static EntryType type(String option) {
		return EntryType.ofOption(option).orElseThrow(Publishing.NotFound::new);
	}

	private static EntryText text(EntryType type, Map<String, String> form) {
		Map<String, String> fields = new LinkedHashMap<>();
		type.fields().forEach((field) -> fields.put(field.key(), form.getOrDefault("field." + field.key(), "")));
		String category = form.getOrDefault("categoryId", "");
		return new EntryText(form.getOrDefault("title", ""), form.getOrDefault("summary", ""),
				form.getOrDefault("bodyHtml", ""), category.matches("[0-9]{1,18}") ? Long.valueOf(category) : null,
				fields, form.getOrDefault("author", ""));
	}

	private Map<String, String> problems(List<EntryText.Problem> problems) {
		Map<String, String> byField = new LinkedHashMap<>();
		problems.forEach(
				(problem) -> byField.putIfAbsent(problem.field(), message(problem.message(), problem.arguments())));
		return byField;
	}

	private @Nullable String reason(@Nullable String key) {
		return (key != null) ? message(key) : null;
	}

	private void require(@Nullable String refusal) {
		if (refusal != null) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, message(refusal));
		}
	}

	private String message(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	private static LocalDateTime time(Instant instant) {
		return LocalDateTime.ofInstant(instant, VietnameseText.ZONE);
	}

	@ExceptionHandler(Publishing.NotFound.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String notFound() {
		return "newsroom/not-found";
	}

	/**
	 * The editor's page.
	 *
	 * @param id of the entry, {@code null} for one that is just begun
	 * @param action address the form is sent to
	 * @param desk address of the site's desk, below which pictures are uploaded
	 * @param newer whether a draft newer than what is published waits
	 * @param number of the latest revision, 0 for one that is just begun
	 * @param publicUrl where citizens read it, if they can
	 * @param whyNotPublish why this user may not publish, if they may not
	 */
	record Editor(EntryType type, @Nullable Long id, String action, String desk, EntryText text, List<FieldView> fields,
			EntryStatus status, boolean newer, int lockVersion, int number, @Nullable String savedBy,
			@Nullable LocalDateTime savedAt, @Nullable LocalDateTime publishedAt, @Nullable String publicUrl,
			boolean mayWrite, @Nullable String whyNotPublish) {
	}

	/**
	 * A field of the entry's type; in the form it is called {@code field.<key>}.
	 *
	 * @param kind TEXT or DATE
	 */
	record FieldView(String key, String label, String kind, boolean required, String value) {
	}

}
