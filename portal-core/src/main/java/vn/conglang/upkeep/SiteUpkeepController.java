package vn.conglang.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.editorial.BoardWork;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.upkeep.SectionState.State;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is to be done for a site: for its board, who mends it there, and for those who
 * watch over it.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}" + SiteUpkeepController.SCREEN)
class SiteUpkeepController {

	static final String SCREEN = "/theo-doi";

	private static final Duration AHEAD = Duration.ofDays(30);

	private final Upkeep upkeep;

	private final Survey survey;

	private final Rules rules;

	private final Silence silence;

	private final Stuck stuck;

	private final Sections sections;

	private final SectionStates states;

	private final BoardWork work;

	private final Attestations attestations;

	private final PageReviews pages;

	private final Users users;

	private final UpkeepPolicy policy;

	private final UpkeepTexts texts;

	SiteUpkeepController(Upkeep upkeep, Survey survey, Rules rules, Silence silence, Stuck stuck, Sections sections,
			SectionStates states, BoardWork work, Attestations attestations, PageReviews pages, Users users,
			UpkeepPolicy policy, UpkeepTexts texts) {
		this.upkeep = upkeep;
		this.survey = survey;
		this.rules = rules;
		this.silence = silence;
		this.stuck = stuck;
		this.sections = sections;
		this.states = states;
		this.work = work;
		this.attestations = attestations;
		this.pages = pages;
		this.users = users;
		this.policy = policy;
		this.texts = texts;
	}

	@GetMapping
	String show(Site site, User user, Model model) {
		return page(site, user, Attempt.NONE, model);
	}

	/** The board says that a section is there. */
	@PostMapping("/xac-nhan")
	String attest(Site site, User user, @RequestParam(name = "muc", defaultValue = "") String key,
			@RequestParam(name = "ngay", defaultValue = "") String on,
			@RequestParam(name = "den", defaultValue = "") String until,
			@RequestParam(name = "ghi-chu", defaultValue = "") String note,
			@RequestParam(name = "lien-ket", defaultValue = "") String link, Model model, RedirectAttributes after) {
		require(user, site);
		Checklist.Item item = attestable(key);
		Attestations.Form form = new Attestations.Form(on, until, note, link);
		Map<String, String> problems = this.attestations.attest(site, item, form, user);
		if (!problems.isEmpty()) {
			model.addAttribute("refused", this.texts.of("upkeep.attest.refused", item.title()));
			return page(site, user, new Attempt(key, form, problems), model);
		}
		after.addFlashAttribute("done", this.texts.of("upkeep.attest.done", item.title()));
		return "redirect:/bien-tap/" + site.slug() + SCREEN + "#muc-" + item.key();
	}

	/** What the board said of a section does not hold any more. */
	@PostMapping("/thoi-xac-nhan")
	String takeBack(Site site, User user, @RequestParam(name = "muc", defaultValue = "") String key,
			RedirectAttributes after) {
		require(user, site);
		Checklist.Item item = attestable(key);
		this.attestations.takeBack(site, item, user);
		after.addFlashAttribute("done", this.texts.of("upkeep.attest.takenBack", item.title()));
		return "redirect:/bien-tap/" + site.slug() + SCREEN + "#muc-" + item.key();
	}

	/**
	 * Somebody has looked a standing page through, or is to look after it from now on.
	 */
	@PostMapping("/trang/{id}")
	String review(Site site, User user, @PathVariable long id,
			@RequestParam(name = "viec", defaultValue = "ra-soat") String act,
			@RequestParam(name = "ngay", defaultValue = "") String next,
			@RequestParam(name = "phu-trach", defaultValue = "0") long owner, RedirectAttributes after) {
		require(user, site);
		boolean reviewed = act.equals("ra-soat");
		String refused = reviewed ? this.pages.confirm(site, id, next, owner, user)
				: this.pages.entrust(site, id, owner);
		if (refused != null) {
			after.addFlashAttribute("refused", refused);
		}
		else {
			after.addFlashAttribute("done", this.texts.of(reviewed ? "upkeep.page.reviewed" : "upkeep.page.entrusted"));
		}
		return "redirect:/bien-tap/" + site.slug() + SCREEN + "#ra-soat";
	}

