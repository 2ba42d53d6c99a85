package vn.conglang.identity;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Area;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The accounts, for the province's own staff: open, give and take roles, suspend, new
 * password.
 */
@Controller
@OnFace(Face.NEWSROOM)
@RequestMapping("/tai-khoan")
class AccountsController {

	private final Users users;

	private final Sites sites;

	private final MessageSource messages;

	AccountsController(Users users, Sites sites, MessageSource messages) {
		this.users = users;
		this.sites = sites;
		this.messages = messages;
	}

	@ModelAttribute
	void onlyTheProvince(User user) {
		if (!user.isOfProvince()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	@GetMapping
	String list(@RequestParam(name = "tim", defaultValue = "") String query, Model model) {
		String wanted = VietnameseText.fold(query);
		List<Row> rows = this.users.all()
			.stream()
			.map(this::row)
			.filter((row) -> VietnameseText.fold(row.username() + " " + row.displayName() + " " + row.grants())
				.contains(wanted))
			.toList();
		model.addAttribute("query", query);
		model.addAttribute("rows", rows);
		return "identity/accounts";
	}

	@GetMapping("/moi")
	String blank(Model model) {
		return form(new Form("", "", "", "", ""), null, model);
	}

	@PostMapping("/moi")
	String open(@ModelAttribute Form form, Model model, RedirectAttributes after) {
		Optional<User.Grant> grant = grant(form.role(), form.scope());
		String refused = grant.isEmpty() ? "identity.scope.invalid"
				: this.users.add(form.username(), form.displayName(), form.password(), grant.get());
		if (refused != null) {
			return form(form, refused, model);
		}
		after.addFlashAttribute("done", text("identity.account.opened", form.username()));
		return "redirect:/tai-khoan";
	}

	@PostMapping("/{username}/vai-tro")
	String grant(@PathVariable String username, @RequestParam String role, @RequestParam String scope,
			RedirectAttributes after) {
		Optional<User.Grant> grant = grant(role, scope);
		User account = account(username);
		if (grant.isEmpty()) {
			after.addFlashAttribute("refused", text("identity.scope.invalid"));
		}
		else {
			this.users.grant(account.username(), grant.get());
			after.addFlashAttribute("done", text("identity.role.granted", account.displayName()));
		}
		return "redirect:/tai-khoan/" + account.username();
	}

	@PostMapping("/{username}/vai-tro/bo")
	String revoke(User self, @PathVariable String username, @RequestParam Role role, @RequestParam long scopeId,
			RedirectAttributes after) {
		User account = account(username);
		if (account.id() == self.id()) {
			after.addFlashAttribute("refused", text("identity.self.refused"));
		}
		else {
			this.users.revoke(account.username(), new User.Grant(role, scopeId));
			after.addFlashAttribute("done", text("identity.role.revoked", account.displayName()));
		}
		return "redirect:/tai-khoan/" + account.username();
	}

	@PostMapping("/{username}/khoa")
	String suspend(User self, @PathVariable String username, @RequestParam boolean mo, RedirectAttributes after) {
		User account = account(username);
		if (account.id() == self.id()) {
			after.addFlashAttribute("refused", text("identity.self.refused"));
		}
		else {
			this.users.enable(account.username(), mo);
			after.addFlashAttribute("done",
					text(mo ? "identity.account.resumed" : "identity.account.suspended", account.displayName()));
		}
		return "redirect:/tai-khoan/" + account.username();
	}

	@PostMapping("/{username}/mat-khau")
	String password(@PathVariable String username, @RequestParam String password, RedirectAttributes after) {
		User account = account(username);
		String refused = this.users.changePassword(account.username(), password);
		if (refused != null) {
			after.addFlashAttribute("refused", text(refused));
		}
		else {
			after.addFlashAttribute("done", text("identity.password.changed", account.displayName()));
		}
		return "redirect:/tai-khoan/" + account.username();
	}

	@GetMapping("/{username}")
	String one(@PathVariable String username, Model model) {
		model.addAttribute("account", row(account(username)));
		model.addAttribute("roles", roles());
		model.addAttribute("scopes", scopes());
		return "identity/account";
	}

	private String form(Form form, @Nullable String refused, Model model) {
		model.addAttribute("form", form);
		// "identity.username.taken" is about the field "username"
		model.addAttribute("problems", (refused != null) ? Map.of(refused.split("\\.")[1], text(refused)) : Map.of());
		model.addAttribute("roles", roles());
		model.addAttribute("scopes", scopes());
		return "identity/account-new";
	}

	private User account(String username) {
		return this.users.find(username).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/** The scope is written as "site <slug>", "area <slug>" or "province". */
	private Optional<User.Grant> grant(String role, String scope) {
		return Arrays.stream(Role.values())
			.filter((known) -> known.name().equals(role))
			.findFirst()
			.flatMap((known) -> {
				String[] words = scope.split(" ", 2);
				String slug = (words.length > 1) ? words[1] : "";
				return switch (known.scope()) {
					case SITE -> words[0].equals("site")
							? this.sites.bySlug(slug).map((site) -> new User.Grant(known, site.id().value()))
							: Optional.empty();
					case AREA -> words[0].equals("area")
							? this.sites.area(slug).map((area) -> new User.Grant(known, area.id())) : Optional.empty();
					case PROVINCE -> Optional.of(new User.Grant(known, this.sites.province().id()));
				};
			});
	}

	private Row row(User user) {
		return new Row(user.username(), user.displayName(), user.enabled(),
				LocalDateTime.ofInstant(user.createdAt(), VietnameseText.ZONE),
				user.grants()
					.stream()
					.map((grant) -> new GrantRow(grant.role().name(), grant.scopeId(), role(grant.role()),
							scope(grant)))
					.toList());
	}

	private String scope(User.Grant grant) {
		return switch (grant.role().scope()) {
			case SITE -> this.sites.byId(new SiteId(grant.scopeId())).map(Site::title).orElse("?");
			case AREA -> this.sites.areas()
				.stream()
				.filter((area) -> area.id() == grant.scopeId())
				.map(Area::title)
				.findFirst()
				.orElse("?");
			case PROVINCE -> this.sites.province().title();
		};
	}

	private List<Choice> roles() {
		return Arrays.stream(Role.values())
			.map((role) -> new Choice(role.name(), role(role), role.scope().name()))
			.toList();
	}

	private List<Choice> scopes() {
		List<Choice> scopes = new ArrayList<>();
		scopes.add(new Choice("province", this.sites.province().title(), Role.Scope.PROVINCE.name()));
		for (Area area : this.sites.areas()) {
			scopes.add(new Choice("area " + area.slug(), area.title(), Role.Scope.AREA.name()));
		}
		for (Site site : this.sites.all()) {
			scopes.add(new Choice("site " + site.slug(), site.title() + " – " + site.area().title(),
					Role.Scope.SITE.name()));
		}
		return scopes;
	}

	private String role(Role role) {
		return text("identity.role." + role);
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, VietnameseText.LOCALE) + "";
	}

	/** What the form for a new account holds. */
	record Form(String username, String displayName, String password, String role, String scope) {
	}

	/** An account in the list. */
	record Row(String username, String displayName, boolean enabled, LocalDateTime createdAt, List<GrantRow> grants) {
	}

	/** A role an account holds. */
	record GrantRow(String role, long scopeId, String roleLabel, String scopeLabel) {
	}

	/**
	 * A choice in a list.
	 *
	 * @param group SITE, AREA or PROVINCE
	 */
	record Choice(String value, String label, String group) {
	}

	/** Where the accounts are found. */
	@Component
	static class Place implements NavigationItem {

		@Override
		public int position() {
			return 90;
		}

		@Override
		public Optional<NavigationItem.Place> place(User user, @Nullable Site site) {
			return user.isOfProvince()
					? Optional.of(new NavigationItem.Place("newsroom.accounts", "/tai-khoan", "people"))
					: Optional.empty();
		}

	}

}
