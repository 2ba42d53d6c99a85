package vn.conglang.care;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import vn.conglang.editorial.OpenOffers;
import vn.conglang.editorial.PublicBoard;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.SiteAddresses;
import vn.conglang.site.Sites;
import vn.conglang.upkeep.Finding;
import vn.conglang.volume.Volumes;

import org.springframework.http.HttpStatus;
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
 * The file of a site for those who watch over it: who it is, how it stands, what was done
 * about it, and the ways to act.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping(SiteFileController.PATH + "/{site}")
class SiteFileController {

	static final String PATH = "/don-vi";

	private static final int MONTHS = 12;

	private static final Duration SHOWN = Duration.ofDays(365);

	private final Sites sites;

	private final SiteAddresses addresses;

	private final Users users;

	private final PublicBoard board;

	private final Volumes volumes;

	private final Following following;

	private final Reminders reminders;

	private final Reminding reminding;

	private final Contacts contacts;

	private final ReminderRules rules;

	private final CareTexts texts;

	SiteFileController(Sites sites, SiteAddresses addresses, Users users, PublicBoard board, Volumes volumes,
			Following following, Reminders reminders, Reminding reminding, Contacts contacts, ReminderRules rules,
			CareTexts texts) {
		this.sites = sites;
		this.addresses = addresses;
		this.users = users;
		this.board = board;
		this.volumes = volumes;
		this.following = following;
		this.reminders = reminders;
		this.reminding = reminding;
		this.contacts = contacts;
		this.rules = rules;
		this.texts = texts;
	}

	/** The file; with a contact to be corrected, its form is filled in. */
	@GetMapping
	String show(User user, @PathVariable("site") String slug, @RequestParam(name = "sua", defaultValue = "0") long id,
			Model model) {
		Site site = watched(user, slug);
		ContactForm form = (id == 0) ? ContactForm.blank(this.rules.today())
				: this.contacts.find(site, id)
					.map(ContactForm::of)
					.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return page(site, form, Map.of(), model);
	}

	@PostMapping("/nhac")
	String remind(User user, @PathVariable("site") String slug,
			@RequestParam(name = "viec", defaultValue = "") Set<String> rules,
			@RequestParam(name = "loi", defaultValue = "") String word,
			@RequestParam(name = "ma", defaultValue = "") String token, RedirectAttributes after) {
		Site site = watched(user, slug);
		return told(site, this.reminding.remind(site, rules, Reminding.word(word), user, token(token)), "care.reminded",
				after);
	}

	@PostMapping("/chia-se/{id}")
	String remindOfOffer(User user, @PathVariable("site") String slug, @PathVariable long id,
			@RequestParam(name = "ma", defaultValue = "") String token, RedirectAttributes after) {
		Site site = watched(user, slug);
		return told(site, this.reminding.remindOfOffer(site, id, user, token(token)), "care.offer.reminded", after);
	}

	private String told(Site site, Reminding.Outcome outcome, String done, RedirectAttributes after) {
		switch (outcome) {
			case DONE -> after.addFlashAttribute("done", this.texts.of(done, site.fullName()));
			case NOTHING -> after.addFlashAttribute("refused", this.texts.of("care.remind.nothing"));
			case NOBODY -> after.addFlashAttribute("refused", this.texts.of("care.remind.nobody", site.fullName()));
		}
		return "redirect:" + PATH + "/" + site.slug();
	}

	@PostMapping("/lien-he")
	String contact(User user, @PathVariable("site") String slug, @RequestParam Map<String, String> typed, Model model,
			RedirectAttributes after) {
		Site site = watched(user, slug);
		ContactForm form = ContactForm.of(typed);
		Contact corrected = null;
		if (!form.corrects().isEmpty()) {
			corrected = this.contacts.find(site, number(form.corrects()))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		}
		Map<String, String> problems = form.problems(this.rules.today());
		if (!problems.isEmpty()) {
			return page(site, form, problems, model);
		}
		Contact before = corrected;
		CurrentSite.run(site.id(), () -> this.contacts.add(form.words(this.rules.today()), before, user,
				token(typed.getOrDefault("ma", ""))));
		after.addFlashAttribute("done",
				this.texts.of((before != null) ? "care.contact.corrected" : "care.contact.done"));
		return "redirect:" + PATH + "/" + site.slug() + "#lien-he";
	}