	private String page(Site site, User user, Attempt attempt, Model model) {
		this.survey.look();
		LocalDate today = this.rules.today();
		boolean vouches = this.policy.whyNotVouch(user, site) == null;
		Standing standing = this.upkeep.of(site);
		model.addAttribute("standing", standing);
		model.addAttribute("lines",
				standing.findings()
					.stream()
					.map((finding) -> new Line(finding.severity(), finding.sentence(), finding.href(),
							this.texts.of(mend(finding))))
					.toList());
		model.addAttribute("works", user.holds(Role.WRITERS, site));
		model.addAttribute("vouches", vouches);
		model.addAttribute("today", today);
		model.addAttribute("kinds",
				this.silence.of(List.of(site)).getOrDefault(site, List.of()).stream().map(this::row).toList());
		List<Users.Holder> board = this.users.boards(List.of(site)).getOrDefault(site.id(), List.of());
		model.addAttribute("late", this.work.late(List.of(site))
			.getOrDefault(site.id(), List.of())
			.stream()
			.map((late) -> new LateRow(late.title(), "/bien-tap/" + site.slug() + "/bai/" + late.entry() + "/duyet",
					late.stage(), this.stuck.people(late, board), late.by(), time(late.since()), time(late.due())))
			.toList());
		model.addAttribute("ahead",
				this.work.ahead(AHEAD)
					.stream()
					.map((act) -> new AheadRow(act.title(), "/bien-tap/" + site.slug() + "/bai/" + act.entry(),
							act.appears(), time(act.at())))
					.toList());
		Checklist list = this.rules.checklist(today).orElse(null);
		if (list != null) {
			Map<String, SectionState> known = this.states.of(List.of(site), list).getOrDefault(site.id(), Map.of());
			model.addAttribute("list", list);
			model.addAttribute("items", list.items()
				.stream()
				.map((item) -> row(site, item, known.getOrDefault(item.key(), SectionState.MISSING), today, attempt))
				.toList());
			model.addAttribute("history",
					this.attestations.history().stream().map((said) -> said(said, list)).toList());
		}
		model.addAttribute("pages",
				this.pages.shown()
					.stream()
					.map((review) -> new PageRow(review.entryId(), review.title(),
							"/bien-tap/" + site.slug() + "/bai/" + review.entryId(), review.owner(), review.ownerId(),
							review.changedOn(), review.reviewedOn(), review.byName(), review.dueOn(),
							review.dueOn() != null && review.dueOn().isBefore(today)))
					.toList());
		model.addAttribute("next", this.pages.usualNext());
		model.addAttribute("members",
				board.stream().map((holder) -> new Choice(holder.id(), holder.name())).distinct().toList());
		return "upkeep/site";
	}

	/** What the button beside a finding says. */
	private String mend(Finding finding) {
		String kind = finding.rule().contains("/") ? finding.rule().substring(0, finding.rule().indexOf('/'))
				: finding.rule();
		return List.of("im-lang", "duyet-qua-han", "ra-soat").contains(kind) ? "upkeep.mend." + kind : "upkeep.mend";
	}

	private KindRow row(Silence.Kind kind) {
		Severity severity = kind.rule().severity(kind.days());
		return new KindRow(kind.rule().title(), kind.last(), kind.days(), kind.rule().warn(), kind.rule().from(),
				kind.rule().source(),
				(severity == null) ? Light.GOOD : (severity == Severity.BAD) ? Light.BAD : Light.WARN);
	}

