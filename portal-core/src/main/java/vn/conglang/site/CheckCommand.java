package vn.conglang.site;

import java.util.concurrent.Callable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.conglang.kernel.WithoutDatabase;

/** {@code bin/portal check}: is the tenant configuration right? */
@Command(name = "check", mixinStandardHelpOptions = true,
		description = { "Checks the tenant configuration (--portal.tenant-config=<location>) without starting",
				"anything. Names file, line and reason of every mistake." })
class CheckCommand implements Callable<Integer>, WithoutDatabase {

	@SuppressWarnings("NullAway.Init")
	private KnownThemes themes;

	private String location = "";

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@Autowired
	void use(KnownThemes themes, @Value("${portal.tenant-config}") String location) {
		this.themes = themes;
		this.location = location;
	}

	@Override
	public Integer call() {
		TenantConfiguration configuration = new TenantConfigurationReader(this.themes.ids()).read(this.location);
		this.command.commandLine()
			.getOut()
			.printf("%s %s: %d areas, %d sites, %d themes; no mistakes%n", configuration.province().kind(),
					configuration.province().name(), configuration.areas().size(), configuration.siteCount(),
					this.themes.ids().size());
		return 0;
	}

}
