package vn.conglang.appearance;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Which themes failed while a page was made with them, since they were read and on this
 * node. Told in the log once, on the operators' pages until the theme is mended.
 */
@Component
public class ThemeFailures {

	private static final Logger log = LoggerFactory.getLogger(ThemeFailures.class);

	private static final int LONGEST_MESSAGE = 600;

	private final Map<String, Failure> failures = new ConcurrentHashMap<>();

	private final Clock clock;

	ThemeFailures(Clock clock) {
		this.clock = clock;
	}

	/**
	 * A page could not be made with this theme, but with one that it inherits from.
	 * @param template which page it was: "entry"
	 */
	public void remember(Theme theme, String template, Throwable reason) {
		Failure failure = this.failures.compute(theme.id(),
				(id, known) -> (known != null && known.version().equals(theme.version())) ? known.again()
						: new Failure(theme.version(), template, message(reason), this.clock.instant(), 1));
		if (failure.times() == 1) {
			log.error("The theme \"{}\" cannot show the page \"{}\", so its parent does: {}", theme.id(), template,
					failure.message());
		}
	}

	/** The failure of a theme as it is now, if there was one. */
	Optional<Failure> of(Theme theme) {
		return Optional.ofNullable(this.failures.get(theme.id()))
			.filter((failure) -> failure.version().equals(theme.version()));
	}

	/** The innermost reasons say most. */
	private static String message(Throwable reason) {
		StringBuilder message = new StringBuilder();
		String last = "";
		for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
			String own = (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName();
			if (!own.equals(last)) {
				message.append(message.isEmpty() ? "" : " – ").append(own.replaceAll("\\s+", " "));
			}
			last = own;
		}
		return (message.length() > LONGEST_MESSAGE) ? message.substring(0, LONGEST_MESSAGE) + "…" : message.toString();
	}

	/**
	 * That a theme failed.
	 *
	 * @param template of the page that failed first
	 * @param at when it failed first
	 * @param times how often any page did
	 */
	record Failure(String version, String template, String message, Instant at, int times) {

		Failure again() {
			return new Failure(this.version, this.template, this.message, this.at, this.times + 1);
		}

	}

}
