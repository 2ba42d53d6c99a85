package vn.conglang.content;

import java.util.List;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.kernel.SiteId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The latest news of all sites, read with the role that sees all and writes nothing. */
@Service
public class ProvinceNews {

	private final JdbcClient overseer;

	ProvinceNews(@Qualifier("overseerJdbc") JdbcClient overseer) {
		this.overseer = overseer;
	}

	/**
	 * The latest articles, at most one of each site so that no commune crowds out others.
	 */
	public List<SiteNews> latest(int limit) {
		return this.overseer.sql("""
				SELECT e.site_id, e.id, e.slug, r.title, r.summary, e.published_at,
				       r.cover ->> 'src' AS src, (r.cover ->> 'width')::int AS width,
				       (r.cover ->> 'height')::int AS height, r.cover ->> 'alt' AS alt
				FROM (SELECT DISTINCT ON (site_id) * FROM (
				          SELECT * FROM entry WHERE status = 'PUBLISHED' AND type = 'ARTICLE'
				          ORDER BY published_at DESC LIMIT 300) recent
				      ORDER BY site_id, published_at DESC, id DESC) e
				JOIN revision r ON r.id = e.published_revision_id
				JOIN site s ON s.id = e.site_id AND s.status = 'ACTIVE'
				ORDER BY e.published_at DESC, e.id DESC LIMIT :limit""").param("limit", limit).query((row, number) -> {
			String src = row.getString("src");
			Cover cover = (src != null)
					? new Cover(src, row.getInt("width"), row.getInt("height"), row.getString("alt") + "") : null;
			return new SiteNews(new SiteId(row.getLong("site_id")),
					new EntryTeaser(row.getLong("id"), EntryType.ARTICLE, row.getString("slug"), row.getString("title"),
							row.getString("summary"), row.getTimestamp("published_at").toInstant(), null, cover));
		}).list();
	}

	/** An article and the site that published it. */
	public record SiteNews(SiteId site, EntryTeaser entry) {
	}

}
