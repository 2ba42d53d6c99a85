package vn.conglang.appearance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.conglang.identity.User;
import vn.conglang.kernel.CurrentSite;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people make of the site at work before they put it into force: one draft per
 * person, seen by nobody else. Only the parts that somebody worked on are theirs; the
 * others are always as they are in force.
 */
@Service
public class LookDrafts {

	private static final TypeReference<EnumMap<Look.Part, Long>> PARTS = new TypeReference<>() {
	};

	private final Looks looks;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	LookDrafts(Looks looks, JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.looks = looks;
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** The draft of this person; what is in force where there is none. */
	@Transactional(readOnly = true)
	public Look of(User user) {
		Look look = this.looks.inForce();
		Optional<Draft> draft = find(user);
		if (draft.isPresent()) {
			for (Look.Part part : draft.get().parts().keySet()) {
				look = part.put(look, draft.get().look());
			}
		}
		return look;
	}

	/** Whether this person has changed the part and not put it into force yet. */
	@Transactional(readOnly = true)
	public boolean has(User user, Look.Part part) {
		return find(user).filter((draft) -> draft.parts().containsKey(part)).isPresent();
	}

	/**
	 * What {@link Looks#change} is to be given when the draft is put into force.
	 * @return the latest change of the part when this person began with it
	 */
	@Transactional(readOnly = true)
	public long base(User user, Look.Part part) {
		return find(user).map((draft) -> draft.parts().get(part)).orElseGet(() -> this.looks.base(part));
	}

	/**
	 * Keeps a look as this person's draft; the parts that are as in force are no part of
	 * it. Citizens see nothing of it.
	 */
	@Transactional
	public void save(User user, Look look) {
		Look inForce = this.looks.inForce();
		Map<Look.Part, Long> before = find(user).map(Draft::parts).orElseGet(() -> new EnumMap<>(Look.Part.class));
		Map<Look.Part, Long> parts = new EnumMap<>(Look.Part.class);
		for (Look.Part part : Look.Part.values()) {
			if (!part.put(inForce, look).equals(inForce)) {
				Long base = before.get(part);
				parts.put(part, (base != null) ? base : (Long) this.looks.base(part));
			}
		}
		write(user, look, parts);
	}

	/** Drops the whole draft of this person. */
	@Transactional
	public void drop(User user) {
		this.jdbc.sql("DELETE FROM look_draft WHERE account_id = :account").param("account", user.id()).update();
	}

	/**
	 * Drops one part of this person's draft, because it is in force now or not wanted.
	 */
	@Transactional
	public void drop(User user, Look.Part part) {
		find(user).ifPresent((draft) -> {
			Map<Look.Part, Long> parts = new EnumMap<>(draft.parts());
			parts.remove(part);
			write(user, draft.look(), parts);
		});
	}

	/** What all drafts of the site at work look like. */
	@Transactional(readOnly = true)
	List<Look> all() {
		return this.jdbc.sql("SELECT look, parts FROM look_draft")
			.query(this::draft)
			.list()
			.stream()
			.map(Draft::look)
			.toList();
	}

	private void write(User user, Look look, Map<Look.Part, Long> parts) {
		if (parts.isEmpty()) {
			drop(user);
			return;
		}
		this.jdbc.sql("""
				INSERT INTO look_draft (site_id, account_id, look, parts, saved_at)
				VALUES (:site, :account, :look::jsonb, :parts::jsonb, :now)
				ON CONFLICT (site_id, account_id) DO UPDATE
				SET look = excluded.look, parts = excluded.parts, saved_at = excluded.saved_at""")
			.param("site", CurrentSite.require().value())
			.param("account", user.id())
			.param("look", this.json.writeValueAsString(look))
			.param("parts", this.json.writeValueAsString(parts))
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

	private Optional<Draft> find(User user) {
		return this.jdbc.sql("SELECT look, parts FROM look_draft WHERE account_id = :account")
			.param("account", user.id())
			.query(this::draft)
			.optional();
	}

	private Draft draft(ResultSet row, int number) throws SQLException {
		return new Draft(this.json.readValue(row.getString("look"), Look.class),
				this.json.readValue(row.getString("parts"), PARTS));
	}

	/**
	 * A draft as it is stored.
	 *
	 * @param parts that it has, each with its base
	 */
	private record Draft(Look look, Map<Look.Part, Long> parts) {
	}

}
