package vn.conglang.analytics;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.conglang.kernel.StartFailure;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

/** {@code bin/portal analytics provision}: every site gets its place in Matomo. */
@Command(name = "analytics provision", mixinStandardHelpOptions = true, sortOptions = false,
		description = { "Makes a site in Matomo for every site of the configuration that has none, and remembers its",
				"number. A site that Matomo knows by one of its addresses is taken as it is. Can be called again at",
				"any time, also after it was broken off, but not twice at once: a site might then be made twice in",
				"Matomo. A running portal learns of it within a minute.",
				"Needs portal.analytics.matomo.admin-token (or token) of a superuser." })
class ProvisionCommand implements Callable<Integer> {

	@SuppressWarnings("NullAway.Init")
	private Provisioning provisioning;

	@SuppressWarnings("NullAway.Init")
	private Sites sites;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@Option(names = "--site", paramLabel = "<slug>", description = "only this one")
	private @Nullable String site;

	@Autowired
	void use(Provisioning provisioning, Sites sites) {
		this.provisioning = provisioning;
		this.sites = sites;
	}

	@Override
	public Integer call() {
		PrintWriter out = this.command.commandLine().getOut();
		List<Site> wanted = (this.site == null) ? this.sites.all() : List.of(this.sites.bySlug(this.site)
			.orElseThrow(() -> new StartFailure("There is no site \"" + this.site + "\".")));
		Map<Provisioning.Act, Integer> sums = new EnumMap<>(Provisioning.Act.class);
		try {
			this.provisioning.run(wanted, (done) -> {
				sums.merge(done.act(), 1, Integer::sum);
				if (done.act() != Provisioning.Act.KEPT) {
					out.printf("%s: %s as site %d%n", done.site().slug(),
							(done.act() == Provisioning.Act.MADE) ? "made in Matomo" : "found in Matomo",
							done.matomo());
					out.flush();
				}
			});
		}
		catch (MatomoApi.Failure ex) {
			out.println("Broken off; what is told above is kept, call this again when it is mended. "
					+ VerifyCommand.explain(ex));
			return 1;
		}
		out.printf("%d sites: %d made, %d found, %d had a number before%n", wanted.size(),
				sums.getOrDefault(Provisioning.Act.MADE, 0), sums.getOrDefault(Provisioning.Act.FOUND, 0),
				sums.getOrDefault(Provisioning.Act.KEPT, 0));
		return 0;
	}

}