	private Site watched(User user, String slug) {
		return this.sites.bySlug(slug)
			.filter((site) -> user.watches(site.area()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static long number(String typed) {
		return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
	}

	/** What nobody else sends: a form without one is taken as sent once. */
	static String token(String typed) {
		return typed.matches("[0-9a-f-]{8,64}") ? typed : "" + UUID.randomUUID();
	}

	private String page(Site site, ContactForm form, Map<String, String> problems, Model model) {
		LocalDate today = this.rules.today();
		Following.Now now = this.following.now(List.of(site));
		YearMonth first = YearMonth.from(today).minusMonths(MONTHS - 1L);
		String url = this.addresses.of(site);
		model.addAttribute("site", site);
		model.addAttribute("url", url);
		CurrentSite.run(site.id(), () -> {
			model.addAttribute("facts", this.board.known());
			model.addAttribute("members", members(site, this.board.dutiesOfMembers()));
		});
		model.addAttribute("standing", now.standing(site.id()));
		model.addAttribute("lines", now.standing(site.id()).findings().stream().map(SiteFileController::line).toList());
		model.addAttribute("chart",
				MonthChart.of(first, this.volumes.monthsBySite(List.of(site), first, YearMonth.from(today))
					.getOrDefault(site.id(), new int[MONTHS])));
		model.addAttribute("last", this.volumes.lastOwn(List.of(site)).get(site.id()));
		model.addAttribute("reminders", now.follow(this.reminders.of(List.of(site), instant(today).minus(SHOWN))));
		model.addAttribute("contacts", this.contacts.of(site));
		model.addAttribute("offers", now.offers(site.id())
			.stream()
			.map((offer) -> new OfferLine(offer.id(), offer.title(), offer.origin(), CareTexts.time(offer.at())))
			.toList());
		model.addAttribute("write", OpenOffers.NEW + "?site=" + site.slug());
		model.addAttribute("people", this.reminding.board(site).stream().map(User::displayName).toList());
		model.addAttribute("hows", Contact.How.values());
		model.addAttribute("form", form);
		Map<String, String> said = new LinkedHashMap<>();
		problems.forEach((field, key) -> said.put(field, this.texts.of(key)));
		model.addAttribute("problems", said);
		model.addAttribute("today", today);
		model.addAttribute("token", "" + UUID.randomUUID());
		return "care/site";
	}

	private static Instant instant(LocalDate today) {
		return today.plusDays(1).atStartOfDay(VietnameseText.ZONE).toInstant();
	}

	private List<MemberLine> members(Site site, Map<Long, String> duties) {
		return this.users.board(site)
			.stream()
			.map((member) -> new MemberLine(member.user().displayName(), member.role(),
					duties.getOrDefault(member.user().id(), ""), member.user().email(),
					CareTexts.timeOrNull(member.lastLoginAt()), member.isActive()))
			.toList();
	}

	private static Line line(Finding finding) {
		return new Line(finding.rule(), finding.severity().name(), finding.sentence(), finding.href());
	}

	/** Something that is to be done. */
	record Line(String rule, String severity, String sentence, String href) {
	}

	/**
	 * Somebody of the board.
	 *
	 * @param duty what they are besides, and answer for; may be empty
	 * @param active whether they can work for the site now
	 */
	record MemberLine(String name, Role role, String duty, @Nullable String email, @Nullable LocalDateTime lastLogin,
			boolean active) {
	}

	/** An offer that was not answered. */
	record OfferLine(long id, String title, String origin, LocalDateTime at) {
	}

}
