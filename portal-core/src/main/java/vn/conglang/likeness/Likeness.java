package vn.conglang.likeness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.content.EntryType;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;
import vn.conglang.volume.Period;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which entries are copies of what another site published earlier. */
@Service
public class Likeness {

	/** So many pairs are shown on a page. */
	static final int PAGE = 50;

	private static final String FROM = """
			 FROM text_likeness l JOIN site o ON o.id = l.other_site AND o.status = 'ACTIVE'
			LEFT JOIN LATERAL (SELECT w.rightful, w.reason, w.by_name, w.at FROM likeness_word w
				WHERE w.site_id = l.site_id AND w.entry_id = l.entry_id AND w.other_site = l.other_site AND w.other_entry = l.other_entry
				ORDER BY w.id DESC LIMIT 1) w ON true
			""";

	private static final String WITH_ENTRIES = """
			SELECT l.id, l.site_id, l.entry_id, l.at, l.other_site, l.other_entry, l.other_at, l.overlap, l.since, e.type, e.slug, r.title,
				f.type AS other_type, f.slug AS other_slug, s.title AS other_title, w.rightful, w.reason, w.by_name, w.at AS word_at
			"""
			+ FROM + """
					JOIN entry e ON e.id = l.entry_id JOIN revision r ON r.id = e.published_revision_id
					JOIN entry f ON f.id = l.other_entry JOIN revision s ON s.id = f.published_revision_id
					""";

	private static final String OF_THESE = " WHERE l.day BETWEEN :from AND :to AND l.site_id IN (SELECT unnest(:sites))";

	private final JdbcClient overseer;

	private final JdbcClient jdbc;

	private final Sites sites;

	private final Clock clock;

	Likeness(@Qualifier("overseerJdbc") JdbcClient overseer, JdbcClient jdbc, Sites sites, Clock clock) {
		this.overseer = overseer;
		this.jdbc = jdbc;
		this.sites = sites;
		this.clock = clock;
	}

	/**
	 * How much of what sites published is another site's text.
	 * @return every given site is a key
	 */
	public Map<SiteId, CopyShare> shares(Collection<Site> sites, Period period) {
		Map<SiteId, Integer> copied = copied(sites, period);
		Map<SiteId, Integer> compared = counts("""
				SELECT l.site_id, count(*) AS entries FROM text_sketch l""" + OF_THESE
				+ " AND l.own GROUP BY l.site_id", sites, period);
		Map<SiteId, CopyShare> shares = new HashMap<>();
		sites.forEach((site) -> shares.put(site.id(),
				new CopyShare(copied.getOrDefault(site.id(), 0), compared.getOrDefault(site.id(), 0))));
		return shares;
	}

	/** How many copies count, by site; sites without any are no keys. */
	Map<SiteId, Integer> copied(Collection<Site> sites, Period period) {
		return counts("SELECT l.site_id, count(*) AS entries" + FROM + OF_THESE
				+ " AND w.rightful IS NOT TRUE GROUP BY l.site_id", sites, period);
	}

	private Map<SiteId, Integer> counts(String query, Collection<Site> sites, Period period) {
		Map<SiteId, Integer> counts = new HashMap<>();
		asked(query, sites, period).query((row) -> {
			counts.put(new SiteId(row.getLong("site_id")), row.getInt("entries"));
		});
		return counts;
	}

	/** The copies of these sites, the latest first, those no longer counted included. */
	public List<Pair> pairs(Collection<Site> sites, Period period) {
		return asked(WITH_ENTRIES + OF_THESE + " ORDER BY l.at DESC, l.id DESC", sites, period).query(this::pair)
			.list();
	}

	/** A page of these, from 0. */
	List<Pair> pairs(Collection<Site> sites, Period period, Choice choice, Order order, int page) {
		return asked(WITH_ENTRIES + OF_THESE + choice.condition + " ORDER BY " + order.columns
				+ " LIMIT :most OFFSET :skipped", sites, period)
			.param("most", PAGE)
			.param("skipped", page * PAGE)
			.query(this::pair)
			.list();
	}

	int count(Collection<Site> sites, Period period, Choice choice) {
		return asked("SELECT count(*)" + FROM + OF_THESE + choice.condition, sites, period).query(Integer.class)
			.single();
	}

