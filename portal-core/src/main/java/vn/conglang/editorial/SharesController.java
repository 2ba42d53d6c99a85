package vn.conglang.editorial;

import java.time.LocalDateTime;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import vn.conglang.content.Categories;
import vn.conglang.content.Publishing;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.User;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What districts and the province offer to a site: read, taken over or refused there. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/duoc-chia-se")
class SharesController {

	private final Shares shares;

	private final Offers offers;

	private final Reviews reviews;

	private final Categories categories;

	private final EditorialPolicy policy;

	private final Notices notices;

	private final Texts texts;

	SharesController(Shares shares, Offers offers, Reviews reviews, Categories categories, EditorialPolicy policy,
			Notices notices, Texts texts) {
		this.shares = shares;
		this.offers = offers;
		this.reviews = reviews;
		this.categories = categories;
		this.policy = policy;
		this.notices = notices;
		this.texts = texts;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("items", this.shares.all().stream().map(SharesController::row).toList());
		return "editorial/shares";
	}

	@GetMapping("/{id}")
	String one(Site site, User user, @PathVariable long id, Model model) {
		Shares.Item item = find(id);
		this.categories.ensureStandard();
		String here = "/bien-tap/" + site.slug() + "/duoc-chia-se/" + id;
		this.notices.read(user, here);
		model.addAttribute("item", row(item));
		model.addAttribute("summary", item.offer().text().summary());
		// the pictures lie elsewhere until they are taken over
		model.addAttribute("body", item.offer().text().body().replace("src=\"/media/", "src=\"" + here + "/media/"));
		model.addAttribute("introduction", item.offered().introduction());
		model.addAttribute("entry", item.offered().entryId());
		model.addAttribute("categories", this.categories.all());
		model.addAttribute("follow", this.shares.usualFollow().name());
		model.addAttribute("whyNot", this.texts.orNull(this.policy.whyNotWrite(user, site)));
		return "editorial/share";
	}

	@PostMapping("/{id}/nhan")
	String take(Site site, User user, @PathVariable long id, @RequestParam(defaultValue = "") String introduction,
			@RequestParam(defaultValue = "") String categoryId, @RequestParam(defaultValue = "") String follow,
			@RequestParam(defaultValue = "") String viec, RedirectAttributes after) {
		this.texts.require(this.policy.whyNotWrite(user, site));
		String desk = "redirect:/bien-tap/" + site.slug();
		long entry;
		try {
			entry = this.shares.take(site, id, introduction,
					categoryId.matches("[0-9]{1,18}") ? Long.valueOf(categoryId) : null,
					follow.equals("AT_ONCE") ? Offered.Follow.AT_ONCE : Offered.Follow.FOR_APPROVAL, user);
		}
		catch (Reviews.NotNow ex) {
			after.addFlashAttribute("refused", this.texts.of(ex.key(), ex.arguments()));
			after.addFlashAttribute("typed", introduction);
			return desk + "/duoc-chia-se/" + id;
		}
		catch (Publishing.Refused ex) {
			after.addFlashAttribute("refused", String.join(" ", this.texts.problems(ex.problems()).values()));
			after.addFlashAttribute("typed", introduction);
			return desk + "/duoc-chia-se/" + id;
		}
		after.addFlashAttribute("done", this.texts.of("editorial.share.taken"));
		if (viec.equals("gui")) {
			try {
				Review review = this.reviews.submit(site, entry, user);
				after.addFlashAttribute("done", this.texts.of("editorial.done.submitted", review.stageName()));
			}
			catch (Publishing.Refused ex) {
				after.addFlashAttribute("problems", this.texts.problems(ex.problems()));
				after.addFlashAttribute("kept", this.texts.of("content.kept.draft"));
			}
			catch (Reviews.NotNow ex) {
				after.addFlashAttribute("refused", this.texts.of(ex.key(), ex.arguments()));
			}
		}
		return desk + "/bai/" + entry;
	}

	@PostMapping("/{id}/khong")
	String refuse(Site site, User user, @PathVariable long id, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes after) {
		this.texts.require(this.policy.whyNotWrite(user, site));
		try {
			this.shares.refuse(site, id, reason, user);
			after.addFlashAttribute("done", this.texts.of("editorial.share.refused"));
		}
		catch (Reviews.NotNow ex) {
			after.addFlashAttribute("refused", this.texts.of(ex.key(), ex.arguments()));
		}
		return "redirect:/bien-tap/" + site.slug() + "/duoc-chia-se";
	}

	@GetMapping("/{id}/media/{hash}/{name}")
	ResponseEntity<Resource> picture(@PathVariable long id, @PathVariable String hash, @PathVariable String name,
			HttpServletResponse response) {
		return this.offers.picture(find(id).offer(), hash, name)
			.map((found) -> found.answer(response, false))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	@ExceptionHandler(Members.Unknown.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String unknown() {
		return "newsroom/not-found";
	}

	private Shares.Item find(long id) {
		return this.shares.find(id).orElseThrow(Members.Unknown::new);
	}

	private static Row row(Shares.Item item) {
		Offered offered = item.offered();
		return new Row(offered.id(), item.offer().text().title(), item.offer().origin(), Texts.time(item.offer().at()),
				offered.state().name(), offered.byName(), Texts.time(offered.at()), offered.reason(),
				(offered.follow() != null) ? offered.follow().name() : null);
	}

	/**
	 * An offer in the list.
	 *
	 * @param offeredAt when it was written
	 * @param by who answered, empty while nobody has
	 */
	record Row(long id, String title, String origin, LocalDateTime offeredAt, String state, String by, LocalDateTime at,
			String reason, @Nullable String follow) {
	}

	/** Where the offers are found. */
	@Component
	static class Place implements NavigationItem {

		private final EditorialPolicy policy;

		Place(EditorialPolicy policy) {
			this.policy = policy;
		}

		@Override
		public int position() {
			return 40;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return Optional.ofNullable(site)
				.filter((chosen) -> this.policy.whyNotWrite(user, chosen) == null)
				.map((chosen) -> new NavigationItem.Place("editorial.shares",
						"/bien-tap/" + chosen.slug() + "/duoc-chia-se", "share"));
		}

	}

}
