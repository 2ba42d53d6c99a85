package vn.conglang.analytics;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.conglang.kernel.WithoutDatabase;

/** {@code bin/portal analytics}: says what there is below it. */
@Command(name = "analytics", mixinStandardHelpOptions = true,
		description = "Connects the sites with Matomo (portal.analytics.matomo.url), and brings home what it counted.")
class AnalyticsCommand implements Callable<Integer>, WithoutDatabase {

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@Override
	public Integer call() {
		this.command.commandLine().usage(this.command.commandLine().getErr());
		return 2;
	}

}
