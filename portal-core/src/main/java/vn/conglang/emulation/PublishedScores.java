package vn.conglang.emulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import vn.conglang.editorial.TaskSource;
import vn.conglang.identity.User;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.stereotype.Component;

/**
 * Tells those who lead a board, for as long as they may object, that its score is
 * published.
 */
@Component
class PublishedScores implements TaskSource {

	private final Periods periods;

	private final EmulationPolicy policy;

	private final Sites sites;

	private final Sentences sentences;

	PublishedScores(Periods periods, EmulationPolicy policy, Sites sites, Sentences sentences) {
		this.periods = periods;
		this.policy = policy;
		this.sites = sites;
		this.sentences = sentences;
	}

	@Override
	public List<Waiting> waiting(User user) {
		List<Site> boards = user.sites(this.sites, EmulationPolicy.LEADERS);
		if (boards.isEmpty()) {
			return List.of();
		}
		LocalDate today = this.periods.today();
		List<Waiting> waiting = new ArrayList<>();
		for (ScorePeriod period : this.periods.all()) {
			Instant at = period.publishedAt();
			LocalDate until = period.appealsUntil();
			if (at != null && until != null) {
				boards.stream()
					.filter((site) -> this.policy.whyNotObject(user, site, period, today) == null)
					.map((site) -> waiting(site, period, until, at))
					.forEach(waiting::add);
			}
		}
		return waiting;
	}

	private Waiting waiting(Site site, ScorePeriod period, LocalDate until, Instant at) {
		return new Waiting(site, this.sentences.text("emulation.task", period.days().title()),
				this.sentences.text("emulation.task.what", Sentences.day(until)),
				OwnScoreController.of(site, period.id()), at);
	}

}