	private ItemRow row(Site site, Checklist.Item item, SectionState state, LocalDate today, Attempt attempt) {
		boolean tried = attempt.item().equals(item.key());
		State stands = state.on(today);
		boolean looked = item.ways().isEmpty() || state.entry() != null
				|| !(item.ways().getFirst() instanceof Way.OfPlatform);
		String href = (looked && stands != State.CURRENT) ? Sections.href(site, item, state) : "";
		return new ItemRow(item.key(), item.title(), item.why(), item.source(), stands,
				this.sections.told(item, state, today), href.contains("#") ? "" : href, item.attest(),
				state.attested() && stands == State.CURRENT, tried, tried ? attempt.form() : usual(item, today),
				tried ? attempt.problems() : Map.of());
	}

	private static Attestations.Form usual(Checklist.Item item, LocalDate today) {
		Integer days = item.attest();
		return new Attestations.Form("" + today, (days != null) ? "" + today.plusDays(days) : "", "", "");
	}

	private Said said(Attestation attestation, Checklist list) {
		Attestation.Word word = attestation.word();
		return new Said(list.item(word.item()).map(Checklist.Item::title).orElse(word.item()), word.on(), word.until(),
				word.note(), word.link(), word.byName(), word.role().name(), time(attestation.at()));
	}

	private Checklist.Item attestable(String key) {
		return this.rules.checklist(this.rules.today())
			.flatMap((list) -> list.item(key))
			.filter((item) -> item.attest() != null)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private void require(User user, Site site) {
		String refusal = this.policy.whyNotVouch(user, site);
		if (refusal != null) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, this.texts.of(refusal));
		}
	}

	private static LocalDateTime time(Instant at) {
		return LocalDateTime.ofInstant(at, VietnameseText.ZONE);
	}

	/** A form that was refused, if one was. */
	record Attempt(String item, Attestations.Form form, Map<String, String> problems) {

		static final Attempt NONE = new Attempt("", Attestations.Form.EMPTY, Map.of());

	}

	/** A finding, with what its button says. */
	record Line(Severity severity, String sentence, String href, String mend) {
	}

	/** How long something has not appeared. */
	record KindRow(String title, @Nullable LocalDate last, long days, int allowed, LocalDate from, String source,
			Light light) {
	}

	/** A text that waits too long. */
	record LateRow(String title, String href, String stage, String people, String by, LocalDateTime since,
			LocalDateTime due) {
	}

	/** Something that will happen by itself. */
	record AheadRow(String title, String href, boolean appears, LocalDateTime at) {
	}

	/**
	 * A section.
	 *
	 * @param told how it stands, in words
	 * @param href where it is mended, empty where there is nothing to mend or it is done
	 * here
	 * @param attest how many days the board's word may hold, if it may be given
	 * @param attested whether the board's word holds now
	 * @param open whether its form was refused just now
	 */
	record ItemRow(String key, String title, String why, String source, State state, String told, String href,
			@Nullable Integer attest, boolean attested, boolean open, Attestations.Form form,
			Map<String, String> problems) {
	}

	/** What was said of a section. */
	record Said(String title, @Nullable LocalDate on, @Nullable LocalDate until, String note, String link, String by,
			String role, LocalDateTime at) {

		/** Whether the link leads to another place on the web. */
		public boolean isOutside() {
			return !this.link.startsWith("/");
		}

	}

	/** A standing page. */
	record PageRow(long id, String title, String href, String owner, @Nullable Long ownerId, LocalDate changedOn,
			@Nullable LocalDate reviewedOn, @Nullable String by, @Nullable LocalDate due, boolean late) {
	}

	/** Somebody of the board. */
	record Choice(long id, String name) {
	}

	/** Where a board finds what is to be done. */
	@Component
	static class Place implements NavigationItem {

		@Override
		public int position() {
			return 43;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return Optional.ofNullable(site)
				.map((chosen) -> new NavigationItem.Place("upkeep.nav", "/bien-tap/" + chosen.slug() + SCREEN,
						"upkeep"));
		}

	}

}
