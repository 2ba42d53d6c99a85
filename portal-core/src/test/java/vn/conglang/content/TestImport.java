package vn.conglang.content;

import java.io.PrintWriter;
import java.io.StringWriter;

import picocli.CommandLine;
import vn.conglang.site.Sites;

import org.springframework.beans.factory.BeanFactory;

/** Runs {@code bin/portal import} in the portal under test. */
public final class TestImport {

	private TestImport() {
	}

	/** Imports as the command does. */
	public static Result run(BeanFactory portal, String... words) {
		ImportCommand command = new ImportCommand();
		command.use(portal.getBean(EntryImport.class), portal.getBean(Sites.class));
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		int code = new CommandLine(command).setOut(new PrintWriter(out))
			.setErr(new PrintWriter(err))
			.setExecutionExceptionHandler((failure, line, parsed) -> {
				line.getErr().println(failure.getMessage());
				return 1;
			})
			.execute(words);
		return new Result(code, out.toString(), err.toString());
	}

	/** What the command said. */
	public record Result(int code, String output, String errors) {
	}

}
