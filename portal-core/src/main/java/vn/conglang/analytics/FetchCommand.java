package vn.conglang.analytics;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.conglang.kernel.VietnameseText;

/** {@code bin/portal analytics fetch}: brings home what Matomo counted. */
@Command(name = "analytics fetch", mixinStandardHelpOptions = true, sortOptions = false,
		description = { "Brings home what Matomo counted. Without options: today, and what is missing, as the running",
				"portal does by itself. With a period: all its days anew, for example those before the portal was",
				"connected." })
class FetchCommand implements Callable<Integer> {

	@SuppressWarnings("NullAway.Init")
	private VisitsImport visits;

	@SuppressWarnings("NullAway.Init")
	private VisitFacts facts;

	@SuppressWarnings("NullAway.Init")
	private Clock clock;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@Option(names = "--from", paramLabel = "<yyyy-MM-dd>", description = "first day of a period")
	private @Nullable LocalDate from;

	@Option(names = "--to", paramLabel = "<yyyy-MM-dd>", description = "its last day; otherwise today")
	private @Nullable LocalDate to;

	@Autowired
	void use(VisitsImport visits, VisitFacts facts, Clock clock) {
		this.visits = visits;
		this.facts = facts;
		this.clock = clock;
	}

	@Override
	public Integer call() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), VietnameseText.ZONE);
		LocalDate last = (this.to == null || this.to.isAfter(today)) ? today : this.to;
		if ((this.from == null) ? this.to != null : this.from.isAfter(last)) {
			throw new ParameterException(this.command.commandLine(),
					"--from is needed with --to, and not later than it or today");
		}
		PrintWriter out = this.command.commandLine().getOut();
		VisitsImport.Fetched fetched;
		try {
			fetched = (this.from != null) ? this.visits.period(this.from, last) : this.visits.due();
		}
		catch (MatomoApi.Failure ex) {
			this.facts.failed(ex);
			out.println("Broken off; what has come is kept. " + VerifyCommand.explain(ex));
			return 1;
		}
		if (this.from == null) {
			this.facts.succeeded(this.clock.instant());
		}
		out.printf(
				"%d sites are connected; %d days of them were looked at, with %d visits that were new or different%n",
				fetched.sites(), fetched.days(), fetched.visits());
		fetched.refused()
			.forEach((id, message) -> out.printf("site %d of Matomo is not shown to the token: %s%n", id, message));
		return fetched.refused().isEmpty() ? 0 : 1;
	}

}
