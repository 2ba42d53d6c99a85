package vn.conglang.editorial;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import vn.conglang.identity.NavigationItem;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.http.HttpStatus;
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

/** The people of a board: read by all who work there, kept by its chief. */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/bien-tap/{site}/ban-bien-tap")
class BoardController {

	private final Members members;

	private final Invitations invitations;

	private final Users users;

	private final EditorialPolicy policy;

	private final Texts texts;

	private final Clock clock;

	BoardController(Members members, Invitations invitations, Users users, EditorialPolicy policy, Texts texts,
			Clock clock) {
		this.members = members;
		this.invitations = invitations;
		this.users = users;
		this.policy = policy;
		this.texts = texts;
		this.clock = clock;
	}

	@GetMapping
	String show(Site site, User user, Model model) {
		return page(site, user, new Form("", "", ""), Map.of(), model);
	}

	@PostMapping("/moi")
	String invite(Site site, User user, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "") String role, Model model,
			RedirectAttributes after) {
		this.texts.require(this.policy.whyNotLead(user, site));
		Role wanted = role(role);
		Map<String, String> problems = new LinkedHashMap<>();
		this.invitations.problems(site, name, email, wanted)
			.forEach((field, key) -> problems.put(field, this.texts.of(key)));
		if (!problems.isEmpty() || wanted == null) {
			return page(site, user, new Form(name, email, role), problems, model);
		}
		return act(site, after, () -> {
			after.addFlashAttribute("link", this.invitations.invite(site, name, email, wanted, user));
			return this.texts.of("editorial.board.invited", name.strip());
		});
	}

	@PostMapping("/loi-moi/{id}/lam-lai")
	String renew(Site site, User user, @PathVariable long id, RedirectAttributes after) {
		this.texts.require(this.policy.whyNotLead(user, site));
		return act(site, after, () -> {
			after.addFlashAttribute("link", this.invitations.renew(site, id, user));
			return this.texts.of("editorial.board.invite.renewed");
		});
	}

	@PostMapping("/loi-moi/{id}/thoi")
	String withdraw(Site site, User user, @PathVariable long id, RedirectAttributes after) {
		this.texts.require(this.policy.whyNotLead(user, site));
		return act(site, after, () -> {
			this.invitations.withdraw(site, id, user);
			return this.texts.of("editorial.board.invite.withdrawn");
		});
	}

	@PostMapping("/{id}/vai-tro")
	String appoint(Site site, User user, @PathVariable long id, @RequestParam(defaultValue = "") String role,
			RedirectAttributes after) {
		this.texts.require(this.policy.whyNotLead(user, site));
		return act(site, after, () -> this.texts.of("editorial.board.appointed",
				this.members.appoint(site, id, role(role), user), this.texts.of("identity.role." + role)));
	}

	@PostMapping("/{id}/tam-dung")
	String suspend(Site site, User user, @PathVariable long id, @RequestParam(defaultValue = "false") boolean mo,
			RedirectAttributes after) {
		this.texts.require(this.policy.whyNotLead(user, site));
		return act(site, after, () -> this.texts.of(mo ? "editorial.board.resumed" : "editorial.board.suspended",
				this.members.suspend(site, id, !mo, user)));
	}

	@PostMapping("/{id}/bo")
	String remove(Site site, User user, @PathVariable long id, RedirectAttributes after) {
		this.texts.require(this.policy.whyNotLead(user, site));
		return act(site, after, () -> this.texts.of("editorial.board.removed", this.members.remove(site, id, user)));
	}

	@ExceptionHandler(Members.Unknown.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String unknown() {
		return "newsroom/not-found";
	}

	private String act(Site site, RedirectAttributes after, Supplier<String> act) {
		try {
			after.addFlashAttribute("done", act.get());
		}
		catch (Reviews.NotNow ex) {
			after.addFlashAttribute("refused", this.texts.of(ex.key(), ex.arguments()));
		}
		return "redirect:/bien-tap/" + site.slug() + "/ban-bien-tap";
	}

	private static @Nullable Role role(String name) {
		return Arrays.stream(Role.values()).filter((known) -> known.name().equals(name)).findFirst().orElse(null);
	}

	private String page(Site site, User user, Form form, Map<String, String> problems, Model model) {
		String whyNot = this.policy.whyNotLead(user, site);
		boolean leads = whyNot == null;
		model.addAttribute("members",
				this.users.board(site).stream().map((member) -> row(member, user, leads)).toList());
		model.addAttribute("leads", leads);
		model.addAttribute("form", form);
		model.addAttribute("problems", problems);
		model.addAttribute("roles", Members.ROLES);
		model.addAttribute("invitations",
				leads ? this.invitations.open()
					.stream()
					.map((open) -> new Invited(open.id(), open.name(), open.email(), open.role(), open.invitedBy(),
							Texts.time(open.expiresAt()), !open.canBeTaken(this.clock.instant())))
					.toList() : List.of());
		model.addAttribute("acts", leads
				? this.members.acts().stream().map((act) -> new Line(Texts.time(act.at()), sentence(act))).toList()
				: List.of());
		return "editorial/board";
	}

	private static Row row(Users.Member member, User user, boolean leads) {
		return new Row(member.user().id(), member.user().displayName(), member.user().username(), member.role(),
				leads ? member.user().email() : null, leads ? Texts.timeOrNull(member.lastLoginAt()) : null,
				member.suspended(), member.user().enabled(), leads && member.user().id() != user.id());
	}

	/** "Lan mời Mai làm Biên tập viên". */
	private String sentence(BoardAct act) {
		Role role = act.role();
		Role before = act.roleBefore();
		return this.texts.of("editorial.board.act." + act.kind(), act.byName(), act.about(),
				(role != null) ? this.texts.of("identity.role." + role) : "",
				(before != null) ? this.texts.of("identity.role." + before) : "");
	}

	/** The form for an invitation. */
	record Form(String name, String email, String role) {
	}

	/**
	 * A member in the list.
	 *
	 * @param email told to the chief only
	 * @param lastLogin told to the chief only
	 * @param enabled whether the account as a whole may log in
	 * @param mayChange whether the reader may change anything about them
	 */
	record Row(long id, String name, String username, Role role, @Nullable String email,
			@Nullable LocalDateTime lastLogin, boolean suspended, boolean enabled, boolean mayChange) {
	}

	/** An invitation not taken up yet. */
	record Invited(long id, String name, String email, Role role, String by, LocalDateTime until, boolean expired) {
	}

	/** Something that was done, as a sentence. */
	record Line(LocalDateTime at, String text) {
	}

	/** Where the board is found. */
	@Component
	static class Place implements NavigationItem {

		@Override
		public int position() {
			return 60;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return Optional.ofNullable(site)
				.filter(user::sees)
				.map((chosen) -> new NavigationItem.Place("editorial.board",
						"/bien-tap/" + chosen.slug() + "/ban-bien-tap", "people"));
		}

	}

}
