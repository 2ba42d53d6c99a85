package vn.conglang.care;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.upkeep.Finding;
import vn.conglang.upkeep.Standing;
import vn.conglang.upkeep.Upkeep;

import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;

/**
 * Carries out the rules of reminders: tells those nearest to the work first, and those
 * above them when nothing came of it. What was mended is told to nobody. Steps follow
 * from the reminders that were given, so nothing is lost when a node dies.
 */
@Service
class Escalation {

	private static final Logger log = LoggerFactory.getLogger(Escalation.class);

	private final Upkeep upkeep;

	private final ReminderRules rules;

	private final Reminders reminders;

	private final FindingsSeen seen;

	private final Reminding reminding;

	Escalation(Upkeep upkeep, ReminderRules rules, Reminders reminders, FindingsSeen seen, Reminding reminding) {
		this.upkeep = upkeep;
		this.rules = rules;
		this.reminders = reminders;
		this.seen = seen;
		this.reminding = reminding;
	}

	/**
	 * Takes the steps that are due today.
	 * @return how many reminders were given
	 */
	int carryOut(List<Site> sites) {
		LocalDate today = this.rules.today();
		List<ReminderRule> inForce = this.rules.on(today);
		if (inForce.isEmpty() || sites.isEmpty()) {
			return 0;
		}
		Map<SiteId, Standing> standings = this.upkeep.of(sites);
		Map<SiteId, Map<String, LocalDate>> known = this.seen.of(sites);
		Map<SiteId, Map<String, List<ReminderRule.Taken>>> taken = this.reminders.taken(sites);
		Map<SiteId, Reminders.Last> last = this.reminders.last(sites);
		int pace = this.rules.pace(today);
		Addressing addressing = this.reminding.addressing(sites);
		int given = 0;
		for (Site site : sites) {
			Standing standing = standings.get(site.id());
			if (standing == null) {
				continue;
			}
			try {
				Map<String, LocalDate> since = since(site, standing.findings(), known.getOrDefault(site.id(), Map.of()),
						today);
				Map<Whom, List<Reminder.Item>> due = due(standing.findings(), since,
						taken.getOrDefault(site.id(), Map.of()), inForce, today);
				given += remind(site, due, last.getOrDefault(site.id(), Reminders.Last.NONE), addressing,
						new Pace(today, pace));
			}
			catch (TransientDataAccessException ex) {
				// somebody works on it this very moment; there is a next time
				log.debug("Site {} is being changed", site.slug(), ex);
			}
		}
		return given;
	}

	/** Since when each is found, as it says itself or as it was first seen here. */
	private Map<String, LocalDate> since(Site site, List<Finding> findings, Map<String, LocalDate> known,
			LocalDate today) {
		Map<String, LocalDate> since = new HashMap<>();
		Set<String> silent = new TreeSet<>();
		for (Finding finding : findings) {
			LocalDate told = finding.since();
			if (told == null) {
				silent.add(finding.rule());
			}
			since.put(finding.rule(), (told != null) ? told : known.getOrDefault(finding.rule(), today));
		}
		if (!silent.equals(known.keySet())) {
			CurrentSite.run(site.id(), () -> this.seen.keep(silent, today));
		}
		return since;
	}

	/** What is to be told today, by whom it is to be told to. */
	private static Map<Whom, List<Reminder.Item>> due(List<Finding> findings, Map<String, LocalDate> since,
			Map<String, List<ReminderRule.Taken>> taken, List<ReminderRule> rules, LocalDate today) {
		Map<Whom, List<Reminder.Item>> due = new EnumMap<>(Whom.class);
		for (Finding finding : findings) {
			ReminderRule rule = rules.stream().filter((one) -> one.isAbout(finding)).findFirst().orElse(null);
			if (rule == null) {
				continue;
			}
			LocalDate from = since.getOrDefault(finding.rule(), today);
			OptionalInt step = rule.due(from,
					last(taken.getOrDefault(finding.rule() + " " + rule.key(), List.of()), from), today);
			step.ifPresent((number) -> due.computeIfAbsent(rule.steps().get(number).whom(), (whom) -> new ArrayList<>())
				.add(new Reminder.Item(finding.rule(), finding.sentence(), finding.href(), from,
						new Reminder.Step(rule.key(), number))));
		}
		return due;
	}

	/**
	 * The last step since it was found; what was told before that was about another time.
	 */
	private static ReminderRule.@Nullable Taken last(List<ReminderRule.Taken> taken, LocalDate since) {
		return taken.stream()
			.filter((one) -> !one.on().isBefore(since))
			.max(Comparator.comparingInt(ReminderRule.Taken::step))
			.orElse(null);
	}

	private int remind(Site site, Map<Whom, List<Reminder.Item>> due, Reminders.Last last, Addressing addressing,
			Pace pace) {
		// all in one: a board is not to be told three times on one morning
		List<Reminder.Item> ofBoard = new ArrayList<>();
		List<Whom> whom = due.keySet().stream().filter(Whom::isBoard).toList();
		whom.forEach((one) -> ofBoard.addAll(due.getOrDefault(one, List.of())));
		if (!whom.isEmpty() && !pace.isTooSoonAfter(last.board())
				&& given(site, (whom.size() > 1) ? Whom.BOARD : whom.getFirst(), ofBoard, last, addressing)) {
			return 1;
		}
		// what goes further up waits for the next look, which knows of this one
		return due.keySet()
			.stream()
			.anyMatch((one) -> !one.isBoard() && given(site, one, due.getOrDefault(one, List.of()), last, addressing))
					? 1 : 0;
	}

	private boolean given(Site site, Whom wanted, List<Reminder.Item> items, Reminders.Last last,
			Addressing addressing) {
		return addressing.of(site, wanted)
			.filter((whom) -> this.reminding.byRule(site, wanted, whom, items, last.id(), "" + UUID.randomUUID()))
			.isPresent();
	}

	/** No board hears from the portal more often than this many days apart. */
	private record Pace(LocalDate today, int days) {

		boolean isTooSoonAfter(@Nullable LocalDate last) {
			return last != null && ChronoUnit.DAYS.between(last, this.today) < this.days;
		}

	}

}
