package vn.conglang.likeness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares sketches that were not compared yet with all others: the index of keys finds
 * candidates, the sketches say which of them are worth reading, and the texts themselves
 * decide. Of every text the one earlier text is kept that it is most alike. What it needs
 * of memory does not grow with the number of entries.
 */
@Component
class Comparing {

	/** How many are compared at a time; all candidates are read once for all of them. */
	private static final int BATCH = 10_000;

	/**
	 * For so many the index finds candidates. For more all sketches are looked through:
	 * nearly all of them have a key in common with one of so many.
	 */
	private static final int FEW = 100;

	/** Entries of the filter before the index of a batch; a power of two. */
	private static final int FILTER = 1 << 23;

	/** An estimate may be wrong by so much. */
	private static final double DOUBT = 0.15;

	/** So many of the most promising sources of a text are read. */
	private static final int MOST_SOURCES = 5;

	/** Estimates that differ by less say nothing of which is the better source. */
	private static final double STEP = 0.05;

	/** So many copies wait to be read while candidates are looked through. */
	private static final int MOST_COPIES = 20_000;

	private static final int FETCH = 500;

	/** So many pairs are read at a time. */
	private static final int AT_ONCE = 100;

	private static final String COLUMNS = """
			SELECT s.site_id, s.entry_id, s.revision_id, s.at, s.own, s.shingles, s.sketch, p.overlap, p.other_at
			FROM text_sketch s LEFT JOIN text_likeness p ON p.site_id = s.site_id AND p.entry_id = s.entry_id
			""";

	private static final String KEEP = """
			INSERT INTO text_likeness AS known (site_id, entry_id, day, at, other_site, other_entry, other_revision, other_at, overlap, since)
			SELECT s.site_id, s.entry_id, s.day, s.at, ?, ?, ?, ?, ?, ? FROM text_sketch s
			WHERE s.entry_id = ? AND s.revision_id = ?
			ON CONFLICT (site_id, entry_id) DO UPDATE SET day = excluded.day, at = excluded.at, other_site = excluded.other_site,
				other_entry = excluded.other_entry, other_revision = excluded.other_revision, other_at = excluded.other_at,
				overlap = excluded.overlap,
				since = CASE WHEN known.other_entry = excluded.other_entry THEN known.since ELSE excluded.since END""";

	private static final String IF_BETTER = " WHERE known.overlap < excluded.overlap"
			+ " OR known.overlap = excluded.overlap AND known.other_at > excluded.other_at";

	/** The stronger first; of equally strong ones that of the earlier source. */
	private static final Comparator<Pair> BETTER = Comparator.comparingInt((Pair pair) -> -pair.percent())
		.thenComparing(Pair::source, Text.EARLIER);

	/** Like {@link #BETTER}, as far as estimates tell. */
	private static final Comparator<Pair> PROMISING = Comparator
		.comparingLong((Pair pair) -> -Math.round(pair.overlap() / STEP))
		.thenComparing(Pair::source, Text.EARLIER);

	private final JdbcTemplate batches;

	private final JdbcClient overseer;

	private final JdbcTemplate streams;

	private final TransactionTemplate reading;

	private final TransactionTemplate transaction;

	private final ComparedTexts texts;

	private final double least;

	private final Clock clock;

	Comparing(JdbcTemplate batches, @Qualifier("overseerDataSource") DataSource overseer,
			TransactionTemplate transaction, ComparedTexts texts, LikenessSettings settings, Clock clock) {
		this.batches = batches;
		this.overseer = JdbcClient.create(overseer);
		this.streams = new JdbcTemplate(overseer);
		this.streams.setFetchSize(FETCH);
		JdbcTransactionManager manager = new JdbcTransactionManager(overseer);
		// else the first connection of the application would stay until the end, with its
		// site
		manager.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
		this.reading = new TransactionTemplate(manager);
		this.reading.setReadOnly(true);
		this.transaction = transaction;
		this.texts = texts;
		this.least = settings.overlap() / 100.0;
		this.clock = clock;
	}

	/** How many wait to be compared. */
	long open() {
		return this.overseer.sql("SELECT count(*) FROM text_open").query(Long.class).single();
	}

	/**
	 * Compares a batch.
	 * @return how many, 0 where none is left
	 */
	int next() {
		List<Text> some = this.overseer.sql(COLUMNS + """
				JOIN text_open o ON o.site_id = s.site_id AND o.entry_id = s.entry_id
				ORDER BY o.site_id, o.entry_id LIMIT :batch""").param("batch", BATCH).query(Comparing::text).list();
		if (!some.isEmpty()) {
			compare(some);
		}
		return some.size();
	}

	/** Compares all that waits. */
	void all(LongConsumer done) {
		int compared = next();
		while (compared > 0) {
			done.accept(compared);
			compared = next();
		}
	}

