package vn.conglang.identity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: name, how to be written to, password. */
@Controller
@ConditionalOnWebApplication
@OnFace(Face.NEWSROOM)
@RequestMapping("/toi")
class MeController {

	private final Users users;

	private final LoginThrottle throttle;

	private final FindByIndexNameSessionRepository<?> sessions;

	private final MessageSource messages;

	MeController(Users users, LoginThrottle throttle, FindByIndexNameSessionRepository<?> sessions,
			MessageSource messages) {
		this.users = users;
		this.throttle = throttle;
		this.sessions = sessions;
		this.messages = messages;
	}

	@GetMapping
	String show(User user, Model model) {
		return page(user, Form.of(user), Map.of(), model);
	}

	@PostMapping
	String change(User user, @ModelAttribute Form form, Model model, RedirectAttributes after) {
		MailChoice mail = Arrays.stream(MailChoice.values())
			.filter((known) -> known.name().equals(form.mail()))
			.findFirst()
			.orElse(user.mail());
		Map<String, String> problems = this.users.describe(user.username(), form.displayName(), form.email(), mail);
		if (!problems.isEmpty()) {
			return page(user, form, problems, model);
		}
		after.addFlashAttribute("done", text("identity.me.saved"));
		return "redirect:/toi";
	}

	@PostMapping("/mat-khau")
	String password(User user, @RequestParam(defaultValue = "") String oldPassword,
			@RequestParam(defaultValue = "") String password, HttpServletRequest request, Model model,
			RedirectAttributes after) {
		String address = request.getRemoteAddr();
		String refused = this.throttle.blocks(user.username(), address) ? "identity.oldPassword.blocked"
				: this.users.changeOwnPassword(user.username(), oldPassword, password);
		if ("identity.oldPassword.wrong".equals(refused)) {
			this.throttle.failed(user.username(), address);
		}
		if (refused != null) {
			// "identity.oldPassword.wrong" is about the field "oldPassword"
			return page(user, Form.of(user), Map.of(refused.split("\\.")[1], refused), model);
		}
		// whoever knew the old password is out, here or elsewhere
		String own = request.getSession().getId();
		this.sessions.findByPrincipalName(user.username())
			.keySet()
			.stream()
			.filter((session) -> !session.equals(own))
			.forEach(this.sessions::deleteById);
		after.addFlashAttribute("done", text("identity.me.password.changed"));
		return "redirect:/toi";
	}

	private String page(User user, Form form, Map<String, String> problems, Model model) {
		model.addAttribute("form", form);
		Map<String, String> told = new LinkedHashMap<>();
		problems.forEach((field, key) -> told.put(field, text(key)));
		model.addAttribute("problems", told);
		model.addAttribute("username", user.username());
		model.addAttribute("choices", MailChoice.values());
		return "identity/me";
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, key, VietnameseText.LOCALE) + "";
	}

	/** What somebody says about themselves; anything may be missing. */
	record Form(String displayName, String email, String mail) {

		Form(@Nullable String displayName, @Nullable String email, @Nullable String mail) {
			this.displayName = (displayName != null) ? displayName : "";
			this.email = (email != null) ? email : "";
			this.mail = (mail != null) ? mail : "";
		}

		static Form of(User user) {
			return new Form(user.displayName(), user.email(), user.mail().name());
		}

	}

}
