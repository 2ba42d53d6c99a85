package vn.conglang.reports;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets few files be made at once on this node: the others wait, and whoever asks for much
 * waits behind those who ask for little. Of those who are inside each holds a finished
 * file at most, so there is a limit to them too; beyond it, and after a long wait, people
 * are asked to come back.
 */
@Component
class Exports {

	private final int atOnce;

	private final int perPerson;

	private final int room;

	private final Duration patience;

	private final ReentrantLock lock = new ReentrantLock();

	/** Who is inside, how many times: waiting, being served, or receiving their file. */
	private final Map<String, Integer> inside = new HashMap<>();

	/** Who waits, in the order of their turns. */
	private final Map<String, Deque<CountDownLatch>> waiting = new LinkedHashMap<>();

	private int all;

	private int running;

	Exports(@Value("${portal.reports.at-once}") int atOnce, @Value("${portal.reports.per-person}") int perPerson,
			@Value("${portal.reports.room}") int room, @Value("${portal.reports.patience}") Duration patience) {
		this.atOnce = atOnce;
		this.perPerson = perPerson;
		this.room = room;
		this.patience = patience;
	}

	/**
	 * Enters.
	 * @param who people and keys are told apart by this
	 * @return to be closed when the file has been sent
	 * @throws Busy when there are too many inside, or too many of theirs
	 */
	Seat enter(String who) {
		this.lock.lock();
		try {
			int own = this.inside.getOrDefault(who, 0);
			if (this.all >= this.room || own >= this.perPerson) {
				throw new Busy();
			}
			this.all++;
			this.inside.put(who, own + 1);
			return new Seat(who);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void leave(String who) {
		this.lock.lock();
		try {
			this.all--;
			int own = this.inside.getOrDefault(who, 0);
			if (own > 1) {
				this.inside.put(who, own - 1);
			}
			else {
				this.inside.remove(who);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** How many wait for their turn. */
	int waiting() {
		this.lock.lock();
		try {
			return this.waiting.values().stream().mapToInt(Deque::size).sum();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void awaitTurn(String who) {
		CountDownLatch turn = new CountDownLatch(1);
		this.lock.lock();
		try {
			if (this.running < this.atOnce) {
				this.running++;
				return;
			}
			this.waiting.computeIfAbsent(who, (name) -> new ArrayDeque<>()).add(turn);
		}
		finally {
			this.lock.unlock();
		}
		try {
			if (turn.await(this.patience.toMillis(), TimeUnit.MILLISECONDS) || !gaveUp(who, turn)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			if (!gaveUp(who, turn)) {
				next();
			}
		}
		throw new Busy();
	}

	/** {@code false} where the turn came just then. */
	private boolean gaveUp(String who, CountDownLatch turn) {
		this.lock.lock();
		try {
			Deque<CountDownLatch> own = this.waiting.get(who);
			if (own == null || !own.remove(turn)) {
				return false;
			}
			if (own.isEmpty()) {
				this.waiting.remove(who);
			}
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** A turn is over: one of the next in line has it, who then is the last. */
	private void next() {
		this.lock.lock();
		try {
			Map.Entry<String, Deque<CountDownLatch>> first = this.waiting.entrySet().stream().findFirst().orElse(null);
			if (first == null) {
				this.running--;
				return;
			}
			this.waiting.remove(first.getKey());
			CountDownLatch turn = first.getValue().remove();
			if (!first.getValue().isEmpty()) {
				this.waiting.put(first.getKey(), first.getValue());
			}
			turn.countDown();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** A place inside. */
	final class Seat implements AutoCloseable {

		private final String who;

		private Seat(String who) {
			this.who = who;
		}

		/**
		 * Works when the turn has come.
		 * @throws Busy when it does not come for too long
		 */
		<T> T work(Supplier<T> work) {
			awaitTurn(this.who);
			try {
				return work.get();
			}
			finally {
				next();
			}
		}

		@Override
		public void close() {
			leave(this.who);
		}

	}

	/** Too many want files. */
	static class Busy extends RuntimeException {

	}

}
