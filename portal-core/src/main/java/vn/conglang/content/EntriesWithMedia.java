package vn.conglang.content;

import java.util.Collection;
import java.util.List;

import vn.conglang.kernel.CurrentSite;
import vn.conglang.media.MediaUses;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries whose latest or published text shows a picture or links to a file. */
@Component
public class EntriesWithMedia implements MediaUses {

	private final JdbcClient jdbc;

	EntriesWithMedia(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Use> of(Site site, Collection<String> hashes) {
		return this.jdbc.sql("""
				SELECT found.hash, e.id, e.published_revision_id IS NOT NULL
				           AND bool_or(r.id = e.published_revision_id) AS published,
				       (array_agg(r.title ORDER BY r.number DESC))[1] AS title
				FROM entry e JOIN revision r ON r.id IN (e.latest_revision_id, e.published_revision_id)
				CROSS JOIN LATERAL unnest(r.media) AS found (hash)
				WHERE e.site_id = :site AND found.hash IN (:hashes)
				GROUP BY found.hash, e.id ORDER BY e.id DESC""")
			.param("site", site.id().value())
			.param("hashes", hashes)
			.query((row, number) -> new Use(row.getString("hash"), row.getString("title"),
					"/bien-tap/" + site.slug() + "/bai/" + row.getLong("id"), row.getBoolean("published")))
			.list();
	}

	/**
	 * The same entries of the site at work, by identity, for one picture or file.
	 * @param hash as in its address
	 */
	public List<Long> with(String hash) {
		return this.jdbc
			.sql("""
					SELECT DISTINCT e.id FROM entry e JOIN revision r ON r.id IN (e.latest_revision_id, e.published_revision_id)
					WHERE e.site_id = :site AND :hash = ANY (r.media) ORDER BY e.id""")
			.param("site", CurrentSite.require().value())
			.param("hash", hash)
			.query((row, number) -> row.getLong("id"))
			.list();
	}

}
