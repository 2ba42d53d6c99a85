package vn.conglang.care;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import vn.conglang.editorial.OpenOffers;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.upkeep.Finding;
import vn.conglang.upkeep.Standing;
import vn.conglang.upkeep.Upkeep;

import org.springframework.stereotype.Component;

/** Looks what became of reminders, by how sites stand now. */
@Component
class Following {

	/** How an offer that was not answered is called among what boards are reminded of. */
	private static final String OFFER = "chia-se/";

	private final Upkeep upkeep;

	private final OpenOffers offers;

	Following(Upkeep upkeep, OpenOffers offers) {
		this.upkeep = upkeep;
		this.offers = offers;
	}

	/** How sites stand at this moment: a few statements, however many sites there are. */
	Now now(Collection<Site> sites) {
		return new Now(this.upkeep.of(sites), this.offers.unanswered(sites));
	}

	static Reminder.Item item(Finding finding) {
		return new Reminder.Item(finding.rule(), finding.sentence(), finding.href(), finding.since(), null);
	}

	static Reminder.Item item(OpenOffers.Open offer, String sentence) {
		return new Reminder.Item(OFFER + offer.id(), sentence, offer.href(), null, null);
	}

	/** How sites stand. */
	record Now(Map<SiteId, Standing> standings, Map<SiteId, List<OpenOffers.Open>> offers) {

		Standing standing(SiteId site) {
			return this.standings.getOrDefault(site, Standing.UNKNOWN);
		}

		List<OpenOffers.Open> offers(SiteId site) {
			return this.offers.getOrDefault(site, List.of());
		}

		List<Followed> follow(Collection<Reminder> reminders) {
			return reminders.stream().map(this::follow).toList();
		}

		Followed follow(Reminder reminder) {
			return new Followed(reminder,
					reminder.items()
						.stream()
						.map((item) -> new Followed.Line(item, !isStill(reminder.site(), item, reminder.day())))
						.toList());
		}

		/** What was mended and came back later is something new. */
		private boolean isStill(SiteId site, Reminder.Item item, LocalDate reminded) {
			if (item.rule().startsWith(OFFER)) {
				return offers(site).stream().anyMatch((offer) -> item.rule().equals(OFFER + offer.id()));
			}
			return standing(site).findings().stream().anyMatch((finding) -> {
				LocalDate since = finding.since();
				return finding.rule().equals(item.rule()) && (since == null || !since.isAfter(reminded));
			});
		}

	}

}
