package vn.conglang.search;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.search.ElasticIndex.EngineTrouble;
import vn.conglang.search.ElasticIndex.Outcome;
import vn.conglang.search.ElasticIndex.Standing;
import vn.conglang.search.SearchRows.Rebuild;
import vn.conglang.search.SearchRows.Task;

/**
 * Makes the index of Elasticsearch anew from the rows of PostgreSQL, while the old one is
 * searched. It goes site by site and keeps in PostgreSQL how far it has come, so whoever
 * comes next goes on; changes go to both indexes meanwhile. The new one is compared with
 * PostgreSQL before it takes the place of the old one.
 */
class Rebuilding {

	private static final Logger log = LoggerFactory.getLogger(Rebuilding.class);

	private static final Duration BUSY = Duration.ofMillis(200);

	/** So many documents make a part of the new index. */
	private static final long ONE_PART = 1_000_000;

	private final SearchRows rows;

	private final ElasticIndex index;

	private final IndexCheck check;

	private final Clock clock;

	private final int part;

	/**
	 * @param part about how many documents are sent before others have their turn
	 */
	Rebuilding(SearchRows rows, ElasticIndex index, IndexCheck check, Clock clock, int part) {
		this.rows = rows;
		this.index = index;
		this.check = check;
		this.clock = clock;
		this.part = part;
	}

	/**
	 * Makes the index anew or, if that was begun, makes the rest, and waits until it is
	 * in its place.
	 * @throws EngineTrouble if that came to nothing; then the old index stays
	 */
	void run(Progress progress) {
		long expected = this.rows.expected();
		begin();
		Rebuild rebuild = this.rows.rebuild();
		long id = (rebuild != null) ? rebuild.id() : 0;
		while (rebuild != null && rebuild.id() == id) {
			progress.documents(rebuild.documents(), expected);
			if (!part()) {
				// another node is at it
				LockSupport.parkNanos(BUSY.toNanos());
			}
			rebuild = this.rows.rebuild();
		}
		String failure = this.rows.failure(id);
		if (failure != null) {
			throw new EngineTrouble(failure, null);
		}
		progress.documents(expected, expected);
	}

	/**
	 * Does a part of what is to be done: goes on with what was begun, or begins if there
	 * is no index.
	 * @return whether there is more to do
	 */
	boolean step(Standing standing) {
		if (this.rows.rebuild() != null) {
			return part();
		}
		if (standing.live() != null || this.rows.hasJustFailed()) {
			return false;
		}
		log.info("Elasticsearch has no index of this portal: one is made; PostgreSQL searches meanwhile");
		begin();
		return true;
	}

	private void begin() {
		this.rows.alone(Task.REBUILD, () -> {
			if (this.rows.rebuild() == null) {
				String name = this.index.newName(this.clock.instant());
				this.index.create(name);
				this.rows.beginRebuild(name);
			}
		});
	}

	private boolean part() {
		return this.rows.alone(Task.REBUILD, () -> {
			Rebuild rebuild = this.rows.rebuild();
			if (rebuild == null) {
				return;
			}
			Standing standing = this.index.look();
			if (!this.index.isOurs(rebuild.index())) {
				// an older portal has begun it
				this.rows.endRebuild(rebuild, null);
			}
			else if (rebuild.index().equals(standing.live())) {
				this.rows.endRebuild(rebuild, null);
			}
			else if (!rebuild.index().equals(standing.building())) {
				fail(rebuild, "The index that was being made is gone");
			}
			else if (!fill(rebuild)) {
				finish(rebuild);
			}
		});
	}

	/**
	 * Sends the next sites.
	 * @return whether there were any
	 */
	private boolean fill(Rebuild rebuild) {
		Filling filling = new Filling(rebuild);
		this.rows.after(rebuild.doneTo(), filling::add);
		filling.end();
		return filling.total > 0;
	}

	private void finish(Rebuild rebuild) {
		String alias = this.index.buildingAlias();
		List<Long> differing = this.check.differing(alias);
		for (long site : differing) {
			send(site, alias);
		}
		if (!differing.isEmpty() && !this.check.differing(alias).isEmpty()) {
			fail(rebuild, "The new index differs from PostgreSQL in sites " + differing);
			return;
		}
		this.index.swap(rebuild.index());
		this.rows.forgetOlderThan(rebuild);
		this.rows.endRebuild(rebuild, null);
		log.info("Elasticsearch has a new index of {} documents: {}", rebuild.documents(), rebuild.index());
		condense(rebuild);
	}

	private void condense(Rebuild rebuild) {
		try {
			this.index.condense(rebuild.index(), (int) (1 + rebuild.documents() / ONE_PART));
		}
		catch (EngineTrouble ex) {
			log.info("The new index stays in many parts, which makes searching slower: {}", ex.getMessage());
		}
	}

	private void fail(Rebuild rebuild, String failure) {
		log.error("The index of Elasticsearch was not made anew: {}", failure);
		this.index.remove(rebuild.index());
		this.rows.endRebuild(rebuild, failure);
	}

	/**
	 * Sends all of a site again, to the index that is searched, and removes what should
	 * not be there.
	 * @return how many documents were sent
	 */
	int again(long site) {
		String alias = this.index.alias();
		int sent = send(site, alias);
		this.index.refresh(alias);
		this.index.remove(alias, site, this.check.strays(alias, site));
		return sent;
	}

	private int send(long site, String alias) {
		List<ElasticDocument> bulk = new ArrayList<>();
		int[] weight = { 0, 0 };
		this.rows.of(site, (document) -> {
			bulk.add(document);
			weight[0] += document.weight();
			weight[1]++;
			if (bulk.size() >= Sender.BULK || weight[0] >= Sender.BULK_WEIGHT) {
				send(bulk, alias);
				weight[0] = 0;
			}
			return true;
		});
		send(bulk, alias);
		return weight[1];
	}

	private void send(List<ElasticDocument> bulk, String alias) {
		if (!bulk.isEmpty()) {
			Outcome outcome = this.index.send(bulk, List.of(alias));
			if (outcome.taken().size() + outcome.refused().size() < bulk.size()) {
				throw new EngineTrouble(String.join("; ", outcome.problems().values()), null);
			}
			bulk.clear();
		}
	}

	/** Told how far it has come. */
	@FunctionalInterface
	interface Progress {

		/** So many of so many documents are in the new index. */
		void documents(long done, long expected);

	}

	/** Sends documents in bulks and notes which sites are through. */
	private final class Filling {

		private final Rebuild rebuild;

		private final List<ElasticDocument> bulk = new ArrayList<>();

		private int weight;

		private int total;

		private long site;

		private Filling(Rebuild rebuild) {
			this.rebuild = rebuild;
		}

		boolean add(ElasticDocument document) {
			if (document.site() != this.site && this.total >= Rebuilding.this.part) {
				return false;
			}
			this.site = document.site();
			this.bulk.add(document);
			this.weight += document.weight();
			this.total++;
			if (this.bulk.size() >= Sender.BULK || this.weight >= Sender.BULK_WEIGHT) {
				flush();
			}
			return true;
		}

		private void flush() {
			send(this.bulk, Rebuilding.this.index.buildingAlias());
			this.weight = 0;
		}

		/** All that was begun is through. */
		void end() {
			flush();
			if (this.total > 0) {
				Rebuilding.this.rows.rebuilt(this.rebuild, this.site, this.total);
			}
		}

	}

}
