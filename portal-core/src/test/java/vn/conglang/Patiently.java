package vn.conglang;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How tests wait for what the portal does by itself and nothing tells of: they look again
 * and again. Whatever has not come after a minute does not come any more, however busy
 * the machine is.
 */
public final class Patiently {

	/** What takes longer never ends. */
	public static final Duration LONG = Duration.ofMinutes(1);

	private Patiently() {
	}

	public static ConditionFactory await() {
		return Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(10)).atMost(LONG);
	}

}
