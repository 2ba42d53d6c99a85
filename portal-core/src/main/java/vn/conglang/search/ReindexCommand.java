package vn.conglang.search;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.conglang.kernel.StartFailure;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

/** {@code bin/portal reindex}: makes everything findable anew. */
@Command(name = "reindex", mixinStandardHelpOptions = true, sortOptions = false,
		description = {
				"Makes the search index anew from the entries and, where there is Elasticsearch, a new index there",
				"that takes the old one's place when it is complete. Searching goes on meanwhile. When it is broken",
				"off, the next call goes on where it was." })
class ReindexCommand implements Callable<Integer> {

	private static final String INDEXED = "%d entries indexed in %.1f s, %.0f a second%n";

	private static final String SENT = "%d documents sent to Elasticsearch in %.1f s, %.0f a second%n";

	@SuppressWarnings("NullAway.Init")
	private Again rows;

	@SuppressWarnings("NullAway.Init")
	private Sites sites;

	@SuppressWarnings("NullAway.Init")
	private ObjectProvider<Rebuilding> elasticsearch;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@Option(names = "--site", paramLabel = "<slug>", description = "only what this site has, in the index as it is")
	private @Nullable String site;

	@Autowired
	void use(Again rows, Sites sites, ObjectProvider<Rebuilding> elasticsearch) {
		this.rows = rows;
		this.sites = sites;
		this.elasticsearch = elasticsearch;
	}

	@Override
	public Integer call() {
		Rebuilding index = this.elasticsearch.getIfAvailable();
		if (this.site != null) {
			Site only = this.sites.bySlug(this.site)
				.orElseThrow(() -> new StartFailure("There is no site \"" + this.site + "\"."));
			timed(INDEXED, () -> progress(List.of(only), (done) -> this.rows.only(only, done)));
			if (index != null) {
				timed(SENT, () -> index.again(only.id().value()));
			}
		}
		else {
			timed(INDEXED, () -> progress(this.rows.open(), this.rows::all));
			if (index != null) {
				timed(SENT, () -> rebuild(index));
			}
		}
		return 0;
	}

	private void timed(String line, LongSupplier work) {
		long begun = System.nanoTime();
		long count = work.getAsLong();
		double seconds = (System.nanoTime() - begun) / 1e9;
		this.command.commandLine().getOut().printf(line, count, seconds, count / seconds);
	}

	private long progress(List<Site> some, Work work) {
		long entries = this.rows.entries(some);
		try (ProgressBar progress = bar("entries", entries)) {
			work.run(progress::stepBy);
		}
		return entries;
	}

	private static long rebuild(Rebuilding index) {
		try (ProgressBar progress = bar("Elasticsearch", 0)) {
			index.run((done, expected) -> progress.maxHint(expected).stepTo(done));
			return progress.getCurrent();
		}
	}

	private static ProgressBar bar(String task, long most) {
		return new ProgressBarBuilder().setTaskName(task).setInitialMax(most).setUpdateIntervalMillis(250).build();
	}

	/** Goes through entries and tells how many it has done. */
	@FunctionalInterface
	private interface Work {

		void run(LongConsumer entriesDone);

	}

}