	private void compare(List<Text> some) {
		ComparedTexts.Round round = this.texts.round();
		Candidates candidates = new Candidates(some, (pairs) -> keepOfOthers(exact(pairs, round)));
		this.reading.executeWithoutResult((status) -> read(candidates));
		candidates.settle();
		Map<Text, Pair> found = new HashMap<>();
		exact(candidates.sources(), round).forEach((pair) -> found.merge(pair.copy(), pair,
				(one, other) -> (BETTER.compare(one, other) <= 0) ? one : other));
		some.stream()
			.collect(Collectors.groupingBy(Text::site, TreeMap::new, Collectors.toList()))
			.forEach((site, own) -> keep(new SiteId(site), own, found));
	}

	private void read(Candidates candidates) {
		String all = COLUMNS + " JOIN site ON site.id = s.site_id AND site.status = 'ACTIVE'";
		if (candidates.some.size() > FEW) {
			this.streams.query((connection) -> inBinary(connection, all),
					(ResultSet row) -> candidates.look(text(row, 0)));
			return;
		}
		// without the index each of some thousand keys would be looked for in each sketch
		this.streams.execute("SET LOCAL enable_seqscan = off");
		this.streams.query(all + " WHERE s.sketch && ?", (statement) -> statement.setObject(1, candidates.keys()),
				(ResultSet row) -> candidates.look(text(row, 0)));
	}

	/** The numbers of all sketches as text would take most of the time. */
	private static PreparedStatement inBinary(Connection connection, String sql) throws SQLException {
		PreparedStatement statement = connection.prepareStatement(sql);
		statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
		return statement;
	}

	/** Reads the texts; those pairs remain of which one is a copy indeed. */
	private List<Pair> exact(List<Pair> estimated, ComparedTexts.Round round) {
		List<Pair> exact = new ArrayList<>();
		for (int from = 0; from < estimated.size(); from += AT_ONCE) {
			List<Pair> part = estimated.subList(from, Math.min(estimated.size(), from + AT_ONCE));
			Set<Long> needed = new HashSet<>();
			part.forEach((pair) -> {
				needed.add(pair.copy().revision());
				needed.add(pair.source().revision());
			});
			round.need(needed);
			for (Pair pair : part) {
				double overlap = round.of(pair.copy().revision()).within(round.of(pair.source().revision()));
				if (overlap >= this.least) {
					exact.add(new Pair(pair.copy(), pair.source(), overlap));
				}
			}
		}
		return exact;
	}

	private void keep(SiteId site, List<Text> some, Map<Text, Pair> found) {
		CurrentSite.run(site, () -> this.transaction.executeWithoutResult((status) -> {
			this.batches.batchUpdate("DELETE FROM text_likeness WHERE entry_id = ?",
					some.stream()
						.filter((text) -> !found.containsKey(text))
						.map((text) -> new Object[] { text.entry() })
						.toList());
			write(KEEP, some.stream().map(found::get).filter(Objects::nonNull).toList());
			this.batches.batchUpdate(
					"DELETE FROM text_open o WHERE o.entry_id = ? AND EXISTS (SELECT FROM text_sketch s"
							+ " WHERE s.site_id = o.site_id AND s.entry_id = o.entry_id AND s.revision_id = ?)",
					some.stream().map((text) -> new Object[] { text.entry(), text.revision() }).toList());
		}));
	}

	/** The better source of what was compared before. */
	private void keepOfOthers(List<Pair> pairs) {
		Map<Long, List<Pair>> bySite = new TreeMap<>();
		pairs.forEach((pair) -> bySite.computeIfAbsent(pair.copy().site(), (site) -> new ArrayList<>()).add(pair));
		bySite.forEach((site, some) -> CurrentSite.run(new SiteId(site),
				() -> this.transaction.executeWithoutResult((status) -> write(KEEP + IF_BETTER, some))));
	}

	private void write(String statement, List<Pair> pairs) {
		OffsetDateTime now = Sketches.time(this.clock.instant());
		this.batches.batchUpdate(statement,
				pairs.stream()
					.map((pair) -> new Object[] { pair.source().site(), pair.source().entry(), pair.source().revision(),
							Sketches.time(pair.source().at()), pair.percent(), now, pair.copy().entry(),
							pair.copy().revision() })
					.toList());
	}

	private static Text text(ResultSet row, int number) throws SQLException {
		Integer[] keys = (Integer[]) row.getArray("sketch").getArray();
		OffsetDateTime otherAt = row.getObject("other_at", OffsetDateTime.class);
		return new Text(row.getLong("site_id"), row.getLong("entry_id"), row.getLong("revision_id"),
				Sketches.instant(row, "at"), row.getBoolean("own"), row.getInt("shingles"),
				new Sketch(Arrays.stream(keys).mapToInt(Integer::intValue).toArray()), row.getInt("overlap"),
				(otherAt != null) ? otherAt.toInstant() : null);
	}