	/** How many copies there are in all sites. */
	long count() {
		return this.overseer.sql("SELECT count(*) FROM text_likeness").query(Long.class).single();
	}

	/** A pair, as long as both are published. */
	Optional<Pair> byId(long id) {
		return this.overseer.sql(WITH_ENTRIES + " WHERE l.id = :id").param("id", id).query(this::pair).optional();
	}

	/** The text of an entry that citizens see. */
	String body(Pair.End end) {
		return this.overseer.sql("""
				SELECT left(r.body, :most) FROM entry e JOIN revision r ON r.id = e.published_revision_id
				WHERE e.id = :entry AND e.site_id = :site""")
			.param("most", ComparedTexts.MOST_LETTERS)
			.param("entry", end.entry())
			.param("site", end.site().id().value())
			.query(String.class)
			.optional()
			.orElse("");
	}

	/** Keeps what an officer says of a pair; what was said before stays as well. */
	void say(Pair pair, boolean rightful, String reason, User by) {
		CurrentSite.run(pair.copy().site().id(), () -> this.jdbc
			.sql("""
					INSERT INTO likeness_word (site_id, entry_id, other_site, other_entry, rightful, reason, by_name, by_id, at)
					VALUES (:site, :entry, :otherSite, :otherEntry, :rightful, :reason, :name, :account, :at)""")
			.param("site", pair.copy().site().id().value())
			.param("entry", pair.copy().entry())
			.param("otherSite", pair.source().site().id().value())
			.param("otherEntry", pair.source().entry())
			.param("rightful", rightful)
			.param("reason", reason)
			.param("name", by.displayName())
			.param("account", by.id())
			.param("at", Sketches.time(this.clock.instant()))
			.update());
	}

	/** All that was said of a pair, the latest first. */
	List<Pair.Word> said(Pair pair) {
		return this.overseer.sql("""
				SELECT rightful, reason, by_name, at AS word_at FROM likeness_word
				WHERE site_id = :site AND entry_id = :entry AND other_site = :otherSite AND other_entry = :otherEntry
				ORDER BY id DESC LIMIT 50""")
			.param("site", pair.copy().site().id().value())
			.param("entry", pair.copy().entry())
			.param("otherSite", pair.source().site().id().value())
			.param("otherEntry", pair.source().entry())
			.query((row, number) -> word(row))
			.list();
	}

	private JdbcClient.StatementSpec asked(String query, Collection<Site> sites, Period period) {
		return this.overseer.sql(query)
			.param("from", period.from())
			.param("to", period.to())
			.param("sites", sites.stream().map((site) -> site.id().value()).toArray(Long[]::new));
	}

	private Pair pair(ResultSet row, int number) throws SQLException {
		return new Pair(row.getLong("id"),
				new Pair.End(site(row.getLong("site_id")), row.getLong("entry_id"),
						EntryType.valueOf(row.getString("type")), row.getString("slug"), row.getString("title"),
						Sketches.instant(row, "at")),
				new Pair.End(site(row.getLong("other_site")), row.getLong("other_entry"),
						EntryType.valueOf(row.getString("other_type")), row.getString("other_slug"),
						row.getString("other_title"), Sketches.instant(row, "other_at")),
				row.getInt("overlap"), Sketches.instant(row, "since"),
				(row.getString("reason") != null) ? word(row) : null);
	}

	private static Pair.Word word(ResultSet row) throws SQLException {
		return new Pair.Word(row.getBoolean("rightful"), row.getString("reason"), row.getString("by_name"),
				Sketches.instant(row, "word_at"));
	}

	private Site site(long id) {
		return this.sites.byId(new SiteId(id)).orElseThrow();
	}

	/** Which pairs. */
	enum Choice {

		COUNTED("", " AND w.rightful IS NOT TRUE"), RIGHTFUL("hop-le", " AND w.rightful"), ALL("tat-ca", "");

		private final String option;

		private final String condition;

		Choice(String option, String condition) {
			this.option = option;
			this.condition = condition;
		}

		String option() {
			return this.option;
		}

	}

	/** In which order. */
	enum Order {

		LATEST("", "l.at DESC, l.id DESC"), STRONGEST("nhieu", "l.overlap DESC, l.at DESC, l.id DESC");

		private final String option;

		private final String columns;

		Order(String option, String columns) {
			this.option = option;
			this.columns = columns;
		}

		String option() {
			return this.option;
		}

	}

}
