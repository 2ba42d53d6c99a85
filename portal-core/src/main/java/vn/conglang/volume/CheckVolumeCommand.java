package vn.conglang.volume;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

/** {@code bin/portal check volume}: is everything counted, once and rightly? */
@Command(name = "check volume", mixinStandardHelpOptions = true,
		description = { "Counts again what all sites published: compares the facts with the entries and revisions,",
				"and the sums and last days with the facts. Ends with 1 where they differ, and names the sites." })
class CheckVolumeCommand implements Callable<Integer> {

	@SuppressWarnings("NullAway.Init")
	private VolumeCheck check;

	@SuppressWarnings("NullAway.Init")
	private Sites sites;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@Option(names = "--repair",
			description = "makes sums and last days anew from the facts, where they differ; facts are never rewritten")
	private boolean repair;

	@Autowired
	void use(VolumeCheck check, Sites sites) {
		this.check = check;
		this.sites = sites;
	}

	@Override
	public Integer call() {
		PrintWriter out = this.command.commandLine().getOut();
		List<VolumeCheck.Difference> differences = this.check.differences();
		if (this.repair) {
			Set<SiteId> wrong = differences.stream()
				.filter((difference) -> difference.problem().repairable())
				.map(VolumeCheck.Difference::site)
				.collect(Collectors.toSet());
			wrong.forEach(this.check::repair);
			if (!wrong.isEmpty()) {
				out.printf("The sums of %d sites were made anew from the facts%n", wrong.size());
				differences = this.check.differences();
			}
		}
		differences.forEach((difference) -> out.printf("%s: %d %s%s%n", name(difference.site()), difference.times(),
				difference.problem().words(),
				(difference.example() > 0) ? " (such as entry " + difference.example() + ")" : ""));
		if (differences.stream().anyMatch((difference) -> difference.problem().repairable())) {
			out.println("Sums are made anew from the facts by: bin/portal check volume --repair");
		}
		if (differences.stream().anyMatch((difference) -> !difference.problem().repairable())) {
			out.println("Facts differ from the entries, and facts are never rewritten: somebody changed the database"
					+ " by hand, restored a part of it, or there is a mistake in the portal. Compare with a backup.");
		}
		if (!differences.isEmpty()) {
			return 1;
		}
		VolumeCheck.Counted counted = this.check.counted();
		out.printf("%d entries and %d facts of %d sites: facts, sums and last days agree%n", counted.entries(),
				counted.facts(), this.sites.all().size() + this.sites.retired().size());
		return 0;
	}

	private String name(SiteId site) {
		return this.sites.byId(site).map(Site::slug).orElse("site " + site);
	}

}