	/**
	 * A text with its sketch.
	 *
	 * @param overlap with the source known so far, in percent; 0 for none
	 * @param sourceAt since when that source is public
	 */
	private record Text(long site, long entry, long revision, Instant at, boolean own, int shingles, Sketch sketch,
			int overlap, @Nullable Instant sourceAt) {

		static final Comparator<Text> EARLIER = Comparator.comparing(Text::at).thenComparingLong(Text::entry);

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Text text && text.revision == this.revision;
		}

		@Override
		public int hashCode() {
			return Long.hashCode(this.revision);
		}

	}

	/**
	 * Two texts.
	 *
	 * @param overlap which share of the copy stands in the source, from 0 to 1
	 */
	private record Pair(Text copy, Text source, double overlap) {

		int percent() {
			return (int) Math.floor(this.overlap * 100 + 1e-9);
		}

	}

	/** Of the texts of a batch those that they may be copies or sources of. */
	private final class Candidates {

		private final List<Text> some;

		/** A key in the high half, the index of a text that has it in the low one. */
		private final long[] index;

		/** Which of the keys' last bits there are: most keys are not. */
		private final BitSet filter = new BitSet(FILTER);

		private final Set<Text> ones;

		private final List<List<Pair>> sources = new ArrayList<>();

		/** What was compared before and may be a copy of one of the batch. */
		private final Map<Text, List<Pair>> copies = new HashMap<>();

		private final Consumer<List<Pair>> full;

		private final int[] seen;

		private int round;

		/**
		 * @param full given what {@link #copies} has when that becomes too much to keep
		 */
		Candidates(List<Text> some, Consumer<List<Pair>> full) {
			this.some = some;
			this.full = full;
			this.ones = new HashSet<>(some);
			this.seen = new int[some.size()];
			this.index = new long[some.stream().mapToInt((text) -> text.sketch().keys().length).sum()];
			int at = 0;
			for (int i = 0; i < some.size(); i++) {
				this.sources.add(new ArrayList<>());
				for (int key : some.get(i).sketch().keys()) {
					this.index[at++] = ((long) key << 32) | i;
					this.filter.set(key & (FILTER - 1));
				}
			}
			Arrays.sort(this.index);
		}

		int[] keys() {
			return Arrays.stream(this.index).mapToInt((entry) -> (int) (entry >>> 32)).distinct().toArray();
		}

		boolean isOne(Text text) {
			return this.ones.contains(text);
		}

		/** Looks with which texts of the batch this one has a key in common. */
		void look(Text other) {
			this.round++;
			for (int key : other.sketch().keys()) {
				if (!this.filter.get(key & (FILTER - 1))) {
					continue;
				}
				int at = Arrays.binarySearch(this.index, (long) key << 32);
				for (at = (at < 0) ? -at - 1 : at; at < this.index.length
						&& (int) (this.index[at] >>> 32) == key; at++) {
					int i = (int) this.index[at];
					if (this.seen[i] != this.round) {
						this.seen[i] = this.round;
						look(i, other);
					}
				}
			}
		}

		private void look(int i, Text other) {
			Text own = this.some.get(i);
			if (own.site() == other.site()) {
				return;
			}
			boolean later = Text.EARLIER.compare(other, own) < 0;
			Text copy = later ? own : other;
			Text source = later ? other : own;
			if (!copy.own()) {
				return;
			}
			double alike = own.sketch().alike(other.sketch());
			double overlap = alike * (own.shingles() + other.shingles()) / ((1 + alike) * copy.shingles());
			if (overlap < Comparing.this.least - DOUBT) {
				return;
			}
			Pair pair = new Pair(copy, source, Math.min(1, overlap));
			if (later) {
				add(this.sources.get(i), pair);
			}
			else if (!isOne(other) && mayBeBetter(pair)) {
				add(this.copies.computeIfAbsent(copy, (one) -> new ArrayList<>()), pair);
				if (this.copies.size() >= MOST_COPIES) {
					settle();
				}
			}
		}

		private void add(List<Pair> known, Pair pair) {
			known.add(pair);
			if (known.size() > 4 * MOST_SOURCES) {
				best(known);
			}
		}

		private void best(List<Pair> known) {
			known.sort(PROMISING);
			if (known.size() > MOST_SOURCES) {
				known.subList(MOST_SOURCES, known.size()).clear();
			}
		}

		/** Whether it is worth reading both, or the source that is known is as good. */
		private boolean mayBeBetter(Pair pair) {
			Text copy = pair.copy();
			if (copy.sourceAt() == null) {
				return true;
			}
			double known = copy.overlap() / 100.0;
			return pair.overlap() > known + STEP
					|| (pair.overlap() >= known - STEP && pair.source().at().isBefore(copy.sourceAt()));
		}

		/** The sources of the batch that are worth reading. */
		List<Pair> sources() {
			return worth(this.sources);
		}

		/** Gives away what may be a copy, to be read. */
		void settle() {
			this.full.accept(worth(this.copies.values()));
			this.copies.clear();
		}

		private List<Pair> worth(Collection<List<Pair>> many) {
			many.forEach(this::best);
			return many.stream().flatMap(List::stream).toList();
		}

	}

}
