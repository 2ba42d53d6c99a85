package vn.conglang.editorial;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import vn.conglang.content.DeskEntries;
import vn.conglang.content.EntryText;
import vn.conglang.content.EntryType;
import vn.conglang.content.PublishedEntries;
import vn.conglang.content.PublishedEntry;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.media.Stored;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What districts and the province write for many sites at once, and what became of it.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/chia-se")
class OffersController {

	private final Offers offers;

	private final OfferAnswers answers;

	private final OfferRunner runner;

	private final PublishedEntries published;

	private final DeskEntries entries;

	private final Sites sites;

	private final Texts texts;

	OffersController(Offers offers, OfferAnswers answers, OfferRunner runner, PublishedEntries published,
			DeskEntries entries, Sites sites, Texts texts) {
		this.offers = offers;
		this.answers = answers;
		this.runner = runner;
		this.published = published;
		this.entries = entries;
		this.sites = sites;
		this.texts = texts;
	}

	@ModelAttribute
	void onlyWhoWatches(User user) {
		if (this.offers.scopes(user).isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	@GetMapping
	String list(User user, Model model) {
		Map<Long, OfferAnswers.Count> counts = this.answers.counts();
		model.addAttribute("offers",
				this.offers.of(user)
					.stream()
					.map((offer) -> new Row(offer.id(), offer.text().title(), offer.origin(), offer.byName(),
							Texts.time(offer.at()), offer.isOpen(), offer.targets().size(),
							counts.getOrDefault(offer.id(), OfferAnswers.Count.NONE)))
					.toList());
		return "editorial/offers";
	}

	/**
	 * A new offer; with a site and an entry of it, what citizens read there is the
	 * beginning.
	 * @param chosen slugs of the sites for which it is, if not for all
	 */
	@GetMapping("/moi")
	String blank(User user, @RequestParam(name = "tu", defaultValue = "") String slug,
			@RequestParam(name = "bai", defaultValue = "0") long entry,
			@RequestParam(name = "site", defaultValue = "") List<String> chosen, Model model) {
		Form form = new Form("", "", "", "", "", false, chosen);
		if (!slug.isEmpty()) {
			Site source = source(user, slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
			PublishedEntry text = CurrentSite
				.call(source.id(),
						() -> this.entries.open(entry)
							.filter((opened) -> opened.type() == EntryType.ARTICLE)
							.flatMap((opened) -> this.published.find(opened.type(), opened.slug())))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
			form = new Form(text.teaser().title(), text.teaser().summary(), text.bodyHtml(), slug, "", chosen.isEmpty(),
					chosen);
		}
		return form(user, form, Map.of(), model);
	}

	@PostMapping("/moi")
	String offer(User user, @RequestParam Map<String, String> typed,
			@RequestParam(name = "site", defaultValue = "") List<String> chosen, Model model,
			RedirectAttributes after) {
		Offer.Text text = text(typed.getOrDefault("title", ""), typed.getOrDefault("summary", ""),
				typed.getOrDefault("bodyHtml", ""));
		Form form = new Form(text.title(), text.summary(), text.body(), typed.getOrDefault("source", ""),
				typed.getOrDefault("area", ""), !"chon".equals(typed.get("cho")), chosen);
		Site source = form.source().isEmpty() ? null
				: source(user, form.source()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		List<Offers.Scope> scopes = this.offers.scopes(user);
		Offers.Scope scope = scopes.stream()
			.filter((known) -> slug(known).equals(form.area()))
			.findFirst()
			.orElse(scopes.getFirst());
		Map<String, String> problems = problems(form.title(), form.summary(), form.bodyHtml());
		List<Site> targets = scope.sites()
			.stream()
			.filter((site) -> form.all() || chosen.contains(site.slug()))
			.toList();
		if (targets.stream().allMatch((site) -> source != null && site.id().equals(source.id()))) {
			problems.put("cho", this.texts.of("editorial.offer.targets.missing"));
		}
		if (!problems.isEmpty()) {
			return form(user, form, problems, model);
		}
		long id = this.offers.offer(scope, source, text, targets, user);
		this.runner.run();
		after.addFlashAttribute("done", this.texts.of("editorial.offer.sent", targets.size()));
		return "redirect:/chia-se/" + id;
	}

	@GetMapping("/{id}")
	String one(User user, @PathVariable long id, Model model) {
		Offer offer = find(user, id);
		return one(offer, offer.text(), Map.of(), model);
	}

	@PostMapping("/{id}")
	String correct(User user, @PathVariable long id, @RequestParam(defaultValue = "") String title,
			@RequestParam(defaultValue = "") String summary, @RequestParam(defaultValue = "") String bodyHtml,
			Model model, RedirectAttributes after) {
		Offer offer = find(user, id);
		Map<String, String> problems = problems(title, summary, bodyHtml);
		if (!problems.isEmpty()) {
			return one(offer, text(title, summary, bodyHtml), problems, model);
		}
		this.offers.correct(id, text(title, summary, bodyHtml), user);
		this.runner.run();
		after.addFlashAttribute("done", this.texts.of("editorial.offer.corrected"));
		return "redirect:/chia-se/" + id;
	}

	@PostMapping("/{id}/dong")
	String close(User user, @PathVariable long id, RedirectAttributes after) {
		this.offers.close(find(user, id).id(), user);
		after.addFlashAttribute("done", this.texts.of("editorial.offer.closed"));
		return "redirect:/chia-se/" + id;
	}

	/** The pictures of an offer, while it is corrected. */
	@GetMapping("/{id}/media/{hash}/{name}")
	ResponseEntity<Resource> picture(User user, @PathVariable long id, @PathVariable String hash,
			@PathVariable String name, HttpServletResponse response) {
		return answer(this.offers.picture(find(user, id).sourceSite(), hash, name), response);
	}

	/** The pictures of an entry, while an offer is made of it. */
	@GetMapping("/tu/{slug}/media/{hash}/{name}")
	ResponseEntity<Resource> picture(User user, @PathVariable String slug, @PathVariable String hash,
			@PathVariable String name, HttpServletResponse response) {
		Site source = source(user, slug).orElseThrow(Members.Unknown::new);
		return answer(this.offers.picture(source.id().value(), hash, name), response);
	}

	private static ResponseEntity<Resource> answer(Optional<Stored> stored, HttpServletResponse response) {
		return stored.map((found) -> found.answer(response, false)).orElseGet(() -> ResponseEntity.notFound().build());
	}

	@ExceptionHandler(Members.Unknown.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String unknown() {
		return "newsroom/not-found";
	}

	private Offer find(User user, long id) {
		return this.offers.find(user, id).orElseThrow(Members.Unknown::new);
	}

	private Optional<Site> source(User user, String slug) {
		return this.sites.bySlug(slug).filter((site) -> user.watches(site.area()));
	}

	private static Offer.Text text(String title, String summary, String html) {
		EntryText text = new EntryText(title, summary, html, null, Map.of(), "").cleaned();
		return new Offer.Text(text.title(), text.summary(), text.bodyHtml());
	}

	private Map<String, String> problems(String title, String summary, String html) {
		Map<String, String> problems = new LinkedHashMap<>();
		Offers.problems(title, summary, html)
			.forEach((field, problem) -> problems.put(field, this.texts.of(problem.message(), problem.arguments())));
		return problems;
	}

	private String form(User user, Form form, Map<String, String> problems, Model model) {
		List<Offers.Scope> scopes = this.offers.scopes(user);
		Map<String, List<Site>> byArea = new TreeMap<>(VietnameseText.alphabetical());
		scopes.stream()
			.flatMap((scope) -> scope.sites().stream())
			.filter((site) -> !site.slug().equals(form.source()))
			.forEach((site) -> byArea.computeIfAbsent(site.area().title(), (area) -> new ArrayList<>()).add(site));
		model.addAttribute("form", form);
		model.addAttribute("problems", problems);
		model.addAttribute("scopes",
				scopes.stream()
					.map((scope) -> new Choice(slug(scope), scope.title(), scope.sites().size(),
							slug(scope).equals(form.area())))
					.toList());
		model.addAttribute("areas", byArea);
		model.addAttribute("prefix", form.source().isEmpty() ? "/anh-chung" : "/chia-se/tu/" + form.source());
		return "editorial/offer-new";
	}

	private String one(Offer offer, Offer.Text text, Map<String, String> problems, Model model) {
		model.addAttribute("offer", new Shown(offer.id(), text.title(), text.summary(), text.body(), offer.origin(),
				offer.byName(), Texts.time(offer.changedAt()), offer.revision(), offer.isOpen()));
		Map<Long, OfferAnswers.Answer> answers = this.answers.of(offer.id());
		model.addAttribute("answers",
				this.sites.all()
					.stream()
					.filter((site) -> offer.targets().contains(site.id().value()))
					.map((site) -> new Line(site.title(), site.area().title(),
							answers.getOrDefault(site.id().value(), OfferAnswers.Answer.NONE), offer.revision()))
					.toList());
		model.addAttribute("problems", problems);
		return "editorial/offer";
	}

	private static String slug(Offers.Scope scope) {
		return (scope.area() != null) ? scope.area().slug() : "";
	}

	/** An offer in the list. */
	record Row(long id, String title, String origin, String by, LocalDateTime at, boolean open, int sites,
			OfferAnswers.Count count) {

		public long unanswered() {
			return this.sites - this.count.taken() - this.count.refused();
		}

	}

	/**
	 * What is typed for a new offer.
	 *
	 * @param source slug of the site an entry comes from, or empty
	 * @param area slug of the scope, or empty for the province
	 * @param all whether it goes to all sites of the scope
	 * @param chosen slugs of the sites otherwise
	 */
	record Form(String title, String summary, String bodyHtml, String source, String area, boolean all,
			List<String> chosen) {
	}

	/** An offer in full. */
	record Shown(long id, String title, String summary, String body, String origin, String by, LocalDateTime changedAt,
			int revision, boolean open) {
	}

	/** A scope to choose. */
	record Choice(String value, String label, int sites, boolean chosen) {
	}

	/** What a site made of an offer. */
	record Line(String title, String area, OfferAnswers.Answer answer, int revision) {

		public @Nullable LocalDateTime at() {
			return Texts.timeOrNull(this.answer.at());
		}

		/** Whether a correction is still on its way to this site. */
		public boolean behind() {
			return this.answer.taken() && this.answer.revision() < this.revision;
		}

	}

	/** Tells the editor whether an entry can be offered to other sites from there. */
	@ControllerAdvice(assignableTypes = EntryEditorController.class)
	static class InTheEditor {

		private final Offers offers;

		InTheEditor(Offers offers) {
			this.offers = offers;
		}

		@ModelAttribute("mayOffer")
		boolean mayOffer(User user) {
			return !this.offers.scopes(user).isEmpty();
		}

	}

	/** Where the offers are found. */
	@Component
	static class Place implements NavigationItem {

		private final Offers offers;

		Place(Offers offers) {
			this.offers = offers;
		}

		@Override
		public int position() {
			return 70;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return this.offers.scopes(user).isEmpty() ? Optional.empty()
					: Optional.of(new NavigationItem.Place("editorial.offers", "/chia-se", "share"));
		}

	}

}
