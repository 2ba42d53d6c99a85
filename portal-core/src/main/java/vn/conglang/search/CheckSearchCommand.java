package vn.conglang.search;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

/** {@code bin/portal check search}: can everything be found, and nothing else? */
@Command(name = "check search", mixinStandardHelpOptions = true,
		description = {
				"Compares the search index with the entries of all sites, and Elasticsearch, where there is one,",
				"with the search index: counts and sums per site. Ends with 1 where they differ; bin/portal reindex",
				"makes that right. What is still waiting to be indexed is told and is no difference." })
class CheckSearchCommand implements Callable<Integer> {

	@SuppressWarnings("NullAway.Init")
	private Again rows;

	@SuppressWarnings("NullAway.Init")
	private Sites sites;

	@SuppressWarnings("NullAway.Init")
	private ObjectProvider<IndexCheck> elasticsearch;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@Autowired
	void use(Again rows, Sites sites, ObjectProvider<IndexCheck> elasticsearch) {
		this.rows = rows;
		this.sites = sites;
		this.elasticsearch = elasticsearch;
	}

	@Override
	public Integer call() {
		PrintWriter out = this.command.commandLine().getOut();
		long waiting = this.rows.waiting();
		if (waiting > 0) {
			out.printf("%d changes wait to be indexed by the running portal%n", waiting);
		}
		List<Again.Wrong> wrong = this.rows.wrong();
		wrong.forEach((site) -> out.printf("%s: %d entries differ from the search index%n", name(site.site()),
				site.entries()));
		boolean differs = !wrong.isEmpty();
		IndexCheck index = this.elasticsearch.getIfAvailable();
		if (index != null) {
			try {
				List<Long> differing = index.differing();
				differing.forEach((site) -> out.printf("%s: Elasticsearch differs from the search index%n",
						name(new SiteId(site))));
				differs |= !differing.isEmpty();
			}
			catch (SearchEngine.EngineFailure ex) {
				out.printf("Elasticsearch does not answer, or has no index: %s%n", ex.getMessage());
				differs = true;
			}
		}
		if (differs) {
			out.println("The search index is not right: run bin/portal reindex (or, for one site, with --site <slug>)");
			return 1;
		}
		out.printf("%d entries of %d sites: the search index%s agrees%n", this.rows.entries(this.sites.all()),
				this.sites.all().size(), (index != null) ? " and Elasticsearch" : "");
		return 0;
	}

	private String name(SiteId site) {
		return this.sites.byId(site).map(Site::slug).orElse("site " + site);
	}

}
