package vn.conglang.editorial;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
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
 * Where somebody reads what waits for them and decides: made for a phone and a short
 * break, so that approving takes a tap.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/bai/{id}")
class ReviewController {

	private final Reviews reviews;

	private final Remarks remarks;

	private final Notices notices;

	private final DeskEntries entries;

	private final Workflows workflows;

	private final EditorialPolicy policy;

	private final Texts texts;

	ReviewController(Reviews reviews, Remarks remarks, Notices notices, DeskEntries entries, Workflows workflows,
			EditorialPolicy policy, Texts texts) {
		this.reviews = reviews;
		this.remarks = remarks;
		this.notices = notices;
		this.entries = entries;
		this.workflows = workflows;
		this.policy = policy;
		this.texts = texts;
	}

	@GetMapping("/duyet")
	String show(Site site, User user, @PathVariable long id, Model model) {
		DeskEntries.Opened entry = this.entries.open(id).orElseThrow(Publishing.NotFound::new);
		@Nullable Review review = this.reviews.open(id).orElse(null);
		String desk = "/bien-tap/" + site.slug();
		this.notices.read(user, id);
		// pictures and files of drafts are shown by the newsroom, to members only
		String body = entry.text()
			.bodyHtml()
			.replace("src=\"/media/", "src=\"" + desk + "/media/")
			.replace("href=\"/tep/", "href=\"" + desk + "/tep/");
		List<FieldLine> fields = entry.type()
			.fields()
			.stream()
			.filter((field) -> entry.text().fields().containsKey(field.key()))
			.map((field) -> new FieldLine(this.texts.of("content.field." + field.key()),
					entry.text().fields().get(field.key()) + ""))
			.toList();
		model.addAttribute("page", new Page(id, desk, entry.type(), entry.status(), entry.progress(), entry.waitsFor(),
				entry.text(), body, fields, entry.number(), entry.savedBy(), Texts.time(entry.savedAt()),
				entry.revisionId(), entry.publishedRevisionId() != null, liveNumber(entry),
				(review != null) ? new Stage(review.stageName(), review.submittedBy(), Texts.time(review.submittedAt()),
						Texts.time(review.dueAt()), this.workflows.byId(review.workflowId()).isLast(review.stage()),
						this.texts.orNull(this.policy.whyNotDecide(user, site, review))) : null));
		model.addAttribute("remarks", threads(this.remarks.of(id)));
		model.addAttribute("mayRemark", this.policy.whyNotWrite(user, site) == null);
		return "editorial/review";
	}

	/** Remarks with their answers, open ones first. */
	static List<Thread> threads(List<Remark> remarks) {
		return remarks.stream()
			.filter((remark) -> remark.answersId() == null)
			.sorted(Comparator.comparing((Remark remark) -> remark.resolvedBy() != null))
			.map((remark) -> new Thread(remark.id(), remark.passage(), line(remark), remark.resolvedBy(),
					remarks.stream()
						.filter((answer) -> Long.valueOf(remark.id()).equals(answer.answersId()))
						.map(ReviewController::line)
						.toList()))
			.toList();
	}

	private static RemarkLine line(Remark remark) {
		return new RemarkLine(remark.text(), remark.byName(), Texts.time(remark.at()));
	}

	private int liveNumber(DeskEntries.Opened entry) {
		return this.entries.revisions(entry.id())
			.stream()
			.filter((saved) -> Objects.equals(saved.revisionId(), entry.publishedRevisionId()))
			.mapToInt(DeskEntries.Saved::number)
			.findFirst()
			.orElse(0);
	}

	@PostMapping("/duyet")
	String approve(Site site, User user, @PathVariable long id, @RequestParam long revision,
			@RequestParam(name = "at", defaultValue = "") String at, RedirectAttributes after) {
		@Nullable Instant time = EntryEditorController.time(at);
		try {
			boolean last = this.reviews.approve(site, id, revision, user, time);
			after.addFlashAttribute("done",
					!last ? this.texts.of("editorial.done.passedOn")
							: (time != null) ? this.texts.of("editorial.done.planned", Texts.clock(time))
									: this.texts.of("content.done.published"));
		}
		catch (Publishing.Refused ex) {
			after.addFlashAttribute("refused", this.texts.of("editorial.review.incomplete",
					String.join(" ", this.texts.problems(ex.problems()).values())));
		}
		return "redirect:/bien-tap/" + site.slug() + "/bai/" + id + "/duyet";
	}

	@PostMapping("/tra-lai")
	String giveBack(Site site, User user, @PathVariable long id, @RequestParam String reason,
			RedirectAttributes after) {
		this.reviews.giveBack(site, id, reason, user);
		after.addFlashAttribute("done", this.texts.of("editorial.done.returned"));
		return "redirect:/bien-tap/" + site.slug() + "/bai/" + id + "/duyet";
	}

	@PostMapping("/rut-lai")
	String recall(Site site, User user, @PathVariable long id, RedirectAttributes after) {
		this.reviews.recall(site, id, user);
		after.addFlashAttribute("done", this.texts.of("editorial.done.recalled"));
		return "redirect:/bien-tap/" + site.slug() + "/bai/" + id;
	}

	@PostMapping("/go")
	String withdraw(Site site, User user, @PathVariable long id,
			@RequestParam(name = "reason", defaultValue = "") String reason, RedirectAttributes after) {
		this.reviews.withdraw(site, id, user, reason);
		after.addFlashAttribute("done", this.texts.of("content.done.withdrawn"));
		return "redirect:/bien-tap/" + site.slug() + "/bai/" + id;
	}

	/**
	 * The page.
	 *
	 * @param body clean HTML, with pictures the newsroom shows
	 * @param number of the revision that is read here
	 * @param live whether citizens see a text meanwhile
	 * @param liveNumber of the revision they see, 0 if none
	 * @param stage where it waits, if it does
	 */
	record Page(long id, String desk, EntryType type, EntryStatus status, Progress progress, @Nullable String waitsFor,
			EntryText text, String body, List<FieldLine> fields, int number, String savedBy, LocalDateTime savedAt,
			long revisionId, boolean live, int liveNumber, @Nullable Stage stage) {
	}

	/**
	 * A remark and what was answered.
	 *
	 * @param passage what it is about; empty words stand for the whole
	 * @param resolvedBy who marked it as done, if somebody did
	 */
	record Thread(long id, Remark.Passage passage, RemarkLine first, @Nullable String resolvedBy,
			List<RemarkLine> answers) {
	}

	/** What somebody said, and when. */
	record RemarkLine(String text, String by, LocalDateTime at) {
	}

	/** A filled-in field of the type. */
	record FieldLine(String label, String value) {
	}

	/**
	 * Where it waits.
	 *
	 * @param last whether approving here publishes
	 * @param whyNot why this user does not decide here, if they do not
	 */
	record Stage(String name, String submittedBy, LocalDateTime submittedAt, LocalDateTime due, boolean last,
			@Nullable String whyNot) {
	}

}
