package vn.conglang;

import java.io.PrintStream;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import vn.conglang.kernel.StartFailure;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one line why the portal did not start, where the operator can mend it; anything
 * else is left to Spring Boot's own report.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailureReporter implements SpringBootExceptionReporter {

	@Override
	public boolean reportException(Throwable failure) {
		String line = explain(failure);
		if (line == null) {
			return false;
		}
		errors().println("ERROR: " + line);
		return true;
	}

	/** The one line for a failure an operator can mend, or {@code null}. */
	static @Nullable String explain(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof StartFailure) {
				return cause.getMessage();
			}
			if (cause instanceof PortInUseException inUse) {
				return String.format(Locale.ROOT,
						"Port %d is in use by another program. Stop it, or choose another port with --server.port=<port>"
								+ " (management: --management.server.port=<port>).",
						inUse.getPort());
			}
		}
		return null;
	}

	static PrintStream errors() {
		return System.err;
	}

	/** The reason has been told already. */
	static class Told extends RuntimeException {

	}

}
