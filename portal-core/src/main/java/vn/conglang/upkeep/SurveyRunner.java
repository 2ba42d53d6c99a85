package vn.conglang.upkeep;

import java.time.Clock;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has those sites looked at that have changed, and every site once a day. On several
 * nodes each site is looked at once, as whoever comes second finds nothing to do.
 */
@Component
@ConditionalOnWebApplication
class SurveyRunner {

	private static final Logger log = LoggerFactory.getLogger(SurveyRunner.class);

	private static final int AT_ONCE = 200;

	private final SectionStates states;

	private final Survey survey;

	private final Clock clock;

	SurveyRunner(SectionStates states, Survey survey, Clock clock) {
		this.states = states;
		this.survey = survey;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${portal.upkeep.look-every}")
	void run() {
		List<SiteId> sites = this.states.toLookAt(this.survey.fingerprint(), this.clock.instant().minus(Survey.LASTS),
				AT_ONCE);
		for (SiteId site : sites) {
			try {
				CurrentSite.run(site, this.survey::look);
			}
			catch (TransientDataAccessException ex) {
				// it is being changed this very moment; there is a next time
				log.debug("Site {} is being changed", site.value(), ex);
			}
		}
	}

}
