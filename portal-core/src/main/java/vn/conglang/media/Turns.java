package vn.conglang.media;

import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * One brought file at a time is held in memory and unpacked: the portal runs with little
 * memory, and whoever waits for their turn has nothing there yet.
 */
@Component
class Turns {

	private final ReentrantLock one = new ReentrantLock(true);

	/**
	 * The turn, unless somebody has it now: for what can wait.
	 * @return {@code null} if somebody has it
	 */
	@Nullable Turn takeIfFree() {
		return this.one.tryLock() ? this.one::unlock : null;
	}

	Turn take() {
		this.one.lock();
		return this.one::unlock;
	}

	/** Given back at its end. */
	interface Turn extends AutoCloseable {

		@Override
		void close();

	}

}
