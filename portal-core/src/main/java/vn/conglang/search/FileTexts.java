package vn.conglang.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeSet;

import vn.conglang.content.EntriesWithMedia;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.media.Attachments;
import vn.conglang.media.FileRemoved;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words of the files of the site at work. Each file is read once per site, some time
 * after it was first asked for, by {@link FileTextRunner}.
 */
@Component
class FileTexts {

	static final int MOST_TRIES = 3;

	/** Of one entry; files after that are passed over. */
	private static final int ENOUGH = FileText.MOST_LETTERS;

	private final JdbcClient jdbc;

	private final Attachments attachments;

	private final EntriesWithMedia entries;

	FileTexts(JdbcClient jdbc, Attachments attachments, EntriesWithMedia entries) {
		this.jdbc = jdbc;
		this.attachments = attachments;
		this.entries = entries;
	}

	/**
	 * What is known of some files, and a note to read those of which nothing is. When one
	 * has been read, the entries with it are put among those to be made findable anew.
	 * @param hashes as in their addresses; those of pictures and of what the site does
	 * not have are passed over
	 * @return their texts with a blank line between, empty if there are none
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public String textOf(Collection<String> hashes) {
		if (hashes.isEmpty()) {
			return "";
		}
		Map<String, String> known = states(hashes, "");
		Collection<String> unknown = new TreeSet<>(hashes);
		unknown.removeAll(known.keySet());
		this.attachments.among(unknown).forEach(this::note);
		List<String> waiting = hashes.stream().filter((hash) -> "WAITING".equals(known.get(hash))).toList();
		if (!waiting.isEmpty()) {
			// either its text is here now, or whoever brings it will see this entry
			known.putAll(states(waiting, " ORDER BY hash FOR SHARE"));
		}
		StringJoiner texts = new StringJoiner("\n\n");
		for (String hash : new LinkedHashSet<>(hashes)) {
			if ("DONE".equals(known.get(hash)) && texts.length() < ENOUGH) {
				texts.add(text(hash));
			}
		}
		return texts.toString().strip();
	}

	private Map<String, String> states(Collection<String> hashes, String more) {
		Map<String, String> states = new HashMap<>();
		this.jdbc.sql("SELECT hash, state FROM search_file WHERE site_id = :site AND hash IN (:hashes)" + more)
			.param("site", site())
			.param("hashes", hashes)
			.query((row) -> {
				states.put(row.getString("hash"), row.getString("state"));
			});
		return states;
	}

	private String text(String hash) {
		return this.jdbc.sql("SELECT text FROM search_file WHERE site_id = :site AND hash = :hash")
			.param("site", site())
			.param("hash", hash)
			.query((row, number) -> row.getString("text"))
			.single();
	}

	private void note(String hash) {
		this.jdbc.sql("INSERT INTO search_file (site_id, hash) VALUES (:site, :hash) ON CONFLICT DO NOTHING")
			.param("site", site())
			.param("hash", hash)
			.update();
	}

	/**
	 * Takes a file that waits, for as long as reading it may take at most; after that it
	 * may be taken again.
	 * @return the how-manieth try this is, or nothing if somebody else has taken it
	 */
	@Transactional
	public Optional<Integer> take(String hash) {
		return this.jdbc.sql("""
				UPDATE search_file SET tries = tries + 1, at = now() + interval '3 minutes'
				WHERE site_id = :site AND hash = :hash AND state = 'WAITING' AND at <= now() RETURNING tries""")
			.param("site", site())
			.param("hash", hash)
			.query(Integer.class)
			.optional();
	}

	/** Gives back a file that could not be had; the try does not count. */
	@Transactional
	public void giveBack(String hash) {
		this.jdbc
			.sql("UPDATE search_file SET tries = tries - 1"
					+ " WHERE site_id = :site AND hash = :hash AND state = 'WAITING'")
			.param("site", site())
			.param("hash", hash)
			.update();
	}

	/** Keeps what came out of a file. */
	@Transactional
	public void keep(String hash, FileText text) {
		int kept = this.jdbc.sql("""
				UPDATE search_file SET state = :state, text = :text, reason = :reason, at = now()
				WHERE site_id = :site AND hash = :hash AND state = 'WAITING'""")
			.param("state", text.outcome().isDone() ? "DONE" : "FAILED")
			.param("text", text.text())
			.param("reason", (text.outcome() != FileText.Outcome.DONE) ? text.outcome().name() : "")
			.param("site", site())
			.param("hash", hash)
			.update();
		if (kept > 0 && !text.text().isEmpty()) {
			this.entries.with(hash)
				.forEach((entry) -> this.jdbc
					.sql("INSERT INTO search_pending (site_id, entry_id) VALUES (:site, :entry)")
					.param("site", site())
					.param("entry", entry)
					.update());
		}
	}

	@EventListener
	void removed(FileRemoved event) {
		this.jdbc.sql("DELETE FROM search_file WHERE site_id = :site AND hash = :hash")
			.param("site", event.site().value())
			.param("hash", event.hash())
			.update();
	}

	private static long site() {
		return CurrentSite.require().value();
	}

}
