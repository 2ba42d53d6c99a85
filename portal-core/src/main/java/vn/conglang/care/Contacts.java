package vn.conglang.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log of contacts with boards: added, never edited. Where to look again holds until
 * there is a later contact with the board.
 */
@Component
class Contacts {

	private static final int MOST = 200;

	private static final String COLUMNS = """
			SELECT c.*, EXISTS (SELECT FROM contact d WHERE d.site_id = c.site_id AND d.id > c.id
			    AND d.corrects = coalesce(c.corrects, c.id)) AS corrected FROM contact c""";

	private final JdbcClient jdbc;

	private final JdbcClient overseer;

	private final Clock clock;

	Contacts(JdbcClient jdbc, @Qualifier("overseerJdbc") JdbcClient overseer, Clock clock) {
		this.jdbc = jdbc;
		this.overseer = overseer;
		this.clock = clock;
	}

	/**
	 * Writes down a contact with the board of the site at work.
	 * @param corrected what it takes the place of, if it does
	 * @param token the same for a form that was sent twice
	 */
	@Transactional
	public void add(Contact.Words words, @Nullable Contact corrected, User by, String token) {
		LocalDate until = words.until();
		this.jdbc
			.sql("""
					INSERT INTO contact (site_id, corrects, on_day, how, with_whom, said, agreed, until, by_id, by_name, recorded_at,
					    token)
					VALUES (:site, CAST(nullif(:corrects, '') AS bigint), :on, :how, :with, :said, :agreed,
					    CAST(nullif(:until, '') AS date), :by, :byName, :at, :token)
					ON CONFLICT (site_id, token) DO NOTHING""")
			.param("site", CurrentSite.require().value())
			.param("corrects", (corrected != null) ? "" + corrected.first() : "")
			.param("on", words.on())
			.param("how", words.how().name())
			.param("with", words.with())
			.param("said", words.said())
			.param("agreed", words.agreed())
			.param("until", (until != null) ? "" + until : "")
			.param("by", by.id())
			.param("byName", by.displayName())
			.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.param("token", token)
			.update();
	}

	/** With the board of a site, the latest first, corrected ones too. */
	List<Contact> of(Site site) {
		return this.overseer.sql(COLUMNS + " WHERE c.site_id = :site ORDER BY c.id DESC LIMIT :most")
			.param("site", site.id().value())
			.param("most", MOST)
			.query((row, number) -> contact(row))
			.list();
	}

	/** One with the board of the site, which nothing has taken the place of yet. */
	Optional<Contact> find(Site site, long id) {
		return this.overseer.sql(COLUMNS + " WHERE c.site_id = :site AND c.id = :id")
			.param("site", site.id().value())
			.param("id", id)
			.query((row, number) -> contact(row))
			.optional()
			.filter((contact) -> !contact.corrected());
	}

	/** Where to look again by that day, the most urgent first. */
	List<Contact> toLookAgain(Collection<Site> sites, LocalDate by) {
		return this.overseer.sql(COLUMNS + """
				 WHERE c.site_id IN (SELECT unnest(:sites)) AND c.until <= :by AND NOT EXISTS (
				    SELECT FROM contact d WHERE d.site_id = c.site_id
				        AND (coalesce(d.corrects, d.id), d.id) > (coalesce(c.corrects, c.id), c.id))
				ORDER BY c.until, c.id LIMIT :most""")
			.param("sites", sites.stream().map((site) -> site.id().value()).toArray(Long[]::new))
			.param("by", by)
			.param("most", MOST)
			.query((row, number) -> contact(row))
			.list();
	}

	/** The day of the last contact with each board. */
	Map<SiteId, LocalDate> last(Collection<Site> sites) {
		Map<SiteId, LocalDate> last = new HashMap<>();
		this.overseer.sql(
				"SELECT site_id, max(on_day) AS day FROM contact WHERE site_id IN (SELECT unnest(:sites)) GROUP BY site_id")
			.param("sites", sites.stream().map((site) -> site.id().value()).toArray(Long[]::new))
			.query((row) -> {
				last.put(new SiteId(row.getLong("site_id")), row.getObject("day", LocalDate.class));
			});
		return last;
	}

	private static Contact contact(ResultSet row) throws SQLException {
		long corrects = row.getLong("corrects");
		boolean correction = !row.wasNull();
		return new Contact(row.getLong("id"), new SiteId(row.getLong("site_id")), correction ? corrects : null,
				new Contact.Words(row.getObject("on_day", LocalDate.class), Contact.How.valueOf(row.getString("how")),
						row.getString("with_whom") + "", row.getString("said") + "", row.getString("agreed") + "",
						row.getObject("until", LocalDate.class)),
				row.getString("by_name") + "",
				Objects.requireNonNull(row.getObject("recorded_at", OffsetDateTime.class)).toInstant(),
				row.getBoolean("corrected"));
	}

}
