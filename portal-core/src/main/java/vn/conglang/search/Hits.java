package vn.conglang.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.content.EntryType;
import vn.conglang.search.SearchEngine.Ref;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Loads the texts of hits, whichever engine found them, from behind the walls of
 * PostgreSQL: an engine that is late or wrong shows nobody what is not theirs to see.
 */
@Component
class Hits {

	/** An excerpt is looked for in the beginning of a long text only, in characters. */
	private static final int READ = 20_000;

	private static final String TEXTS = """
			SELECT d.site_id, d.entry_id, d.draft, d.type, d.slug, d.day, d.expires, d.category, d.title, d.number, d.brief,
				CASE WHEN octet_length(d.body) > :read THEN left(d.body, :read) ELSE d.body END AS body
			FROM search_document d JOIN entry e ON e.id = d.entry_id AND e.site_id = d.site_id
			WHERE (d.site_id, d.entry_id) IN (SELECT s, i FROM unnest(:sites::bigint[], :entries::bigint[]) AS wanted (s, i))
			AND CASE WHEN :desk THEN d.desk ELSE d.shown AND e.status = 'PUBLISHED' END""";

	private final JdbcClient here;

	private final JdbcClient overseer;

	Hits(JdbcClient here, @Qualifier("overseerJdbc") JdbcClient overseer) {
		this.here = here;
		this.overseer = overseer;
	}

	/** The texts, in the order of the references; what may not be seen is left out. */
	List<Text> load(List<Ref> refs, Reach reach) {
		if (refs.isEmpty()) {
			return List.of();
		}
		Map<Ref, Text> texts = new HashMap<>();
		((reach == Reach.PROVINCE) ? this.overseer : this.here).sql(TEXTS)
			.param("read", READ)
			.param("sites", array(refs.stream().map(Ref::site).toList()))
			.param("entries", array(refs.stream().map(Ref::entry).toList()))
			.param("desk", reach == Reach.DESK)
			.query((row) -> {
				Ref ref = new Ref(row.getLong("site_id"), row.getLong("entry_id"), row.getBoolean("draft"));
				texts.put(ref,
						new Text(ref, EntryType.valueOf(row.getString("type")), row.getString("slug"),
								row.getObject("day", LocalDate.class), row.getObject("expires", LocalDate.class),
								row.getString("category"), row.getString("title"), row.getString("number"),
								row.getString("brief"), row.getString("body")));
			});
		return refs.stream().map(texts::get).filter(Objects::nonNull).toList();
	}

	private static String array(Collection<Long> ids) {
		return ids.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
	}

	/** A row of {@code search_document} as it is shown. */
	record Text(Ref ref, EntryType type, String slug, LocalDate day, @Nullable LocalDate expires,
			@Nullable String category, String title, String number, String brief, String body) {
	}

}
