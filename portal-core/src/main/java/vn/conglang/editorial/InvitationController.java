package vn.conglang.editorial;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page behind the link of an invitation, open without login: the invited person takes
 * it up with a new account or with the one they are logged in with.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/loi-moi/{token}")
class InvitationController {

	private final Invitations invitations;

	private final Users users;

	private final Sites sites;

	private final Texts texts;

	InvitationController(Invitations invitations, Users users, Sites sites, Texts texts) {
		this.invitations = invitations;
		this.users = users;
		this.sites = sites;
		this.texts = texts;
	}

	@GetMapping
	String show(@PathVariable String token, HttpServletRequest request, Model model) {
		return page(token, null, Map.of(), request, model);
	}

	/** For those who have an account: asks for the login first. */
	@GetMapping("/nhan")
	String afterLogin(@PathVariable String token) {
		return "redirect:/loi-moi/" + token;
	}

	@PostMapping
	String take(@PathVariable String token, @RequestParam(defaultValue = "") String username,
			@RequestParam(defaultValue = "") String displayName, @RequestParam(defaultValue = "") String password,
			HttpServletRequest request, Model model, RedirectAttributes after) {
		Site site = site(token);
		if (request.getUserPrincipal() != null) {
			User user = this.users.current();
			try {
				CurrentSite.run(site.id(), () -> this.invitations.take(site, token, user));
				after.addFlashAttribute("done", this.texts.of("editorial.invitation.taken", site.title()));
			}
			catch (Reviews.NotNow ex) {
				after.addFlashAttribute("refused", this.texts.of(ex.key(), ex.arguments()));
			}
			return "redirect:/bien-tap/" + site.slug();
		}
		Map<String, String> problems = new LinkedHashMap<>();
		CurrentSite.call(site.id(), () -> this.invitations.join(site, token, username, displayName, password))
			.forEach((field, key) -> problems.put(field, this.texts.of(key)));
		return problems.isEmpty() ? "redirect:/dang-nhap?moi"
				: page(token, new Form(username, displayName), problems, request, model);
	}

	@ExceptionHandler(Members.Unknown.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String gone() {
		return "editorial/invitation-gone";
	}

	private String page(String token, @Nullable Form typed, Map<String, String> problems, HttpServletRequest request,
			Model model) {
		Site site = site(token);
		Invitation invitation = CurrentSite.call(site.id(), () -> this.invitations.find(token))
			.orElseThrow(Members.Unknown::new);
		String email = invitation.email();
		model.addAttribute("invitation", new Invited(token, site.title(), site.area().title(), invitation.role(),
				invitation.invitedBy(), Texts.time(invitation.expiresAt())));
		model.addAttribute("form",
				(typed != null) ? typed : new Form(
						email.contains("@") ? email.substring(0, email.indexOf('@')).toLowerCase(Locale.ROOT) : "",
						invitation.name()));
		model.addAttribute("problems", problems);
		model.addAttribute("known", request.getUserPrincipal() != null);
		return "editorial/invitation";
	}

	private Site site(String token) {
		return Invitations.site(token)
			.flatMap(this.sites::byId)
			.filter((site) -> !site.retired())
			.orElseThrow(Members.Unknown::new);
	}

	/** What the invited person fills in. */
	record Form(String username, String displayName) {
	}

	/** The invitation as the page tells it. */
	record Invited(String token, String site, String area, Role role, String by, LocalDateTime until) {
	}

}
