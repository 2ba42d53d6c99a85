package vn.conglang.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.conglang.kernel.StartFailure;
import vn.conglang.site.Sites;

import org.springframework.context.MessageSource;
import vn.conglang.kernel.VietnameseText;

/** {@code bin/portal user add}: opens an account, or gives one a further role. */
@Command(name = "user", mixinStandardHelpOptions = true, sortOptions = false,
		description = { "Opens an account with a role, or gives an existing account a further one.",
				"Example: bin/portal user add lan --name \"Nguyễn Thị Lan\" --role editor --site thoai-giang" })
class UserCommand implements Callable<Integer> {

	@SuppressWarnings("NullAway.Init")
	private Users users;

	@SuppressWarnings("NullAway.Init")
	private Sites sites;

	@SuppressWarnings("NullAway.Init")
	private MessageSource messages;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@Parameters(index = "0", paramLabel = "add", description = "what to do: add")
	private String act = "";

	@Parameters(index = "1", paramLabel = "<username>", description = "lower-case name to log in with")
	private String username = "";

	@Option(names = "--name", paramLabel = "<name>", description = "name as others read it")
	private @Nullable String name;

	@Option(names = "--role", required = true, paramLabel = "<role>",
			description = "contributor, editor, chief-editor (with --site), area-monitor (with --area), province-admin,"
					+ " operator")
	private String role = "";

	@Option(names = "--site", paramLabel = "<slug>", description = "the site of the role")
	private @Nullable String site;

	@Option(names = "--area", paramLabel = "<slug>", description = "the area of the role")
	private @Nullable String area;

	@Option(names = "--password", arity = "0..1", interactive = true,
			description = "asks for a password; without this option one is generated and printed")
	private char @Nullable [] password;

	@Autowired
	void use(Users users, Sites sites, MessageSource messages) {
		this.users = users;
		this.sites = sites;
		this.messages = messages;
	}

	@Override
	public Integer call() {
		if (!this.act.equals("add")) {
			throw new StartFailure("Unknown \"user " + this.act + "\": there is \"user add\".");
		}
		User.Grant grant = grant();
		Optional<User> known = this.users.find(this.username);
		if (known.isPresent()) {
			this.users.grant(this.username, grant);
			this.command.commandLine().getOut().printf("%s is now also %s%n", this.username, this.role);
			return 0;
		}
		String secret = (this.password != null) ? new String(this.password) : Users.generatedPassword();
		String refused = this.users.add(this.username, (this.name != null) ? this.name : this.username, secret, grant);
		if (refused != null) {
			throw new StartFailure(this.messages.getMessage(refused, null, refused, VietnameseText.LOCALE) + "");
		}
		this.command.commandLine().getOut().printf("Account %s opened as %s%n", this.username, this.role);
		if (this.password == null) {
			this.command.commandLine().getOut().printf("Password (told only now): %s%n", secret);
		}
		return 0;
	}

	private User.Grant grant() {
		Role chosen;
		try {
			chosen = Role.valueOf(this.role.toUpperCase(Locale.ROOT).replace('-', '_'));
		}
		catch (IllegalArgumentException ex) {
			throw new StartFailure("Unknown --role \"" + this.role + "\".", ex);
		}
		return switch (chosen.scope()) {
			case SITE -> new User.Grant(chosen, Optional.ofNullable(this.site)
				.flatMap(this.sites::bySlug)
				.orElseThrow(() -> new StartFailure("The role " + this.role + " needs --site with the slug of a site."))
				.id()
				.value());
			case AREA -> new User.Grant(chosen, Optional.ofNullable(this.area)
				.flatMap(this.sites::area)
				.orElseThrow(
						() -> new StartFailure("The role " + this.role + " needs --area with the slug of an area."))
				.id());
			case PROVINCE -> new User.Grant(chosen, this.sites.province().id());
		};
	}

}
