package vn.conglang.media;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Work that can wait until nobody brings a file: so whoever brings several, or a Word
 * file with many pictures, has the machine to themselves, and not more than one picture
 * is unpacked. What is not done when the portal stops is forgotten.
 */
@Component
class Leisure implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(Leisure.class);

	/** Longer than a Word file with many pictures takes. */
	private static final long LATER = 5000;

	private static final long AGAIN = 500;

	private final Turns turns;

	private final ScheduledExecutorService one = Executors.newSingleThreadScheduledExecutor(
			Thread.ofPlatform().daemon().name("pictures-later").priority(Thread.MIN_PRIORITY).factory());

	Leisure(Turns turns) {
		this.turns = turns;
	}

	/** Does the work later; no site is at work then. */
	void add(Runnable work) {
		schedule(work, LATER);
	}

	private void schedule(Runnable work, long milliseconds) {
		try {
			this.one.schedule(() -> attempt(work), milliseconds, TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			log.debug("The portal stops; what was to be done will be done on demand");
		}
	}

	private void attempt(Runnable work) {
		try (Turns.Turn turn = this.turns.takeIfFree()) {
			if (turn == null) {
				schedule(work, AGAIN);
				return;
			}
			work.run();
		}
		catch (RuntimeException ex) {
			log.warn("Will be done on demand: {}", ex.toString());
		}
	}

	@Override
	public void destroy() {
		this.one.shutdownNow();
	}

}
