package vn.conglang.likeness;

import java.util.concurrent.Callable;
import java.util.function.LongConsumer;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bin/portal likeness}: compares the texts of all sites anew. */
@Command(name = "likeness", mixinStandardHelpOptions = true,
		description = { "Compares what all sites have published anew, to find texts that one has taken from another.",
				"What was found before stays meanwhile, and so does what officers have said of it. When it is",
				"broken off, the next call goes on where it was." })
class LikenessCommand implements Callable<Integer> {

	@SuppressWarnings("NullAway.Init")
	private Rounds rounds;

	@SuppressWarnings("NullAway.Init")
	private Likeness likeness;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec command;

	@Autowired
	void use(Rounds rounds, Likeness likeness) {
		this.rounds = rounds;
		this.likeness = likeness;
	}

	@Override
	public Integer call() {
		long begun = System.nanoTime();
		try (Bars bars = new Bars()) {
			this.rounds.again(bars);
		}
		this.command.commandLine()
			.getOut()
			.printf("%d copies among the texts of all sites, found in %.1f s%n", this.likeness.count(),
					(System.nanoTime() - begun) / 1e9);
		return 0;
	}

	/** A bar for each part, one after the other. */
	private static final class Bars implements Rounds.Progress, AutoCloseable {

		private @Nullable ProgressBar bar;

		@Override
		public LongConsumer begin(String part, long expected) {
			close();
			ProgressBar next = new ProgressBarBuilder().setTaskName(part)
				.setInitialMax(expected)
				.setUpdateIntervalMillis(250)
				.build();
			this.bar = next;
			return next::stepBy;
		}

		@Override
		public void close() {
			if (this.bar != null) {
				this.bar.close();
				this.bar = null;
			}
		}

	}

}
