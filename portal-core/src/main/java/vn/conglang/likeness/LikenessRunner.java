package vn.conglang.likeness;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has what was published compared, soon after. Has a thread of its own: after an import
 * there may be much to do.
 */
@Component
@ConditionalOnWebApplication
class LikenessRunner implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(LikenessRunner.class);

	private final Rounds rounds;

	private final LikenessSettings settings;

	private final ScheduledExecutorService one = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("likeness").factory());

	private volatile boolean stopped;

	LikenessRunner(Rounds rounds, LikenessSettings settings) {
		this.rounds = rounds;
		this.settings = settings;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		long pause = this.settings.lookEvery().toMillis();
		if (pause > 0) {
			this.one.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
		}
	}

	private void look() {
		try {
			this.rounds.look();
		}
		catch (RuntimeException ex) {
			if (!this.stopped) {
				log.warn("Texts are not compared now, but later: {}", ex.toString());
			}
		}
	}

	@Override
	public void destroy() throws InterruptedException {
		this.stopped = true;
		this.one.shutdownNow();
		this.one.awaitTermination(10, TimeUnit.SECONDS);
	}

}
