package vn.conglang.care;

import java.time.Clock;
import java.util.List;

import vn.conglang.editorial.WorkingTime;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks now and then, while offices work, which boards are to be reminded. */
@Component
@ConditionalOnWebApplication
class EscalationRunner {

	/** So many sites are looked at together. */
	private static final int AT_ONCE = 500;

	private final Escalation escalation;

	private final Sites sites;

	private final WorkingTime workingTime;

	private final boolean byRule;

	private final Clock clock;

	EscalationRunner(Escalation escalation, Sites sites, WorkingTime workingTime,
			@Value("${portal.care.by-rule}") boolean byRule, Clock clock) {
		this.escalation = escalation;
		this.sites = sites;
		this.workingTime = workingTime;
		this.byRule = byRule;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${portal.care.look-every}", fixedDelayString = "${portal.care.look-every}")
	void run() {
		if (this.byRule) {
			look(this.sites.all());
		}
	}

	/** Takes the steps that are due, if offices work now. */
	int look(List<Site> sites) {
		int given = 0;
		for (int from = 0; from < sites.size() && this.workingTime.isAt(this.clock.instant()); from += AT_ONCE) {
			given += this.escalation.carryOut(sites.subList(from, Math.min(from + AT_ONCE, sites.size())));
		}
		return given;
	}

}
