package vn.conglang.care;

import vn.conglang.site.Sites;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks now and then whether letters of the week are due. */
@Component
@ConditionalOnWebApplication
class WeekLetterRunner {

	private final WeekLetters letters;

	private final Sites sites;

	private final boolean wanted;

	WeekLetterRunner(WeekLetters letters, Sites sites, @Value("${portal.care.week-letters}") boolean wanted) {
		this.letters = letters;
		this.sites = sites;
		this.wanted = wanted;
	}

	@Scheduled(initialDelayString = "${portal.care.look-every}", fixedDelayString = "${portal.care.look-every}")
	void run() {
		if (this.wanted) {
			this.letters.write(this.sites.all());
		}
	}

}
