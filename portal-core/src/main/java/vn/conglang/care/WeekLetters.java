package vn.conglang.care;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.annotation.Qualifier;
import vn.conglang.editorial.Telling;
import vn.conglang.identity.Role;
import vn.conglang.identity.User;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.kernel.VietnameseText;
import vn.conglang.site.Site;
import vn.conglang.upkeep.Finding;
import vn.conglang.upkeep.Standing;
import vn.conglang.upkeep.Upkeep;
import vn.conglang.volume.Figures;
import vn.conglang.volume.Filter;
import vn.conglang.volume.Period;
import vn.conglang.volume.Volumes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes to chiefs how their site did in the week before: from Monday morning on, once
 * each, and later in the week where no node was up.
 */
@Service
class WeekLetters {

	private static final LocalTime HOUR = LocalTime.of(7, 0);

	private static final int MOST_FINDINGS = 4;

	private final JdbcClient jdbc;

	private final JdbcClient overseer;

	private final Users users;

	private final Volumes volumes;

	private final Upkeep upkeep;

	private final Telling telling;

	private final CareTexts texts;

	private final TransactionTemplate transaction;

	private final Clock clock;

	WeekLetters(JdbcClient jdbc, @Qualifier("overseerJdbc") JdbcClient overseer, Users users, Volumes volumes,
			Upkeep upkeep, Telling telling, CareTexts texts, TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.overseer = overseer;
		this.users = users;
		this.volumes = volumes;
		this.upkeep = upkeep;
		this.telling = telling;
		this.texts = texts;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Writes what is due.
	 * @param sites all of the areas to which they belong: the average is over them
	 * @return to how many boards was written
	 */
	int write(List<Site> sites) {
		ZonedDateTime now = this.clock.instant().atZone(VietnameseText.ZONE);
		LocalDate monday = now.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		if (now.isBefore(monday.atTime(HOUR).atZone(VietnameseText.ZONE))) {
			return 0;
		}
		Set<SiteId> written = written(monday);
		Map<SiteId, List<Users.Holder>> boards = this.users.boards(sites);
		List<Site> due = sites.stream()
			.filter((site) -> !written.contains(site.id())
					&& boards.getOrDefault(site.id(), List.of()).stream().anyMatch((holder) -> isLeader(holder.role())))
			.toList();
		if (due.isEmpty()) {
			return 0;
		}
		Period week = new Period(monday.minusWeeks(1), monday.minusDays(1));
		Map<SiteId, Figures> figures = this.volumes.bySite(sites, week, Filter.ALL);
		Map<Long, double[]> areas = new HashMap<>();
		sites.forEach((site) -> {
			double[] sum = areas.computeIfAbsent(site.area().id(), (id) -> new double[2]);
			sum[0] += figures.getOrDefault(site.id(), Figures.NONE).published();
			sum[1]++;
		});
		Map<SiteId, Standing> standings = this.upkeep.of(due);
		return (int) due.stream().filter((site) -> {
			double[] sum = areas.getOrDefault(site.area().id(), new double[] { 0, 1 });
			Standing standing = standings.getOrDefault(site.id(), Standing.UNKNOWN);
			return write(site, monday, week, figures.getOrDefault(site.id(), Figures.NONE).published(), sum[0] / sum[1],
					standing);
		}).count();
	}

	private Set<SiteId> written(LocalDate monday) {
		Set<SiteId> written = new HashSet<>();
		this.overseer.sql("SELECT site_id FROM week_letter WHERE monday = :monday")
			.param("monday", monday)
			.query((row) -> {
				written.add(new SiteId(row.getLong("site_id")));
			});
		return written;
	}

	private boolean write(Site site, LocalDate monday, Period week, int published, double average, Standing standing) {
		return CurrentSite.call(site.id(), () -> Boolean.TRUE.equals(this.transaction.execute((status) -> {
			int first = this.jdbc.sql(
					"INSERT INTO week_letter (site_id, monday, at) VALUES (:site, :monday, :at) ON CONFLICT DO NOTHING")
				.param("site", site.id().value())
				.param("monday", monday)
				.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
				.update();
			if (first == 1) {
				this.telling.tell(Telling.Kind.WEEK, chiefs(site),
						this.texts.of((published == 0) ? "care.week.title.none" : "care.week.title", week.from(),
								week.to(), published),
						"", detail(site, average, standing), "/bien-tap/" + site.slug() + "/theo-doi");
			}
			return first == 1;
		})));
	}

	private List<User> chiefs(Site site) {
		List<User> chiefs = this.users.holders(Set.of(Role.CHIEF_EDITOR), site);
		return !chiefs.isEmpty() ? chiefs : this.users.holders(Set.of(Role.DEPUTY_EDITOR), site);
	}

	private String detail(Site site, double average, Standing standing) {
		StringBuilder detail = new StringBuilder(this.texts.of("care.week.average", site.area().fullName(), average))
			.append('\n')
			.append(this.texts.of("care.week.light." + standing.light()));
		standing.findings()
			.stream()
			.limit(MOST_FINDINGS)
			.map(Finding::sentence)
			.forEach((sentence) -> detail.append("\n– ").append(sentence));
		if (standing.findings().size() > MOST_FINDINGS) {
			detail.append('\n').append(this.texts.of("care.remind.more", standing.findings().size() - MOST_FINDINGS));
		}
		return detail.toString();
	}

	private static boolean isLeader(Role role) {
		return role == Role.CHIEF_EDITOR || role == Role.DEPUTY_EDITOR;
	}

}
