package vn.conglang.editorial;

import java.util.Collection;
import java.util.List;

import vn.conglang.media.MediaUses;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people are writing and have not saved yet uses pictures and files, too. */
@Component
class WorkingCopiesWithMedia implements MediaUses {

	private final JdbcClient jdbc;

	private final Texts texts;

	WorkingCopiesWithMedia(JdbcClient jdbc, Texts texts) {
		this.jdbc = jdbc;
		this.texts = texts;
	}

	@Override
	public List<Use> of(Site site, Collection<String> hashes) {
		return this.jdbc.sql("""
				SELECT wanted.hash, w.text ->> 'title' AS title, w.entry_id
				FROM working_copy w CROSS JOIN unnest(string_to_array(:hashes, ',')) AS wanted (hash)
				WHERE w.site_id = :site AND w.text ->> 'bodyHtml' LIKE '%/' || wanted.hash || '/%'
				ORDER BY w.saved_at DESC""")
			.param("site", site.id().value())
			.param("hashes", String.join(",", hashes))
			.query((row, number) -> {
				String title = (row.getString("title") + "").strip();
				Long entry = row.getObject("entry_id", Long.class);
				return new Use(row.getString("hash") + "",
						title.isEmpty() ? this.texts.of("editorial.untitled") : title,
						"/bien-tap/" + site.slug() + ((entry != null) ? "/bai/" + entry : ""), false);
			})
			.list();
	}

}
