package vn.conglang.site;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.conglang.kernel.StartFailure;
import vn.conglang.kernel.WithoutDatabase;

/** {@code bin/portal check}: is what operators write right? */
@Command(name = "check", mixinStandardHelpOptions = true,
		description = { "Checks the tenant configuration (--portal.tenant-config=<location>) and the rules",
				"(--portal.rules=<location>) without starting anything. Names file, line and reason of",
				"every mistake." })
class CheckCommand implements Callable<Integer>, WithoutDatabase {

	@SuppressWarnings("NullAway.Init")
	private KnownThemes themes;

	private List<CheckedConfiguration> others = List.of();

	private String location = "";

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@Autowired
	void use(KnownThemes themes, List<CheckedConfiguration> others, @Value("${portal.tenant-config}") String location) {
		this.themes = themes;
		this.others = others;
		this.location = location;
	}

	@Override
	public Integer call() {
		List<Supplier<String>> checks = new ArrayList<>();
		checks.add(this::sites);
		this.others.forEach((other) -> checks.add(other::check));
		List<String> right = new ArrayList<>();
		List<String> wrong = new ArrayList<>();
		for (Supplier<String> check : checks) {
			try {
				right.add(check.get());
			}
			catch (StartFailure ex) {
				wrong.add(String.valueOf(ex.getMessage()));
			}
		}
		if (!wrong.isEmpty()) {
			throw new StartFailure(String.join("\n", wrong));
		}
		right.forEach((line) -> this.command.commandLine().getOut().printf("%s; no mistakes%n", line));
		return 0;
	}

	private String sites() {
		TenantConfiguration configuration = new TenantConfigurationReader(this.themes.ids()).read(this.location);
		return "%s %s: %d areas, %d sites, %d themes".formatted(configuration.province().kind(),
				configuration.province().name(), configuration.areas().size(), configuration.siteCount(),
				this.themes.ids().size());
	}

}
