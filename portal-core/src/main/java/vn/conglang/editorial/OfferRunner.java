package vn.conglang.editorial;

import java.util.List;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.conglang.content.Publishing;
import vn.conglang.identity.Users;
import vn.conglang.kernel.CurrentSite;
import vn.conglang.kernel.SiteId;
import vn.conglang.site.Site;
import vn.conglang.site.Sites;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings offers and their corrections to the sites, to each in a transaction of its own
 * inside that site. What was cut short is made up later: an offer is settled only when
 * every site has it as it is now.
 */
@Component
class OfferRunner {

	private static final Logger log = LoggerFactory.getLogger(OfferRunner.class);

	private final OfferRepository offers;

	private final Shares shares;

	private final Sites sites;

	private final TransactionTemplate transaction;

	OfferRunner(OfferRepository offers, Shares shares, Sites sites, TransactionTemplate transaction) {
		this.offers = offers;
		this.shares = shares;
		this.sites = sites;
		this.transaction = transaction;
	}

	/** Brings everything that is not settled. */
	@Scheduled(fixedDelayString = "${portal.offers.look-every}")
	void run() {
		List<Offer> due = this.transaction.execute((status) -> this.offers.unsettled());
		if (due != null) {
			due.forEach(this::bring);
		}
	}

	private void bring(Offer offer) {
		boolean all = true;
		for (long id : offer.targets()) {
			Site site = this.sites.byId(new SiteId(id)).filter((found) -> !found.retired()).orElse(null);
			if (site != null) {
				all &= in(site, offer, (target) -> bring(offer, target));
			}
		}
		if (all) {
			this.transaction.executeWithoutResult((status) -> this.offers.lock(offer.id())
				.filter((now) -> now.revision() == offer.revision())
				.ifPresent(Offer::settle));
		}
	}

	private void bring(Offer offer, Site site) {
		this.shares.lay(offer.id());
		Shares.Left left;
		try {
			left = this.shares.follow(offer.id(), true);
		}
		catch (Publishing.Refused ex) {
			// cannot be published as it is: the board looks at it
			left = this.shares.follow(offer.id(), false);
		}
		if (left == Shares.Left.APPROVAL) {
			try {
				this.shares.submit(site, offer.id());
			}
			catch (Reviews.NotNow | Publishing.Refused | Users.NotSignedIn ex) {
				// it stays a text not published yet, which the list of entries shows
				log.debug("A correction waits in {}", site.slug(), ex);
			}
		}
	}

	private static boolean in(Site site, Offer offer, Consumer<Site> work) {
		try {
			CurrentSite.run(site.id(), () -> work.accept(site));
			return true;
		}
		catch (DataAccessException | Publishing.NotFound ex) {
			log.warn("Offer {} did not reach {} yet: {}", offer.id(), site.slug(), ex.toString());
			return false;
		}
	}

}
