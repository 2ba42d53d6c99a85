package vn.conglang.editorial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.content.DeskEntries;
import vn.conglang.identity.Role;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lies before boards, for those who look after them: texts that wait too long for a
 * decision, and what is planned.
 */
@Service
public class BoardWork {

	private final JdbcClient overseer;

	private final Plans plans;

	private final DeskEntries entries;

	private final Clock clock;

	BoardWork(@Qualifier("overseerJdbc") JdbcClient overseer, Plans plans, DeskEntries entries, Clock clock) {
		this.overseer = overseer;
		this.plans = plans;
		this.entries = entries;
		this.clock = clock;
	}

	/** Texts whose deadline has passed, by site, the latest first. */
	public Map<SiteId, List<Late>> late(Collection<Site> sites) {
		Map<SiteId, List<Late>> late = new HashMap<>();
		this.overseer.sql("""
				SELECT site_id, entry_id, title, stage_name, role, submitted_by, stage_since, due_at FROM review
				WHERE state = 'OPEN' AND due_at <= :now AND site_id IN (SELECT unnest(:sites)) ORDER BY due_at""")
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.param("sites", sites.stream().map((site) -> site.id().value()).toArray(Long[]::new))
			.query((row) -> {
				late.computeIfAbsent(new SiteId(row.getLong("site_id")), (site) -> new ArrayList<>())
					.add(new Late(row.getLong("entry_id"), row.getString("title"), row.getString("stage_name"),
							Role.valueOf(row.getString("role")), row.getString("submitted_by"),
							row.getObject("stage_since", OffsetDateTime.class).toInstant(),
							row.getObject("due_at", OffsetDateTime.class).toInstant()));
			});
		return late;
	}

	/** What is planned in the site at work from now on. */
	@Transactional(readOnly = true)
	public List<Planned> ahead(Duration span) {
		Instant now = this.clock.instant();
		List<PlannedAct> acts = this.plans.between(now, now.plus(span));
		Map<Long, String> titles = this.entries.titles(acts.stream().map(PlannedAct::entryId).distinct().toList());
		return acts.stream()
			.map((act) -> new Planned(act.entryId(), titles.getOrDefault(act.entryId(), ""),
					act.kind() == PlannedAct.Kind.PUBLISH, act.at()))
			.toList();
	}

	/**
	 * A text that waits too long.
	 *
	 * @param stage what is to be done with it
	 * @param role who does that, or anybody above
	 * @param by who sent it
	 * @param since when it came before this stage
	 * @param due when it should have been decided
	 */
	public record Late(long entry, String title, String stage, Role role, String by, Instant since, Instant due) {
	}

	/**
	 * Something that will happen by itself.
	 *
	 * @param appears whether the entry will appear; otherwise it will be withdrawn
	 */
	public record Planned(long entry, String title, boolean appears, Instant at) {
	}

}
