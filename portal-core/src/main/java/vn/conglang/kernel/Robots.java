package vn.conglang.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Tells programs that say what they are from people: whatever counts what people do asks
 * here. Verdicts are remembered, because there are few browsers and many requests.
 */
public final class Robots {

	private static final String LIST = "/robots/user-agents.txt";

	private static final int REMEMBERED = 10_000;

	/** A browser's is shorter; what comes after tells nothing. */
	private static final int LONGEST = 500;

	private static final Pattern PROGRAM = read();

	private static final Cache<String, Boolean> VERDICTS = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

	private Robots() {
	}

	/**
	 * Whether a program asks, not a person with a browser.
	 * @param userAgent what it says it is; who says nothing is a program
	 */
	public static boolean areBehind(@Nullable String userAgent) {
		if (userAgent == null || userAgent.isBlank()) {
			return true;
		}
		String known = (userAgent.length() > LONGEST) ? userAgent.substring(0, LONGEST) : userAgent;
		return VERDICTS.get(known, (name) -> PROGRAM.matcher(name).find());
	}

	private static Pattern read() {
		try (InputStream list = Objects.requireNonNull(Robots.class.getResourceAsStream(LIST))) {
			return Pattern.compile(new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
